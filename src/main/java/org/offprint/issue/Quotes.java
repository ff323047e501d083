package org.offprint.issue;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Closes the quotes of attributes of raw HTML, as in {@code <a href="https://a.example/>}, without which a tag is text or takes words. */
final class Quotes {
  private static final Pattern UNCLOSED = Pattern.compile(
      "(?s:<!--.*?-->)|<([A-Za-z][A-Za-z0-9]*)((?:\\s++[\\w-]++=(?:\"[^\"<>\\n]*+\"|'[^'<>\\n]*+')(?=[\\s/>]))*+)"
          + "\\s++[\\w-]++=([\"'])([^\"'<>\\s]++)"
          + "(?:(?=>)(?![^<\\n]{0,500}\\3\\s*+/?>)|(?=\\s++[\\w-]++=[\"'](?![\\s/>])))");
  private static final int LONGEST_SHOWN = 100;

  private final String text;
  private final Remarks remarks;
  private final CodePlaces code;
  /** The line of the file on which a place stands, which only goes on. */
  private int line;

  private int place;

  private Quotes(String text, int linesBefore, Remarks remarks) {
    this.text = text;
    this.remarks = remarks;
    this.code = new CodePlaces(text, false);
    this.line = linesBefore + 1;
  }

  /**
   * Returns a text in which they are closed, with a warning each.
   *
   * @param linesBefore the number of lines of the file before the text
   */
  static String close(String text, int linesBefore, Remarks remarks) {
    return UNCLOSED.matcher(text).results().anyMatch(found -> !isComment(found))
        ? new Quotes(text, linesBefore, remarks).close()
        : text;
  }

  private String close() {
    return UNCLOSED
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(found.group() + (isMarkup(found) ? quote(found) : "")));
  }

  private static boolean isComment(MatchResult found) {
    return found.start(1) < 0;
  }

  private boolean isMarkup(MatchResult found) {
    return !isComment(found)
        && RawHtml.isKnown(found.group(1).toLowerCase(Locale.ROOT))
        && !code.holds(found.start());
  }

  /** Returns the quote that is missing, with a warning. */
  private String quote(MatchResult tag) {
    line +=
        (int) text.substring(place, tag.start()).chars().filter(c -> c == '\n').count();
    place = tag.start();
    remarks.addAt(
        line,
        Problem.Kind.TAG,
        "<%s> has a quote that is never closed; add %s behind \"%s\""
            .formatted(tag.group(1), tag.group(3), Html.cut(tag.group(4), LONGEST_SHOWN)));
    return tag.group(3);
  }
}
