package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.publication.SectionKey;

/** What a client has is known by its trail alone. */
final class EntryTrailTest {
  private static final FeedAddress TOOLS =
      new FeedAddress(FeedScope.of(new SectionKey("tools")), Lens.ISSUES, FeedFormat.ATOM);
  private static final FeedAddress WHOLE =
      new FeedAddress(FeedScope.WHOLE, Lens.ISSUES, FeedFormat.ATOM);
  private static final FeedWindow THREE = new FeedWindow(3, 4, 500_000);

  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void givenFiveIssues() {
    newsletter = new Newsletter(folder);
    for (int number = 1; number <= 5; number++) {
      newsletter.givenTools("n" + number, "2026-01-0" + number, "tool" + number);
    }
  }

  private FeedAssembler assembler() {
    return new FeedAssembler(newsletter.publication(), FeedRules.of(THREE));
  }

  private EntryTrail trail(FeedAddress address) {
    return EntryTrail.of(
        EntryTrail.prints(assembler().find(address).orElseThrow().entries()));
  }

  private static EntryTrail trail(Entry... entries) {
    return EntryTrail.of(EntryTrail.prints(List.of(entries)));
  }

  private List<String> newer(FeedAddress address, EntryTrail had) {
    return assembler().findNewer(address, had).stream()
        .flatMap(document -> document.entries().stream())
        .map(entry -> entry.origin().issue())
        .toList();
  }

