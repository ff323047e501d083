package org.offprint.site;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.feed.EntryTrail;

/**
 * The opaque part of an entity tag (RFC 9110 section 8.8.3): 96 bits of the SHA-256 of the bytes, and
 * for a feed which entries it has. So any server can tell by the tag alone what is new for a client,
 * even one that was not running when the client got it.
 */
final class EntityTag {
  private static final int CONTENT_BYTES = 12;
  private static final Pattern WITH_TRAIL =
      Pattern.compile("[\\w-]{16}\\.(?<entries>[1-9][0-9]{0,3})\\.(?<print>[\\w-]{11})");

  private EntityTag() {}

  static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return base64(Arrays.copyOf(digest, CONTENT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(byte[] body, EntryTrail trail) {
    byte[] print = ByteBuffer.allocate(Long.BYTES).putLong(trail.print()).array();
    return of(body) + "." + trail.entries() + "." + base64(print);
  }

  /** Which entries the version had that got a tag; empty if the tag does not say. */
  static Optional<EntryTrail> trail(String tag) {
    Matcher parts = WITH_TRAIL.matcher(tag);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      long print =
          ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group("print"))).getLong();
      return Optional.of(new EntryTrail(Integer.parseInt(parts.group("entries")), print));
    } catch (IllegalArgumentException e) {
      // Made up: its last letter stands for no whole byte.
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
