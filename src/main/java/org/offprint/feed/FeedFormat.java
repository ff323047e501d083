package org.offprint.feed;

import java.util.Optional;
import java.util.stream.Stream;

/** A format of feeds. */
public enum FeedFormat {
  /** RFC 4287. */
  ATOM("atom", "Atom", "application/atom+xml"),
  /** RSS 2.0. */
  RSS("rss", "RSS", "application/rss+xml"),
  /** JSON Feed 1.1. */
  JSON("json", "JSON Feed", "application/feed+json");

  private final String suffix;
  private final String label;
  private final String mediaType;

  FeedFormat(String suffix, String label, String mediaType) {
    this.suffix = suffix;
    this.label = label;
    this.mediaType = mediaType;
  }

  /** Returns the end of its paths, without the dot. */
  public String suffix() {
    return suffix;
  }

  /** Returns its name for people. */
  public String label() {
    return label;
  }

  /** Returns its media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Finds the format of a suffix; {@code xml} is Atom, as in many site generators. */
  public static Optional<FeedFormat> ofSuffix(String suffix) {
    return suffix.equals("xml")
        ? Optional.of(ATOM)
        : Stream.of(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }
}
