package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Combinations and searches never evict what every reader requests. */
final class RenderedCacheTest {
  private static Representation ofBytes(int length) {
    return new Representation(
        Representation.Kind.FEED, "text/plain", new byte[length], Optional.empty());
  }

  @Nested
  final class Bounds {
    private static final Representation ONE = ofBytes(10_000);
    /** A quarter for the earlier site, a quarter of the rest for combinations: 16, 12 and 36 of these. */
    private static final long MOST = 64L * ONE.footprint();

    private final RenderedCache cache = new RenderedCache(MOST, Optional.empty());

    private static Stream<String> paths(int most) {
      return IntStream.range(0, most).mapToObj(number -> "/" + number);
    }

    private long listed() {
      return paths(5000).filter(path -> cache.find(path).isPresent()).count();
    }

    @Test
    void holdForListedPaths() {
      paths(36).forEach(path -> cache.keepListed(path, ofBytes(10_000)));
      assertThat(listed()).isEqualTo(36);
      paths(5000).forEach(path -> cache.keepListed(path, ofBytes(10_000)));
      assertThat(listed()).isEqualTo(36);
    }

    @Test
    void holdForCombinationsWhichEvictNothingElse() {
      paths(36).forEach(path -> cache.keepListed("/listed" + path, ONE));
      paths(5000).forEach(path -> cache.keepCombination(path, ofBytes(10_000)));

      assertThat(listed()).isEqualTo(12);
      assertThat(paths(36)).allMatch(path -> cache.find("/listed" + path).isPresent());
      assertThat(cache.size()).isEqualTo(new CacheSize(48L * ONE.footprint(), 48, MOST));
    }

    @Test
    void keepOutWhatAloneIsLarger() {
      cache.keepListed("/a", ofBytes(1_000_000));
      assertThat(cache.find("/a")).isEmpty();
    }

    @Test
    void holdForFeedsOfEarlierSites() {
      paths(36).forEach(path -> cache.keepListed(path, ONE));
      RenderedCache next = new RenderedCache(MOST, Optional.of(cache));

      assertThat(next.find("/1")).isEmpty();
      assertThat(paths(36).filter(path -> next.findEarlier(path).isPresent())).hasSize(16);
      assertThat(next.size().bytes()).isEqualTo(16L * ONE.footprint());
    }
  }

  @Test
  void onlyFeedsAreKnownOfTheEarlierSite() {
    RenderedCache cache = new RenderedCache(100_000, Optional.empty());
    Representation feed = ofBytes(10);
    cache.keepListed("/feed.atom", feed);
    cache.keepListed("/", Representation.ofPage(new byte[10]));
    cache.keepCombination("/sections/a+b.atom", ofBytes(10));
    RenderedCache next = new RenderedCache(100_000, Optional.of(cache));

    assertThat(next.findEarlier("/feed.atom")).containsSame(feed);
    assertThat(next.findEarlier("/")).isEmpty();
    assertThat(next.findEarlier("/sections/a+b.atom")).isEmpty();
    next.keepListed("/feed.atom", feed);
    assertThat(next.size().entries()).isOne();
  }

  @Test
  void combinationIsMadeOnce() {
    RenderedCache cache = new RenderedCache(100_000, Optional.empty());
    Representation made = ofBytes(10);

    assertThat(cache.combination("a", Optional::empty)).isEmpty();
    assertThat(cache.combination("a", () -> Optional.of(made))).containsSame(made);
    assertThat(cache.combination("a", Optional::empty)).containsSame(made);
  }

  @Nested
  final class OfASite {
    private static final int HEADINGS = 14;
    private static final long MOST_BYTES = 400_000;

    @TempDir
    private Path folder = Path.of("");

    /** Keys that sort by their number. */
    private static String key(int number) {
      return "s" + (char) ('a' + number);
    }

    private Site site() {
      StringBuilder body = new StringBuilder("Hello.\n");
      for (int i = 0; i < HEADINGS; i++) {
        body.append("\n## %s\n\n[One](https://example.org/%d)\n".formatted(key(i), i));
      }
      new IssueFiles(folder).givenIssue("1.md", "One", "2025-01-05", body.toString());
      return new Site(
          TestPublications.read(folder),
          FeedRules.DEFAULT,
          MOST_BYTES,
          Optional.empty(),
          TestSites.HOOKS);
    }

    @Test
    void commonAddressesStayThoughThousandsOfCombinationsAreAskedFor() {
      Site site = site();
      List<String> common =
          List.of("/", "/feed.atom", "/feed/items.json", "/sections/sb.rss", "/issues/1", "/feeds");
      List<Representation> before =
          common.stream().map(path -> FamilySite.found(site, path)).toList();
      int asked = 0;
      Representation last = before.get(0);
      for (int a = 0; a < HEADINGS; a++) {
        for (int b = a + 1; b < HEADINGS; b++) {
          for (String scope : List.of("/sections/%s+%s", "/except/%s+%s")) {
            for (String end : List.of("", ".atom", ".rss", ".json", "/items.atom", "/items.json")) {
              String path = scope.formatted(key(a), key(b)) + end;
              last = FamilySite.found(site, path);
              asked++;
            }
          }
        }
      }

      assertThat(asked).isGreaterThan(1000);
      assertThat(common.stream().map(path -> FamilySite.found(site, path)).toList())
          .usingElementComparator((one, other) -> one == other ? 0 : 1)
          .isEqualTo(before);
      assertThat(last.kind()).isEqualTo(Representation.Kind.FEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sections/sb+sc.atom", "/except/sb", "/feed/archive/1.atom"})
    void whatStrangersCanMakeUpIsRememberedToo(String path) {
      Site site = site();

      assertThat(FamilySite.found(site, path)).isSameAs(FamilySite.found(site, path));
    }
  }
}
