package org.offprint.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.Utf8Text;

/**
 * The limits of a subscription document. The first limit that is reached ends it, but it has at least one entry.
 *
 * @param issues the most entries in the lens of issues
 * @param items the most entries in the lens of items
 * @param bytes the approximate size of the entries in the largest format
 */
public record FeedWindow(int issues, int items, int bytes) {
  /** 20 issues, 100 items, 500 KB: every known reader accepts this. */
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
   * Returns as many entries as fit.
   *
   * @param all the newest first; few more are made than fit
   */
  List<Entry> newest(Iterator<Supplier<Entry>> all, Lens lens) {
    List<EntrySize> candidates = candidates(all, lens);
    long most = candidates.stream().mapToLong(EntrySize::most).sum();
    long taken = 0;
    int fitting = 0;
    // Making Markdown takes time; nearly all feeds fit with the greatest size that it can have.
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

  /** Returns the entries that fit without their Markdown. */
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

  /**
   * The approximate size of an entry in a feed document, as UTF-8 in XML, in the largest format: RSS has the content as
   * Markdown, too. All formats have the same entries, so one size is enough.
   *
   * @param entry the entry
   * @param rest the size without the Markdown
   * @param html the part of that which is HTML
   */
  private record EntrySize(Entry entry, long rest, long html) {
    /** The tags of an entry. */
    private static final int TAGS = 400;

    private static final int TAGS_OF_CATEGORY = 100;
    private static final int TAGS_OF_AUTHOR = 60;

    private static EntrySize of(Entry entry) {
      long html = Utf8Text.lengthInXml(entry.content().markup());
      long words = Stream.of(
              Stream.of(entry.title(), entry.summary()),
              Stream.of(entry.id(), entry.permalink()).map(URI::toString),
              entry.related().map(URI::toString).stream(),
              entry.categories().stream().flatMap(named -> Stream.of(named.term(), named.label())),
              entry.authors().stream().map(Author::name),
              entry.authors().stream().flatMap(author -> author.uri().map(URI::toString).stream()))
          .flatMap(texts -> texts)
          .mapToLong(Utf8Text::lengthInXml)
          .sum();
      long tags = TAGS
          + (long) TAGS_OF_CATEGORY * entry.categories().size()
          + (long) TAGS_OF_AUTHOR * entry.authors().size();
      return new EntrySize(entry, tags + words + html, html);
    }

    /** The greatest size it can have; needs no Markdown. */
    private long most() {
      return rest + Html.MOST_MARKDOWN * html;
    }

    private long exact() {
      return rest + entry.content().markdown().map(Utf8Text::lengthInXml).orElse(0L);
    }
  }
}
