package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
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
            <title type="text">Old</title>
            <link rel="alternate" type="text/html" href="https://news.example.org/issues/old" />
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
        breaks(
            ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM,
            ATOM.with("feed.atom", "other.atom")),
        breaks(
            ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM, RSS.with("feed.rss", "other.rss")),
        breaks(
            ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM,
            JSON.with("feed.json", "other.json")),
        breaks(ReaderRules.TITLES_ARE_ONE_LINE, ATOM.with(">First<", ">First <")),
        breaks(ReaderRules.TITLES_ARE_ONE_LINE, JSON.with("\"First\"", "\"First\\nand only\"")),
        breaks(ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE, ATOM.with(">First<", ">Issue \\#1<")),
        breaks(
            ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE,
            ATOM.with(">First<", ">This &amp;amp; that<")),
        breaks(ReaderRules.ENTRIES_HAVE_A_TITLE, JSON.with("\"title\": \"First\",", "")),
        breaks(ReaderRules.ENTRIES_HAVE_A_TITLE, RSS.without("<title>First</title>")),
        breaks(
            ReaderRules.ENTRY_IDS_ARE_ABSOLUTE,
            JSON.with("\"tag:news.example.org,2005:1\"", "\"1\"")),
        breaks(
            ReaderRules.ENTRY_IDS_ARE_ABSOLUTE, RSS.with(">tag:news.example.org,2005:1<", ">1<")),
        breaks(
            ReaderRules.ENTRIES_LEAD_TO_A_PAGE,
            JSON.without("\"url\": \"https://news.example.org/issues/1\",")),
        breaks(
            ReaderRules.ENTRIES_LEAD_TO_A_PAGE,
            RSS.without("<link>https://news.example.org/issues/1</link>")),
        breaks(
            ReaderRules.ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED,
            ATOM.without("<published>2024-05-01T00:00:00Z</published>")),
        breaks(
            ReaderRules.ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED,
            RSS.without("<pubDate>Wed, 01 May 2024 00:00:00 +0000</pubDate>")),
        breaks(
            ReaderRules.ENTRIES_STAND_NEWEST_FIRST,
            ATOM.with("<published>2024-05-02", "<published>2024-04-02")),
        breaks(
            ReaderRules.ENTRIES_STAND_NEWEST_FIRST,
            RSS.with("Thu, 02 May 2024", "Tue, 02 Apr 2024")),
        breaks(
            ReaderRules.UPDATES_COME_AFTER_PUBLICATION,
            JSON.with("\"date_modified\": \"2024-05-01", "\"date_modified\": \"2024-04-30")),
        breaks(
            ReaderRules.PUBLICATION_IS_A_REAL_MOMENT,
            RSS.with("Wed, 01 May 2024", "Thu, 01 Jan 1970")),
        breaks(
            ReaderRules.CONTENT_HAS_NO_RELATIVE_ADDRESS,
            ATOM.with("href=\"https://example.org/\"&gt;", "href=\"#note\"&gt;")),
        breaks(
            ReaderRules.CONTENT_HAS_NO_RELATIVE_ADDRESS,
            JSON.with("<p>One</p>", "<img src='/1.png'>")),
        breaks(
            ReaderRules.CONTENT_ADDRESSES_ARE_WELL_FORMED,
            JSON.with("<p>One</p>", "<a href='https://example.org/a b'>One</a>")),
        breaks(
            ReaderRules.CONTENT_ADDRESSES_HAVE_A_HARMLESS_SCHEME,
            JSON.with("<p>One</p>", "<a href='javascript:alert(1)'>One</a>")),
        breaks(
            ReaderRules.CONTENT_HAS_NO_SCRIPT,
            RSS.with("&lt;p&gt;One&lt;/p&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")),
        breaks(
            ReaderRules.CONTENT_HAS_NO_EVENT_HANDLER,
            JSON.with("<p>One</p>", "<p onclick='alert(1)'>One</p>")),
        breaks(
            ReaderRules.FEED_HAS_NO_MORE_ENTRIES_THAN_READERS_READ,
            ATOM.with("</feed>", MORE_ENTRIES + "</feed>")),
        breaks(
            ReaderRules.FEED_IS_NO_LARGER_THAN_READERS_READ,
            ATOM.with("About two", "a".repeat(5_000_000))));
  }
}
