package org.offprint.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names for addresses: {@code [a-z0-9-]}, the same for the same text on every machine. */
public final class Slug {
  private static final int LONGEST = 100;
  private static final int FINGERPRINT_BYTES = 6;
  /** To put marks in order can cost the square of their number. */
  private static final int MOST_READ = 4_000;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");
  /** Letters that Unicode does not decompose into a Latin letter and a mark. */
  private static final Map<String, String> LETTERS = Map.of(
      "ø", "o", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

  private Slug() {}

  /**
   * The slug of a text: accents removed, lower case, everything else a hyphen. A text without a
   * Latin letter or digit gets a name from its fingerprint, and so does the rest of a very long one; an empty one gives {@code untitled}.
   */
  public static String of(String text) {
    String beginning = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    String folded = beginning.strip().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      folded = folded.replace(letter.getKey(), letter.getValue());
    }
    folded = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD)).replaceAll("");
    String slug = EDGES.matcher(OTHERS.matcher(folded).replaceAll("-")).replaceAll("");
    if (slug.length() > LONGEST) {
      return EDGES.matcher(slug.substring(0, LONGEST / 2)).replaceAll("") + "-" + fingerprint(slug);
    }
    if (!slug.isEmpty()) {
      return slug;
    }
    return text.isBlank() ? "untitled" : "n-" + fingerprint(text.strip());
  }

  /** Returns a short name of a text: the first 48 bits of its SHA-256, as 12 hexadecimal digits. */
  static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
