package org.offprint.publication;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * Which files the publisher keeps out.
 *
 * @param globs patterns for paths below the folder; one without {@code /} means the name at any depth
 */
public record IgnoreRules(List<String> globs) {
  /** Ignores nothing. */
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  /**
   * Checks the patterns.
   *
   * @throws java.util.regex.PatternSyntaxException if a glob is malformed
   */
  public IgnoreRules {
    globs = List.copyOf(globs);
    globs.forEach(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
  }

  boolean ignores(String file) {
    Path path = Path.of(file);
    return globs.stream()
        .anyMatch(glob -> FileSystems.getDefault()
            .getPathMatcher("glob:" + glob)
            .matches(glob.contains("/") ? path : path.getFileName()));
  }
}
