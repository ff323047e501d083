package org.offprint.issue;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The number of an issue in its title, or in the name of its file. */
final class IssueNumber {
  private static final String DIGITS = "0*(\\d{1,5})(?!\\d|[.,]\\d)";

  /** In the order of their certainty; a year is no number. */
  private static final List<Pattern> IN_TITLES = List.of(
      Pattern.compile("#\\s?" + DIGITS),
      Pattern.compile("第\\s*" + DIGITS + "\\s*[期号號]"),
      Pattern.compile(
          "(?iU)\\b(?:issue|edition|number|week|volume|vol|episode|ausgabe|folge|numéro|número|edición|no|nr|n[°º])"
              + "[.:]?\\s*#?" + DIGITS),
      Pattern.compile("№\\s*" + DIGITS),
      Pattern.compile("^" + DIGITS + "\\s*[/:|–—-]"),
      Pattern.compile("^[\\p{L}' ’]+ (?!(?:19|20)\\d{2}$)" + DIGITS + "$"));

  private static final Pattern IN_NAME = Pattern.compile(
      "(?i)(?:.*[-_. ])?(?:issue|edition|week|number|no|nr|vol|volume|ausgabe)[-_. #]{0,3}" + DIGITS
          + "(?:\\D.*)?|(?!(?:19|20)\\d{2}$)" + DIGITS);

  private static final Pattern SIGNED_NAME = Pattern.compile(
      "(?:.*[-_. ])?(?:[#№]\\s?" + DIGITS + "|第\\s*" + DIGITS + "\\s*[期号號])(?:\\D.*)?");

  private static final Pattern AT_AN_END = Pattern.compile("(?!(?:19|20)\\d{2}(?!\\d))" + DIGITS
      + "[-_. ]\\D.*" + "|.*[\\p{L})][-_. ](?!(?:19|20)\\d{2}$)" + DIGITS);

  private IssueNumber() {}

  /** Returns the number in the name of a file that has no date. */
  static Optional<String> ofName(String name) {
    return Stream.of(IN_NAME, SIGNED_NAME, AT_AN_END)
        .map(form -> form.matcher(name))
        .filter(Matcher::matches)
        .findFirst()
        .map(IssueNumber::digits);
  }

  /** Returns the number in a title, else in the name of a file without its date and ending. */
  static Optional<String> of(String title, String name) {
    return IN_TITLES.stream()
        .flatMap(form -> form.matcher(title).results())
        .findFirst()
        .or(() -> Stream.of(IN_NAME, SIGNED_NAME)
            .map(form -> form.matcher(name))
            .filter(Matcher::matches)
            .map(match -> match.toMatchResult())
            .findFirst())
        .map(IssueNumber::digits);
  }

  private static String digits(MatchResult match) {
    return Stream.of(1, match.groupCount())
        .flatMap(group -> Optional.ofNullable(match.group(group)).stream())
        .findFirst()
        .orElseThrow();
  }
}
