package org.offprint.rules;

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
        JsonFeedRules.VERSION_IS_1_1.isBrokenBy(JSON.with("version/1.1", "version/1")),
        JsonFeedRules.VERSION_STANDS_FIRST.isBrokenBy(JSON.without(VERSION)
            .with(
                "\"title\": \"Weekly\",",
                "\"title\": \"Weekly\", \"version\": \"https://jsonfeed.org/version/1.1\",")),
        JsonFeedRules.FEED_HAS_A_TITLE.isBrokenBy(JSON.without("\"title\": \"Weekly\",")),
        JsonFeedRules.FEED_HAS_A_HOME_PAGE.isBrokenBy(
            JSON.without("\"home_page_url\": \"https://news.example.org/\",")),
        JsonFeedRules.FEED_HAS_AN_ADDRESS.isBrokenBy(
            JSON.without("\"feed_url\": \"https://news.example.org/feed.json\",")),
        JsonFeedRules.TEXTS_ARE_STRINGS.isBrokenBy(
            JSON.with("\"summary\": \"About two\"", "\"summary\": 2")),
        JsonFeedRules.URLS_ARE_URLS.isBrokenBy(
            JSON.withBehind(VERSION, "\"icon\": \"/logo.png\",")),
        JsonFeedRules.NEXT_URL_IS_ANOTHER_ADDRESS.isBrokenBy(
            JSON.with("/feed/archive/3.json", "/feed.json")),
        JsonFeedRules.NEXT_URL_LEADS_TO_AN_OLDER_DOCUMENT.isBrokenBy(
            JSON_ARCHIVE.with("archive/1.json", "archive/3.json")),
        JsonFeedRules.AUTHORS_ARE_OBJECTS.isBrokenBy(
            JSON.with("[{\"name\": \"Ada\", \"url\": \"https://example.org/ada\"}]", "[\"Ada\"]")),
        JsonFeedRules.AUTHORS_HAVE_A_FIELD.isBrokenBy(
            JSON.with(AUTHOR, "{}"), JsonReaderRules.NO_VALUE_IS_EMPTY),
        JsonFeedRules.AUTHOR_FIELDS_ARE_STRINGS.isBrokenBy(
            JSON.with("\"https://example.org/ada\"", "1")),
        JsonFeedRules.AUTHOR_FIELDS_ARE_STRINGS.isBrokenBy(
            JSON.with("\"https://example.org/ada\"", "\"/ada\"")),
        JsonFeedRules.NO_SINGULAR_AUTHOR.isBrokenBy(
            JSON.withBehind(VERSION, "\"author\": {\"name\": \"Ada\"},")),
        JsonFeedRules.LANGUAGES_ARE_TAGS.isBrokenBy(
            JSON.with("\"language\": \"en\"", "\"language\": \"en_US\"")),
        JsonFeedRules.EXPIRED_IS_A_BOOLEAN.isBrokenBy(
            JSON.withBehind(VERSION, "\"expired\": \"no\",")),
        JsonFeedRules.HUBS_HAVE_TYPE_AND_URL.isBrokenBy(
            JSON.withBehind(VERSION, "\"hubs\": [{\"type\": \"WebSub\"}],")),
        JsonFeedRules.ITEMS_ARE_OBJECTS.isBrokenBy(JSON.with("\"items\": [", "\"items\": [1,")),
        JsonFeedRules.ITEMS_HAVE_AN_ID.isBrokenBy(
            JSON.with("\"id\": \"tag:news.example.org,2005:1\"", "\"id\": 1")),
        JsonFeedRules.ITEM_IDS_ARE_UNIQUE.isBrokenBy(JSON.with("2005:1\"", "2005:2\"")),
        JsonFeedRules.ITEMS_HAVE_CONTENT.isBrokenBy(
            JSON.without("\"content_html\": \"<p>One</p>\",")),
        JsonFeedRules.ONLY_CONTENT_HTML_HOLDS_HTML.isBrokenBy(
            JSON.with("\"About two\"", "\"About <b>two</b>\"")),
        JsonFeedRules.ITEM_DATES_ARE_RFC_3339.isBrokenBy(JSON.with(
            "\"date_modified\": \"2024-05-01T00:00:00Z\"", "\"date_modified\": \"1 May 2024\"")),
        JsonFeedRules.TAGS_ARE_STRINGS.isBrokenBy(JSON.with("[\"Tools\"]", "[\"Tools\", 1]")),
        JsonFeedRules.ATTACHMENTS_HAVE_URL_AND_TYPE.isBrokenBy(
            JSON.withBehind(TAGS, "\"attachments\": [{\"url\": \"https://example.org/1.mp3\"}],"),
            JsonReaderRules.NO_ATTACHMENTS),
        JsonFeedRules.UNKNOWN_KEYS_ARE_EXTENSIONS.isBrokenBy(
            JSON.withBehind(TAGS, "\"subtitle\": \"More\",")),
        JsonFeedRules.EXTENSIONS_ARE_NAMED_WELL.isBrokenBy(
            JSON.with("\"_offprint\"", "\"_1.offprint\"")),
        JsonFeedRules.EXTENSIONS_ARE_OBJECTS.isBrokenBy(
            JSON.with("\"_offprint\": {", "\"_other\": \"2\", \"_offprint\": {"),
            JsonFeedRules.EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT),
        JsonFeedRules.EXTENSION_KEYS_ARE_NAMED_WELL.isBrokenBy(
            JSON.with("\"issue\": \"2\"", "\"_issue\": \"2\"")),
        JsonFeedRules.EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT.isBrokenBy(
            JSON.without("\"about\": \"https://example.org/about\", ")));
  }
}
