package org.offprint.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.offprint.rules.JsonFeed.Placed;

/** JSON Feed, version 1.1. What it calls required is a MUST here. */
enum JsonFeedRules implements Rule {
  /** Top-level: {@code version} is required, and it is the URL of version 1.1. */
  VERSION_IS_1_1(json -> json.top()
          .text("version")
          .filter("https://jsonfeed.org/version/1.1"::equals)
          .isPresent()
      ? Stream.empty()
      : Stream.of("the version is " + json.feed().get("version"))),

  /** Top-level: {@code version} should stand at the very top. */
  VERSION_STANDS_FIRST(json -> json.feed().keySet().stream()
      .limit(1)
      .filter(key -> !key.equals("version") && json.feed().has("version"))
      .map(key -> key + " stands before the version")),

  /** Top-level: {@code title} is required. */
  FEED_HAS_A_TITLE(json -> JsonFeedRules.lacking(Stream.of(json.top()), "title")),

  /** Top-level: {@code home_page_url} is to be considered required on the public web. */
  FEED_HAS_A_HOME_PAGE(json -> JsonFeedRules.lacking(Stream.of(json.top()), "home_page_url")),

  /** Top-level: {@code feed_url} is to be considered required on the public web. */
  FEED_HAS_AN_ADDRESS(json -> JsonFeedRules.lacking(Stream.of(json.top()), "feed_url")),

  /** Top-level and items: these values are strings. */
  TEXTS_ARE_STRINGS(json -> json.topAndItems()
      .flatMap(object -> Names.TEXTS.stream()
          .filter(key -> object.json().has(key) && object.text(key).isEmpty())
          .map(key -> object.place() + "/" + key + " is no string"))),

  /** Top-level and items: what is called a URL is one. */
  URLS_ARE_URLS(json -> Stream.of(
          "home_page_url",
          "feed_url",
          "next_url",
          "icon",
          "favicon",
          "url",
          "external_url",
          "image",
          "banner_image")
      .flatMap(key -> JsonFeedRules.wrong(json.topAndItems(), key, Syntax::isIri))),

  /** Top-level: {@code next_url} must not be the same as {@code feed_url}. */
  NEXT_URL_IS_ANOTHER_ADDRESS(json -> json
      .top()
      .text("next_url")
      .filter(next -> next.equals(json.top().text("feed_url").orElse("")))
      .map(next -> next + " leads to the document itself")
      .stream()),

  /**
   * Top-level: {@code next_url} must not repeat; since it always leads to a lower number, or from the
   * document without a number to one with, there is no way back.
   */
  NEXT_URL_LEADS_TO_AN_OLDER_DOCUMENT(json -> json
      .top()
      .text("next_url")
      .filter(next -> !next.equals(json.address().toString()))
      .filter(next -> !JsonFeedRules.isOlder(json, next))
      .map(next -> next + " is not older than " + json.address())
      .stream()),

  /** Top-level and items: {@code authors} are objects. */
  AUTHORS_ARE_OBJECTS(json -> json.topAndItems()
      .filter(object -> object.json().has("authors"))
      .filter(object -> !JsonFeedRules.isListOfObjects(object.json().get("authors")))
      .map(object -> object.place() + "/authors is no list of objects")),

  /** Top-level and items: an author has at least one of name, url and avatar. */
  AUTHORS_HAVE_A_FIELD(json -> JsonFeedRules.authors(json)
      .filter(author -> Stream.of("name", "url", "avatar").noneMatch(author.json()::has))
      .map(author -> author.place() + " says nothing")),

  /** Top-level and items: the fields of an author are strings, and its URLs are URLs. */
  AUTHOR_FIELDS_ARE_STRINGS(json -> Stream.concat(
      Stream.of("name", "url", "avatar")
          .flatMap(key -> JsonFeedRules.authors(json)
              .filter(author -> author.json().has(key) && author.text(key).isEmpty())
              .map(author -> author.place() + "/" + key + " is no string")),
      Stream.of("url", "avatar")
          .flatMap(key -> JsonFeedRules.wrong(JsonFeedRules.authors(json), key, Syntax::isIri)))),

  /** Deprecations: new feeds should use {@code authors} instead of {@code author}. */
  NO_SINGULAR_AUTHOR(json -> json.topAndItems()
      .filter(object -> object.json().has("author"))
      .map(object -> object.place() + " has an author")),

