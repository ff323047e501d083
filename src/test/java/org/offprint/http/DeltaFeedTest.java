package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** Whoever asks for news alone gets news alone (RFC 3229, instance manipulation "feed"). */
final class DeltaFeedTest {
  private static final String FEED = "A-IM: feed";

  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeEach
  void serve() {
    served = ServedNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static String had(RawResponse earlier) {
    return "If-None-Match: " + earlier.header("ETag");
  }

  private void publishThirdIssue() {
    new IssueFiles(folder).givenIssue("3.md", "Letter 3", "2026-06-14T10:00:00Z", """
        # Tools

        A third tool. [third](https://third.example.com/)
        """);
    served.publish(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json", "/feed/items.atom", "/feed.xml"})
  void newIssueComesAlone(String path) {
    RawResponse earlier = served.get(path);
    publishThirdIssue();

    RawResponse answer = served.get(path, FEED, had(earlier));

    assertThat(answer.status()).isEqualTo(226);
    assertThat(answer.header("IM")).isEqualTo("feed");
    assertThat(answer.body()).contains("third.example.com").doesNotContain("tool.example.com");
    RawResponse whole = served.get(path);
    assertThat(whole.body()).contains("third.example.com", "tool.example.com");
    assertThat(answer.header("ETag")).isEqualTo(whole.header("ETag"));
    assertThat(answer.header("Last-Modified")).isEqualTo(whole.header("Last-Modified"));
    assertThat(answer.contentType()).isEqualTo(whole.contentType());
    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.length());
  }

  @Test
  void noCacheMayKeepIt() {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();

    RawResponse answer = served.get("/feed.atom", FEED, had(earlier));

    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("Vary")).contains("A-IM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json"})
  void wholeFeedSaysThatOthersGetLess(String path) {
    assertThat(served.get(path).header("Vary"))
        .isEqualTo("Accept-Encoding, A-IM, Sec-Fetch-Dest, Sec-Fetch-Mode");
  }

  @Test
  void tagOfTheNewsIsGoodForTheNextPoll() {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();
    RawResponse news = served.get("/feed.atom", FEED, had(earlier));

    assertThat(served.get("/feed.atom", FEED, had(news)).status()).isEqualTo(304);
  }

  @Test
  void anotherServerKnowsTheTagToo() {
    RawResponse earlier = served.get("/feed.atom");
    served.close();
    publishThirdIssue();
    try (ServedNewsletter other = ServedNewsletter.notYetRead()) {
      other.publish(folder);

      assertThat(other.get("/feed.atom", FEED, had(earlier)).status()).isEqualTo(226);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-IM: FEED",
        "A-IM: gzip, feed",
        "A-IM: feed;q=0.5, vcdiff",
        "A-IM: vcdiff\r\nA-IM: feed"
      })
  void feedIsFoundAmongOtherManipulations(String header) {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();

    assertThat(served.get("/feed.atom", header, had(earlier)).status()).isEqualTo(226);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-IM: feed;q=0", "A-IM: vcdiff", "A-IM: *", "A-IM: feeds", "X-IM: feed"})
  void whoDoesNotAskForItGetsTheWhole(String header) {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();

    RawResponse answer = served.get("/feed.atom", header, had(earlier));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.find("IM")).isEmpty();
    assertThat(answer.body()).contains("tool.example.com");
  }

  @Test
  void wholeFeedIsSentWhenWhatTheClientHasWasEdited() {
    RawResponse earlier = served.get("/feed.atom");
    new IssueFiles(folder).givenIssue("2.md", "Letter 2, mended", "2026-06-07T10:00:00Z", "Words.");
    publishThirdIssue();

    assertThat(served.get("/feed.atom", FEED, had(earlier)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-None-Match: \"unknown\"",
        "If-None-Match: \"47DEQpj8HBSa-_TI.2.AAAAAAAAAAE\"",
        "If-Modified-Since: Sun, 31 May 2026 10:00:00 GMT",
        "If-None-Match:"
      })
  void wholeFeedIsSentWhenNobodyCanTell(String header) {
    assertThat(served.get("/feed.atom", FEED, header).status()).isEqualTo(200);
  }

  @Test
  void tagIsFoundInAListAndBehindASuffix() {
    String tag = served.get("/feed.atom").header("ETag").replace("W/", "");
    publishThirdIssue();

    String list = "If-None-Match: \"other\", " + tag.substring(0, tag.length() - 1) + "-gzip\"";
    assertThat(served.get("/feed.atom", FEED, list).status()).isEqualTo(226);
  }

  @Test
  void unchangedFeedIsNotModified() {
    assertThat(served.get("/feed.atom", FEED, had(served.get("/feed.atom"))).status())
        .isEqualTo(304);
  }

  @Test
  void newsIsPackedToo() {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();

    RawResponse answer = served.get("/feed.atom", FEED, had(earlier), "Accept-Encoding: gzip");

    assertThat(answer.status()).isEqualTo(226);
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.length());
  }

  @Test
  void headIsTheSameWithoutBody() {
    RawResponse earlier = served.get("/feed.atom");
    publishThirdIssue();
    RawResponse whole = served.get("/feed.atom", FEED, had(earlier));

    RawResponse head = served.head("/feed.atom", FEED, had(earlier));

    assertThat(head.status()).isEqualTo(226);
    assertThat(head.length()).isZero();
    assertThat(head.header("Content-Length")).isEqualTo("" + whole.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/issues/2", "/feeds.opml", "/feed/archive/1.atom"})
  void whatIsNoFeedOfNewsIsSentWhole(String path) {
    RawResponse earlier = served.get(path);
    publishThirdIssue();

    assertThat(served.get(path, FEED, had(earlier)).status()).isIn(200, 304);
  }
}
