package org.offprint.publication;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalTime;
import java.util.List;
import org.offprint.issue.DateRules;
import org.offprint.issue.ReadingRules;
import org.offprint.issue.TemplateRules;

/**
 * The files that the publisher excludes, the maximum size of the others, and the form of their dates.
 *
 * @param globs patterns for paths below the folder; one without {@code /} means the name
 *     at any depth, one that ends in {@code /} all that is in a folder
 * @param mostBytes a file above this size is a problem
 * @param publishTime the time of day of dates without one
 * @param dateOrder the order of day and month in dates such as 07-05-2026
 * @param templates the rules for the template languages in them
 */
public record FileRules(
    List<String> globs,
    int mostBytes,
    LocalTime publishTime,
    DateRules.Order dateOrder,
    TemplateRules templates) {
  /** Ignores nothing. */
  public static final FileRules NONE = new FileRules(List.of());

  /** Rules with the usual size and dates. */
  public FileRules(List<String> globs) {
    this(
        globs,
        ReadingRules.DEFAULT_MOST_BYTES,
        LocalTime.MIDNIGHT,
        DateRules.Order.UNKNOWN,
        TemplateRules.DEFAULT);
  }

  /**
   * Checks the patterns.
   *
   * @throws java.util.regex.PatternSyntaxException if a glob is malformed
   */
  public FileRules {
    globs = List.copyOf(globs);
    globs.forEach(FileRules::matcher);
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
