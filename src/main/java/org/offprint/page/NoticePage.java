package org.offprint.page;

import java.util.List;
import java.util.Optional;

/**
 * What a person sees who opens the address of a feed.
 *
 * @param feed the address to subscribe to
 * @param raw where the document stands that readers get
 * @param archive the number of the archive document that was asked for
 * @param others the same feed in other formats
 * @param page the page of the feed's scope
 */
record NoticePage(
    Frame frame,
    String title,
    PageLinks.FeedLink feed,
    String raw,
    Optional<Integer> archive,
    List<PageLinks.FeedLink> others,
    String page,
    List<Line> entries) {
  /** One of the newest entries, with the language of its title where it differs from the page's own. */
  record Line(
      String title, String target, String machineDate, String date, Optional<String> language) {}
}
