package org.offprint.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts text into words, and folds them so that case, accents and forms of a letter do not matter. Nothing is known
 * of any language: a word is found as it is written. The letters of scripts without blanks between words
 * are words of their own.
 */
final class Words {
  /** Nobody types more of a word; the rest of a longer one does not count. */
  static final int MOST_CHARACTERS = 64;

  private static final int FIRST_WITHOUT_BLANKS = 0x0E00;
  private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
      UnicodeScript.HAN,
      UnicodeScript.HIRAGANA,
      UnicodeScript.KATAKANA,
      UnicodeScript.THAI,
      UnicodeScript.LAO,
      UnicodeScript.KHMER,
      UnicodeScript.MYANMAR);
  /** Letters that have no accent to take away, as they are written without them. */
  private static final Map<Character, String> SPELLED = Map.of(
      'ß', "ss", 'æ', "ae", 'œ', "oe", 'ø', "o", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i",
      'ς', "σ");

  private static final char FIRST_MARK = '\u0300';
  private static final char LAST_MARK = '\u036F';

  private Words() {}

  /**
   * A word of a text.
   *
   * @param folded as it is compared
   * @param start where it begins in the text
   * @param end where it ends there
   */
  record Word(String folded, int start, int end) {}

  /** The words of a text, in their order. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int first = text.codePointAt(at);
      int end = at + Character.charCount(first);
      if (Character.isLetterOrDigit(first)) {
        end = standsAlone(first) ? endOfMarks(text, end) : end(text, end);
        if (end - at == 1) {
          end = endOfSigns(text, end);
        }
        String folded = fold(text.substring(at, Math.min(end, at + MOST_CHARACTERS)));
        if (!folded.isEmpty()) {
          words.add(new Word(folded, at, end));
        }
      }
      at = end;
    }
    return words;
  }

  /** The words of a text, folded. */
  static List<String> folded(String text) {
    return of(text).stream().map(Word::folded).toList();
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (!isMark(next) && (!Character.isLetterOrDigit(next) || standsAlone(next))) {
        break;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  private static int endOfMarks(String text, int from) {
    int at = from;
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** C++, C# and their like are words of their own. */
  private static int endOfSigns(String text, int from) {
    int at = from;
    if (text.startsWith("++", from)) {
      at = from + 2;
    } else if (text.startsWith("#", from)) {
      at = from + 1;
    }
    boolean goesOn = at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
    return goesOn ? from : at;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean standsAlone(int character) {
    return character >= FIRST_WITHOUT_BLANKS
        && WITHOUT_BLANKS.contains(UnicodeScript.of(character));
  }

  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(character -> character < 128)) {
      return lower;
    }
    // Some forms of a letter become upper case only when they are decomposed.
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
}
