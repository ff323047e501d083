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

/** What strangers can make up never drives out what every reader asks for. */
final class ShelvesTest {
  private static Representation ofBytes(int length) {
    return new Representation(
        Representation.Kind.FEED, "text/plain", new byte[length], Optional.empty());
  }

  @Nested
  final class Bounds {
    /** A quarter of the room is as much as this takes with its packed forms. */
    private final Representation quarter = ofBytes(25_000);

    private final Shelves shelves = new Shelves(4L * quarter.footprint());

    @Test
    void leaveThreeQuartersToWhatIsCommon() {
      Stream.of("/a", "/b", "/c").forEach(path -> shelves.keepCommon(path, quarter));
      assertThat(shelves.common()).containsOnlyKeys("/a", "/b", "/c");
      shelves.keepCommon("/d", ofBytes(1));
      assertThat(shelves.common()).containsOnlyKeys("/b", "/c", "/d");
    }

    @Test
    void leaveAQuarterToWhatIsRare() {
      shelves.keepRare("/a", quarter);
      assertThat(shelves.find("/a")).isPresent();
      shelves.keepRare("/b", ofBytes(1));
      assertThat(shelves.find("/a")).isEmpty();
      assertThat(shelves.find("/b")).isPresent();
    }

    @Test
    void holdWhateverStrangersAskFor() {
      Stream.of("/a", "/b", "/c").forEach(path -> shelves.keepCommon(path, quarter));
      for (int i = 0; i < 5000; i++) {
        shelves.keepRare("/rare/" + i, ofBytes(5000));
      }

      assertThat(shelves.common()).containsOnlyKeys("/a", "/b", "/c");
      long kept = IntStream.range(0, 5000)
          .filter(i -> shelves.find("/rare/" + i).isPresent())
          .count();
      assertThat(kept).isEqualTo(4);
    }
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
          TestPublications.read(folder), FeedRules.DEFAULT, MOST_BYTES, Optional.empty());
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

    @ParameterizedTest
    @ValueSource(strings = {"/sections/sb+sc.atom", "/except/sb.atom", "/feed/archive/1.atom"})
    void whatStrangersCanMakeUpGoesWhenOthersCome(String path) {
      Site site = site();
      Representation first = FamilySite.found(site, path);
      for (int i = 2; i < HEADINGS - 1; i++) {
        for (int j = i + 1; j < HEADINGS; j++) {
          FamilySite.found(site, "/except/%s+%s.atom".formatted(key(i), key(j)));
        }
      }

      assertThat(FamilySite.found(site, path)).isNotSameAs(first);
    }
  }
}
