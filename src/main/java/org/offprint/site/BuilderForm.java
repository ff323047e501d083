package org.offprint.site;

import org.offprint.feed.FeedChoice;

/** Reads what browsers send of the form that puts a feed together; what cannot be decoded names nothing. */
final class BuilderForm {
  private BuilderForm() {}

  static FeedChoice parse(String query) {
    Parameters given = Parameters.parse(query);
    return FeedChoice.of(
        given.first("mode"), given.all("section"), given.first("lens"), given.first("format"));
  }
}
