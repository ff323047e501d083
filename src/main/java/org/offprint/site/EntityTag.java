package org.offprint.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The opaque part of an entity tag (RFC 9110 section 8.8.3): 96 bits of the SHA-256 of the bytes.
 */
final class EntityTag {
  private static final int CONTENT_BYTES = 12;

  private EntityTag() {}

  static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, CONTENT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
