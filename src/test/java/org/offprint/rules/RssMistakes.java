package org.offprint.rules;

import static org.offprint.rules.Specimens.RSS;

import java.util.stream.Stream;

/** Documents that each break one of {@link RssRules}. */
final class RssMistakes {
  private static final String DESCRIPTION = "<description>About one</description>";
  private static final String TTL = "<ttl>60</ttl>";
  private static final String SELF =
      "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://news.example.org/feed.rss\" />";
  private static final String CONTENT = "<content:encoded>&lt;p&gt;One&lt;/p&gt;</content:encoded>";
  private static final String DATE = "Fri, 03 May 2024 00:00:00 GMT";

  private RssMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        RssRules.ROOT_IS_RSS_2_0.isBrokenBy(RSS.with("version=\"2.0\"", "version=\"0.91\"")),
        RssRules.RSS_HAS_EXACTLY_ONE_CHANNEL.isBrokenBy(
            RSS.withBehind("</channel>", "<channel />")),
        RssRules.CHANNEL_HAS_EXACTLY_ONE_TITLE.isBrokenBy(
            RSS.without("<title>Weekly</title>"), RssRules.IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL),
        RssRules.CHANNEL_HAS_EXACTLY_ONE_LINK.isBrokenBy(RSS.withBehind(
            "<link>https://news.example.org/</link>", "<link>https://news.example.org/2</link>")),
        RssRules.CHANNEL_HAS_EXACTLY_ONE_DESCRIPTION.isBrokenBy(
            RSS.without("<description>What happened</description>")),
        RssRules.OPTIONAL_CHANNEL_ELEMENTS_OCCUR_ONCE.isBrokenBy(
            RSS.withBehind(TTL, "<ttl>30</ttl>")),
        RssRules.ITEM_ELEMENTS_OCCUR_ONCE.isBrokenBy(RSS.withBehind(DESCRIPTION, DESCRIPTION)),
        RssRules.ITEMS_STAND_LAST_IN_THE_CHANNEL.isBrokenBy(
            RSS.without(TTL).with("</channel>", "<ttl>60</ttl></channel>")),
        RssRules.ITEMS_HAVE_TITLE_OR_DESCRIPTION.isBrokenBy(
            RSS.without("<title>First</title>").without(DESCRIPTION),
            ReaderRules.ENTRIES_HAVE_A_TITLE,
            RssRules.CONTENT_COMES_WITH_A_DESCRIPTION),
        RssRules.UNKNOWN_ELEMENTS_HAVE_A_NAMESPACE.isBrokenBy(
            RSS.withBehind(TTL, "<subtitle>More</subtitle>")),
        RssRules.TEXTS_HAVE_NO_CHILD_ELEMENT.isBrokenBy(
            RSS.with(">About one<", ">About <link>https://example.org/</link><")),
        RssRules.PLAIN_TEXTS_HOLD_NO_HTML.isBrokenBy(
            RSS.with(">What happened<", ">&lt;b&gt;What&lt;/b&gt; happened<")),
        RssRules.PLAIN_TEXTS_HOLD_NO_HTML.isBrokenBy(RSS.with(">Tools<", ">This &amp;amp; that<")),
        RssRules.LANGUAGE_IS_A_TAG.isBrokenBy(
            RSS.with("<language>en<", "<language>English, British<")),
        RssRules.DATES_ARE_RFC_822.isBrokenBy(RSS.with(DATE, "2024-05-03T00:00:00Z")),
        RssRules.DATES_ARE_RFC_822.isBrokenBy(RSS.with(DATE, "Fri, 03 Mai 2024 00:00:00 GMT")),
        RssRules.YEARS_HAVE_FOUR_DIGITS.isBrokenBy(RSS.with("03 May 2024", "03 May 24")),
        RssRules.WEEKDAYS_ARE_RIGHT.isBrokenBy(RSS.with("Fri, 03", "Mon, 03")),
        RssRules.LINKS_BEGIN_WITH_A_SCHEME.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<comments>/issues/1#comments</comments>")),
        RssRules.IMAGE_HAS_URL_TITLE_AND_LINK.isBrokenBy(
            RSS.without("<url>https://news.example.org/logo.png</url>")),
        RssRules.IMAGE_IS_GIF_JPEG_OR_PNG.isBrokenBy(RSS.with("logo.png", "logo.svg")),
        RssRules.IMAGE_IS_NOT_TOO_LARGE.isBrokenBy(
            RSS.withBehind("logo.png</url>", "<width>145</width>")),
        RssRules.IMAGE_IS_NOT_TOO_LARGE.isBrokenBy(
            RSS.withBehind("logo.png</url>", "<height>-1</height>")),
        RssRules.IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL.isBrokenBy(
            RSS.with("logo.png</url>\n      <title>Weekly", "logo.png</url>\n      <title>Logo")),
        RssRules.TTL_IS_A_NUMBER_OF_MINUTES.isBrokenBy(RSS.with(">60<", ">1 hour<")),
        RssRules.TTL_IS_A_NUMBER_OF_MINUTES.isBrokenBy(RSS.with(">60<", ">-1<")),
        RssRules.SKIPPED_HOURS_ARE_HOURS.isBrokenBy(
            RSS.withBehind(TTL, "<skipHours><hour>24</hour></skipHours>"),
            RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR),
        RssRules.SKIPPED_DAYS_ARE_WEEKDAYS.isBrokenBy(
            RSS.withBehind(TTL, "<skipDays><day>Sun</day></skipDays>"),
            RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR),
        RssRules.CHANNEL_HAS_NO_TEXT_INPUT.isBrokenBy(
            RSS.withBehind(
                TTL,
                "<textInput><title>Search</title><description>Words</description><name>q</name><link>https://news.example.org/</link></textInput>")),
        RssRules.EMAILS_COME_WITH_A_NAME.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<author>Ada</author>")),
        RssRules.EMAILS_COME_WITH_A_NAME.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<author>ada@example.org</author>")),
        RssRules.ENCLOSURES_HAVE_URL_LENGTH_AND_TYPE.isBrokenBy(
            RSS.withBehind(
                DESCRIPTION, "<enclosure url=\"https://example.org/1.mp3\" type=\"audio/mpeg\" />"),
            RssReaderRules.NO_RSS_ENCLOSURES),
        RssRules.ITEMS_HAVE_AT_MOST_ONE_ENCLOSURE.isBrokenBy(
            RSS.withBehind(
                DESCRIPTION,
                "<enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" /><enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" />"),
            RssReaderRules.NO_RSS_ENCLOSURES),
        RssRules.SOURCES_HAVE_A_URL.isBrokenBy(
            RSS.withBehind(DESCRIPTION, "<source>Another newsletter</source>")),
        RssRules.ITEMS_HAVE_A_GUID.isBrokenBy(
            RSS.without("<guid isPermaLink=\"false\">tag:news.example.org,2005:1</guid>")),
        RssRules.GUIDS_ARE_UNIQUE.isBrokenBy(RSS.with("2005:1<", "2005:2<")),
        RssRules.GUIDS_ARE_PERMALINKS_OR_NOT.isBrokenBy(
            RSS.with("isPermaLink=\"false\"", "isPermaLink=\"no\"")),
        RssRules.PERMALINKS_ARE_URLS.isBrokenBy(
            RSS.without(" isPermaLink=\"false\""),
            RssReaderRules.GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS),
        RssRules.CHANNEL_LINKS_TO_ITSELF.isBrokenBy(RSS.without(SELF)),
        RssRules.CHANNEL_LINKS_TO_ITSELF.isBrokenBy(RSS.withBehind(SELF, SELF)),
        RssRules.ATOM_LINKS_HAVE_AN_ADDRESS.isBrokenBy(
            RSS.withBehind(SELF, "<atom:link rel=\"hub\" />")),
        RssRules.SELF_LINK_IS_OF_THE_TYPE_OF_RSS.isBrokenBy(
            RSS.with("application/rss+xml", "text/xml")),
        RssRules.CONTENT_STANDS_ONCE_IN_ITEMS.isBrokenBy(
            RSS.withBehind(TTL, "<content:encoded>All</content:encoded>")),
        RssRules.CONTENT_STANDS_ONCE_IN_ITEMS.isBrokenBy(RSS.withBehind(CONTENT, CONTENT)),
        RssRules.CONTENT_COMES_WITH_A_DESCRIPTION.isBrokenBy(RSS.without(DESCRIPTION)),
        RssRules.DESCRIPTION_STANDS_BEFORE_THE_CONTENT.isBrokenBy(
            RSS.without(DESCRIPTION).withBehind(CONTENT, DESCRIPTION)));
  }
}
