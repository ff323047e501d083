package org.offprint.issue;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Closes the quotes of attributes of raw HTML, as in {@code <a href="https://a.example/>}, without which a tag is text or takes words. */
final class Quotes {
  private static final Pattern UNCLOSED = Pattern.compile(
      "<([A-Za-z][A-Za-z0-9]*)((?:\\s++[\\w-]++=(?:\"[^\"<>\\n]*+\"|'[^'<>\\n]*+')(?=[\\s/>]))*+)"
          + "\\s++[\\w-]++=([\"'])([^\"'<>\\s]++)"
          + "(?:(?=>)(?![^<\\n]{0,500}\\3\\s*+/?>)|(?=\\s++[\\w-]++=[\"'](?![\\s/>])))");
  private static final int LONGEST_SHOWN = 100;

  private Quotes() {}

  /**
   * Returns a text in which they are closed, with a warning each.
   *
   * @param linesBefore the number of lines of the file before the text
   */
  static String close(String text, int linesBefore, Remarks remarks) {
    Matcher unclosed = UNCLOSED.matcher(text);
    if (text.indexOf('<') < 0 || !unclosed.find()) {
      return text;
    }
    CodePlaces code = new CodePlaces(text, false);
    return unclosed.replaceAll(tag -> {
      boolean isMarkup = RawHtml.isKnown(tag.group(1).toLowerCase(Locale.ROOT))
          && !code.holds(tag.start())
          && text.lastIndexOf("<!--", tag.start()) <= text.lastIndexOf("-->", tag.start());
      if (isMarkup) {
        warn(tag, text, linesBefore, remarks);
      }
      return Matcher.quoteReplacement(tag.group() + (isMarkup ? tag.group(3) : ""));
    });
  }

  private static void warn(MatchResult tag, String text, int linesBefore, Remarks remarks) {
    int line =
        1 + (int) text.substring(0, tag.start()).chars().filter(c -> c == '\n').count();
    remarks.addAt(
        linesBefore + line,
        Problem.Kind.TAG,
        "<%s> has a quote that is never closed; add %s behind \"%s\""
            .formatted(tag.group(1), tag.group(3), Html.cut(tag.group(4), LONGEST_SHOWN)));
  }
}
