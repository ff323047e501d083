package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.http.ServedNewsletter.LAST_MODIFIED;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
      RawResponse answer =
          served.get(FEED, "If-None-Match: \"other\"", "If-None-Match: \"" + tag() + "\"");

      assertThat(answer.status()).isEqualTo(304);
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

    @Test
    void documentWithoutAMomentIsModified() {
      assertThat(served.get("/status", "If-Modified-Since: " + LATER).status()).isEqualTo(200);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class NotModified {
    @Test
    void repeatsWhatACacheHasToKnow() {
      RawResponse full = served.get(FEED);
      RawResponse answer = served.get(FEED, "If-None-Match: *");

      assertThat(answer.status()).isEqualTo(304);
      for (String header :
          new String[] {"ETag", "Last-Modified", "Cache-Control", "Access-Control-Allow-Origin"}) {
        assertThat(answer.headers().get(header))
            .as(header)
            .isNotNull()
            .isEqualTo(full.headers().get(header));
      }
    }

    @Test
    void hasNoBody() {
      RawResponse answer = served.get(FEED, "If-None-Match: *");

      assertThat(answer.length()).isZero();
      assertThat(answer.headers()).doesNotContainKeys("Transfer-Encoding", "Content-Type");
      assertThat(answer.find("Content-Length").orElse("none")).isNotEqualTo("0");
    }

    @Test
    void isAnsweredToHeadToo() {
      assertThat(served.head(FEED, "If-None-Match: *").status()).isEqualTo(304);
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
