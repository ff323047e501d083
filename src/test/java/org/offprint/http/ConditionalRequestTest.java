package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.http.ServedNewsletter.LAST_MODIFIED;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** "Has it changed since I had it?" */
final class ConditionalRequestTest extends ServedTest {
  private static final String FEED = "/feed.atom";
  private static final String EARLIER = "Sun, 07 Jun 2026 09:59:59 GMT";
  private static final String LATER = "Mon, 08 Jun 2026 10:00:00 GMT";

  /** The opaque part of the feed's tag, between the quotes. */
  private String tag() {
    String tag = served.get(FEED).header("ETag");
    return tag.substring(3, tag.length() - 1);
  }

  private int statusIfNoneMatch(String value) {
    return served.get(FEED, "If-None-Match: " + value.replace("TAG", tag())).status();
  }

  private int statusIfModifiedSince(String value) {
    return served.get(FEED, "If-Modified-Since: " + value).status();
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class Validators {
    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed.json", "/", "/issues/2.md"})
    void tagIsWeak(String path) {
      assertThat(served.get(path).header("ETag")).matches("W/\"[A-Za-z0-9._-]{8,}\"");
    }

    @Test
    void tagIsTheSameForTheSameBytes() {
      assertThat(served.get(FEED).header("ETag")).isEqualTo(served.get(FEED).header("ETag"));
    }

    @Test
    void tagsOfDifferentDocumentsDiffer() {
      assertThat(served.get("/feed.rss").header("ETag")).isNotEqualTo("W/\"" + tag() + "\"");
    }

    @Test
    void feedWasModifiedWhenItsNewestEntryWas() {
      assertThat(served.get(FEED).header("Last-Modified")).isEqualTo(LAST_MODIFIED);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class IfNoneMatch {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "W/\"TAG\"",
          "\"TAG\"",
          "*",
          " * ",
          "W/\"other\", W/\"TAG\"",
          "\"other\",\"TAG\",\"third\"",
          "W/\"TAG\"  ,  W/\"other\"",
          "\"with, comma\", \"TAG\"",
          "W/\"TAG-gzip\"",
          "\"TAG-gzip\"",
          "\"TAG--gzip\"",
          "W/\"TAG-br\"",
          "\"TAG--br\"",
          "\"TAG;gzip\"",
          "\"TAG;br\"",
          ", ,\"TAG\",,",
          "\"a\",\t\"TAG\"",
          "\"\",\"TAG\"",
        })
    void knownTagIsNotModified(String value) {
      assertThat(statusIfNoneMatch(value)).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "W/\"other\"",
          "\"other\", \"third\"",
          "\"\"",
          "TAG",
          "\"TAGx\"",
          "\"xTAG\"",
          "\"TAG-deflated\"",
          "\"-gzip\"",
          "\"*\"",
          "W/",
          "garbage",
          "W/TAG",
          "'TAG'",
          "\"TAG",
          "TAG\"",
          "\"other, TAG\"",
          "\"gzip\"",
          "\"TAG-\"",
          "\"TAG-gz\"",
          "\"TAG-gzip2\"",
          "\"gzip-TAG\"",
          "\"other\", TAG",
          "*, \"other\"",
          "\"other\", *",
          "**",
        })
    void anyOtherTagIsModified(String value) {
      assertThat(statusIfNoneMatch(value)).isEqualTo(200);
    }

    @Test
    void tagInOtherLettersIsModified() {
      assertThat(served.get(FEED, "If-None-Match: \"" + swapCase(tag()) + "\"").status())
          .isEqualTo(200);
    }

    @Test
    void listMayBeSpreadOverSeveralLines() {
      String ours = "If-None-Match: \"" + tag() + "\"";
      String other = "If-None-Match: \"other\"";

      assertThat(served.get(FEED, other, ours).status()).isEqualTo(304);
      assertThat(served.get(FEED, ours, other).status()).isEqualTo(304);
      assertThat(served.get(FEED, other, other).status()).isEqualTo(200);
    }

    @Test
    void suffixCountsAtTheEndAlone() {
      String tag = tag();

      assertThat(statusIfNoneMatch("\"" + tag.substring(0, 4) + "-gzip" + tag.substring(4) + "\""))
          .isEqualTo(200);
    }

    @Test
    void tagOfAnotherDocumentIsModified() {
      assertThat(served.get("/feed.rss", "If-None-Match: \"" + tag() + "\"").status())
          .isEqualTo(200);
    }

    @Test
    void winsOverIfModifiedSinceWhenItDoesNotMatch() {
      RawResponse answer =
          served.get(FEED, "If-None-Match: \"other\"", "If-Modified-Since: " + LATER);

      assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void changedFeedHasNoDateThatTheClientWouldCompareOnceMore() {
      assertThat(served
              .get(FEED, "If-None-Match: \"other\"", "If-Modified-Since: " + LATER)
              .find("Last-Modified"))
          .isEmpty();
      assertThat(served.get(FEED, "If-None-Match: \"other\"").find("Last-Modified"))
          .isPresent();
      // As caches ask, which give it to others.
      assertThat(served
              .get(FEED, "If-None-Match: \"other\"", "If-Modified-Since: " + EARLIER)
              .find("Last-Modified"))
          .isPresent();
    }

    @Test
    void winsOverIfModifiedSinceWhenItMatches() {
      RawResponse answer =
          served.get(FEED, "If-None-Match: \"" + tag() + "\"", "If-Modified-Since: " + EARLIER);

      assertThat(answer.status()).isEqualTo(304);
    }

    @Test
    void emptyListStillWinsOverIfModifiedSince() {
      assertThat(
              served.get(FEED, "If-None-Match:", "If-Modified-Since: " + LATER).status())
          .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"o\",", ",", "W/", "\"\"", "\"-gzip--br;gzip\",", "\t"})
    @Timeout(3)
    void longestListThatFitsIsReadSoon(String part) {
      assertThat(statusIfNoneMatch(part.repeat(6000 / part.length()) + "\"x\",\"TAG\""))
          .isEqualTo(304);
    }

    @Test
    void listThatDoesNotFitIsRefused() {
      RawResponse answer = served.get(FEED, "If-None-Match: " + "\"o\",".repeat(3000) + "\"o\"");

      assertThat(answer.status()).isEqualTo(431);
      assertIsShortRefusal(answer);
    }

    private String swapCase(String text) {
      return text.chars()
          .map(letter -> Character.isUpperCase(letter)
              ? Character.toLowerCase(letter)
              : Character.toUpperCase(letter))
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class IfModifiedSince {
    @Test
    void sameMomentIsNotModified() {
      assertThat(statusIfModifiedSince(LAST_MODIFIED)).isEqualTo(304);
    }

    @Test
    void laterMomentIsNotModified() {
      assertThat(statusIfModifiedSince(LATER)).isEqualTo(304);
    }

    @Test
    void momentFarInTheFutureIsNotModified() {
      assertThat(statusIfModifiedSince("Tue, 01 Jan 2999 00:00:00 GMT")).isEqualTo(304);
    }

    @Test
    void earlierMomentIsModified() {
      assertThat(statusIfModifiedSince(EARLIER)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "yesterday", "0", "2030-01-01T00:00:00Z", "Sun, 99 Jun 2030 10:00:00 GMT"})
    void momentThatCannotBeReadIsIgnored(String value) {
      assertThat(statusIfModifiedSince(value)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Sunday, 07-Jun-26 10:00:00 GMT",
          "Sun Jun  7 10:00:00 2026",
          "Sunday, 07-Jun-26 10:00:01 GMT",
          "Mon Jun  8 00:00:00 2026"
        })
    void sameOrLaterMomentIsNotModifiedInTheOlderForms(String value) {
      assertThat(statusIfModifiedSince(value)).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Sunday, 07-Jun-26 09:59:59 GMT",
          "Sun Jun  7 09:59:59 2026",
          "Tuesday, 07-Jun-94 10:00:00 GMT"
        })
    void earlierMomentIsModifiedInTheOlderForms(String value) {
      assertThat(statusIfModifiedSince(value)).isEqualTo(200);
    }

    @Test
    void severalMomentsAreNone() {
      assertThat(served
              .get(FEED, "If-Modified-Since: " + LATER, "If-Modified-Since: " + LATER)
              .status())
          .isEqualTo(200);
    }

    @Test
    void documentWithoutAMomentIsModified() {
      assertThat(served.get("/status", "If-Modified-Since: " + LATER).status()).isEqualTo(200);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class NotModified {
    @ParameterizedTest
    @CsvSource({
      "/feed.atom, ETag Last-Modified Cache-Control Vary Access-Control-Allow-Origin",
      "/feed/items.json, ETag Last-Modified Cache-Control Vary Access-Control-Allow-Origin",
      "/issues/2.md, ETag Cache-Control",
      "/feeds.opml, ETag Cache-Control",
      "/assets/offprint.css, ETag Cache-Control",
      "/, ETag Cache-Control Vary",
      "/issues/2, ETag Cache-Control Vary"
    })
    void repeatsWhatACacheHasToKnow(String path, String headers) {
      RawResponse full = served.get(path);
      RawResponse answer = served.get(path, "If-None-Match: " + full.header("ETag"));

      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.headers()).containsKeys(headers.split(" "));
      assertThat(full.headers()).containsAllEntriesOf(withoutTransport(answer));
    }

    @ParameterizedTest
    @CsvSource({
      "/feed.atom, identity",
      "/feed.atom, gzip",
      "/feed.atom, br",
      "/, identity",
      "/, gzip",
      "/issues/2.md, gzip"
    })
    void declaresNoLengthButThatOfTheDocument(String path, String coding) {
      String accepted = "Accept-Encoding: " + coding;
      RawResponse full = served.get(path, accepted);
      RawResponse answer = served.get(path, accepted, "If-None-Match: *");

      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.find("Content-Length").orElse(String.valueOf(full.length())))
          .isEqualTo(String.valueOf(full.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/", "/issues/2.md", "/feeds.opml"})
    void hasNoBodyAndDescribesNone(String path) {
      RawResponse answer = served.get(path, "Accept-Encoding: gzip", "If-None-Match: *");

      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.length()).isZero();
      assertThat(answer.headers())
          .doesNotContainKeys("Transfer-Encoding", "Content-Type", "Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *", "If-Modified-Since: " + LAST_MODIFIED})
    void isTheSameForHead(String condition) {
      RawResponse head = served.head(FEED, condition);

      assertThat(head.status()).isEqualTo(304);
      assertThat(head.headersWithoutDate())
          .isEqualTo(served.get(FEED, condition).headersWithoutDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rss", "/issues/2/", "/feed"})
    void isNeverAnsweredForAMovedAddress(String path) {
      assertThat(served
              .get(path, "If-None-Match: *", "If-Modified-Since: " + LATER)
              .status())
          .isEqualTo(301);
    }

    @Test
    void isNeverAnsweredToAnotherMethod() {
      assertThat(
              served.ask("POST", FEED, "If-None-Match: *", "Content-Length: 0").status())
          .isEqualTo(405);
    }

    private Map<String, List<String>> withoutTransport(RawResponse answer) {
      Map<String, List<String>> rest = answer.headersWithoutDate();
      rest.remove("Connection");
      return rest;
    }

    @Test
    void isNeverAnsweredForAnAddressThatLeadsNowhere() {
      assertThat(served.get("/nothing", "If-None-Match: *").status()).isEqualTo(404);
    }

    @Test
    void isNeverAnsweredForTheStatus() {
      assertThat(served.get("/status", "If-None-Match: *").status()).isEqualTo(200);
    }
  }

  @Test
  void clientThatRepeatsItsTagGetsWhatChanged(@TempDir Path folder) {
    try (ServedNewsletter changing = ServedNewsletter.of(folder)) {
      String before = changing.get(FEED).header("ETag");
      assertThat(changing.get(FEED, "If-None-Match: " + before).status()).isEqualTo(304);

      new IssueFiles(folder).givenIssue("3.md", "Letter 3", "2026-06-14", "Text.");
      changing.publish(folder);
      RawResponse answer = changing.get(FEED, "If-None-Match: " + before);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Letter 3");
      assertThat(answer.header("ETag")).isNotEqualTo(before);
    }
  }

  @Test
  void otherServerOverTheSameFilesGivesTheSameTag(@TempDir Path folder) {
    try (ServedNewsletter other = ServedNewsletter.of(folder)) {
      assertThat(other.get(FEED).header("ETag")).isEqualTo("W/\"" + tag() + "\"");
    }
  }
}
