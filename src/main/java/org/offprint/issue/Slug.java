package org.offprint.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names for addresses: letters and digits in lower case, and hyphens between them; the same for the same text on every machine. */
public final class Slug {
  private static final int LONGEST = 100;
  /** Names of files have 255 bytes at most, and a letter up to four. */
  private static final int MOST_BYTES = 200;

  private static final int FINGERPRINT_BYTES = 6;
  /** To put marks in order can cost the square of their number. */
  private static final int MOST_READ = 4_000;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  /** Joiners and other signs without a width, and the choice of a picture for a letter. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+");

  /** Pictures that Unicode decomposes into letters. */
  private static final Pattern PICTURES = Pattern.compile("[™℠ℹ]");
  /** Flags, whose letters are those of a country or of a part of one. */
  private static final Pattern FLAG = Pattern.compile(
      "[\\x{1F1E6}-\\x{1F1FF}]{2}|\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]+");

  private static final int FIRST_OF_FLAG = 0x1F1E6;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int TAG = 0xE0000;

  private static final Pattern EDGES = Pattern.compile("^-+|-+$");

  /** The pluses of C++, behind a word. */
  private static final Pattern PLUS =
      Pattern.compile("(?<=[\\p{L}\\p{N}+])\\+(?=\\+|(?<=\\+\\+)|(?![\\p{L}\\p{N}]))");
  /** The sign of C#, behind a letter that stands alone. */
  private static final Pattern SHARP = Pattern.compile("(?<=(?<![\\p{L}\\p{N}])\\p{L})[#♯]");
  /** The dot of .NET, before a word. */
  private static final Pattern DOT = Pattern.compile("(?<![\\p{L}\\p{N}.])\\.(?=\\p{L})");

  /** An ampersand or a plus between words, which is a word. */
  private static final Pattern AND = Pattern.compile(
      "(?<=[\\p{L}\\p{N}][^\\p{L}\\p{N}&+]{0,9})[&+](?=[^\\p{L}\\p{N}&+]{0,9}[\\p{L}\\p{N}])");
  /** A sign that stands several times, as for a price. */
  private static final Pattern REPEATED = Pattern.compile("([\\p{Sc}%‰٪§])\\1+");
  /** The signs of C-- and A*, behind a letter that stands alone, and of *nix, if it is no emphasis. */
  private static final Pattern BEHIND_LETTER = Pattern.compile(
      "(?<=(?<![\\p{L}\\p{N}])\\p{L})(?:--(?![\\p{L}\\p{N}-])|-$|\\*)|^[^\\p{L}\\p{N}*]*\\*(?=\\p{L}[^*]*$)");

  private static final String OPERATORS = "~<>=±¬×÷\\x{2200}-\\x{22FF}";
  /** Signs that mean something wherever they stand, or between words or before numbers: no other ones are words. */
  private static final Pattern SIGN = Pattern.compile("[\\p{Sc}%‰٪§]|@(?=[\\p{L}\\p{N}])"
      + "|(?<=[\\p{L}\\p{N}])[\\^" + OPERATORS + "]++(?=[\\p{L}\\p{N}])"
      + "|(?<![\\p{L}\\p{N}+" + OPERATORS + "])[+" + OPERATORS + "]++(?=\\p{N})");

  private static final Map<Integer, String> NAMES =
      Map.of((int) '@', "at", (int) '-', "minus", (int) '*', "star");

