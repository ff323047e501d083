package org.offprint.issue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link that may lead to the issue of another file.
 *
 * @param reference as the author wrote it
 * @param target the {@link #stem} of the file, below the folder of issues; one that begins with {@code /} counts from anywhere
 * @param guess the name of its page by the name of the file alone; empty if only the file shows that an issue is meant
 * @param slug the name of the page to which the link leads now; if empty, it is left as it is
 */
public record LinkedIssue(
    String reference, String target, Optional<String> guess, Optional<String> slug) {
  private static final Pattern ENDING =
      Pattern.compile("(?i)(?:/(?:readme|index))?(?:\\.(?:md|mdx|mdown|markdown|txt|html?))?/*$");

  private static final Pattern LAST = Pattern.compile(".*/");

  /** Returns the path of a file without its ending; for one that stands for its folder the path of that. */
  public static String stem(String path) {
    return ENDING.matcher(path).replaceFirst("");
  }

  /** Returns the last name of a stem. */
  public static String nameOf(String stem) {
    return LAST.matcher(stem).replaceFirst("");
  }

  /** Returns true if the file with a stem may be meant, since one of the paths is the end of the other one. */
  public boolean fits(String stem) {
    String wanted = target.startsWith("/") ? target : "/" + target;
    String own = "/" + stem;
    return wanted.endsWith(own) || own.endsWith(wanted);
  }

  /** Returns the path to which it leads if there is no such issue, from a page in a folder of the site. */
  public String pathFrom(String pages) {
    return guess.map(name -> pages + name).orElseGet(() -> {
      String path = reference.replaceFirst("(?s)[?#].*", "");
      return "/" + References.normalised(pages, path).replaceFirst("^(?:\\.\\./)+", "");
    });
  }
}
