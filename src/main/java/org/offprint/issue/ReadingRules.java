package org.offprint.issue;

import java.net.URI;
import java.util.SortedMap;

/**
 * The rules of the publication that affect how an issue is parsed.
 *
 * @param source the rules for what authors write
 * @param issuesBase the address below which the issues' pages stand, ending in {@code /}; relative links resolve
 *     against an issue's page
 * @param mostBytes files above this size are a problem, in bytes
 * @param headings the rules for the content under headings
 * @param media the folders of paths from the root of the site, each relative to the folder of issues
 */
public record ReadingRules(
    SourceRules source,
    URI issuesBase,
    int mostBytes,
    HeadingRules headings,
    SortedMap<String, String> media) {
  /** 512 KiB: ten times a long issue. */
  public static final int DEFAULT_MOST_BYTES = 512 * 1024;

  public ReadingRules {
    if (!issuesBase.isAbsolute() || !issuesBase.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "issuesBase " + issuesBase + " must be absolute and end in /");
    }
  }

  DateRules dates() {
    return source.dates();
  }

  /** Returns the address of an issue, or of a page of the publisher's own. */
  URI permalink(String slug) {
    return issuesBase.resolve(slug.startsWith("/") ? ".." + slug : slug);
  }
}