  /** Top-level and items: a language is a tag of RFC 5646. */
  LANGUAGES_ARE_TAGS(
      json -> JsonFeedRules.wrong(json.topAndItems(), "language", Syntax::isLanguage)),

  /** Top-level: {@code expired} is a boolean. */
  EXPIRED_IS_A_BOOLEAN(json -> Stream.of(json.feed())
      .filter(feed -> feed.has("expired"))
      .filter(feed -> !feed.get("expired").isJsonPrimitive()
          || !feed.getAsJsonPrimitive("expired").isBoolean())
      .map(feed -> "expired is " + feed.get("expired"))),

  /** Top-level: a hub has a type and a URL. */
  HUBS_HAVE_TYPE_AND_URL(json -> Stream.of("type", "url")
      .flatMap(key -> JsonFeedRules.lacking(json.top().objects("hubs"), key))),

  /** Items: {@code items} is required, and it is a list of objects. */
  ITEMS_ARE_OBJECTS(json ->
      json.feed().has("items") && JsonFeedRules.isListOfObjects(json.feed().get("items"))
          ? Stream.empty()
          : Stream.of("items is no list of objects")),

  /** Items: {@code id} is required, and it is a string. */
  ITEMS_HAVE_AN_ID(json -> json.items()
      .filter(item -> item.text("id").filter(id -> !id.isBlank()).isEmpty())
      .map(item -> item.place() + " has no id")),

  /** Items: an id is unique in its feed. */
  ITEM_IDS_ARE_UNIQUE(
      json -> JsonFeedRules.twice(json.items().flatMap(item -> item.text("id").stream()))),

  /** Items: {@code content_html} or {@code content_text} must be present. */
  ITEMS_HAVE_CONTENT(json -> json.items()
      .filter(item -> !item.json().has("content_html") && !item.json().has("content_text"))
      .map(item -> item.place() + " has no content")),

  /** Items: HTML is allowed only in {@code content_html}. */
  ONLY_CONTENT_HTML_HOLDS_HTML(json -> Stream.of("title", "description", "summary")
      .flatMap(
          key -> JsonFeedRules.wrong(json.topAndItems(), key, text -> !Syntax.holdsHtml(text)))),

  /** Items: dates are those of RFC 3339. */
  ITEM_DATES_ARE_RFC_3339(json -> Stream.of("date_published", "date_modified")
      .flatMap(key ->
          JsonFeedRules.wrong(json.items(), key, date -> Dates.findRfc3339(date).isPresent()))),

  /** Items: {@code tags} is a list of strings. */
  TAGS_ARE_STRINGS(json -> json.items()
      .filter(item -> item.json().has("tags"))
      .filter(item -> !(item.json().get("tags") instanceof JsonArray tags)
          || !tags.asList().stream().allMatch(JsonFeed::isText))
      .map(item -> item.place() + " has tags that are no strings")),

  /** Attachments: each has a URL and a media type. */
  ATTACHMENTS_HAVE_URL_AND_TYPE(json -> Stream.of("url", "mime_type")
      .flatMap(key ->
          JsonFeedRules.lacking(json.items().flatMap(item -> item.objects("attachments")), key))),

  /** Extensions: what the format does not know begins with {@code _}. */
  UNKNOWN_KEYS_ARE_EXTENSIONS(json -> Stream.concat(
      JsonFeedRules.strangers(Stream.of(json.top()), Names.FEED_KEYS),
      Stream.concat(
          JsonFeedRules.strangers(json.items(), Names.ITEM_KEYS),
          JsonFeedRules.strangers(JsonFeedRules.authors(json), Set.of("name", "url", "avatar"))))),

  /** Extensions: a name is {@code _} and a letter, and has no dot. */
  EXTENSIONS_ARE_NAMED_WELL(json -> json.topAndItems()
      .flatMap(object -> object.json().keySet().stream()
          .filter(key -> key.startsWith("_") && !key.matches("_\\p{L}[^.]*"))
          .map(key -> object.place() + " has the extension " + key))),

  /** Extensions: they are objects. */
  EXTENSIONS_ARE_OBJECTS(json -> json.topAndItems()
      .flatMap(object -> object.json().entrySet().stream()
          .filter(value -> value.getKey().startsWith("_") && !value.getValue().isJsonObject())
          .map(value -> object.place() + "/" + value.getKey() + " is no object"))),

