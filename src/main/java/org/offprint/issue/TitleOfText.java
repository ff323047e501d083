package org.offprint.issue;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A title that is no value of the front matter.
 *
 * @param markdown the title
 * @param origin its place, for people
 */
record TitleOfText(String markdown, String origin) {
  private static final Pattern HEADING = Pattern.compile(
      "(?m)^ {0,3}(?:#[ \\t]+([^\\n]+?)(?:[ \\t]+#*)?(?:[ \\t]*\\{[:#.][^}\\n]*\\})?[ \\t]*$"
          + "|([^\\s#][^\\n]*)\\n {0,3}=+[ \\t]*$)");

  /**
   * Returns the first heading outside code, or else the name in words. Where there is front matter, one heading of several is one of a
   * section, and only a dated name is certainly that of an issue.
   */
  static Optional<TitleOfText> find(IssueReader.Source source, DateRules dates) {
    boolean isBare = source.bodyStart() == 0 || source.around().own().isPresent();
    DatedName name = DatedName.of(source.file(), dates);
    List<String> headings = found(source.body())
        .map(heading -> Optional.ofNullable(heading.group(1)).orElseGet(() -> heading.group(2)))
        .limit(2)
        .toList();
    String words = name.name().replaceAll("[-_]+", " ");
    boolean isWords = isBare || (name.date().isPresent() && words.matches(".*\\p{L}.*"));
    return headings.stream()
        .findFirst()
        .filter(first -> isBare || headings.size() == 1)
        .map(first -> new TitleOfText(first, "the first heading"))
        .or(() ->
            Optional.of(new TitleOfText(words, "the name of the file")).filter(title -> isWords));
  }

  private static Stream<MatchResult> found(String body) {
    CodePlaces code = new CodePlaces(body, false);
    return HEADING.matcher(body).results().filter(heading -> !code.holds(heading.start()));
  }

  /** Returns the part of a text that decides about its title. */
  static String headings(String body) {
    return found(body)
        .limit(2)
        .map(heading -> heading.group() + "\n\n")
        .collect(Collectors.joining());
  }

  /** Returns the words of all headings of its level, wherever they stand. */
  static String headingsAnywhere(String body) {
    return HEADING
        .matcher(body)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }
}
