package org.offprint.page;

import java.util.List;
import java.util.Optional;
import org.offprint.issue.Item;
import org.offprint.publication.PublishedIssue;

/**
 * One heading of an issue and what stands under it.
 *
 * @param page where the issue stands; empty on that very page
 * @param more how many items there are besides those listed
 */
record OutlineLine(
    String heading, String anchor, boolean isSponsored, String page, List<Item> items, int more) {

  static List<OutlineLine> of(PublishedIssue published, String page, int mostItems) {
    return published.parts().stream()
        .map(placed -> {
          List<Item> items = placed.part().items();
          // One more costs no more room than to say so.
          int shown = items.size() <= mostItems + 1 ? items.size() : mostItems;
          return new OutlineLine(
              Optional.of(placed.part().heading())
                  .filter(heading -> !heading.isBlank())
                  .orElse(placed.section().title()),
              placed.part().anchor(),
              placed.section().isSponsored(),
              page,
              items.subList(0, shown),
              items.size() - shown);
        })
        .toList();
  }
}
