package org.offprint.page;

import org.offprint.feed.FeedScope;
import org.offprint.publication.Permalinks;
import org.offprint.publication.SectionKey;

/** Addresses as pages use them: without scheme and host, so that a page works under any name. */
record PageLinks(Permalinks permalinks) {
  /** A text and where it leads. */
  record Link(String text, String target) {}

  String of(String path) {
    return permalinks.of(path).getRawPath();
  }

  String section(SectionKey key) {
    return of(FeedScope.of(key).page());
  }
}
