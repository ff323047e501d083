package org.offprint.issue;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Text for titles and summaries, taken from HTML. */
final class PlainText {
  private static final char NO_BREAK_SPACE = '\u00A0';
  /** Zero width space, word joiner, byte order mark, soft hyphen. */
  private static final String INVISIBLE = "\u200B\u2060\uFEFF\u00AD";

  private static final String MARKS = "sup." + Sanitizer.FOOTNOTE_MARK;
  private static final Pattern URL_TEXT =
      Pattern.compile("(?i)(https?://|ftp://|mailto:|www\\.)\\S+");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…][\"'”’)\\]]*(?=\\s+[\\p{Lu}\\p{N}\"'“‘(\\[]|\\s*$)");
  /** A shorter beginning, such as "7/6.", says nothing. */
  private static final int SHORTEST_SENTENCE = 8;

  private static final Set<String> ABBREVIATIONS = Set.of(
      "e.g.", "i.e.", "vs.", "mr.", "mrs.", "ms.", "dr.", "st.", "no.", "etc.", "inc.", "u.s.",
      "vol.", "jan.", "feb.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "cf.", "approx.");

  private PlainText() {}

  /** Folds white space to single blanks and removes characters without width. */
  static String fold(String given) {
    String text = SourceText.withoutForbidden(given);
    StringBuilder folded = new StringBuilder(text.length());
    boolean isGap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == NO_BREAK_SPACE) {
        isGap = true;
      } else if (INVISIBLE.indexOf(c) < 0) {
        if (isGap && !folded.isEmpty()) {
          folded.append(' ');
        }
        isGap = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }

  static boolean isUrl(String text) {
    return URL_TEXT.matcher(text).matches();
  }

  /** The text of an element, without the marks of its footnotes. */
  static String withoutMarks(Element element) {
    if (element.select(MARKS).isEmpty()) {
      return fold(element.text());
    }
    Element copy = element.clone();
    copy.select(MARKS).forEach(Element::remove);
    return fold(copy.text());
  }

  /** The text of an element, without the links that show nothing but their URL, and without marks. */
  static String withoutBareLinks(Element element) {
    Element copy = element.clone();
    copy.select(MARKS).forEach(Element::remove);
    copy.select("a").stream().filter(link -> isUrl(fold(link.text()))).forEach(Element::remove);
    return fold(copy.text());
  }

  /** The first sentence; abbreviations such as "e.g." do not end one. */
  static String firstSentence(String text) {
    Matcher end = SENTENCE_END.matcher(text);
    while (end.find()) {
      String sentence = text.substring(0, end.end());
      String lastWord = sentence.substring(sentence.lastIndexOf(' ') + 1);
      if (sentence.length() >= SHORTEST_SENTENCE && !isAbbreviation(lastWord)) {
        return sentence;
      }
    }
    return text;
  }

  private static boolean isAbbreviation(String word) {
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("^[(\\[]", ""));
  }

  /** At most {@code limit} characters, cut at a word and marked by an ellipsis. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int space = text.lastIndexOf(' ', limit - 1);
    int end = space > limit / 2 ? space : limit - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).replaceFirst("[\\s,;:.–-]+$", "") + "…";
  }
}
