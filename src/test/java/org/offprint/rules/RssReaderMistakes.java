package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
import static org.offprint.rules.Specimens.RSS;

import java.util.stream.Stream;

/** Documents that each break one of {@link RssReaderRules}. */
final class RssReaderMistakes {
  private static final String DESCRIPTION = "<description>About one</description>";
  private static final String TTL = "<ttl>60</ttl>";
  private static final String MARKDOWN = "Two [links](https://example.org/)";
  private static final String GUID = "<guid isPermaLink=\"false\">tag:news.example.org,2005:1";

  private RssReaderMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        breaks(
            RssReaderRules.CHANNEL_HAS_NO_PUB_DATE,
            RSS.withBehind(TTL, "<pubDate>Fri, 03 May 2024 00:00:00 GMT</pubDate>")),
        breaks(
            RssReaderRules.CHANNEL_HAS_A_LAST_BUILD_DATE,
            RSS.without("<lastBuildDate>Fri, 03 May 2024 00:00:00 GMT</lastBuildDate>")),
        breaks(
            RssReaderRules.LAST_BUILD_DATE_IS_NOT_OLDER_THAN_AN_ITEM,
            RSS.with("Fri, 03 May 2024", "Wed, 01 May 2024")),
        breaks(
            RssReaderRules.RSS_DATES_HAVE_A_NUMERIC_ZONE_OR_GMT,
            RSS.with("03 May 2024 00:00:00 GMT", "03 May 2024 00:00:00 EST")),
        breaks(RssReaderRules.TITLES_HAVE_NO_ANGLE_BRACKET, RSS.with(">First<", ">1 &lt; 2<")),
        breaks(
            RssReaderRules.GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS,
            RSS.with(GUID, "<guid>https://news.example.org/issues/1")),
        breaks(
            RssReaderRules.GUIDS_ARE_NO_PERMALINKS,
            RSS.with(GUID, "<guid isPermaLink=\"true\">https://news.example.org/issues/1")),
        breaks(
            RssReaderRules.DESCRIPTIONS_ARE_TEXT_IN_HTML,
            RSS.with(">About one<", ">&lt;p&gt;About one&lt;/p&gt;<")),
        breaks(RssReaderRules.DESCRIPTIONS_ARE_NOT_EMPTY, RSS.with(">About one<", "><")),
        breaks(
            RssReaderRules.ITEMS_HAVE_THEIR_FULL_CONTENT,
            RSS.without("<content:encoded>&lt;p&gt;One&lt;/p&gt;</content:encoded>")),
        breaks(
            RssReaderRules.ITEMS_NAME_THEIR_CREATOR, RSS.without("<dc:creator>Ada</dc:creator>")),
        breaks(RssReaderRules.CHANNEL_SAYS_ITS_LANGUAGE, RSS.without("<language>en</language>")),
        breaks(RssReaderRules.CHANNEL_SAYS_HOW_LONG_IT_MAY_BE_KEPT, RSS.without(TTL)),
        breaks(
            RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR,
            RSS.withBehind(TTL, "<skipDays><day>Sunday</day></skipDays>")),
        breaks(
            RssReaderRules.UPDATE_PERIOD_IS_A_WORD_OF_THE_MODULE,
            RSS.with(">weekly<", ">every week<")),
        breaks(
            RssReaderRules.UPDATE_FREQUENCY_IS_A_COUNT, RSS.with("Frequency>1<", "Frequency>0<")),
        breaks(
            RssReaderRules.NO_RSS_ENCLOSURES,
            RSS.withBehind(
                DESCRIPTION,
                "<enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" />")),
        breaks(
            RssReaderRules.CATEGORIES_OF_AN_ITEM_DIFFER,
            RSS.withBehind(DESCRIPTION, "<category>Tools</category><category>Tools</category>")),
        breaks(
            RssReaderRules.CATEGORIES_OF_AN_ITEM_DIFFER,
            RSS.withBehind(DESCRIPTION, "<category> </category>")),
        breaks(RssReaderRules.MARKDOWN_IS_NOT_EMPTY, RSS.with(MARKDOWN, "")),
        breaks(
            RssReaderRules.MARKDOWN_OCCURS_AT_MOST_ONCE,
            RSS.withBehind("</source:markdown>", "<source:markdown>Two</source:markdown>")),
        breaks(
            RssReaderRules.MARKDOWN_HAS_NO_FRONT_MATTER,
            RSS.with(MARKDOWN, "---\ntitle: Two\n---\nTwo")),
        breaks(
            RssReaderRules.MARKDOWN_HAS_NO_RELATIVE_ADDRESS,
            RSS.with(MARKDOWN, "Two [links](/issues/1)")),
        breaks(
            RssReaderRules.MARKDOWN_HAS_NO_RELATIVE_ADDRESS, RSS.with(MARKDOWN, "![Two](2.png)")),
        breaks(
            RssReaderRules.RSS_PREFIXES_ARE_USUAL,
            RSS.withBehind(TTL, "<a10:link xmlns:a10=\"https://example.org/\" />")),
        breaks(
            RssReaderRules.NO_RSS_STYLE_SHEET,
            RSS.with("<rss ", "<?xml-stylesheet type=\"text/xsl\" href=\"/feed.xsl\"?>\n<rss ")));
  }
}
