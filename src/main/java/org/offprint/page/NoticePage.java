package org.offprint.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedListing;

/**
 * The page that a browser gets at the URL of a feed: it explains how to subscribe.
 *
 * @param feed the address to subscribe to
 * @param raw the target of the feed document itself
 * @param archive the number of the archive document at this URL
 * @param others this feed in other formats
 * @param page the page of the feed's scope
 */
record NoticePage(
    PageLayout layout,
    String title,
    PageLinks.FeedLink feed,
    String raw,
    Optional<Integer> archive,
    List<PageLinks.FeedLink> others,
    String page,
    List<EntryLine> entries) {
  private static final int MOST_ENTRIES = 10;
  private static final String RAW = "?raw";

  static NoticePage of(FeedListing listing, FeedAddress asked, PageContext context) {
    PageLinks links = context.links();
    return new NoticePage(
        PageLayout.of(
                context,
                listing.title(),
                listing.scope().page(),
                PageLayout.Card.website(listing.description()))
            .about(listing.scope())
            .offering(listing),
        listing.title(),
        links.feed(new FeedAddress(asked.scope(), asked.lens(), asked.format())),
        links.of(asked.path()) + RAW,
        asked.archive(),
        links.feeds(asked.scope(), asked.lens()).stream()
            .filter(other -> !other.format().equals(asked.format().label()))
            .toList(),
        links.of(listing.scope().page()),
        context.feeds().newest(asked.scope(), asked.lens(), MOST_ENTRIES).stream()
            .map(entry -> EntryLine.of(entry, context))
            .toList());
  }

  /** An entry, with the language of its title where it differs from the page's own. */
  record EntryLine(
      String title, String target, String machineDate, String date, Optional<String> language) {
    private static EntryLine of(Entry entry, PageContext context) {
      // An item is dated some seconds before its issue: that may be another day.
      OffsetDateTime moment = context
          .publication()
          .findIssue(entry.source().issue())
          .map(published -> published.issue().date())
          .orElseGet(() -> entry.published().atOffset(ZoneOffset.UTC));
      return new EntryLine(
          entry.title(),
          entry.permalink().toString(),
          PageLinks.machineDate(moment),
          context.links().date(moment),
          context.links().differing(entry.language()));
    }
  }
}
