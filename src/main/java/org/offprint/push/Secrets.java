package org.offprint.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the secrets of subscribers, and signs with them. A stored secret begins with a byte that says how it is stored: 0 plainly, 1 by
 * AES-256-GCM, after a nonce of 12 bytes. Secrets of both forms can be read, so that a key can be set later. Thread-safe.
 */
final class Secrets {
  private static final byte PLAIN = 0;
  private static final byte SEALED = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKeySpec> key;
  private final SecureRandom random = new SecureRandom();

  /** Makes a keeper of secrets; without the operator's key it stores them plainly. */
  Secrets(Optional<String> key) {
    this.key = key.map(text -> new SecretKeySpec(
        hmac("offprint push secrets".getBytes(StandardCharsets.UTF_8), utf8(text)), "AES"));
  }

  /** Returns a secret as it is stored. */
  byte[] seal(byte[] secret) {
    try {
      if (key.isEmpty()) {
        return ByteBuffer.allocate(1 + secret.length).put(PLAIN).put(secret).array();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.get(), nonce);
      byte[] sealed = cipher.doFinal(secret);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(SEALED)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has AES-GCM", e);
    }
  }

  /** Returns a secret from its stored form; empty if the key that it was encrypted with is not the one set now. */
  Optional<byte[]> open(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    if (bytes.get() == PLAIN) {
      return Optional.of(rest(bytes));
    } else if (key.isEmpty()) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    try {
      bytes.get(nonce);
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key.get(), nonce).doFinal(rest(bytes)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /** Returns the signature of a body: {@code sha256=} and the HMAC in hexadecimal. */
  static String signature(byte[] secret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(secret, body));
  }

  /** Returns an address for the log: its host, and a hash of the rest, which is a secret between two. */
  static String masked(String address) {
    byte[] hash = hmac(utf8("log"), utf8(address));
    return Receiver.host(address) + "#" + HexFormat.of().formatHex(hash, 0, 4);
  }

  private static byte[] hmac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HMAC-SHA256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
