package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of the running program. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** Returns the version that the build wrote into the jar, such as {@code 1.2.0}. */
  public static String text() {
    try (InputStream file = ProgramVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(file, "the jar has version.properties"));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
