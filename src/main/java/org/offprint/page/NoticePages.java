package org.offprint.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedListing;
import org.offprint.publication.Publication;

/** Makes what people see at the addresses of feeds. Immutable. */
record NoticePages(
    Publication publication, FeedAssembler feeds, PageFrames frames, PageLinks links) {
  private static final int MOST_ENTRIES = 10;
  private static final String RAW = "?raw";

  NoticePage page(FeedListing listing, FeedAddress asked) {
    FeedAddress current = new FeedAddress(asked.scope(), asked.lens(), asked.format());
    return new NoticePage(
        frames.ofFeed(
            listing.title(),
            listing.scope().page(),
            listing.scope(),
            Frame.Card.website(listing.description())),
        listing.title(),
        links.feed(current),
        links.of(asked.path()) + RAW,
        asked.archive(),
        links.feeds(asked.scope(), asked.lens()).stream()
            .filter(other -> !other.format().equals(asked.format().label()))
            .toList(),
        links.of(listing.scope().page()),
        feeds.newest(asked.scope(), asked.lens(), MOST_ENTRIES).stream()
            .map(this::line)
            .toList());
  }

  private NoticePage.Line line(Entry entry) {
    // An item is dated some seconds before its issue: that may be another day.
    OffsetDateTime moment = publication
        .findIssue(entry.origin().issue())
        .map(published -> published.issue().date())
        .orElseGet(() -> entry.published().atOffset(ZoneOffset.UTC));
    return new NoticePage.Line(
        entry.title(),
        entry.permalink().toString(),
        IssueLine.machineDate(moment),
        IssueLine.date(moment, frames.language()),
        IssueLine.differing(entry.language(), frames.language()));
  }
}
