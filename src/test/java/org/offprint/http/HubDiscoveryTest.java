package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.publication.SectionKey;
import org.offprint.push.HubReply;
import org.offprint.search.SearchIndex;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The links of feeds to hubs (WebSub 4), in every format, on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HubDiscoveryTest {
  private static final String OWN = ServedNewsletter.BASE + "hub";
  private static final String OTHER = "https://hub.example.com/?of=all";
  private static final String LINK_TO_OWN = "<" + OWN + ">; rel=\"hub\"";
  private static final String LINK_TO_OTHER = "<" + OTHER + ">; rel=\"hub\"";
  private static final SectionKey BRIEF = new SectionKey("brief");

  private static final FeedRules RULES = new FeedRules(
      new FeedWindow(1, 1, 500_000),
      List.of(new FeedRules.FeedView(
          BRIEF,
          "In brief",
          "",
          new FeedRules.Chosen(List.of(), List.of(new SectionKey("news")), Map.of()),
          Lens.ISSUES,
          FeedWindow.DEFAULT,
          new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL))),
      FeedRules.ItemLink.PAGE,
      true,
      true,
      true,
      1);

  private static final FeedRules.Hubs BOTH =
      new FeedRules.Hubs(Optional.of(URI.create(OWN)), List.of(URI.create(OTHER), URI.create(OWN)));

  /** A hub that is up or down, and answers nothing. */
  private record Up(AtomicBoolean state) implements Hub {
    @Override
    public boolean isUp() {
      return state.get();
    }

    @Override
    public HubReply answer(byte[] body, Optional<String> contentType, String network) {
      throw new AssertionError("nobody asks");
    }
  }

  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final SearchIndex index = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {});

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeAll
  void serve(@TempDir Path folder) {
    Operations operations = new Operations(
        answered -> {}, Optional::empty, Optional.empty(), Optional.of(new Up(isUp)));
    new IssueFiles(folder).given("3.md", """
        ---
        title: Letter 3
        date: 2026-06-14
        author: Mara Lindqvist
        tags: [storage]
        ---

        # News

        An item. [news](https://news.example.com/)
        """).given("4.md", """
        ---
        title: Brief 4
        date: 2026-06-21
        language: de
        ---

        # Tools

        Ein Werkzeug. [Zange](https://zange.example.com/)
        """);
    served = ServedNewsletter.of(folder, Clock.systemUTC(), ServedNewsletter.RULES, operations);
    served.publish(folder, RULES.with(BOTH), TestSites.searching(index));
    long before = index.number();
    index.follow(served.publication());
    while (index.number() == before) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @AfterEach
  void recover() {
    isUp.set(true);
  }

  @AfterAll
  void stop() {
    served.close();
    index.close();
  }

  private static Stream<String> topics() {
    return Stream.of(
            "/feed",
            "/sections/tools",
            "/sections/news",
            "/tags/storage",
            "/authors/mara-lindqvist",
            "/languages/de",
            "/views/brief")
        .flatMap(scope -> Stream.of(scope, scope + "/items"))
        .flatMap(feed -> Stream.of(feed + ".atom", feed + ".rss", feed + ".json"));
  }

  private static String linkToSelf(String path) {
    String suffix = path.substring(path.lastIndexOf('.') + 1);
    return "<%s%s>; rel=\"self\"; type=\"application/%s\""
        .formatted(
            ServedNewsletter.BASE,
            path.substring(1),
            suffix.equals("json") ? "feed+json" : suffix + "+xml");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void headersNameEveryHubAndOneSelf(String path) {
    String links = LINK_TO_OWN + ", " + LINK_TO_OTHER + ", " + linkToSelf(path);

    RawResponse got = served.get(path);
    RawResponse unchanged = served.get(path, "If-None-Match: " + got.header("ETag"));

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.headers().get("Link")).containsExactly(links);
    assertThat(served.head(path).headers().get("Link")).containsExactly(links);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.headers().get("Link")).containsExactly(links);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void documentsNameEveryHubAndOneSelf(String path) {
    String document = served.get(path).body();

    assertThat(hubs(path, document)).containsExactly(OWN, OTHER);
    assertThat(selves(path, document)).containsExactly(ServedNewsletter.BASE + path.substring(1));
  }

  private static List<String> hubs(String path, String document) {
    if (!path.contains(".json")) {
      return links(document, "hub");
    }
    return Optional.ofNullable(
            JsonParser.parseString(document).getAsJsonObject().get("hubs"))
        .map(hubs -> StreamSupport.stream(hubs.getAsJsonArray().spliterator(), false)
            .map(hub -> hub.getAsJsonObject())
            .peek(hub -> assertThat(hub.get("type").getAsString()).isEqualTo("WebSub"))
            .map(hub -> hub.get("url").getAsString())
            .toList())
        .orElse(List.of());
  }

  private static List<String> selves(String path, String document) {
    return path.contains(".json")
        ? List.of(
            JsonParser.parseString(document).getAsJsonObject().get("feed_url").getAsString())
        : links(document, "self");
  }

  private static List<String> links(String document, String relation) {
    Element root = Jsoup.parse(document, "", Parser.xmlParser());
    return root.select(
            "feed > link[rel=%s], channel > atom|link[rel=%s]".formatted(relation, relation))
        .eachAttr("href");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feed/archive/1.atom",
        "/feed/archive/1.json",
        "/feed/items/archive/1.rss",
        "/sections/news+tools.atom",
        "/except/news.json",
        "/search.rss?q=tool",
        "/search.atom?q=tool"
      })
  void namesNoneInAnythingElse(String path) {
    RawResponse got = served.get(path);

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.headers().get("Link")).hasSize(1).first().asString().doesNotContain("hub");
    assertThat(hubs(path, got.body())).isEmpty();
    assertThat(served.get(path, "If-None-Match: " + got.header("ETag")).headers())
        .doesNotContainKey("Link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sections/tools", "/issues/1", "/issues/1.md", "/feeds.opml"})
  void namesNoneInPages(String path) {
    assertThat(served.get(path).headers().getOrDefault("Link", List.of()).toString())
        .doesNotContain("hub");
  }

  @Test
  void headerLeavesOutTheOwnHubWhileItIsDown() {
    String before = served.get("/feed.atom").body();
    isUp.set(false);

    RawResponse got = served.get("/feed.atom");
    RawResponse unchanged = served.get("/feed.atom", "If-None-Match: " + got.header("ETag"));

    assertThat(got.header("Link")).isEqualTo(LINK_TO_OTHER + ", " + linkToSelf("/feed.atom"));
    assertThat(unchanged.header("Link")).isEqualTo(got.header("Link"));
    assertThat(got.body()).isEqualTo(before);
  }

  @Test
  void withoutHubsNothingChanges(@TempDir Path other) {
    try (ServedNewsletter without = ServedNewsletter.of(other)) {
      RawResponse got = without.get("/feed.atom");

      assertThat(got.header("Link")).isEqualTo(linkToSelf("/feed.atom"));
      assertThat(got.body()).doesNotContain("hub");
      assertThat(
              without.get("/feed.atom", "If-None-Match: " + got.header("ETag")).headers())
          .doesNotContainKey("Link");
    }
  }
}
