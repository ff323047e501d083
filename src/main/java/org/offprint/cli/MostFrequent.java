package org.offprint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that occur most often. */
final class MostFrequent {
  /** A word that may end the name of a newsletter. */
  private static final Pattern NAMING = Pattern.compile(
      "(?iu)(?!(?:issue|edition|week|no|nr|number|vol|volume|for|of|from|on|the|ausgabe)\\.?$)\\D*\\p{L}\\D*");

  private static final Pattern END = Pattern.compile("[^\\p{L}\\p{N}!?)]+$");
  private static final Pattern NO_NAME =
      Pattern.compile("(?i)|this|that|the|an?|my|our|your|in|what|how|new|last");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:–—-]+");

  private MostFrequent() {}

  /** Returns the word that occurs most often; of several the last one in their order. */
  static Optional<String> of(Stream<String> words) {
    Map<String, Long> counts =
        words.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** Returns the words with which nearly all titles begin, without those that lead to a number. */
  static Optional<String> beginning(List<String> titles) {
    List<List<String>> words =
        titles.stream().map(title -> List.of(BETWEEN_WORDS.split(title, -1))).toList();
    List<String> shared = new ArrayList<>();
    Optional<String> next = next(words, shared);
    while (next.isPresent()) {
      shared.add(next.get());
      next = next(words, shared);
    }
    while (!shared.isEmpty() && !NAMING.matcher(shared.get(shared.size() - 1)).matches()) {
      shared.remove(shared.size() - 1);
    }
    String name = END.matcher(String.join(" ", shared)).replaceFirst("");
    return NO_NAME.matcher(name).matches() ? Optional.empty() : Optional.of(name);
  }

  /** The word that follows these ones at the beginning of at least four titles out of five. */
  private static Optional<String> next(List<List<String>> titles, List<String> before) {
    int place = before.size();
    List<String> following = titles.stream()
        .filter(title -> title.size() > place && title.subList(0, place).equals(before))
        .map(title -> title.get(place))
        .toList();
    return of(following.stream())
        .filter(word -> titles.size() > 1
            && following.stream().filter(word::equals).count() * 5 >= titles.size() * 4L);
  }
}
