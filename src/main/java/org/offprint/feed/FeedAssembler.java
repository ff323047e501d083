package org.offprint.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;

/** Decides what each feed of a publication says. Immutable and thread-safe. */
public final class FeedAssembler {
  private final Publication publication;
  private final FeedWindow window;
  private final Entries entries;

  public FeedAssembler(Publication publication, FeedWindow window) {
    this.publication = publication;
    this.window = window;
    this.entries = new Entries(publication);
  }

  /**
   * The document that people subscribe to: the newest entries.
   *
   * @return empty if the publication has no such section
   */
  public Optional<FeedDocument> find(FeedScope scope, Lens lens) {
    if (scope instanceof FeedScope.OneSection one) {
      return publication
          .findSection(one.key())
          .map(section -> assemble(
              scope,
              lens,
              title(Optional.of(section), lens),
              selection(scope, Optional.of(section), lens)));
    }
    return Optional.of(assemble(
        scope, lens, title(Optional.empty(), lens), selection(scope, Optional.empty(), lens)));
  }

  /** All feeds there are: the whole, then each section. */
  public List<FeedScope> scopes() {
    return Stream.concat(
            Stream.of(FeedScope.WHOLE),
            publication.sections().stream().map(section -> FeedScope.of(section.key())))
        .toList();
  }

  private FeedDocument assemble(FeedScope scope, Lens lens, String title, Stream<Entry> selected) {
    Masthead masthead = publication.masthead();
    List<Entry> newest = newest(selected.iterator(), window.entries(lens));
    Instant updated =
        newest.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new FeedDocument(
        scope,
        lens,
        masthead,
        publication.ids().feed(FeedAddress.path(scope, lens)),
        title,
        masthead.description(),
        publication.permalinks().of(scope instanceof FeedScope.Whole ? "/" : scope.path()),
        updated,
        newest);
  }

  private String title(Optional<Section> section, Lens lens) {
    String named = publication.masthead().title()
        + section.map(present -> ": " + present.title()).orElse("");
    return lens == Lens.ITEMS ? named + " (items)" : named;
  }

  /** Newest first; entries are made only as far as somebody asks for them. */
  private Stream<Entry> selection(FeedScope scope, Optional<Section> section, Lens lens) {
    Stream<PublishedIssue> issues = publication.issues().stream();
    if (lens == Lens.ITEMS) {
      return issues
          .flatMap(issue -> issue.sections().stream()
              .filter(own -> scope.selects(own.section()))
              .flatMap(own ->
                  own.items().stream().map(item -> new PlacedItem(issue, own.section(), item))))
          .sorted(PlacedItem.NEWEST_FIRST)
          .map(entries::ofItem);
    }
    return section
        .map(one -> issues.flatMap(
            issue -> issue.find(one.key()).map(own -> entries.ofSection(issue, own)).stream()))
        .orElseGet(() -> issues.map(entries::ofIssue));
  }

  private List<Entry> newest(Iterator<Entry> selected, int most) {
    List<Entry> newest = new ArrayList<>();
    long bytes = 0;
    while (selected.hasNext() && newest.size() < most) {
      Entry entry = selected.next();
      bytes += entry.content().markup().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > window.bytes() && !newest.isEmpty()) {
        break;
      }
      newest.add(entry);
    }
    return newest;
  }
}
