package org.offprint.site;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Bytes ready to be sent, with their media type and validators (RFC 9110). Immutable. */
public final class Representation {
  private static final int TAG_BYTES = 12;

  /** What a representation is for, which decides how it is delivered. */
  public enum Kind {
    /** A feed, polled by software from anywhere. */
    FEED,
    /** A page for people. */
    PAGE,
    /** A page that tells the state of this very process. */
    STATE,
    /** A file that pages need, or Markdown. */
    FILE
  }

  private final Kind kind;
  private final String mediaType;
  private final byte[] body;
  private final String tag;
  private final Optional<Instant> lastModified;
  private final List<String> links;

  Representation(Kind kind, String mediaType, byte[] body, Optional<Instant> lastModified) {
    this(kind, mediaType, body, lastModified, List.of());
  }

  Representation(
      Kind kind,
      String mediaType,
      byte[] body,
      Optional<Instant> lastModified,
      List<String> links) {
    this.links = List.copyOf(links);
    this.kind = kind;
    this.mediaType = mediaType;
    this.body = body;
    this.tag = tag(body);
    this.lastModified = lastModified;
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What it is for. */
  public Kind kind() {
    return kind;
  }

  /** The content type, with its charset. */
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** The bytes, read-only. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }

  /** How many bytes. */
  public int length() {
    return body.length;
  }

  /** The opaque part of its entity tag: the same bytes have the same on every machine. */
  public String tag() {
    return tag;
  }

  /** What it links to, each as one {@code Link} header has it (RFC 8288). */
  public List<String> links() {
    return links;
  }

  /** When what it says last changed, to the second; empty where nobody can tell. */
  public Optional<Instant> lastModified() {
    return lastModified;
  }
}