  /** Extensions: only their own name begins with {@code _}, and no key of theirs has a dot. */
  EXTENSION_KEYS_ARE_NAMED_WELL(json -> JsonFeedRules.extensions(json)
      .flatMap(extension -> extension.json().keySet().stream()
          .filter(key -> key.startsWith("_") || key.contains("."))
          .map(key -> extension.place() + " has the key " + key))),

  /** Extensions: {@code about} should appear at least once in a feed that uses them. */
  EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT(json -> JsonFeedRules.extensionNames(json)
      .filter(name -> json.topAndItems()
          .flatMap(object -> JsonFeedRules.extension(object, name))
          .noneMatch(extension -> extension.text("about").isPresent()))
      .map(name -> name + " is explained nowhere"));

  /** The members that the format defines. */
  private static final class Names {
    static final Set<String> FEED_KEYS = Set.of(
        "version",
        "title",
        "home_page_url",
        "feed_url",
        "description",
        "user_comment",
        "next_url",
        "icon",
        "favicon",
        "authors",
        "author",
        "language",
        "expired",
        "hubs",
        "items");
    static final Set<String> ITEM_KEYS = Set.of(
        "id",
        "url",
        "external_url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "image",
        "banner_image",
        "date_published",
        "date_modified",
        "authors",
        "author",
        "tags",
        "language",
        "attachments");
    /** The id and the version have rules of their own. */
    static final List<String> TEXTS = List.of(
        "home_page_url",
        "feed_url",
        "description",
        "user_comment",
        "next_url",
        "icon",
        "favicon",
        "language",
        "url",
        "external_url",
        "content_html",
        "content_text",
        "summary",
        "image",
        "banner_image",
        "date_published",
        "date_modified");

    private Names() {}
  }

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<JsonFeed, Stream<String>> check;

  JsonFeedRules(Function<JsonFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof JsonFeed json ? check.apply(json).toList() : List.of();
  }

  private static boolean isOlder(JsonFeed json, String next) {
    int own = ArchiveRules.number(json.address().toString()).orElse(Integer.MAX_VALUE);
    return ArchiveRules.number(next).filter(number -> number < own).isPresent();
  }

  private static Stream<Placed> authors(JsonFeed json) {
    return json.topAndItems().flatMap(object -> object.objects("authors"));
  }

  private static Stream<String> extensionNames(JsonFeed json) {
    return json.topAndItems()
        .flatMap(object -> object.json().keySet().stream())
        .filter(key -> key.startsWith("_"))
        .distinct();
  }

  private static Stream<Placed> extensions(JsonFeed json) {
    return json.topAndItems()
        .flatMap(object -> object.json().keySet().stream()
            .filter(key -> key.startsWith("_"))
            .flatMap(key -> extension(object, key)));
  }

  private static Stream<Placed> extension(Placed object, String name) {
    return object.json().get(name) instanceof JsonObject extension
        ? Stream.of(new Placed(object.place() + "/" + name, extension))
        : Stream.empty();
  }

  private static boolean isListOfObjects(JsonElement value) {
    return value instanceof JsonArray list
        && list.asList().stream().allMatch(JsonElement::isJsonObject);
  }

  private static Stream<String> strangers(Stream<Placed> objects, Set<String> known) {
    return objects.flatMap(object -> object.json().keySet().stream()
        .filter(key -> !key.startsWith("_") && !known.contains(key))
        .map(key -> object.place() + " has the key " + key));
  }

  private static Stream<String> lacking(Stream<Placed> objects, String key) {
    return objects
        .filter(object -> object.text(key).filter(text -> !text.isBlank()).isEmpty())
        .map(object -> object.place() + " has no " + key);
  }

  private static Stream<String> wrong(Stream<Placed> objects, String key, Predicate<String> right) {
    return objects.flatMap(object -> object.text(key).stream()
        .filter(text -> !right.test(text))
        .map(text -> object.place() + "/" + key + " is " + text));
  }

  private static Stream<String> twice(Stream<String> values) {
    Set<String> seen = new HashSet<>();
    return values.filter(value -> !seen.add(value)).distinct();
  }
}
