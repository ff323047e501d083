package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.SectionKey;

final class FeedAddressTest {
  private static final int CASES = 200;
  private static final SectionKey VIEW = new SectionKey("links");

  @ParameterizedTest
  @CsvSource({
    "/feed.atom, ISSUES, ATOM",
    "/feed.rss, ISSUES, RSS",
    "/feed.json, ISSUES, JSON",
    "/feed/items.atom, ITEMS, ATOM",
    "/feed/items.rss, ITEMS, RSS",
    "/feed/items.json, ITEMS, JSON"
  })
  void namesTheWhole(String path, Lens lens, FeedFormat format) {
    assertThat(parse(path)).contains(new FeedAddress(FeedScope.whole(), lens, format));
  }

  @ParameterizedTest
  @CsvSource({
    "/sections/tools.atom, tools, ISSUES, ATOM",
    "/sections/tools/items.atom, tools, ITEMS, ATOM",
    "/sections/open-source.json, open-source, ISSUES, JSON",
    "/sections/2024/items.rss, 2024, ITEMS, RSS",
    "/sections/items.atom, items, ISSUES, ATOM",
    "/sections/items/items.atom, items, ITEMS, ATOM",
    "/sections/feed.atom, feed, ISSUES, ATOM"
  })
  void namesOneSection(String path, String section, Lens lens, FeedFormat format) {
    assertThat(parse(path))
        .contains(new FeedAddress(FeedScope.of(new SectionKey(section)), lens, format));
  }

  @Test
  void isReadBackFromItsPath() {
    long seed = Long.getLong("seed", 20260104L);
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < CASES; i++) {
      FeedScope scope = anyScope(random);
      for (Lens lens : Lens.values()) {
        for (FeedFormat format : FeedFormat.values()) {
          Optional<Integer> archive =
              random.nextBoolean() ? Optional.of(random.nextInt(1, 999_999)) : Optional.empty();
          FeedAddress address = new FeedAddress(scope, lens, format, archive);
          assertThat(parse(address.path()))
              .as("seed %d: %s", seed, address.path())
              .contains(address);
        }
      }
    }
  }

  @Test
  void hasPathOfItsOwn() {
    List<FeedScope> scopes = Stream.of("tools", "items", "feed", "sections")
        .map(key -> FeedScope.of(new SectionKey(key)))
        .toList();
    List<String> paths = Stream.concat(Stream.of(FeedScope.whole()), scopes.stream())
        .flatMap(scope -> Stream.of(Lens.values())
            .flatMap(lens -> Stream.of(FeedFormat.values())
                .map(format -> new FeedAddress(scope, lens, format).path())))
        .toList();

    assertThat(paths).hasSize(30).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "feed.atom",
        "/feed",
        "/feed.",
        "/feed.atom/",
        "/feed.atom?x=1",
        "/feed.atom\n",
        "//feed.atom",
        "/feed//items.atom",
        "/feed/items",
        "/feed/items/items.atom",
        "/sections",
        "/sections/",
        "/sections/.atom",
        "/sections/+.atom",
        "/except.atom",
        "/except/.atom",
        "/views/.atom",
        "/views/unknown.atom",
        "/sections/a+b+c+d+e+f.atom",
        "/feed/archive.atom",
        "/feed/archive/0.atom",
        "/feed/archive/01.atom",
        "/feed/archive/-1.atom",
        "/feed/archive/1000000.atom",
        "/feed/archive/1/items.atom",
        "/sections//items.atom",
        "/sections//tools.atom",
        "/sections/tools",
        "/sections/tools.atom.rss",
        "/sections/-tools.atom",
        "/sections/tools-.atom",
        "/sections/to--ols.atom",
        "/sections/t%6Fols.atom",
        "/sections/été.atom",
        "/sections/!.atom",
        "/sections/../feed.atom",
        "/sections/../../etc/passwd.atom",
        "/sections/tools/../news.atom",
        "/sections/%2e%2e/feed.atom",
        "/sections/tools\\items.atom",
        "/sections/tools/items/items.atom",
        "/section/tools.atom",
        "/x/feed.atom"
      })
  void isNoOtherPath(String path) {
    assertThat(parse(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/feed.xml, /feed.atom",
    "/FEED.ATOM, /feed.atom",
    "/feed/issues.atom, /feed.atom",
    "/feed/Items.atom, /feed/items.atom",
    "/sections/tools.xml, /sections/tools.atom",
    "/Sections/Tools.Atom, /sections/tools.atom",
    "/sections/tools+news.atom, /sections/news+tools.atom",
    "/sections/tools news.atom, /sections/news+tools.atom",
    "'/sections/tools,news.atom', /sections/news+tools.atom",
    "/sections/news+news.atom, /sections/news.atom",
    "/sections/+news+.atom, /sections/news.atom",
    "/except/sponsor+jobs/items.json, /except/jobs+sponsor/items.json",
    "/sections/a+a+a+a+a+a.rss, /sections/a.rss"
  })
  void isWhatSomebodyMeant(String path, String meant) {
    assertThat(parse(path)).map(FeedAddress::path).contains(meant);
  }

  @Test
  void isNoPathThatNeverEnds() {
    assertThat(parse("/sections/" + "a-".repeat(20_000) + ".atom")).isEmpty();
  }

  private static Optional<FeedAddress> parse(String path) {
    return FeedAddress.parse(
        path,
        key -> Optional.of(key)
            .filter(VIEW::equals)
            .map(view -> new FeedScope.View(view, Lens.ITEMS)));
  }

  private static FeedScope anyScope(RandomGenerator random) {
    List<SectionKey> keys = Stream.generate(() -> anyKey(random))
        .limit(random.nextInt(1, FeedScope.MOST_SECTIONS + 1))
        .toList();
    return switch (random.nextInt(5)) {
      case 0 -> FeedScope.whole();
      case 1 -> FeedScope.except(keys);
      case 2 -> new FeedScope.View(VIEW, Lens.ITEMS);
      default -> FeedScope.of(keys);
    };
  }

  private static SectionKey anyKey(RandomGenerator random) {
    String letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder key = new StringBuilder();
    int words = random.nextInt(1, 5);
    for (int i = 0; i < words; i++) {
      key.append(i == 0 ? "" : "-");
      int length = random.nextInt(1, 9);
      for (int j = 0; j < length; j++) {
        key.append(letters.charAt(random.nextInt(letters.length())));
      }
    }
    return new SectionKey(key.toString());
  }
}
