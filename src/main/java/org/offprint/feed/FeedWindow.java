package org.offprint.feed;

/**
 * How much the document that people subscribe to holds; whichever limit is met first ends it, but it
 * has at least one entry.
 *
 * @param issues the most entries in the lens of issues
 * @param items the most entries in the lens of items
 * @param bytes about how many bytes of content, in UTF-8
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

  int entries(Lens lens) {
    return lens == Lens.ISSUES ? issues : items;
  }
}
