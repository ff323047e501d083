package org.offprint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of issues that a test fills. */
public record IssueFiles(Path folder) {
  /** Writes a file as it is; folders on the way are made. */
  public IssueFiles given(String name, String text) {
    return given(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes as they are. */
  public IssueFiles given(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an issue with a title, a date and a body. */
  public IssueFiles givenIssue(String name, String title, String date, String body) {
    return given(name, "---\ntitle: %s\ndate: %s\n---\n\n%s".formatted(title, date, body));
  }

  /** Removes a file. */
  public IssueFiles remove(String name) {
    try {
      Files.delete(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
