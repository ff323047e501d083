package org.offprint.issue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes bodies of issues from a seed. Every word and every link occurs once. */
final class RandomIssues {
  /** One thing under a heading, as its author writes it. */
  record Entry(String text, String link) {
    String markdown() {
      return text + "\n<br>[" + link + "](" + link + ")\n";
    }
  }

  private final Random random;
  private int words;

  RandomIssues(long seed) {
    random = new Random(seed);
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  String word() {
    words++;
    return "w" + words + "x";
  }

  String sentence() {
    return IntStream.rangeClosed(0, 2 + number(20))
            .mapToObj(i -> word())
            .collect(Collectors.joining(" "))
        + ".";
  }

  Entry entry() {
    return new Entry(sentence(), "https://" + word() + ".example/" + word());
  }

  List<Entry> entries(int atMost) {
    return IntStream.rangeClosed(0, number(atMost)).mapToObj(i -> entry()).toList();
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Blocks of every kind, in any order. */
  String body() {
    return IntStream.rangeClosed(0, number(15))
        .mapToObj(i -> block())
        .collect(Collectors.joining("\n"));
  }

  private String block() {
    return switch (number(16)) {
      case 0 -> "## " + word() + "\n";
      case 1 -> word() + "\n====\n";
      case 2 -> "### " + word() + "\n";
      case 3 -> "- " + sentence() + "\n- [" + word() + "](https://" + word() + ".example/)\n";
      case 4 -> "1. " + sentence() + "\n\n   " + sentence() + "\n";
      case 5 -> "> " + sentence() + "\n";
      case 6 -> "| " + word() + " |\n|---|\n| " + word() + "<br>" + word() + " |\n";
      case 7 -> "```\n" + word() + " <b>\n```\n";
      case 8 -> "<div>\n" + sentence() + "\n</div>\n";
      case 9 -> "Mean time to <" + word() + "> " + sentence() + "\n";
      case 10 -> "<" + word() + ">\n";
      case 11 -> "---\n";
      case 12 -> "*" + word() + "* **" + word() + "** ~~" + word() + "~~ `" + word() + "`\n";
      case 13 -> ">From " + sentence() + "\n";
      case 14 -> sentence() + "\n";
      default -> entry().markdown();
    };
  }
}
