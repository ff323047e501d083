package org.offprint.site;

import java.util.List;
import java.util.Optional;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.Finding;
import org.offprint.format.FeedRenderer;
import org.offprint.page.SearchPages;
import org.offprint.publication.Publication;
import org.offprint.search.Hit;
import org.offprint.search.SearchIndex;
import org.offprint.search.SearchOrder;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchRequest;

/**
 * Answers searches of one publication, as pages and as feeds. What was found is remembered among what strangers can
 * ask for, until the index changes. Thread-safe.
 */
final class Searches {
  private static final String HTML = "text/html";

  private final Publication publication;
  private final FeedAssembler feeds;
  private final SearchIndex index;
  private final Shelves shelves;
  private final SearchPages pages;

  Searches(Publication publication, FeedAssembler feeds, SearchIndex index, Shelves shelves) {
    this.publication = publication;
    this.feeds = feeds;
    this.index = index;
    this.shelves = shelves;
    this.pages = new SearchPages(publication, feeds);
  }

  /**
   * The answer to a search.
   *
   * @param path one of a search
   * @param parameters what stands behind the question mark, percent-encoded
   */
  Answer find(String path, String parameters) {
    SearchAddress meant = SearchAddress.parse(path, parameters);
    if (meant.format().isPresent() && meant.query().isBlank()) {
      return new Answer.Malformed(
          "a feed of a search needs words to search for, such as " + meant.target() + "?q=restic");
    }
    String target = meant.target();
    boolean isFeed = meant.format().isPresent();
    // Some clients write a tilde as it is, some encode it: sent elsewhere, they would come back for
    // ever.
    String asked = path + "?" + parameters.replace("%7E", "~").replace("%7e", "~");
    if (isFeed ? !target.equals(asked) : !target.startsWith(path)) {
      return new Answer.Moved(publication.permalinks().of(target).toString());
    }
    String name = "search " + index.number() + " " + target;
    return shelves
        .find(name)
        .<Answer>map(known -> new Answer.Searched(known, target))
        .orElseGet(() -> made(meant, name));
  }

  /** The page of the feed at a target, for people who open it. */
  Optional<Representation> findPageOfFeed(String target) {
    int mark = target.indexOf('?');
    return mark < 0 || !SearchAddress.isSearch(target.substring(0, mark))
        ? Optional.empty()
        : Optional.of(SearchAddress.parse(target.substring(0, mark), target.substring(mark + 1)))
            .filter(address -> !address.isRaw())
            .flatMap(address ->
                address.format().flatMap(format -> page(address.ofPage(), Optional.of(format))));
  }

  private Answer made(SearchAddress address, String name) {
    SearchOutcome outcome = search(address);
    if (outcome instanceof SearchOutcome.Later later) {
      Optional<Representation> page = address.format().isPresent()
          ? Optional.empty()
          : Optional.of(page(pages.later(address.query(), later)));
      return new Answer.Later(later.reason(), later.seconds(), page);
    }
    SearchOutcome.Found found = (SearchOutcome.Found) outcome;
    int last = Math.max(1, (found.count() + SearchPages.HITS - 1) / SearchPages.HITS);
    if (address.format().isEmpty() && address.page() > last) {
      return new Answer.SeeOther(
          publication.permalinks().of(address.ofPage(last).target()).toString());
    }
    Representation representation = address
        .format()
        .map(format -> feed(address, format, found))
        .orElseGet(() -> page(page(address, found, Optional.empty())));
    shelves.keepRare(name, representation);
    return new Answer.Searched(representation, address.target());
  }

  private SearchOutcome search(SearchAddress address) {
    return address
        .format()
        .map(format -> index.search(
            new SearchRequest(address.query(), SearchOrder.NEWEST, true, 0, feeds.mostFindings()),
            publication))
        .orElseGet(() -> address.query().isBlank()
            ? new SearchOutcome.Found(0, List.of())
            : index.search(
                new SearchRequest(
                    address.query(),
                    address.order(),
                    false,
                    (address.page() - 1) * SearchPages.HITS,
                    SearchPages.HITS),
                publication));
  }

  private Optional<Representation> page(SearchAddress address, Optional<FeedFormat> opened) {
    return search(address) instanceof SearchOutcome.Found found
        ? Optional.of(page(page(address, found, opened)))
        : Optional.empty();
  }

  private byte[] page(
      SearchAddress address, SearchOutcome.Found found, Optional<FeedFormat> opened) {
    return pages.found(
        new SearchPages.Place(
            address.query(), address.order(), address.page(), SearchAddress.MOST_PAGES, opened),
        found);
  }

  private static Representation page(byte[] body) {
    return new Representation(Representation.Kind.PAGE, HTML, body, Optional.empty());
  }

  private Representation feed(SearchAddress address, FeedFormat format, SearchOutcome.Found found) {
    List<Finding> findings = found.hits().stream().map(Searches::finding).toList();
    FeedDocument document = feeds.found(address.scope(), findings);
    return Representation.ofFeed(document, format, FeedRenderer.render(document, format));
  }

  private static Finding finding(Hit hit) {
    return hit.item()
        .map(placed -> Finding.of(hit.issue(), placed.section(), placed.item()))
        .orElseGet(() -> Finding.of(hit.issue()));
  }
}
