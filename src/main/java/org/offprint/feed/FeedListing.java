package org.offprint.feed;

import java.net.URI;
import org.offprint.publication.Permalinks;
import org.offprint.publication.Publication;

/**
 * A feed as the directory names it.
 *
 * @param scope which sections
 * @param lens issues or items
 * @param title as in the feed itself
 * @param name what the title says beside the publication's; empty for the whole
 * @param description as in the feed itself; may be empty
 * @param page the HTML page of the feed
 * @param permalinks where addresses begin
 */
public record FeedListing(
    FeedScope scope,
    Lens lens,
    String title,
    String name,
    String description,
    URI page,
    Permalinks permalinks) {
  static FeedListing of(Publication publication, Selection selection, Lens lens) {
    FeedScope scope = selection.scope();
    return new FeedListing(
        scope,
        lens,
        selection.title(publication, lens),
        selection.name(),
        selection.description(),
        publication.permalinks().of(scope.page()),
        publication.permalinks());
  }

  /** Its name, by whose words it is made. */
  public Wording wording() {
    return scope instanceof FeedScope.Except
        ? new Wording(Wording.ALL_BUT, name.substring(Wording.ALL_BUT.length()))
        : new Wording("", name);
  }

  /** The subscription document in one format. */
  public URI address(FeedFormat format) {
    return permalinks.of(path(format));
  }

  /** The path of the subscription document in one format. */
  public String path(FeedFormat format) {
    return new FeedAddress(scope, lens, format).path();
  }
}
