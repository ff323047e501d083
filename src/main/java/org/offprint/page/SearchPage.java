package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.search.Snippet;

/** What the page of a search shows. */
record SearchPage(
    Frame frame,
    String action,
    String query,
    List<String> notices,
    List<String> understood,
    String count,
    List<Line> hits,
    Optional<PageLinks.Link> otherOrder,
    Optional<String> before,
    Optional<String> after,
    List<PageLinks.FeedLink> feeds,
    Optional<PageLinks.FeedLink> opened) {
  /** One hit: where it stands, and what is marked in it. */
  record Line(
      List<Snippet.Piece> title,
      String target,
      List<Snippet.Piece> snippet,
      IssueLine issue,
      Optional<PageLinks.Link> section,
      boolean isSponsored) {}
}
