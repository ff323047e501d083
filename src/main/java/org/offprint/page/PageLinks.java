package org.offprint.page;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.publication.Permalinks;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.SectionKey;

/** Addresses as pages use them: without scheme and host, so that a page works under any name. */
record PageLinks(Permalinks permalinks) {
  /** A text and where it leads. */
  record Link(String text, String target) {}

  /**
   * A feed in one format.
   *
   * @param target where it stands, without scheme and host
   * @param address the whole address, as readers take it
   */
  record FeedLink(String format, String target, String address, String mediaType) {}

  String of(String path) {
    URI address = permalinks.of(path);
    return address.getRawQuery() == null
        ? address.getRawPath()
        : address.getRawPath() + "?" + address.getRawQuery();
  }

  String absolute(String path) {
    return permalinks.of(path).toString();
  }

  String section(SectionKey key) {
    return of(FeedScope.of(key).page());
  }

  String issue(PublishedIssue published) {
    return permalinks.issue(published.issue()).getRawPath();
  }

  List<FeedLink> feeds(FeedScope scope, Lens lens) {
    return Stream.of(FeedFormat.values())
        .map(format -> feed(new FeedAddress(scope, lens, format)))
        .toList();
  }

  FeedLink feed(FeedAddress address) {
    return new FeedLink(
        address.format().label(),
        of(address.path()),
        absolute(address.path()),
        address.format().mediaType());
  }
}
