package org.offprint.rules;

import static org.offprint.rules.Specimens.ATOM;
import static org.offprint.rules.Specimens.JSON;
import static org.offprint.rules.Specimens.RSS;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that each break one of {@link ReaderRules}. */
final class ReaderMistakes {
  /** Each as it should be. */
  private static final String MORE_ENTRIES = IntStream.range(0, 300)
      .mapToObj(number -> """
          <entry>
            <title>Old</title>
            <link rel="alternate" type="text/html" href="https://news.example.org/issues/old" />
            <author><name>Ida</name></author>
            <id>tag:news.example.org,2005:old-%d</id>
            <updated>2024-04-01T00:00:00Z</updated>
            <published>2024-04-01T00:00:00Z</published>
            <content type="html">Old</content>
          </entry>
          """.formatted(number))
      .collect(Collectors.joining());

  private ReaderMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM.isBrokenBy(
            ATOM.with("feed.atom", "other.atom")),
        ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM.isBrokenBy(
            RSS.with("feed.rss", "other.rss")),
        ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM.isBrokenBy(
            JSON.with("feed.json", "other.json")),
        ReaderRules.TITLES_ARE_ONE_LINE.isBrokenBy(ATOM.with(">First<", ">First <")),
        ReaderRules.TITLES_ARE_ONE_LINE.isBrokenBy(JSON.with("\"First\"", "\"First\\nand only\"")),
        ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE.isBrokenBy(ATOM.with(">First<", ">Issue \\#1<")),
        ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE.isBrokenBy(
            ATOM.with(">First<", ">This &amp;amp; that<")),
        ReaderRules.ENTRIES_HAVE_A_TITLE.isBrokenBy(JSON.with("\"title\": \"First\",", "")),
        ReaderRules.ENTRIES_HAVE_A_TITLE.isBrokenBy(RSS.without("<title>First</title>")),
        ReaderRules.ENTRY_IDS_ARE_ABSOLUTE.isBrokenBy(
            JSON.with("\"tag:news.example.org,2005:1\"", "\"1\"")),
        ReaderRules.ENTRY_IDS_ARE_ABSOLUTE.isBrokenBy(
            RSS.with(">tag:news.example.org,2005:1<", ">1<")),
        ReaderRules.ENTRIES_LEAD_TO_A_PAGE.isBrokenBy(
            JSON.without("\"url\": \"https://news.example.org/issues/1\",")),
        ReaderRules.ENTRIES_LEAD_TO_A_PAGE.isBrokenBy(
            RSS.without("<link>https://news.example.org/issues/1</link>")),
        ReaderRules.ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED.isBrokenBy(
            ATOM.without("<published>2024-05-01T00:00:00Z</published>")),
        ReaderRules.ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED.isBrokenBy(
            RSS.without("<pubDate>Wed, 01 May 2024 00:00:00 +0000</pubDate>")),
        ReaderRules.ENTRIES_STAND_NEWEST_FIRST.isBrokenBy(
            ATOM.with("<published>2024-05-02", "<published>2024-04-02")),
        ReaderRules.ENTRIES_STAND_NEWEST_FIRST.isBrokenBy(
            RSS.with("Thu, 02 May 2024", "Tue, 02 Apr 2024")),
        ReaderRules.UPDATES_COME_AFTER_PUBLICATION.isBrokenBy(
            JSON.with("\"date_modified\": \"2024-05-01", "\"date_modified\": \"2024-04-30")),
        ReaderRules.PUBLICATION_IS_A_REAL_MOMENT.isBrokenBy(
            RSS.with("Wed, 01 May 2024", "Thu, 01 Jan 1970")),
        ReaderRules.CONTENT_HAS_NO_RELATIVE_ADDRESS.isBrokenBy(
            ATOM.with("href=\"https://example.org/\"&gt;", "href=\"#note\"&gt;")),
        ReaderRules.CONTENT_HAS_NO_RELATIVE_ADDRESS.isBrokenBy(
            JSON.with("<p>One</p>", "<img src='/1.png'>")),
        ReaderRules.CONTENT_ADDRESSES_ARE_WELL_FORMED.isBrokenBy(
            JSON.with("<p>One</p>", "<a href='https://example.org/a b'>One</a>")),
        ReaderRules.CONTENT_ADDRESSES_HAVE_A_HARMLESS_SCHEME.isBrokenBy(
            JSON.with("<p>One</p>", "<a href='javascript:alert(1)'>One</a>")),
        ReaderRules.CONTENT_HAS_NO_SCRIPT.isBrokenBy(
            RSS.with("&lt;p&gt;One&lt;/p&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")),
        ReaderRules.CONTENT_HAS_NO_EVENT_HANDLER.isBrokenBy(
            JSON.with("<p>One</p>", "<p onclick='alert(1)'>One</p>")),
        ReaderRules.FEED_HAS_NO_MORE_ENTRIES_THAN_READERS_READ.isBrokenBy(
            ATOM.with("</feed>", MORE_ENTRIES + "</feed>")),
        ReaderRules.FEED_IS_NO_LARGER_THAN_READERS_READ.isBrokenBy(
            ATOM.with("About two", "a".repeat(5_000_000))));
  }
}
