package org.offprint.publication;

import java.net.URI;
import org.offprint.issue.Issue;

/**
 * The addresses of pages, absolute below one base. Immutable.
 *
 * @param baseUri absolute, ending in {@code /}
 */
public record Permalinks(URI baseUri) {
  /** The path of the issue pages, relative to the base. */
  public static final String ISSUES = "issues/";

  /** Any address of ours; {@code path} begins with {@code /}. */
  public URI of(String path) {
    return URI.create(baseUri + path.substring(1));
  }

  /** The page of an issue. */
  public URI issue(Issue issue) {
    return baseUri.resolve(ISSUES + issue.slug());
  }

  /** A place in the page of an issue. */
  public URI issue(Issue issue, String anchor) {
    return URI.create(issue(issue) + "#" + anchor);
  }
}
