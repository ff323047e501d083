package org.offprint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The one stylesheet of all pages. */
public final class Stylesheet {
  /** Where it is served. */
  public static final String PATH = "/assets/offprint.css";

  private Stylesheet() {}

  /** Its bytes, in UTF-8. */
  public static byte[] read() {
    try (InputStream css = Stylesheet.class.getResourceAsStream("offprint.css")) {
      return Objects.requireNonNull(css, "the jar has a stylesheet").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