  /** Letters that Unicode does not decompose into a Latin letter and a mark. */
  private static final Map<String, String> LETTERS = Map.of(
      "ø", "o", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

  private Slug() {}

  /**
   * Returns the slug of a text: Latin letters without accents, all other letters and digits as they are, in lower case,
   * and a hyphen for everything else; but {@code C++}, {@code C#} and {@code .NET} keep their signs as words, and so do
   * {@code 100%}, {@code R&D} and {@code $5}, so that texts that mean different things differ. A text without a letter or
   * digit gets a name from its fingerprint, and so does the rest of a very long one; an empty one gives {@code untitled}.
   */
  public static String of(String text) {
    String beginning = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String slug = folded(beginning);
    if (slug.length() > LONGEST || bytes(slug).length > MOST_BYTES) {
      int end =
          slug.offsetByCodePoints(0, Math.min(LONGEST / 2, slug.codePointCount(0, slug.length())));
      return EDGES.matcher(slug.substring(0, end)).replaceAll("") + "-" + fingerprint(slug);
    }
    if (!slug.isEmpty()) {
      return slug;
    }
    return text.isBlank() ? "untitled" : "n-" + fingerprint(text.strip());
  }

  /** Returns the words of a text of any length as slugs have them, without those that stand for signs. */
  public static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    lower(text).codePoints().forEach(letter -> {
      if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
        words.append((char) letter);
      } else {
        append(words, letter);
      }
    });
    return words.toString();
  }

  /** Returns true if a text can be a slug. */
  public static boolean is(String text) {
    return !text.isEmpty() && text.length() <= MOST_READ && folded(text).equals(text);
  }

  private static String folded(String text) {
    if (isPlain(text)) {
      return text;
    }
    String whole =
        FLAG.matcher(PICTURES.matcher(text.strip()).replaceAll("")).replaceAll(Slug::country);
    whole = lower(lower(INVISIBLE.matcher(whole).replaceAll("")));
    whole = PLUS.matcher(whole).replaceAll("-plus-");
    whole = SHARP.matcher(whole).replaceAll("-sharp-");
    whole = DOT.matcher(whole).replaceAll("-dot-");
    whole = AND.matcher(whole).replaceAll(sign -> sign.group().equals("&") ? "-and-" : "-plus-");
    whole = BEHIND_LETTER.matcher(whole).replaceAll(Slug::words);
    whole = REPEATED
        .matcher(whole)
        .replaceAll(signs ->
            Matcher.quoteReplacement(signs.group(1)) + "-x" + signs.group().length() + "-");
    whole = SIGN.matcher(whole).replaceAll(Slug::words);
    StringBuilder slug = new StringBuilder(whole.length());
    whole.codePoints().forEach(letter -> append(slug, letter));
    return EDGES.matcher(slug).replaceAll("");
  }

  private static String country(MatchResult flag) {
    return flag.group()
        .codePoints()
        .filter(letter -> letter != BLACK_FLAG)
        .map(letter -> letter < TAG ? 'a' + letter - FIRST_OF_FLAG : letter - TAG)
        .mapToObj(Character::toString)
        .collect(Collectors.joining("", "-", "-"));
  }

  /** Returns the name of each sign, by Unicode for most. */
  private static String words(MatchResult signs) {
    return signs
        .group()
        .codePoints()
        .mapToObj(sign -> Optional.ofNullable(NAMES.get(sign))
            .or(() -> Optional.ofNullable(Character.getName(sign)))
            .map(name -> name.toLowerCase(Locale.ROOT).replace(" sign", ""))
            .orElse(""))
        .collect(Collectors.joining("-", "-", "-"));
  }

  /** Most texts that are asked about are slugs of Latin letters. */
  private static boolean isPlain(String text) {
    char before = '-';
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean isWord = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
      if (!isWord && (letter != '-' || before == '-')) {
        return false;
      }
      before = letter;
    }
    return before != '-';
  }

  private static String lower(String text) {
    return Normalizer.normalize(
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKC);
  }

  /** Marks belong to the letter before them; a Latin one loses them. */
  private static void append(StringBuilder slug, int letter) {
    int last = slug.isEmpty() ? '-' : slug.codePointBefore(slug.length());
    if (isMark(letter)) {
      if (last != '-' && !isLatin(last)) {
        slug.appendCodePoint(letter);
      }
    } else if (!isLetterOrNumber(letter)) {
      slug.append(last == '-' ? "" : "-");
    } else if (isLatin(letter)) {
      String decomposed = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
      String bare = MARKS.matcher(decomposed).replaceAll("");
      slug.append(LETTERS.getOrDefault(bare, bare));
    } else {
      slug.appendCodePoint(letter);
    }
  }

  private static boolean isLetterOrNumber(int letter) {
    int type = Character.getType(letter);
    return Character.isLetterOrDigit(letter)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
        true;
      default -> false;
    };
  }

  private static boolean isLatin(int letter) {
    return letter < 0x80 || Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  /** Returns a short name of a text: the first 48 bits of its SHA-256, as 12 hexadecimal digits. */
  static String fingerprint(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
