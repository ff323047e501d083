package org.offprint.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A JSON Feed document. */
record JsonFeed(String name, URI address, int bytes, JsonObject feed, List<ParsedEntry> entries)
    implements ParsedFeed {
  /**
   * An object of the document.
   *
   * @param place where it stands, for messages
   * @param json what it holds
   */
  record Placed(String place, JsonObject json) {
    /** The text of a key; empty where it is missing or no text. */
    Optional<String> text(String key) {
      return Optional.ofNullable(json.get(key))
          .filter(JsonFeed::isText)
          .map(JsonElement::getAsString);
    }

    /** The objects of a key that holds a list of them. */
    Stream<Placed> objects(String key) {
      List<JsonElement> list = list(key);
      return IntStream.range(0, list.size())
          .filter(i -> list.get(i).isJsonObject())
          .mapToObj(i ->
              new Placed(place + "/" + key + "[" + (i + 1) + "]", list.get(i).getAsJsonObject()));
    }

    /** The values of a key that holds a list. */
    List<JsonElement> list(String key) {
      return json.get(key) instanceof JsonArray list ? list.asList() : List.of();
    }
  }

  static JsonFeed of(
      String name, URI address, int bytes, JsonObject feed, Function<String, Markup> markup) {
    List<ParsedEntry> entries = new Placed("feed", feed)
        .objects("items")
        .map(item -> entry(item, markup))
        .toList();
    return new JsonFeed(name, address, bytes, feed, entries);
  }

  private static ParsedEntry entry(Placed item, Function<String, Markup> markup) {
    return new ParsedEntry(
        item.place(),
        item.text("id").orElse(""),
        item.text("title").orElse(""),
        item.text("url").orElse(""),
        item.text("date_published").flatMap(Dates::findRfc3339),
        item.text("date_modified").flatMap(Dates::findRfc3339),
        markup.apply(item.text("content_html").orElse("")));
  }

  static boolean isText(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  /** The object that holds everything. */
  Placed top() {
    return new Placed("feed", feed);
  }

  Stream<Placed> items() {
    return top().objects("items");
  }

  /** The feed, then each item. */
  Stream<Placed> topAndItems() {
    return Stream.concat(Stream.of(top()), items());
  }

  @Override
  public String title() {
    return top().text("title").orElse("");
  }

  @Override
  public List<String> selfLinks() {
    return top().text("feed_url").stream().toList();
  }

  @Override
  public List<String> neighbours() {
    return top().text("next_url").stream().toList();
  }
}
