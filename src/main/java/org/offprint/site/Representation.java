package org.offprint.site;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes ready to be sent, with their media type and validators (RFC 9110). Thread-safe: what it says
 * never changes; its packed forms are made when they are first asked for, and kept.
 */
public final class Representation {
  private static final int TAG_BYTES = 12;
  /** What fits into one packet with its headers gains nothing. */
  private static final int LEAST_PACKED = 1000;

  private static final int OVERHEAD = 500;

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
  private final Map<ContentCoding, byte[]> packed = new EnumMap<>(ContentCoding.class);

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

  /** The bytes in a coding, read-only; they may be more than the plain ones. */
  public ByteBuffer body(ContentCoding coding) {
    synchronized (packed) {
      return ByteBuffer.wrap(packed.computeIfAbsent(coding, wanted -> wanted.encode(body)))
          .asReadOnlyBuffer();
    }
  }

  /** Whether packing it is worth the trouble: what is made anew for each request is sent but once. */
  public boolean isWorthPacking() {
    return kind != Kind.STATE && body.length >= LEAST_PACKED;
  }

  /** About how much memory it takes with its packed forms. */
  int footprint() {
    return body.length + body.length / 2 + OVERHEAD;
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
