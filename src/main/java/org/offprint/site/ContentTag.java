package org.offprint.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Makes the opaque part of entity tags (RFC 9110 section 8.8.3): 96 bits of the SHA-256 of the bytes. */
final class ContentTag {
  private static final int TAG_BYTES = 12;

  private ContentTag() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(byte[] body) {
    MessageDigest digest = digest();
    digest.update(body);
    return of(digest);
  }

  /** Returns the tag of the bytes that a digest has taken, which begins anew. */
  static String of(MessageDigest digest) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest.digest(), TAG_BYTES));
  }
}
