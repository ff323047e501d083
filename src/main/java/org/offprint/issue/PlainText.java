package org.offprint.issue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Text for titles and summaries, taken from HTML. */
final class PlainText {
  private static final char DELETE = '\u007F';
  private static final char NO_BREAK_SPACE = '\u00A0';
  /** Zero width space, word joiner, byte order mark, soft hyphen. */
  private static final String INVISIBLE = "\u200B\u2060\uFEFF\u00AD";

  private static final Set<String> SEPARATE = Set.of("br", "td", "th");
  private static final Pattern URL_TEXT =
      Pattern.compile("(?i)(https?://|ftp://|mailto:|www\\.)\\S+");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?…][\"'”’)\\]]*(?=\\s+[\\p{Lu}\\p{N}\"'“‘(\\[]|\\s*$)");
  private static final Pattern NOT_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern CUT_END = Pattern.compile("[\\s,;:.–-]+$");
  /** Marks that were meant to be emphasis of nothing. */
  private static final Pattern FILLER = Pattern.compile("[\\s\u00a0_*^~]*");

  /** A shorter beginning, such as "7/6.", says nothing. */
  private static final int SHORTEST_SENTENCE = 8;

  /** Nobody reads on to the end of a longer one. */
  private static final int LONGEST_SENTENCE = 1000;

  private static final Set<String> ABBREVIATIONS = Set.of(
      "e.g.", "i.e.", "vs.", "mr.", "mrs.", "ms.", "dr.", "st.", "no.", "etc.", "inc.", "u.s.",
      "vol.", "jan.", "feb.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "cf.", "approx.");

  private PlainText() {}

  /** Folds white space to single blanks and removes characters without width. */
  static String fold(String given) {
    String text = SourceText.withoutForbidden(given);
    if (isFolded(text)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    boolean isGap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWord(c)) {
        if (isGap && !folded.isEmpty()) {
          folded.append(' ');
        }
        isGap = false;
        folded.append(c);
      } else {
        isGap |= INVISIBLE.indexOf(c) < 0;
      }
    }
    return folded.toString();
  }

  private static boolean isFolded(String text) {
    boolean isGap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWord(c) && (isGap || c != ' ')) {
        return false;
      }
      isGap = c == ' ';
    }
    return !isGap || text.isEmpty();
  }

  private static boolean isWord(int c) {
    return c < NO_BREAK_SPACE
        ? c > ' ' && c < DELETE
        : c != NO_BREAK_SPACE && !Character.isWhitespace(c) && INVISIBLE.indexOf(c) < 0;
  }

  /** Returns true if an element has no text, or white space and characters without width alone. */
  static boolean isBlank(Element element) {
    return !hasWords(element, inner -> false);
  }

  /** Returns true for a text that shows nothing, or a line of marks. */
  static boolean isFiller(String text) {
    return FILLER.matcher(fold(text)).matches();
  }

  /** Returns true if an element shows no text but the URLs of its links, and marks of footnotes. */
  static boolean hasOnlyBareLinks(Element element) {
    return !hasWords(element, inner -> isMark(inner) || isBareLink(inner));
  }

  private static boolean hasWords(Element element, Predicate<Element> leftOut) {
    NodeFilter words = (node, depth) -> {
      if (node instanceof TextNode text
          && text.getWholeText().chars().anyMatch(PlainText::isWord)) {
        return NodeFilter.FilterResult.STOP;
      }
      return node instanceof Element inner && leftOut.test(inner)
          ? NodeFilter.FilterResult.SKIP_ENTIRELY
          : NodeFilter.FilterResult.CONTINUE;
    };
    return NodeTraversor.filter(words, element) == NodeFilter.FilterResult.STOP;
  }

  /** The letters and digits of a text, by which names are the same; the text itself if it has none. */
  static String name(String text) {
    String lower = Normalizer.normalize(fold(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String name = NOT_NAME.matcher(lower).replaceAll("");
    return name.isEmpty() ? lower : name;
  }

  /** Returns true if a text has a letter or a digit. */
  static boolean hasLetters(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  static boolean isUrl(String text) {
    return URL_TEXT.matcher(text).matches();
  }

  /** The text of an element, without the marks of its footnotes. */
  static String withoutMarks(Element element) {
    return text(element, PlainText::isMark);
  }

  /** The text of a heading; if it has pictures alone, what they show, or their names. */
  static String ofHeading(Element heading) {
    String text = withoutMarks(heading);
    String shown =
        text.isEmpty() ? fold(String.join(" ", heading.select("img").eachAttr("alt"))) : text;
    return shown.isEmpty()
        ? heading.select("img").stream().map(Pictures::name).collect(Collectors.joining(" "))
        : shown;
  }

  /** The text of an element, without the links that show nothing but their URL, and without marks. */
  static String withoutBareLinks(Element element) {
    return text(element, inner -> isMark(inner) || isBareLink(inner));
  }

  /** Returns the text like {@link #withoutBareLinks}, and without headings, which would run into the text after them. */
  static String summary(Element element) {
    return text(
        element, inner -> isMark(inner) || isBareLink(inner) || ItemCutter.headingLevel(inner) > 0);
  }

  private static boolean isMark(Element element) {
    return element.normalName().equals("sup") && element.hasClass(Sanitizer.FOOTNOTE_MARK);
  }

  private static boolean isBareLink(Element element) {
    return element.normalName().equals("a") && isUrl(fold(element.text()));
  }

  /** Returns the words of an element without the elements left out; a blank separates blocks. */
  private static String text(Element element, Predicate<Element> leftOut) {
    StringBuilder words = new StringBuilder();
    var unused = element.filter(new NodeFilter() {
      @Override
      public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
          words.append(text.getWholeText());
        } else if (node instanceof Element inner) {
          if (leftOut.test(inner)) {
            return FilterResult.SKIP_ENTIRELY;
          }
          separate(inner);
        }
        return FilterResult.CONTINUE;
      }

      @Override
      public FilterResult tail(Node node, int depth) {
        if (node instanceof Element inner) {
          separate(inner);
        }
        return FilterResult.CONTINUE;
      }

      private void separate(Element inner) {
        if (inner.isBlock() || SEPARATE.contains(inner.normalName())) {
          words.append(' ');
        }
      }
    });
    return fold(words.toString());
  }

  /** The first sentence; abbreviations such as "e.g." do not end one. */
  static String firstSentence(String whole) {
    String text = whole.length() > LONGEST_SENTENCE ? whole.substring(0, LONGEST_SENTENCE) : whole;
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
    boolean isBracketed = word.startsWith("(") || word.startsWith("[");
    return ABBREVIATIONS.contains(
        (isBracketed ? word.substring(1) : word).toLowerCase(Locale.ROOT));
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
    return CUT_END.matcher(text.substring(0, end)).replaceFirst("") + "…";
  }
}
