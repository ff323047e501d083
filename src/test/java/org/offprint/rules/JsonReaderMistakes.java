package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
import static org.offprint.rules.Specimens.JSON;

import java.util.stream.Stream;

/** Documents that each break one of {@link JsonReaderRules}. */
final class JsonReaderMistakes {
  private static final String TAGS = "\"tags\": [\"Tools\"],";

  private JsonReaderMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        breaks(
            JsonReaderRules.ITEMS_HAVE_HTML,
            JSON.with("\"content_html\": \"<p>One</p>\"", "\"content_text\": \"One\"")),
        breaks(
            JsonReaderRules.ITEMS_SAY_WHEN_THEY_WERE_MODIFIED,
            JSON.without(",\n      \"date_modified\": \"2024-05-01T00:00:00Z\"")),
        breaks(
            JsonReaderRules.JSON_DATES_ARE_UTC_WITHOUT_FRACTION,
            JSON.with(
                "\"date_modified\": \"2024-05-01T00:00:00Z\"",
                "\"date_modified\": \"2024-05-01T02:00:00+02:00\"")),
        breaks(JsonReaderRules.TAGS_DIFFER, JSON.with("[\"Tools\"]", "[\"Tools\", \"Tools\"]")),
        breaks(JsonReaderRules.NO_VALUE_IS_EMPTY, JSON.with("\"About two\"", "\"\"")),
        breaks(JsonReaderRules.NO_VALUE_IS_EMPTY, JSON.with("[\"Tools\"]", "[]")),
        breaks(JsonReaderRules.JSON_FEED_SAYS_ITS_LANGUAGE, JSON.without("\"language\": \"en\",")),
        breaks(
            JsonReaderRules.JSON_FEED_HAS_AUTHORS,
            JSON.without(
                "\"authors\": [{\"name\": \"Ada\", \"url\": \"https://example.org/ada\"}],")),
        breaks(JsonReaderRules.AUTHORS_HAVE_A_NAME, JSON.without("\"name\": \"Ada\", ")),
        breaks(
            JsonReaderRules.NO_ATTACHMENTS,
            JSON.withBehind(
                TAGS,
                "\"attachments\": [{\"url\": \"https://example.org/1.mp3\", \"mime_type\": \"audio/mpeg\"}],")));
  }
}
