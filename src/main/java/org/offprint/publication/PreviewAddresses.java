package org.offprint.publication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.offprint.issue.Issue;

/**
 * The secret addresses of issues that are held back: the slug, and a code that only a holder of the key can make (HMAC-SHA-256, RFC
 * 2104, its first 128 bits). They stay the same until the key or the slug changes. Immutable.
 *
 * @param key known to the server and the publisher alone
 */
public record PreviewAddresses(String key) {
  /** The fewest characters of a key. */
  public static final int LEAST_CHARACTERS = 16;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int CODE_BYTES = 16;
  private static final Pattern PATH = Pattern.compile(
      Pattern.quote(Addresses.PREVIEW) + "(?<slug>[^/]+)-(?<code>[0-9a-f]{32})(?<file>/.+)?");

  public PreviewAddresses {
    if (key.length() < LEAST_CHARACTERS) {
      throw new IllegalArgumentException(
          "key must have at least " + LEAST_CHARACTERS + " characters");
    }
  }

  /**
   * A path that has the right code.
   *
   * @param slug of the issue
   * @param file the path of a file of the issue, beginning with {@code /}; empty for the issue itself
   */
  public record Place(String slug, Optional<String> file) {}

  /** Returns the secret path of an issue. */
  public String path(Issue issue) {
    return Addresses.PREVIEW + issue.slug() + "-" + HexFormat.of().formatHex(code(issue.slug()));
  }

  /** Parses a path; empty if its code is not the right one. */
  public Optional<Place> find(String path) {
    Matcher parts = PATH.matcher(path);
    return parts.matches()
            && MessageDigest.isEqual(
                HexFormat.of().parseHex(parts.group("code")), code(parts.group("slug")))
        ? Optional.of(new Place(parts.group("slug"), Optional.ofNullable(parts.group("file"))))
        : Optional.empty();
  }

  private byte[] code(String slug) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] whole = mac.doFinal(slug.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, CODE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "PreviewAddresses";
  }
}
