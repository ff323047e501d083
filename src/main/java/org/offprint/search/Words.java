package org.offprint.search;

import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Splits text into words and folds case, accents and variants of letters. No word is stemmed: the language varies.
 *
 * <p>Lucene's StandardTokenizer turns C++ and C# into C, keeps {@code node.js} and {@code github.com} as one word each,
 * and a whole Thai sentence, too. Its ASCIIFoldingFilter folds no Greek or Cyrillic accent and no combining mark.
 */
final class Words {
  /** The length after which a word is cut: nobody types more. */
  private static final int MOST_CHARACTERS = 64;

  private static final String CHARACTER = "\\p{L}\\p{Nd}";
  /** Scripts without blanks between words: each of their letters is a word. */
  private static final String ALONE = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}"
      + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

  // The ranges spare most characters the slow question for their script.
  private static final Pattern WORD =
      Pattern.compile("[%1$s&&[\\x{E00}-\\x{10FFFF}&&[%2$s]]]\\p{M}*+".formatted(CHARACTER, ALONE)
          + "|[%1$s](?:\\+\\+|#)(?![%1$s])".formatted(CHARACTER)
          + "|[%1$s][[%1$s&&[\\x{0}-\\x{DFF}[^%2$s]]]\\p{M}]*+".formatted(CHARACTER, ALONE));
  /** Letters that Unicode does not decompose. */
  private static final Map<Character, String> SPELLED = Map.of(
      'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i",
      'ς', "σ");

  private static final char FIRST_MARK = '\u0300';
  private static final char LAST_MARK = '\u036F';

  private Words() {}

  /**
   * A word of a text.
   *
   * @param folded the form that is compared
   * @param start the offset of its first character
   * @param end the offset after its last character
   */
  private record Word(String folded, int start, int end) {}

  /** Returns the words of a text, folded, in their order. */
  static List<String> folded(String text) {
    return of(text).stream().map(Word::folded).toList();
  }

  /** Returns the words of some texts for Lucene; no phrase reaches from one text into the next. */
  static TokenStream stream(List<String> texts) {
    return new Stream(texts);
  }

  private static List<Word> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> new Word(fold(word.group()), word.start(), word.end()))
        .filter(word -> !word.folded().isEmpty())
        .toList();
  }

  private static String fold(String word) {
    String lower =
        word.substring(0, Math.min(word.length(), MOST_CHARACTERS)).toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(character -> character < 128)) {
      return lower;
    }
    // Some variants of a letter become upper case only when they are decomposed.
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char character = apart.charAt(i);
      if (character < FIRST_MARK || character > LAST_MARK) {
        folded.append(SPELLED.getOrDefault(character, String.valueOf(character)));
      }
    }
    return folded.toString();
  }

  private static final class Stream extends TokenStream {
    /** More words than a query can have. */
    private static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final Iterator<String> texts;
    private Iterator<Word> words = List.<Word>of().iterator();
    private int start;
    private int next;

    Stream(List<String> texts) {
      this.texts = texts.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      while (!words.hasNext()) {
        if (!texts.hasNext()) {
          return false;
        }
        String text = texts.next();
        words = of(text).iterator();
        start = next;
        next += text.length();
        increment.setPositionIncrement(GAP);
      }
      Word word = words.next();
      term.append(word.folded());
      offset.setOffset(start + word.start(), start + word.end());
      return true;
    }
  }
}
