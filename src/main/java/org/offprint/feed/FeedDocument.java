package org.offprint.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Language;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.Masthead;

/**
 * One document of a feed, independent of its format.
 *
 * @param scope the sections of the feed
 * @param lens issues or items
 * @param masthead of the publication
 * @param id permanent, the same in every format
 * @param title plain text; names the section
 * @param description plain text; may be empty
 * @param page the HTML page of the feed
 * @param updated the latest change of its entries that their authors declare; 1970 if it has none
 * @param changed the time at which the newest of its entries could first be read
 * @param entries newest first
 * @param place its place among the documents of its feed
 * @param rhythm the usual time from one issue to the next; empty if unknown, and for archive documents
 * @param hubs those that tell of its changes
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
    Optional<Duration> rhythm,
    FeedRules.Hubs hubs) {
  public FeedDocument {
    entries = List.copyOf(entries);
  }

  /** Returns the authors of the feed; without any it is by the newsletter, since Atom requires one (RFC 4287, 4.1.1). */
  public List<Author> authors() {
    return masthead.authors().isEmpty() ? List.of(Author.of(masthead.title())) : masthead.authors();
  }

  /** Returns the language of the feed: its own if it has the issues in one language, else that of the newsletter. */
  public String language() {
    return scope instanceof FeedScope.Faceted only && only.facet() == Facet.LANGUAGE
        ? Language.find(only.key().value()).orElse(masthead.language())
        : masthead.language();
  }

  /** Returns the page that describes our extensions of feeds: the directory. */
  public URI extensionPage() {
    return masthead.addresses().of(Addresses.DIRECTORY);
  }

  /** Returns the URL of the document in one format. */
  public URI self(FeedFormat format) {
    return address(format, place.number());
  }

  /** Returns the URL of the subscription document, if this is another. */
  public Optional<URI> current(FeedFormat format) {
    return place.isArchive() ? Optional.of(address(format, Optional.empty())) : Optional.empty();
  }

  /** Returns the URL of the archive document with older entries. */
  public Optional<URI> older(FeedFormat format) {
    return place.older().map(number -> address(format, Optional.of(number)));
  }

  /** Returns the URL of the archive document with newer entries. */
  public Optional<URI> newer(FeedFormat format) {
    return place.newer().map(number -> address(format, Optional.of(number)));
  }

  private URI address(FeedFormat format, Optional<Integer> archive) {
    FeedAddress address = new FeedAddress(scope, lens, format, archive);
    return masthead.addresses().of(address.path());
  }

  /**
   * The place of a document among those of its feed (RFC 5005 section 4).
   *
   * @param number of an archive document, counted from 1, the oldest; empty for the subscription
   *     document
   * @param older the number of the archive document with older entries
   * @param newer the number of the archive document with newer entries
   */
  public record DocumentPlace(
      Optional<Integer> number, Optional<Integer> older, Optional<Integer> newer) {
    /** The place of a subscription document that has all entries. */
    public static final DocumentPlace COMPLETE =
        new DocumentPlace(Optional.empty(), Optional.empty(), Optional.empty());

    static DocumentPlace before(int older) {
      return new DocumentPlace(Optional.empty(), Optional.of(older), Optional.empty());
    }

    /** Returns true for an archive document. */
    public boolean isArchive() {
      return number.isPresent();
    }
  }
}
