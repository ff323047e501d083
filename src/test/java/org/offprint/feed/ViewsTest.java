package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.publication.SectionKey;

/** Feeds that the publisher's settings name. */
final class ViewsTest {
  @TempDir
  private Path folder = Path.of("");

  private Newsletter newsletter = new Newsletter(folder);

  @BeforeEach
  void givenOneIssue() {
    newsletter = new Newsletter(folder).given("139.md", Newsletter.ISSUE_139);
  }

  private static List<SectionKey> keys(String... keys) {
    return Stream.of(keys).map(SectionKey::new).toList();
  }

  private static FeedRules.FeedView keeping(String key, Lens lens, String... sections) {
    return view(key, keys(sections), List.of(), lens, FeedWindow.DEFAULT);
  }

  private static FeedRules.FeedView leavingOut(String key, Lens lens, String... sections) {
    return view(key, List.of(), keys(sections), lens, FeedWindow.DEFAULT);
  }

  private static FeedRules.FeedView view(
      String key, List<SectionKey> kept, List<SectionKey> leftOut, Lens lens, FeedWindow window) {
    return new FeedRules.FeedView(
        new SectionKey(key),
        "My " + key,
        "All about " + key,
        new FeedRules.Chosen(kept, leftOut, Map.of()),
        lens,
        window,
        new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));
  }

  private FeedAssembler feeds(FeedRules.FeedView... views) {
    return new FeedAssembler(
        newsletter.publication(),
        new FeedRules(
            FeedWindow.DEFAULT, List.of(views), FeedRules.ItemLink.PAGE, true, true, true, 2));
  }

  private static FeedDocument feed(FeedAssembler feeds, String path) {
    return feeds
        .findAddress(path)
        .flatMap(feeds::find)
        .orElseThrow(() -> new AssertionError("no feed at " + path));
  }

  private static List<String> titles(FeedDocument feed) {
    return feed.entries().stream().map(Entry::title).toList();
  }

  @Nested
  final class WithSections {
    @Test
    void holdsThoseWithoutTheLead() {
      Entry entry = Newsletter.only(
          feed(feeds(keeping("reading", Lens.ISSUES, "news", "tools")), "/views/reading.atom"));

      assertThat(entry.content().markup())
          .contains("A chapter on monitoring", "Htop shows processes")
          .doesNotContain("Welcome back", "Thornbeck");
      assertThat(entry.title())
          .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: My reading");
      assertThat(entry.permalink().toString()).contains("/issues/139#");
    }

    @Test
    void hasIdsOfItsOwnThoughTheSameSectionsHaveAnotherFeed() {
      FeedAssembler feeds = feeds(keeping("reading", Lens.ISSUES, "news", "tools"));

      assertThat(feed(feeds, "/views/reading.atom").id())
          .hasToString("tag:example.org,2010:/views/reading");
      assertThat(Newsletter.only(feed(feeds, "/views/reading.atom")).id())
          .hasToString("tag:example.org,2010:139/views/reading")
          .isNotEqualTo(
              Newsletter.only(feed(feeds, "/sections/news+tools.atom")).id());
    }

    @Test
    void isEmptyWhereNoIssueHasSuchASection() {
      assertThat(feed(feeds(keeping("odd", Lens.ISSUES, "gadgets")), "/views/odd.atom")
              .entries())
          .isEmpty();
    }
  }

  @Nested
  final class WithExcept {
    @Test
    void holdsTheLeadAndAllOthers() {
      Entry entry = Newsletter.only(feed(
          feeds(leavingOut("editorial", Lens.ISSUES, "sponsor", "tools")),
          "/views/editorial.atom"));

      assertThat(entry.content().markup())
          .contains("Welcome back", "A chapter on monitoring")
          .doesNotContain("Thornbeck", "Htop");
      assertThat(entry.permalink()).hasToString("https://news.example.org/issues/139");
      assertThat(entry.id()).hasToString("tag:example.org,2010:139/views/editorial");
    }
  }

  @Nested
  final class WithNeither {
    @Test
    void holdsEverythingOnce() {
      Entry entry = Newsletter.only(feed(feeds(keeping("all", Lens.ISSUES)), "/views/all.atom"));

      assertThat(entry.content().markup())
          .contains("Welcome back", "A chapter on monitoring", "Htop")
          .containsOnlyOnce("rents machines.")
          .doesNotContain("rents machines, still");
    }
  }

  @Nested
  final class OfItems {
    private final FeedRules.FeedView links = keeping("links", Lens.ITEMS, "news", "tools");

    @Test
    void hasItemsWhereTheAddressNamesNoLens() {
      FeedDocument feed = feed(feeds(links), "/views/links.atom");

      assertThat(feed.lens()).isEqualTo(Lens.ITEMS);
      assertThat(feed.title()).isEqualTo("My links · Runbook Weekly");
      assertThat(titles(feed))
          .containsExactly(
              "A chapter on monitoring", "Restic makes backups", "Htop shows processes");
      assertThat(feed.self(FeedFormat.RSS)).hasToString("https://news.example.org/views/links.rss");
    }

    @Test
    void hasIssuesAtAnAddressOfTheirOwn() {
      FeedDocument feed = feed(feeds(links), "/views/links/issues.atom");

      assertThat(feed.lens()).isEqualTo(Lens.ISSUES);
      assertThat(feed.title()).isEqualTo("My links (issues) · Runbook Weekly");
      assertThat(feed.id()).hasToString("tag:example.org,2010:/views/links/issues");
      assertThat(titles(feed))
          .containsExactly("RUNBOOK WEEKLY ISSUE #139 - 4th January 2026: My links");
      assertThat(feed.self(FeedFormat.RSS))
          .hasToString("https://news.example.org/views/links/issues.rss");
    }

    @ParameterizedTest
    @CsvSource({
      "/views/links/items.atom, /views/links.atom",
      "/Views/Links/Issues.XML, /views/links/issues.atom",
      "/views/links/items/archive/1.json, /views/links/archive/1.json"
    })
    void isKnownByItsOneAddress(String path, String canonical) {
      assertThat(feeds(links).findAddress(path).map(FeedAddress::path)).contains(canonical);
    }

    @Test
    void sharesItemIdsWithTheOtherFeeds() {
      FeedAssembler feeds = feeds(links);

      assertThat(feed(feeds, "/views/links.atom").entries())
          .extracting(Entry::id)
          .isEqualTo(feed(feeds, "/sections/news+tools/items.atom").entries().stream()
              .map(Entry::id)
              .toList());
    }
  }

  @Nested
  final class Own {
    @Test
    void windowLimitsItAndNothingElse() {
      newsletter.givenTools("140", "2026-01-11", "jq").givenTools("141", "2026-01-18", "fd");
      FeedAssembler feeds = feeds(
          view("short", keys("tools"), List.of(), Lens.ISSUES, new FeedWindow(2, 1, 500_000)));

      assertThat(titles(feed(feeds, "/views/short.atom")))
          .containsExactly("Issue 141: My short", "Issue 140: My short");
      assertThat(titles(feed(feeds, "/views/short/items.atom"))).containsExactly("fd is a tool");
      assertThat(feed(feeds, "/views/short.atom").place().older()).contains(1);
      assertThat(feed(feeds, "/sections/tools.atom").entries()).hasSize(3);
    }

    @Test
    void descriptionStandsInItsFeed() {
      assertThat(feed(feeds(keeping("reading", Lens.ISSUES, "news")), "/views/reading.atom")
              .description())
          .isEqualTo("All about reading");
    }

    @Test
    void descriptionIsThePublicationsWhereItHasNone() {
      FeedRules.FeedView bare = new FeedRules.FeedView(
          new SectionKey("bare"),
          "Bare",
          "",
          new FeedRules.Chosen(keys("news"), List.of(), Map.of()),
          Lens.ISSUES,
          FeedWindow.DEFAULT,
          new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));

      assertThat(feed(feeds(bare), "/views/bare.atom").description())
          .isEqualTo("About running systems.");
    }

    @Test
    void feedsStandInTheDirectoryInTheOrderOfTheSettings() {
      FeedAssembler feeds = feeds(
          keeping("links", Lens.ITEMS, "news"), leavingOut("editorial", Lens.ISSUES, "sponsor"));

      FeedListing.FeedGroup group = feeds.directory().get(feeds.directory().size() - 1);

      assertThat(group.title()).isEqualTo("Views");
      assertThat(group.feeds())
          .extracting(feed -> feed.path(FeedFormat.JSON))
          .containsExactly(
              "/views/links.json",
              "/views/links/issues.json",
              "/views/editorial.json",
              "/views/editorial/items.json");
      assertThat(group.feeds().get(0).description()).isEqualTo("All about links");
    }

    @Test
    void pageListsTheItemsOfItsSections() {
      FeedAssembler feeds = feeds(keeping("links", Lens.ITEMS, "news"));

      assertThat(feeds.issues(feeds.findScope("/views/links").orElseThrow()))
          .singleElement()
          .satisfies(selected -> assertThat(selected.parts()).hasSize(1));
    }
  }

  @Test
  void keepsSectionsOrLeavesSomeOutButNotBoth() {
    assertThatThrownBy(
            () -> view("odd", keys("news"), keys("tools"), Lens.ISSUES, FeedWindow.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a view must either keep");
  }

  @Test
  void viewNamedLikeASectionIsAnotherFeed() {
    FeedAssembler feeds = feeds(leavingOut("tools", Lens.ISSUES, "tools"));

    assertThat(feed(feeds, "/views/tools.atom").id())
        .isNotEqualTo(feed(feeds, "/sections/tools.atom").id());
    assertThat(Newsletter.only(feed(feeds, "/views/tools.atom")).id())
        .isNotEqualTo(Newsletter.only(feed(feeds, "/sections/tools.atom")).id());
  }

  @Test
  void nobodyElseCanNameAView() {
    assertThat(feeds().findAddress("/views/links.atom")).isEqualTo(Optional.empty());
  }
}
