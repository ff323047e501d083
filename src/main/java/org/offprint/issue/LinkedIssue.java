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
 * @param isDead true if the issue was read without the link, since it leads nowhere
 */
public record LinkedIssue(
    String reference,
    String target,
    Optional<String> guess,
    Optional<String> slug,
    boolean isDead) {
  private static final Pattern ENDING =
      Pattern.compile("(?i)(?:/(?:readme|index))?(?:\\.(?:md|mdx|mdown|markdown|txt|html?))?/*$");

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
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

  /**
   * Returns the path to which it leads if there is no such issue, from a page in a folder of the site.
   *
   * @param home the path of the base URL, with a slash at its end
   * @return empty if that is no part of this site
   */
  public Optional<String> pathFrom(String pages, String home) {
    if (guess.isPresent()) {
      return guess.map(name -> pages + name);
    }
    String path = reference.replaceFirst("(?s)[?#].*", "");
    if (isOfSite()) {
      return Optional.of(path)
          .filter(root -> root.startsWith(home))
          .map(root -> root.substring(home.length() - 1));
    }
    return Optional.of("/" + References.normalised(pages, path).replaceFirst("^(?:\\.\\./)+", ""));
  }

  /** Returns true if it is written as a path from the root of the site. */
  public boolean isOfSite() {
    return reference.startsWith("/");
  }

  /** Returns true if another generator may have had an issue at its path. */
  public boolean mayBeAddress() {
    return isOfSite() || reference.startsWith("../") || reference.contains("://");
  }

  /** Returns true if it leads to a place in its page that an issue may have, whatever a generator named it. */
  public boolean leadsInto(Issue target) {
    int sign = reference.indexOf('#');
    String name = Places.decoded(reference.substring(sign + 1));
    return sign < 0
        || Places.isTop(name)
        || ID.matcher(target.content().markup())
            .results()
            .anyMatch(id -> Places.bare(id.group(1)).equals(Places.bare(name)));
  }
}
