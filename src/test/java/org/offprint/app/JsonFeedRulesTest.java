package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What JSON Feed 1.1 and the readers ask, over every feed of the golden cases. */
final class JsonFeedRulesTest {
  private static final List<Json> FEEDS =
      GoldenFeed.json().stream().map(Json::of).toList();

  private record Json(GoldenFeed golden, JsonObject feed, List<JsonObject> items) {
    static Json of(GoldenFeed golden) {
      JsonObject feed = golden.jsonObject();
      List<JsonObject> items = feed.getAsJsonArray("items").asList().stream()
          .map(JsonElement::getAsJsonObject)
          .toList();
      return new Json(golden, feed, items);
    }

    @Override
    public String toString() {
      return golden.name();
    }
  }

  private static String text(JsonObject object, String name) {
    assertThat(object.has(name)).as(name).isTrue();
    JsonElement value = object.get(name);
    assertThat(value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
        .as(name)
        .isTrue();
    return value.getAsString();
  }

  @Test
  void versionIsOnePointOne() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(text(json.feed(), "version")).isEqualTo("https://jsonfeed.org/version/1.1");
    });
  }

  @Test
  void feedHasATitle() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(text(json.feed(), "title")).isEqualTo(json.golden().document().title());
    });
  }

  @Test
  void feedUrlIsTheAddressItWasFetchedFrom() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(text(json.feed(), "feed_url"))
          .isEqualTo(json.golden().address().toString());
    });
  }

  @Test
  void homePageUrlIsThePageOfTheFeed() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(text(json.feed(), "home_page_url"))
          .isEqualTo(json.golden().document().page().toString());
    });
  }

  @Test
  void feedSaysItsLanguageAndAuthors() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(text(json.feed(), "language"))
          .isEqualTo(json.golden().document().masthead().language());
      assertThat(json.feed().getAsJsonArray("authors"))
          .isNotEmpty()
          .allSatisfy(
              author -> assertThat(text(author.getAsJsonObject(), "name")).isNotBlank());
    });
  }

  @Test
  void idsAreUniqueStrings() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items().stream().map(item -> text(item, "id")))
          .doesNotHaveDuplicates()
          .allMatch(id -> !id.isBlank());
    });
  }

  @Test
  void datesAreRfc3339InUtcWithoutFraction() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items().stream()
              .flatMap(
                  item -> Stream.of(text(item, "date_published"), text(item, "date_modified"))))
          .allMatch(date -> date.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"));
    });
  }

  @Test
  void itemsStandNewestFirst() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items().stream().map(item -> Instant.parse(text(item, "date_published"))))
          .isSortedAccordingTo(Comparator.reverseOrder());
    });
  }

  @Test
  void itemsHaveTheirFullHtmlEvenIfItIsEmpty() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items().stream().map(item -> text(item, "content_html")))
          .containsExactlyElementsOf(json.golden().document().entries().stream()
              .map(entry -> entry.content().markup())
              .toList());
    });
  }

  @Test
  void itemsHaveTitleAndPage() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items()).allSatisfy(item -> {
        assertThat(text(item, "title")).isNotBlank();
        assertThat(text(item, "url")).startsWith("https://news.example.org/issues/");
      });
    });
  }

  @Test
  void optionalTextsAreLeftOutRatherThanEmpty() {
    assertThat(FEEDS).allSatisfy(json -> {
      for (String name : List.of("summary", "image", "external_url", "language")) {
        assertThat(json.items())
            .filteredOn(item -> item.has(name))
            .allSatisfy(item -> assertThat(text(item, name)).isNotBlank());
      }
    });
  }

  @Test
  void tagsAreTexts() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items())
          .filteredOn(item -> item.has("tags"))
          .allSatisfy(item -> assertThat(item.getAsJsonArray("tags"))
              .isNotEmpty()
              .allMatch(tag -> tag.getAsJsonPrimitive().isString()));
    });
  }

  @Test
  void contentHasNoRelativeAddress() {
    assertThat(FEEDS).allSatisfy(json -> {
      assertThat(json.items().stream()
              .map(item -> Jsoup.parseBodyFragment(text(item, "content_html")))
              .flatMap(content -> Stream.concat(
                  content.select("[href]").eachAttr("href").stream(),
                  content.select("[src]").eachAttr("src").stream())))
          .allMatch(address -> URI.create(address).isAbsolute());
    });
  }
}
