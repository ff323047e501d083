package org.offprint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The mark that browsers show beside the title of a page, where the publisher has none. */
public enum Favicon {
  /** For browsers of today, in any size. */
  SVG("/favicon.svg", "image/svg+xml"),
  /** For all others, and for those who ask without having seen a page: 16, 32 and 48 pixels wide. */
  ICO("/favicon.ico", "image/x-icon");

  private final String path;
  private final String mediaType;

  Favicon(String path, String mediaType) {
    this.path = path;
    this.mediaType = mediaType;
  }

  /** Where it is served. */
  public String path() {
    return path;
  }

  /** What it is. */
  public String mediaType() {
    return mediaType;
  }

  /** Its bytes. */
  public byte[] read() {
    try (InputStream mark = Favicon.class.getResourceAsStream(path.substring(1))) {
      return Objects.requireNonNull(mark, "the jar has a mark").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
