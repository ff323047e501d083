package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form that puts a feed together, as a browser without scripts sends it. */
final class FeedBuilderTest extends ServedTest {
  private static final String FORM = "/feeds/build";

  @ParameterizedTest
  @CsvSource({
    "'?mode=sections&section=tools&lens=issues&format=atom', sections/tools.atom",
    "'?mode=sections&section=tools&lens=items&format=json', sections/tools/items.json",
    "'?mode=except&section=tools&lens=items&format=rss', except/tools/items.rss",
    "'?mode=except&lens=issues&format=rss', feed.rss",
    "'?section=tools&section=tools', sections/tools.atom",
    "'?section=t%6Fols', sections/tools.atom",
    "'?mode=other&lens=other&format=other', feed.atom",
    "'', feed.atom",
    "'?', feed.atom"
  })
  void choiceLeadsToTheOneAddressOfTheFeed(String query, String feed) {
    RawResponse answer = served.get(FORM + query);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(ServedNewsletter.BASE + feed);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/build/", "/Feeds/BUILD"})
  void otherSpellingsOfTheFormWork(String path) {
    assertThat(served.get(path + "?section=tools").header("Location"))
        .isEqualTo(ServedNewsletter.BASE + "sections/tools.atom");
  }

  @Test
  void tooManySectionsAreRefusedKindly() {
    Document page = refused("?section=a&section=b&section=c&section=d&section=e&section=tools");

    assertThat(page.select("[role=alert]").text()).contains("6 sections", "at most 5");
    assertThat(page.select("input[checked][name=section]").eachAttr("value"))
        .containsExactly("tools");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?section=unknown", "?section=", "?section=%ff%zz", "?mode=except&section=%3Cb%3E"
      })
  void whatIsNoSectionIsRefused(String query) {
    assertThat(refused(query).select("[role=alert]").text()).contains("no such combination");
  }

  private Document refused(String query) {
    RawResponse answer = served.get(FORM + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return Jsoup.parse(answer.body());
  }

  @Test
  void formOnThePageAsksForWhatTheServerUnderstands() {
    Document page = Jsoup.parse(served.get("/feeds").body());

    assertThat(page.select("form.builder").attr("action")).isEqualTo(FORM);
    assertThat(page.select("form.builder").attr("method")).isEqualTo("get");
    assertThat(page.select("form.builder input").eachAttr("name"))
        .containsOnly("mode", "section", "lens", "format");
    assertThat(page.select("form.builder input[name=section]").eachAttr("value"))
        .containsExactly("tools");
  }

  @Test
  void otherAddressesDoNotCareForAQuery() {
    assertThat(served.get("/feeds?section=unknown").status()).isEqualTo(200);
  }
}
