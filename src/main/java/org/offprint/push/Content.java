package org.offprint.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content of a topic: the very bytes and the content type, with its charset, that a GET of the topic gives. Whoever makes one, or reads
 * its bytes, leaves them as they are.
 */
@SuppressWarnings("ArrayRecordComponent") // Two contents are compared by their hash.
public record Content(String contentType, byte[] body) {

  /** Returns the SHA-256 of the bytes and the type, in hexadecimal: what differs there is another version. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(contentType.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
