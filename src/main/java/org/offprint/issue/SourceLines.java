package org.offprint.issue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the lines of an issue's file on which its headings and items stand, by their words; only for messages. */
public final class SourceLines {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{[^{}]*\\}");
  private static final int MOST_CHARACTERS = 24;
  private static final int LONGEST_QUOTED = 100;

  private final List<String> lines;
  private final List<Issue.SectionText> parts;

  private SourceLines(List<String> lines, List<Issue.SectionText> parts) {
    this.lines = lines;
    this.parts = parts;
  }

  /**
   * Returns warnings about files to which an issue refers, each with the line of the reference.
   *
   * @param reasons for each file, in words behind its name
   */
  public static List<Problem> of(Issue issue, Map<LinkedFile, String> reasons) {
    Remarks remarks = new Remarks(issue.source().toString());
    reasons.forEach((file, reason) -> remarks.add(
        file.isPicture() ? Problem.Kind.PICTURE : Problem.Kind.LINK,
        file.reference(),
        "\"%s\" %s".formatted(Html.cut(file.reference(), LONGEST_QUOTED), reason)));
    return remarks.of(issue.file());
  }

  /**
   * Returns warnings about links of an issue, each with the line of the reference.
   *
   * @param reasons for each reference, in words behind it
   */
  public static List<Problem> ofLinks(Issue issue, Map<String, String> reasons) {
    Remarks remarks = new Remarks(issue.source().toString());
    reasons.forEach((reference, reason) -> remarks.add(
        Problem.Kind.LINK,
        reference,
        "\"%s\" %s".formatted(Html.cut(reference, LONGEST_QUOTED), reason)));
    return remarks.of(issue.file());
  }

  /** Divides the file of an issue. */
  public static SourceLines of(Issue issue) {
    return new SourceLines(issue.source().toString().lines().toList(), issue.parts());
  }

  /** Returns the line of the heading of a part, counted from 1; 0 if it is not found. */
  public int of(Issue.SectionText wanted) {
    int line = 0;
    for (Issue.SectionText part : parts) {
      int found = ofHeading(part.heading(), line);
      if (part.anchor().equals(wanted.anchor())) {
        return found;
      }
      line = Math.max(line, found);
    }
    return 0;
  }

  private int ofHeading(String heading, int after) {
    String name = PlainText.name(heading);
    String longest = longestWord(heading);
    for (int i = after; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.contains(longest)
          && PlainText.name(ATTRIBUTES.matcher(line).replaceAll("")).equals(name)) {
        return i + 1;
      }
    }
    return first(longest, after);
  }

  /**
   * Returns the line of an item of a part, counted from 1; 0 if it is not found.
   *
   * @param part the part as its file has it
   */
  public int of(Issue.SectionText part, Item wanted) {
    int line = of(part);
    for (Item item : part.items()) {
      if (item.key().equals(wanted.key())) {
        break;
      }
      if (item.addresses().equals(wanted.addresses())) {
        line = Math.max(line, ofItem(item, line));
      }
    }
    return ofItem(wanted, line);
  }

  private int ofItem(Item item, int after) {
    String text = item.content().text();
    String beginning = PlainText.cut(text, MOST_CHARACTERS).replace("…", "").strip();
    return Stream.of(
            Stream.of(beginning),
            item.addresses().stream().limit(1),
            Stream.of(longestWord(beginning)))
        .flatMap(words -> words)
        .map(words -> first(words, after))
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }

  private static String longestWord(String text) {
    return NO_WORD
        .splitAsStream(text)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private int first(String words, int after) {
    for (int i = after; i < lines.size(); i++) {
      if (!words.isEmpty() && lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    return 0;
  }
}
