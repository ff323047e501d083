package org.offprint.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.publication.Masthead;
import org.offprint.publication.Permalinks;

/**
 * What one document of a feed says, in no format.
 *
 * @param scope which sections
 * @param lens issues or items
 * @param masthead who publishes
 * @param id permanent, the same in every format
 * @param title plain text; names the section
 * @param description plain text; may be empty
 * @param page the HTML page of the feed
 * @param updated the latest change of its entries that their authors declare; 1970 if it has none
 * @param changed when readers could first have had the newest of its entries
 * @param entries newest first
 * @param place where it stands among the documents of its feed
 * @param rhythm the usual time from one issue to the next; empty where nobody can tell, and for
 *     archive documents
 */
public record FeedDocument(
    FeedScope scope,
    Lens lens,
    Masthead masthead,
    URI id,
    String title,
    String description,
    URI page,
    Instant updated,
    Instant changed,
    List<Entry> entries,
    DocumentPlace place,
    Optional<Duration> rhythm) {
  public FeedDocument {
    entries = List.copyOf(entries);
  }

  /** The page that says what software finds in our feeds: the directory. */
  public URI extensionPage() {
    return new Permalinks(masthead.baseUri()).of(FeedAssembler.DIRECTORY);
  }

  /** The address of the document in one format. */
  public URI self(FeedFormat format) {
    return address(format, place.number());
  }

  /** The subscription document, if this is another. */
  public Optional<URI> current(FeedFormat format) {
    return place.isArchive() ? Optional.of(address(format, Optional.empty())) : Optional.empty();
  }

  /** The archive document with the entries before. */
  public Optional<URI> older(FeedFormat format) {
    return place.older().map(number -> address(format, Optional.of(number)));
  }

  /** The archive document with the entries after. */
  public Optional<URI> newer(FeedFormat format) {
    return place.newer().map(number -> address(format, Optional.of(number)));
  }

  private URI address(FeedFormat format, Optional<Integer> archive) {
    FeedAddress address = new FeedAddress(scope, lens, format, archive);
    return new Permalinks(masthead.baseUri()).of(address.path());
  }
}
