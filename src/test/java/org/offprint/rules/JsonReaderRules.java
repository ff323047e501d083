package org.offprint.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Needs of JSON Feed readers that the specification leaves open. */
enum JsonReaderRules implements Rule {
  /** Readers show the full HTML; that of an empty issue is empty, but there. */
  ITEMS_HAVE_HTML(json -> json.items()
      .filter(item -> item.text("content_html").isEmpty() && item.json().has("content_text"))
      .map(item -> item.place() + " has no content_html")),

  /** Readers that sort by it take a missing one for 1970. */
  ITEMS_SAY_WHEN_THEY_WERE_MODIFIED(json -> json.items()
      .filter(item -> !item.json().has("date_modified"))
      .map(item -> item.place() + " has no date_modified")),

  /** One reader ignores an offset, another one dates with a fraction. */
  JSON_DATES_ARE_UTC_WITHOUT_FRACTION(json -> json.items()
      .flatMap(item -> Stream.of("date_published", "date_modified")
          .filter(key -> item.text(key).filter(Syntax::hasOffsetOrFraction).isPresent())
          .map(key -> item.place() + "/" + key))),

  /** Readers that know tags show one twice, or a blank, as it stands. */
  TAGS_DIFFER(json -> json.items()
      .flatMap(item -> ReaderRules.twice(
              item.list("tags").stream().filter(JsonFeed::isText).map(JsonElement::getAsString))
          .map(tag -> item.place() + " has twice the tag " + tag))),

  /** Strict readers fail at null, and show an empty text as a blank. */
  NO_VALUE_IS_EMPTY(json -> JsonReaderRules.empty("feed", json.feed())),

  /** Readers that hyphenate or read aloud want the language. */
  JSON_FEED_SAYS_ITS_LANGUAGE(
      json -> json.feed().has("language") ? Stream.empty() : Stream.of("the feed has no language")),

  /** The items that have none are by the authors of the feed. */
  JSON_FEED_HAS_AUTHORS(
      json -> json.feed().has("authors") ? Stream.empty() : Stream.of("the feed has no authors")),

  /** A name is what readers show of an author. */
  AUTHORS_HAVE_A_NAME(json -> json.topAndItems()
      .flatMap(object -> object.objects("authors"))
      .filter(author -> !author.json().has("name") && !author.json().keySet().isEmpty())
      .map(author -> author.place() + " has no name")),

  /** An attachment is downloaded, and played. */
  NO_ATTACHMENTS(json ->
      json.items().filter(item -> item.json().has("attachments")).map(item -> item.place()));

  /** An issue may be empty, and so may a feed. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("feed/items", "content_html");

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<JsonFeed, Stream<String>> check;

  JsonReaderRules(Function<JsonFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof JsonFeed json ? check.apply(json).toList() : List.of();
  }

  private static Stream<String> empty(String place, JsonElement value) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      return object.entrySet().stream()
          // What an extension says is its own matter.
          .filter(field -> !field.getKey().startsWith("_"))
          .flatMap(field -> empty(place + "/" + field.getKey(), field.getValue()));
    }
    if (value instanceof JsonArray list && !list.isEmpty()) {
      List<JsonElement> values = list.asList();
      return IntStream.range(0, values.size())
          .boxed()
          .flatMap(i -> empty(place + "[" + (i + 1) + "]", values.get(i)));
    }
    boolean isFull = value.isJsonPrimitive() && !value.getAsString().isBlank();
    return isFull || MAY_BE_EMPTY.stream().anyMatch(place::endsWith)
        ? Stream.empty()
        : Stream.of(place + " is empty");
  }
}
