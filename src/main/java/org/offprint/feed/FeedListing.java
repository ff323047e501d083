package org.offprint.feed;

import java.net.URI;
import java.util.List;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;

/**
 * A feed in the directory.
 *
 * @param scope the sections of the feed
 * @param lens issues or items
 * @param title as in the feed itself
 * @param name the title without the publication's; empty for the whole
 * @param description as in the feed itself; may be empty
 * @param addresses of the publication
 */
public record FeedListing(
    FeedScope scope,
    Lens lens,
    String title,
    BilingualTitle name,
    String description,
    Addresses addresses) {
  static FeedListing of(Publication publication, Selection selection, Lens lens) {
    FeedScope scope = selection.scope();
    return new FeedListing(
        scope,
        lens,
        selection.title(publication, lens),
        selection.name(),
        selection.description(),
        publication.addresses());
  }

  /** Returns the URL of the HTML page of the feed. */
  public URI page() {
    return addresses.of(scope.page());
  }

  /** Returns the URL of the subscription document in one format. */
  public URI address(FeedFormat format) {
    return addresses.of(path(format));
  }

  /** Returns the path of the subscription document in one format. */
  public String path(FeedFormat format) {
    return new FeedAddress(scope, lens, format).path();
  }

  /**
   * Feeds under one heading of the directory.
   *
   * @param title the heading
   * @param feeds in order
   */
  public record FeedGroup(String title, List<FeedListing> feeds) {
    public FeedGroup {
      feeds = List.copyOf(feeds);
    }
  }

  /**
   * A title or description of a feed in two parts, whose languages may differ.
   *
   * @param own words of the program, which come first; may be empty
   * @param publishers words of the publisher; may be empty
   */
  public record BilingualTitle(String own, String publishers) {
    static final BilingualTitle NOTHING = new BilingualTitle("", "");

    /** Returns true if both parts are empty. */
    public boolean isEmpty() {
      return own.isEmpty() && publishers.isEmpty();
    }

    /** Returns both parts. */
    public String text() {
      return own + publishers;
    }
  }
}
