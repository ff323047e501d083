package org.offprint.rules;

import static org.offprint.rules.Specimens.JSON;

import java.util.stream.Stream;

/** Documents that each break one of {@link JsonReaderRules}. */
final class JsonReaderMistakes {
  private static final String TAGS = "\"tags\": [\"Tools\"],";

  private JsonReaderMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        JsonReaderRules.ITEMS_HAVE_HTML.isBrokenBy(
            JSON.with("\"content_html\": \"<p>One</p>\"", "\"content_text\": \"One\"")),
        JsonReaderRules.ITEMS_SAY_WHEN_THEY_WERE_MODIFIED.isBrokenBy(
            JSON.without(",\n      \"date_modified\": \"2024-05-01T00:00:00Z\"")),
        JsonReaderRules.JSON_DATES_ARE_UTC_WITHOUT_FRACTION.isBrokenBy(JSON.with(
            "\"date_modified\": \"2024-05-01T00:00:00Z\"",
            "\"date_modified\": \"2024-05-01T02:00:00+02:00\"")),
        JsonReaderRules.TAGS_DIFFER.isBrokenBy(JSON.with("[\"Tools\"]", "[\"Tools\", \"Tools\"]")),
        JsonReaderRules.NO_VALUE_IS_EMPTY.isBrokenBy(JSON.with("\"About two\"", "\"\"")),
        JsonReaderRules.NO_VALUE_IS_EMPTY.isBrokenBy(JSON.with("[\"Tools\"]", "[]")),
        JsonReaderRules.JSON_FEED_SAYS_ITS_LANGUAGE.isBrokenBy(
            JSON.without("\"language\": \"en\",")),
        JsonReaderRules.JSON_FEED_HAS_AUTHORS.isBrokenBy(JSON.without(
            "\"authors\": [{\"name\": \"Ada\", \"url\": \"https://example.org/ada\"}],")),
        JsonReaderRules.AUTHORS_HAVE_A_NAME.isBrokenBy(JSON.without("\"name\": \"Ada\", ")),
        JsonReaderRules.NO_ATTACHMENTS.isBrokenBy(
            JSON.withBehind(
                TAGS,
                "\"attachments\": [{\"url\": \"https://example.org/1.mp3\", \"mime_type\": \"audio/mpeg\"}],")));
  }
}
