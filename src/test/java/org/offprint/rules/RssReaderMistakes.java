package org.offprint.rules;

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
        RssReaderRules.LINK_STANDS_BEFORE_LINKS_OF_ATOM.isBrokenBy(
            RSS.with(
                "<title>Weekly</title>\n    <link>",
                "<atom:link rel=\"search\" href=\"https://news.example.org/opensearch.xml\" /><title>Weekly</title>\n    <link>")),
        RssReaderRules.CHANNEL_HAS_NO_PUB_DATE.isBrokenBy(
            RSS.withBehind(TTL, "<pubDate>Fri, 03 May 2024 00:00:00 GMT</pubDate>")),
        RssReaderRules.CHANNEL_HAS_A_LAST_BUILD_DATE.isBrokenBy(
            RSS.without("<lastBuildDate>Fri, 03 May 2024 00:00:00 GMT</lastBuildDate>")),
        RssReaderRules.LAST_BUILD_DATE_IS_NOT_OLDER_THAN_AN_ITEM.isBrokenBy(
            RSS.with("Fri, 03 May 2024", "Wed, 01 May 2024")),
        RssReaderRules.RSS_DATES_HAVE_A_NUMERIC_ZONE_OR_GMT.isBrokenBy(
            RSS.with("03 May 2024 00:00:00 GMT", "03 May 2024 00:00:00 EST")),
        RssReaderRules.TITLES_HAVE_NO_ANGLE_BRACKET.isBrokenBy(RSS.with(">First<", ">1 &lt; 2<")),
        RssReaderRules.GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS.isBrokenBy(
            RSS.with(GUID, "<guid>https://news.example.org/issues/1")),
        RssReaderRules.GUIDS_ARE_NO_PERMALINKS.isBrokenBy(
            RSS.with(GUID, "<guid isPermaLink=\"true\">https://news.example.org/issues/1")),
        RssReaderRules.DESCRIPTIONS_ARE_TEXT_IN_HTML.isBrokenBy(
            RSS.with(">About one<", ">&lt;p&gt;About one&lt;/p&gt;<")),
        RssReaderRules.DESCRIPTIONS_ARE_NOT_EMPTY.isBrokenBy(RSS.with(">About one<", "><")),
        RssReaderRules.ITEMS_HAVE_THEIR_FULL_CONTENT.isBrokenBy(
            RSS.without("<content:encoded>&lt;p&gt;One&lt;/p&gt;</content:encoded>")),
        RssReaderRules.ITEMS_NAME_THEIR_CREATOR.isBrokenBy(
            RSS.without("<dc:creator>Ada</dc:creator>")),
        RssReaderRules.CHANNEL_SAYS_ITS_LANGUAGE.isBrokenBy(RSS.without("<language>en</language>")),
        RssReaderRules.CHANNEL_SAYS_HOW_LONG_IT_MAY_BE_KEPT.isBrokenBy(RSS.without(TTL)),
        RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR.isBrokenBy(
            RSS.withBehind(TTL, "<skipDays><day>Sunday</day></skipDays>")),
        RssReaderRules.UPDATE_PERIOD_IS_A_WORD_OF_THE_MODULE.isBrokenBy(
            RSS.with(">weekly<", ">every week<")),
        RssReaderRules.UPDATE_FREQUENCY_IS_A_COUNT.isBrokenBy(
            RSS.with("Frequency>1<", "Frequency>0<")),
        RssReaderRules.NO_RSS_ENCLOSURES.isBrokenBy(RSS.withBehind(
            DESCRIPTION,
            "<enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" />")),
        RssReaderRules.CATEGORIES_OF_AN_ITEM_DIFFER.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<category>Tools</category><category>Tools</category>")),
        RssReaderRules.CATEGORIES_OF_AN_ITEM_DIFFER.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<category> </category>")),
        RssReaderRules.MARKDOWN_IS_NOT_EMPTY.isBrokenBy(RSS.with(MARKDOWN, "")),
        RssReaderRules.MARKDOWN_OCCURS_AT_MOST_ONCE.isBrokenBy(
            RSS.withBehind("</source:markdown>", "<source:markdown>Two</source:markdown>")),
        RssReaderRules.MARKDOWN_HAS_NO_FRONT_MATTER.isBrokenBy(
            RSS.with(MARKDOWN, "---\ntitle: Two\n---\nTwo")),
        RssReaderRules.MARKDOWN_HAS_NO_RELATIVE_ADDRESS.isBrokenBy(
            RSS.with(MARKDOWN, "Two [links](/issues/1)")),
        RssReaderRules.MARKDOWN_HAS_NO_RELATIVE_ADDRESS.isBrokenBy(
            RSS.with(MARKDOWN, "![Two](2.png)")),
        RssReaderRules.RSS_PREFIXES_ARE_USUAL.isBrokenBy(
            RSS.withBehind(TTL, "<a10:link xmlns:a10=\"https://example.org/\" />")),
        RssReaderRules.NO_RSS_STYLE_SHEET.isBrokenBy(
            RSS.with("<rss ", "<?xml-stylesheet type=\"text/xsl\" href=\"/feed.xsl\"?>\n<rss ")));
  }
}