  @Test
  void oneNewIssueIsNew() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6");
    assertThat(newer(WHOLE, had)).containsExactly("n6");
    assertThat(newer(TOOLS, had)).as("another feed").isEmpty();
  }

  @Test
  void severalNewIssuesAreNewNewestFirst() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6").givenTools("n7", "2026-01-07", "tool7");
    assertThat(newer(WHOLE, had)).containsExactly("n7", "n6");
  }

  @Test
  void newItemsAreNewTogether() {
    FeedAddress items = new FeedAddress(FeedScope.WHOLE, Lens.ITEMS, FeedFormat.RSS);
    EntryTrail had = trail(items);
    newsletter.givenTools("n6", "2026-01-06", "one", "two");
    assertThat(newer(items, had)).containsExactly("n6", "n6");
  }

  @Test
  void nothingIsKnownWhenAllIsNew() {
    EntryTrail had = trail(WHOLE);
    for (int number = 6; number <= 8; number++) {
      newsletter.givenTools("n" + number, "2026-01-0" + number, "tool" + number);
    }
    assertThat(newer(WHOLE, had)).isEmpty();
  }

  @Test
  void nothingIsNewWhenNothingHasChanged() {
    assertThat(newer(WHOLE, trail(WHOLE))).isEmpty();
  }

  @Test
  void nothingIsKnownWhenWhatTheClientHasWasEdited() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6").givenTools("n4", "2026-01-04", "edited");
    assertThat(newer(WHOLE, had)).isEmpty();
  }

  @Test
  void nothingIsKnownWhenAnIssueComesInBetween() {
    EntryTrail had = trail(WHOLE);
    newsletter
        .givenTools("n6", "2026-01-06", "tool6")
        .givenTools("late", "2026-01-04T12:00:00Z", "late");
    assertThat(newer(WHOLE, had)).isEmpty();
  }

  @Test
  void editOfWhatTheClientNoLongerHasDoesNotMatter() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6").givenTools("n1", "2026-01-01", "edited");
    assertThat(newer(WHOLE, had)).containsExactly("n6");
  }

  @Test
  void archiveHasNoNews() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6");
    FeedAddress archive =
        new FeedAddress(FeedScope.WHOLE, Lens.ISSUES, FeedFormat.ATOM, Optional.of(1));
    assertThat(newer(archive, had)).isEmpty();
  }

  @Test
  void madeUpTrailsAreNotKnown() {
    assertThat(newer(WHOLE, new EntryTrail(3, 0))).isEmpty();
    assertThat(newer(WHOLE, new EntryTrail(0, 0))).isEmpty();
    assertThat(newer(WHOLE, new EntryTrail(Integer.MAX_VALUE, 0))).isEmpty();
  }

  @Test
  void documentOfNewsIsOtherwiseTheWholeOne() {
    EntryTrail had = trail(WHOLE);
    newsletter.givenTools("n6", "2026-01-06", "tool6");
    FeedDocument whole = assembler().find(WHOLE).orElseThrow();
    assertThat(assembler().findNewer(WHOLE, had))
        .contains(whole.withEntries(whole.entries().subList(0, 1)));
  }

  private static final Entry ENTRY = new Entry(
      URI.create("tag:a,2026:1"),
      "Title",
      URI.create("https://a.example.org/1"),
      Optional.empty(),
      Instant.EPOCH,
      Instant.EPOCH,
      "",
      Html.EMPTY,
      List.of(Author.of("Ada")),
      List.of(new Category("tools", "Tools", Optional.empty())),
      Optional.empty(),
      Optional.empty(),
      new Origin("1", Optional.empty(), List.of(new SectionKey("tools"))));

  private record Edit(
      URI id,
      String title,
      URI permalink,
      Optional<URI> related,
      Instant published,
      Instant updated,
      String summary) {
    Entry entry() {
      return new Entry(
          id,
          title,
          permalink,
          related,
          published,
          updated,
          summary,
          ENTRY.content(),
          ENTRY.authors(),
          ENTRY.categories(),
          ENTRY.language(),
          ENTRY.image(),
          ENTRY.origin());
    }
  }

  private static Entry with(
      Html content,
      List<Author> authors,
      List<Category> categories,
      Optional<String> language,
      Origin origin) {
    return new Entry(
        ENTRY.id(),
        ENTRY.title(),
        ENTRY.permalink(),
        ENTRY.related(),
        ENTRY.published(),
        ENTRY.updated(),
        ENTRY.summary(),
        content,
        authors,
        categories,
        language,
        ENTRY.image(),
        origin);
  }

  /** One for each thing that an entry says. */
  static Stream<Entry> edits() {
    URI other = URI.create("https://b.example.org/");
    Instant later = Instant.ofEpochSecond(1);
    List<Author> authors = ENTRY.authors();
    List<Category> categories = ENTRY.categories();
    Origin origin = ENTRY.origin();
    Optional<URI> none = Optional.empty();
    URI id = ENTRY.id();
    URI page = ENTRY.permalink();
    return Stream.of(
        new Edit(other, "Title", page, none, Instant.EPOCH, Instant.EPOCH, "").entry(),
        new Edit(id, "Other", page, none, Instant.EPOCH, Instant.EPOCH, "").entry(),
        new Edit(id, "Title", other, none, Instant.EPOCH, Instant.EPOCH, "").entry(),
        new Edit(id, "Title", page, Optional.of(other), Instant.EPOCH, Instant.EPOCH, "").entry(),
        new Edit(id, "Title", page, none, later, Instant.EPOCH, "").entry(),
        new Edit(id, "Title", page, none, Instant.EPOCH, later, "").entry(),
        new Edit(id, "Title", page, none, Instant.EPOCH, Instant.EPOCH, "Words").entry(),
        with(Html.paragraphWithLink("", other, "x"), authors, categories, Optional.empty(), origin),
        with(Html.EMPTY, List.of(Author.of("Bo")), categories, Optional.empty(), origin),
        with(
            Html.EMPTY,
            List.of(new Author("Ada", Optional.empty(), Optional.of(other))),
            categories,
            Optional.empty(),
            origin),
        with(Html.EMPTY, authors, List.of(), Optional.empty(), origin),
        with(
            Html.EMPTY,
            authors,
            List.of(new Category("tools", "Tools!", Optional.empty())),
            Optional.empty(),
            origin),
        with(Html.EMPTY, authors, categories, Optional.of("de"), origin),
        with(
            Html.EMPTY,
            authors,
            categories,
            Optional.empty(),
            new Origin("1", Optional.of("1"), origin.sections())),
        with(
            Html.EMPTY,
            authors,
            categories,
            Optional.empty(),
            new Origin("2", Optional.empty(), origin.sections())),
        with(
            Html.EMPTY,
            authors,
            categories,
            Optional.empty(),
            new Origin("1", Optional.empty(), List.of(new SectionKey("news")))));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void whateverChangesInAnEntryChangesItsPrint(Entry edited) {
    assertThat(EntryTrail.print(edited)).isNotEqualTo(EntryTrail.print(ENTRY));
  }

  /** It stands in entity tags that other machines, and later versions, have to understand. */
  @Test
  void printIsTheSameOnEveryMachine() {
    assertThat(EntryTrail.print(ENTRY)).isEqualTo(2873438018088857593L);
  }

  @Test
  void orderDoesNotMatter() {
    Entry other = edits().findFirst().orElseThrow();
    assertThat(trail(ENTRY, other))
        .isEqualTo(trail(other, ENTRY))
        .isNotEqualTo(trail(ENTRY, ENTRY));
  }
}
