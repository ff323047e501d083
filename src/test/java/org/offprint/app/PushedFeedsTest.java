package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Folder;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.push.Content;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.Site;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestSites;

/** The feeds and issues as the hub sees them. */
final class PushedFeedsTest {
  private static final String BASE = "https://news.example.org/letters/";

  private final CurrentSite current = new CurrentSite();
  private final PushedFeeds feeds = new PushedFeeds(current);

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void serve() {
    new IssueFiles(folder)
        .givenIssue("0.md", "Letter \"0\"", "2026-05-24", "Words.\n")
        .givenIssue("1.md", "Letter 1", "2026-05-31", "# Tools\n\nA tool.\n");
    replace();
  }

  private void replace() {
    PublicationRules rules =
        SettingsFile.read(folder).settings().orElseThrow().rules(URI.create(BASE));
    FeedRules.Hubs hubs = new FeedRules.Hubs(Optional.of(URI.create(BASE + "hub")), List.of());
    current.replace(new Site(
        new PublicationLoader(folder).load(Folder.scan(folder), rules, Instant.MAX),
        FeedRules.DEFAULT.with(hubs),
        Site.DEFAULT_MOST_BYTES,
        current.find(),
        TestSites.HOOKS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed.atom", "feed/items.rss", "sections/tools.json"})
  void contentIsThatOfTheSite(String path) {
    Content content = feeds.content(BASE + path).orElseThrow();

    Answer.Found found = (Answer.Found) current.find().orElseThrow().find("/" + path);
    assertThat(content.contentType())
        .isEqualTo(found.representation().contentType())
        .endsWith("; charset=utf-8");
    byte[] body = new byte[found.representation().length()];
    found.representation().body().get(body);
    assertThat(content.body()).isEqualTo(body);
  }

  @Test
  void everyListedFeedHasContent() {
    assertThat(feeds.listed())
        .contains(BASE + "feed.atom", BASE + "feed.rss", BASE + "feed/items.json")
        .allSatisfy(url -> assertThat(feeds.content(url)).as(url).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE,
        BASE + "feed.xml",
        BASE + "Feed.atom",
        BASE + "feed%2Eatom",
        BASE + "feed.atom?a=b",
        BASE + "feed.atom#a",
        BASE + "except/tools.atom",
        BASE + "sections/none.atom",
        BASE + "issues/1",
        BASE + "hub",
        "https://news.example.org/feed.atom",
        "https://other.example.org/letters/feed.atom",
        "no address at all",
        ""
      })
  void nothingElseIsATopic(String url) {
    assertThat(feeds.content(url)).isEmpty();
  }

  @Test
  void messagesAreForChats() {
    Map<String, Content> issues = feeds.issues();

    assertThat(issues.keySet()).containsExactly(BASE + "issues/0", BASE + "issues/1");
    Content message = Optional.ofNullable(issues.get(BASE + "issues/1")).orElseThrow();
    assertThat(message.contentType()).isEqualTo("application/json");
    assertThat(JsonParser.parseString(new String(message.body(), StandardCharsets.UTF_8)))
        .isEqualTo(JsonParser.parseString("""
            {
              "text": "Newsletter: Letter 1 https://news.example.org/letters/issues/1",
              "content": "Newsletter: Letter 1 https://news.example.org/letters/issues/1",
              "title": "Letter 1",
              "link": "https://news.example.org/letters/issues/1",
              "published": "2026-05-31T00:00:00Z",
              "updated": "2026-05-31T00:00:00Z",
              "sections": ["tools"]
            }
            """));
  }

  @Test
  void messagesFollowTheSite() {
    Map<String, Content> before = feeds.issues();
    assertThat(feeds.issues()).isSameAs(before);

    new IssueFiles(folder).givenIssue("2.md", "Letter 2", "2026-06-07", "Words.\n");
    replace();

    assertThat(feeds.issues()).hasSize(3);
  }
}
