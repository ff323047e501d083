package org.offprint.publication;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.offprint.issue.ReadingRules;

/**
 * The files that the publisher excludes, and the maximum size of the others.
 *
 * @param globs patterns for paths below the folder; one without {@code /} means the name
 *     at any depth, one that ends in {@code /} all that is in a folder
 * @param mostBytes a file above this size is a problem
 */
public record IgnoreRules(List<String> globs, int mostBytes) {
  /** Ignores nothing. */
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  /** Rules with the usual size. */
  public IgnoreRules(List<String> globs) {
    this(globs, ReadingRules.DEFAULT_MOST_BYTES);
  }

  /**
   * Checks the patterns.
   *
   * @throws java.util.regex.PatternSyntaxException if a glob is malformed
   */
  public IgnoreRules {
    globs = List.copyOf(globs);
    globs.forEach(IgnoreRules::matcher);
  }

  /** Returns true if a file, by its path below the folder, is excluded. */
  public boolean ignores(String file) {
    Path path = Path.of(file);
    return globs.stream().anyMatch(glob -> ignores(glob, path));
  }

  private static boolean ignores(String glob, Path path) {
    if (glob.endsWith("/")) {
      return ignores(glob + "**", path);
    }
    if (!glob.contains("/")) {
      return matcher(glob).matches(path.getFileName());
    }
    // As in .gitignore, and unlike in Java, two asterisks stand for no folder at all, too.
    return matcher(glob).matches(path)
        || (glob.startsWith("**/") && matcher(glob.substring(3)).matches(path));
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }
}
