package org.offprint.site;

import org.offprint.feed.FeedChoice;

/** Parses the form that combines sections into a feed; values that cannot be decoded are ignored. */
final class BuilderForm {
  private BuilderForm() {}

  static FeedChoice parse(String query) {
    Parameters given = Parameters.parse(query);
    return FeedChoice.of(
        given.first("mode"), given.all("section"), given.first("lens"), given.first("format"));
  }
}
