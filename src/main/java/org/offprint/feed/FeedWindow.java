package org.offprint.feed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much the document that people subscribe to holds; whichever limit is met first ends it, but it
 * has at least one entry.
 *
 * @param issues the most entries in the lens of issues
 * @param items the most entries in the lens of items
 * @param bytes about how many bytes its entries take in the largest format
 */
public record FeedWindow(int issues, int items, int bytes) {
  /** 20 issues, 100 items, 500 KB: what every known reader accepts. */
  public static final FeedWindow DEFAULT = new FeedWindow(20, 100, 500_000);

  /** The most entries that settings can ask for. */
  public static final int MOST_ENTRIES = 1000;

  public FeedWindow {
    if (issues < 1 || items < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "issues %s, items %s and bytes %s must be >= 1".formatted(issues, items, bytes));
    }
  }

  /**
   * As many entries as it has room for.
   *
   * @param all the newest first; few more are made than fit
   */
  List<Entry> newest(Iterator<Supplier<Entry>> all, Lens lens) {
    List<EntrySize> candidates = candidates(all, lens);
    long most = candidates.stream().mapToLong(EntrySize::most).sum();
    long taken = 0;
    int fitting = 0;
    // To make the Markdown takes time; nearly all feeds fit whatever it comes to.
    while (fitting < candidates.size() && most > bytes) {
      EntrySize next = candidates.get(fitting);
      long exact = next.exact();
      taken += exact;
      most += exact - next.most();
      if (taken > bytes && fitting > 0) {
        break;
      }
      fitting++;
    }
    return candidates.stream()
        .limit(most > bytes ? fitting : candidates.size())
        .map(EntrySize::entry)
        .toList();
  }

  /** Those that fit without their Markdown. */
  private List<EntrySize> candidates(Iterator<Supplier<Entry>> all, Lens lens) {
    List<EntrySize> candidates = new ArrayList<>();
    long least = 0;
    while (all.hasNext() && candidates.size() < entries(lens)) {
      EntrySize next = EntrySize.of(all.next().get());
      least += next.rest();
      if (least > bytes && !candidates.isEmpty()) {
        break;
      }
      candidates.add(next);
    }
    return candidates;
  }

  private int entries(Lens lens) {
    return lens == Lens.ISSUES ? issues : items;
  }
}
