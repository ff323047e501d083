package org.offprint.site;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;

/**
 * Bytes ready to be sent, with their media type and validators (RFC 9110). Thread-safe and immutable, but for its
 * compressed forms, which are made on first demand and kept.
 */
public final class Representation {
  /** Smaller bodies fit into one packet with their headers: compression gains nothing. */
  private static final int LEAST_PACKED = 1000;

  private static final int OVERHEAD = 500;

  private static final String HTML = "text/html";

  /** The purpose of a representation, which decides how it is delivered. */
  public enum Kind {
    /** A feed, polled by software from anywhere. */
    FEED,
    /** A page for people. */
    PAGE,
    /** A page with the state of this very process. */
    STATE,
    /** A file that pages need, or Markdown. */
    FILE,
    /** A file that pages need, at an address that changes with its content. */
    ASSET
  }

  /**
   * The links of a representation, each in the form of one {@code Link} header (RFC 8288).
   *
   * @param ownHub to the hub of this server
   * @param otherHubs to other hubs
   * @param others all others, such as that of a feed to itself
   */
  record Links(Optional<String> ownHub, List<String> otherHubs, List<String> others) {
    static final Links NONE = new Links(Optional.empty(), List.of(), List.of());

    Links {
      otherHubs = List.copyOf(otherHubs);
      others = List.copyOf(others);
    }
  }

  private final Kind kind;
  private final String mediaType;
  private final byte[] body;
  private final String tag;
  private final Optional<Instant> lastModified;
  private final Links links;
  private final Map<ContentCoding, ByteBuffer> packed = new ConcurrentHashMap<>();

  Representation(Kind kind, String mediaType, byte[] body, Optional<Instant> lastModified) {
    this(kind, mediaType, body, lastModified, Links.NONE);
  }

  Representation(
      Kind kind, String mediaType, byte[] body, Optional<Instant> lastModified, Links links) {
    this(kind, mediaType, body, ContentTag.of(body), lastModified, links);
  }

  private Representation(
      Kind kind,
      String mediaType,
      byte[] body,
      String tag,
      Optional<Instant> lastModified,
      Links links) {
    this.links = links;
    this.kind = kind;
    this.mediaType = mediaType;
    this.body = body;
    this.tag = tag;
    this.lastModified = lastModified;
  }

  /** Makes a page for people. */
  static Representation ofPage(byte[] html) {
    return ofPage(html, List.of());
  }

  /** Makes a page for people with {@code Link} headers, each as {@link #link} makes it. */
  static Representation ofPage(byte[] html, List<String> links) {
    return new Representation(
        Kind.PAGE, HTML, html, Optional.empty(), new Links(Optional.empty(), List.of(), links));
  }

  /** Makes a page that no cache may keep. */
  static Representation ofState(byte[] html) {
    return new Representation(Kind.STATE, HTML, html, Optional.empty());
  }

  /** Makes a file. */
  static Representation ofFile(String mediaType, byte[] body) {
    return new Representation(Kind.FILE, mediaType, body, Optional.empty());
  }

  /** Makes a document of a feed in one format. */
  static Representation ofFeed(FeedDocument document, FeedFormat format, byte[] body) {
    Links links = new Links(
        document.hubs().own().map(Representation::linkToHub),
        document.hubs().others().stream().map(Representation::linkToHub).toList(),
        List.of(link(document.self(format), "self", format.mediaType())));
    return new Representation(
        Kind.FEED, format.mediaType(), body, Optional.of(document.changed()), links);
  }

  /**
   * Returns the version that follows another: that one itself, with its compressed forms, if the bytes are the same.
   * Otherwise this one gets a later date than that one. The dates of its issues do not show that an issue was removed
   * or a setting changed, and a client that sends {@code If-Modified-Since} would miss it.
   *
   * @param now the moment of a change that has none of its own; it is rounded up to the second
   */
  Representation following(Representation last, Instant now) {
    if (Arrays.equals(body, last.body)) {
      return last;
    }
    Optional<Instant> before = last.lastModified;
    boolean isLater = before.isEmpty()
        || lastModified.filter(own -> own.isAfter(before.get())).isPresent();
    if (isLater) {
      return this;
    }
    Instant since = now.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> date = before
        .map(moment -> moment.plusSeconds(1))
        .map(least -> since.isAfter(least) ? since : least);
    return new Representation(kind, mediaType, body, tag, date, links);
  }

  /** A {@code Link} header. */
  static String link(URI target, String relation, String mediaType) {
    return "<%s>; rel=\"%s\"; type=\"%s\"".formatted(target, relation, mediaType);
  }

  private static String linkToHub(URI hub) {
    return "<%s>; rel=\"hub\"".formatted(hub);
  }

  /** Returns its purpose. */
  public Kind kind() {
    return kind;
  }

  /** The content type without its charset. */
  String mediaType() {
    return mediaType;
  }

  /** The content type, with its charset where it is text. */
  public String contentType() {
    return mediaType.startsWith("image/") ? mediaType : mediaType + "; charset=utf-8";
  }

  /** The bytes, read-only. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }

  /** Returns the number of bytes. */
  public int length() {
    return body.length;
  }

  /** The bytes in a coding, read-only; they may be more than the plain ones. */
  public ByteBuffer body(ContentCoding coding) {
    return packed
        .computeIfAbsent(coding, wanted -> offHeap(wanted.encode(body)))
        .duplicate();
  }

  /** Returns true if the form in a coding has been made already. */
  public boolean has(ContentCoding coding) {
    return packed.containsKey(coding);
  }

  /** The system sends it from there without another copy. */
  private static ByteBuffer offHeap(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  /** Returns true if compression is worth the time: a page that is rendered for each request is sent only once. */
  public boolean isWorthPacking() {
    return kind != Kind.STATE && body.length >= LEAST_PACKED;
  }

  /** Returns the approximate memory that it takes with its compressed forms. */
  int footprint() {
    return body.length + body.length / 2 + OVERHEAD;
  }

  /** Returns the opaque part of its ETag: the same bytes have the same on every machine. */
  public String tag() {
    return tag;
  }

  /**
   * Returns its links, hubs first, each in the form of one {@code Link} header (RFC 8288).
   *
   * @param withOwnHub false leaves out the hub of this server
   */
  public List<String> links(boolean withOwnHub) {
    return Stream.of(
            links.ownHub().filter(hub -> withOwnHub).stream(),
            links.otherHubs().stream(),
            links.others().stream())
        .flatMap(some -> some)
        .toList();
  }

  /** Returns true if a hub tells of its changes. */
  public boolean isTopic() {
    return links.ownHub().isPresent() || !links.otherHubs().isEmpty();
  }

  Links links() {
    return links;
  }

  /** Returns the last change of its content, to the second; empty if that is unknown. */
  public Optional<Instant> lastModified() {
    return lastModified;
  }
}
