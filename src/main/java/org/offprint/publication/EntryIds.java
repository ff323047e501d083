package org.offprint.publication;

import java.net.URI;
import java.util.Optional;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;

/**
 * Permanent ids (RFC 4151), which never come from title, format, scheme of the base URL, or position.
 * Immutable.
 *
 * @param tag {@code tag:authority,year}, and perhaps {@code :path}
 * @param issues the pattern of issue ids that readers know from another generator
 */
public record EntryIds(String tag, Optional<IssuePattern> issues) {
  /** The id of a feed; {@code path} begins with {@code /}, which no slug does. */
  public URI feed(String path) {
    return Addresses.encoded(tag + ":" + path);
  }

  /** The id of a whole issue: the author's, else one by the pattern, else one from its slug. */
  public URI issue(Issue issue) {
    return issue
        .id()
        .or(() -> issues.map(pattern -> Addresses.encoded(pattern.of(issue))))
        .orElseGet(() -> Addresses.encoded(tag + ":" + issue.slug()));
  }

  /** Returns the id of the part of an issue that a scope selects. */
  public URI selection(Issue issue, String scope) {
    return Addresses.encoded(tag + ":" + issue.slug() + "/" + scope);
  }

  /**
   * The id of an item, the same in every feed that has it.
   *
   * @param section empty for an item of an issue without sections
   */
  public URI item(Issue issue, Optional<Section> section, Item item) {
    return Addresses.encoded(tag + ":" + issue.slug() + "/"
        + section.map(own -> own.key().value()).orElse("-") + "/" + item.key());
  }
}
