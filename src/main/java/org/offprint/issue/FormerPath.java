package org.offprint.issue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path at which another generator had an issue, as its front matter says.
 *
 * @param path decoded; begins with {@code /}, and has no slash at its end
 * @param line the line of the file that says it
 */
public record FormerPath(String path, int line) {
  private static final int LONGEST = 1_000;

  private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|//).*");

  /** A place that a generator fills, or a sign that no path has. */
  private static final Pattern PLACE = Pattern.compile("(?:^|[/-]):[A-Za-z]|[\\[\\]{}<>*\\\\]");

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The styles of Jekyll, and the switches of Eleventy. */
  private static final Set<String> STYLES =
      Set.of("pretty", "date", "ordinal", "weekdate", "none", "true", "false", "yes", "no");

  /**
   * Returns the path that a text of front matter means.
   *
   * @param folder the folder, with a slash at its end, from which it counts unless it begins with a slash
   * @return empty if it is none, such as an address elsewhere or a pattern
   */
  static Optional<FormerPath> find(String text, String folder, int line) {
    String given = text.strip().replaceFirst("[?#].*", "");
    if (given.isEmpty()
        || given.length() > LONGEST
        || SCHEME.matcher(given).matches()
        || PLACE.matcher(given).find()
        || STYLES.contains(given.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String decoded = BROKEN_ESCAPE.matcher(given).find()
        ? given
        : URLDecoder.decode(given.replace("+", "%2B"), StandardCharsets.UTF_8);
    String path = References.normalised(decoded.startsWith("/") ? "" : folder, decoded)
        .replaceFirst("^(?:\\.\\./)+", "")
        .replaceFirst("(?:^|/)index\\.html?$", "");
    return path.isEmpty() || path.chars().anyMatch(Character::isISOControl)
        ? Optional.empty()
        : Optional.of(new FormerPath("/" + path, line));
  }
}
