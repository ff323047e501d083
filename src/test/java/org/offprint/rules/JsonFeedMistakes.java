package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
import static org.offprint.rules.Specimens.JSON;
import static org.offprint.rules.Specimens.JSON_ARCHIVE;

import java.util.stream.Stream;

/** Documents that each break one of {@link JsonFeedRules}. */
final class JsonFeedMistakes {
  private static final String VERSION = "\"version\": \"https://jsonfeed.org/version/1.1\",";
  private static final String TAGS = "\"tags\": [\"Tools\"],";
  private static final String AUTHOR = "{\"name\": \"Ada\", \"url\": \"https://example.org/ada\"}";

  private JsonFeedMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        breaks(JsonFeedRules.VERSION_IS_1_1, JSON.with("version/1.1", "version/1")),
        breaks(
            JsonFeedRules.VERSION_STANDS_FIRST,
            JSON.without(VERSION)
                .with(
                    "\"title\": \"Weekly\",",
                    "\"title\": \"Weekly\", \"version\": \"https://jsonfeed.org/version/1.1\",")),
        breaks(JsonFeedRules.FEED_HAS_A_TITLE, JSON.without("\"title\": \"Weekly\",")),
        breaks(
            JsonFeedRules.FEED_HAS_A_HOME_PAGE,
            JSON.without("\"home_page_url\": \"https://news.example.org/\",")),
        breaks(
            JsonFeedRules.FEED_HAS_AN_ADDRESS,
            JSON.without("\"feed_url\": \"https://news.example.org/feed.json\",")),
        breaks(
            JsonFeedRules.TEXTS_ARE_STRINGS,
            JSON.with("\"summary\": \"About two\"", "\"summary\": 2")),
        breaks(JsonFeedRules.URLS_ARE_URLS, JSON.withBehind(VERSION, "\"icon\": \"/logo.png\",")),
        breaks(
            JsonFeedRules.NEXT_URL_IS_ANOTHER_ADDRESS,
            JSON.with("/feed/archive/3.json", "/feed.json")),
        breaks(
            JsonFeedRules.NEXT_URL_LEADS_TO_AN_OLDER_DOCUMENT,
            JSON_ARCHIVE.with("archive/1.json", "archive/3.json")),
        breaks(
            JsonFeedRules.AUTHORS_ARE_OBJECTS,
            JSON.with("[{\"name\": \"Ada\", \"url\": \"https://example.org/ada\"}]", "[\"Ada\"]")),
        breaks(
            JsonFeedRules.AUTHORS_HAVE_A_FIELD,
            JSON.with(AUTHOR, "{}"),
            JsonReaderRules.NO_VALUE_IS_EMPTY),
        breaks(
            JsonFeedRules.AUTHOR_FIELDS_ARE_STRINGS, JSON.with("\"https://example.org/ada\"", "1")),
        breaks(
            JsonFeedRules.AUTHOR_FIELDS_ARE_STRINGS,
            JSON.with("\"https://example.org/ada\"", "\"/ada\"")),
        breaks(
            JsonFeedRules.NO_SINGULAR_AUTHOR,
            JSON.withBehind(VERSION, "\"author\": {\"name\": \"Ada\"},")),
        breaks(
            JsonFeedRules.LANGUAGES_ARE_TAGS,
            JSON.with("\"language\": \"en\"", "\"language\": \"en_US\"")),
        breaks(
            JsonFeedRules.EXPIRED_IS_A_BOOLEAN, JSON.withBehind(VERSION, "\"expired\": \"no\",")),
        breaks(
            JsonFeedRules.HUBS_HAVE_TYPE_AND_URL,
            JSON.withBehind(VERSION, "\"hubs\": [{\"type\": \"WebSub\"}],")),
        breaks(JsonFeedRules.ITEMS_ARE_OBJECTS, JSON.with("\"items\": [", "\"items\": [1,")),
        breaks(
            JsonFeedRules.ITEMS_HAVE_AN_ID,
            JSON.with("\"id\": \"tag:news.example.org,2005:1\"", "\"id\": 1")),
        breaks(JsonFeedRules.ITEM_IDS_ARE_UNIQUE, JSON.with("2005:1\"", "2005:2\"")),
        breaks(JsonFeedRules.ITEMS_HAVE_CONTENT, JSON.without("\"content_html\": \"<p>One</p>\",")),
        breaks(
            JsonFeedRules.ONLY_CONTENT_HTML_HOLDS_HTML,
            JSON.with("\"About two\"", "\"About <b>two</b>\"")),
        breaks(
            JsonFeedRules.ITEM_DATES_ARE_RFC_3339,
            JSON.with(
                "\"date_modified\": \"2024-05-01T00:00:00Z\"",
                "\"date_modified\": \"1 May 2024\"")),
        breaks(JsonFeedRules.TAGS_ARE_STRINGS, JSON.with("[\"Tools\"]", "[\"Tools\", 1]")),
        breaks(
            JsonFeedRules.ATTACHMENTS_HAVE_URL_AND_TYPE,
            JSON.withBehind(TAGS, "\"attachments\": [{\"url\": \"https://example.org/1.mp3\"}],"),
            JsonReaderRules.NO_ATTACHMENTS),
        breaks(
            JsonFeedRules.UNKNOWN_KEYS_ARE_EXTENSIONS,
            JSON.withBehind(TAGS, "\"subtitle\": \"More\",")),
        breaks(
            JsonFeedRules.EXTENSIONS_ARE_NAMED_WELL, JSON.with("\"_offprint\"", "\"_1.offprint\"")),
        breaks(
            JsonFeedRules.EXTENSIONS_ARE_OBJECTS,
            JSON.with("\"_offprint\": {", "\"_other\": \"2\", \"_offprint\": {"),
            JsonFeedRules.EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT),
        breaks(
            JsonFeedRules.EXTENSION_KEYS_ARE_NAMED_WELL,
            JSON.with("\"issue\": \"2\"", "\"_issue\": \"2\"")),
        breaks(
            JsonFeedRules.EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT,
            JSON.without("\"about\": \"https://example.org/about\", ")));
  }
}
