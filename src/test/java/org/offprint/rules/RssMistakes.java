package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
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
        breaks(RssRules.ROOT_IS_RSS_2_0, RSS.with("version=\"2.0\"", "version=\"0.91\"")),
        breaks(RssRules.RSS_HAS_EXACTLY_ONE_CHANNEL, RSS.withBehind("</channel>", "<channel />")),
        breaks(
            RssRules.CHANNEL_HAS_EXACTLY_ONE_TITLE,
            RSS.without("<title>Weekly</title>"),
            RssRules.IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL),
        breaks(
            RssRules.CHANNEL_HAS_EXACTLY_ONE_LINK,
            RSS.withBehind(
                "<link>https://news.example.org/</link>",
                "<link>https://news.example.org/2</link>")),
        breaks(
            RssRules.CHANNEL_HAS_EXACTLY_ONE_DESCRIPTION,
            RSS.without("<description>What happened</description>")),
        breaks(RssRules.OPTIONAL_CHANNEL_ELEMENTS_OCCUR_ONCE, RSS.withBehind(TTL, "<ttl>30</ttl>")),
        breaks(RssRules.ITEM_ELEMENTS_OCCUR_ONCE, RSS.withBehind(DESCRIPTION, DESCRIPTION)),
        breaks(
            RssRules.ITEMS_STAND_LAST_IN_THE_CHANNEL,
            RSS.without(TTL).with("</channel>", "<ttl>60</ttl></channel>")),
        breaks(
            RssRules.ITEMS_HAVE_TITLE_OR_DESCRIPTION,
            RSS.without("<title>First</title>").without(DESCRIPTION),
            ReaderRules.ENTRIES_HAVE_A_TITLE,
            RssRules.CONTENT_COMES_WITH_A_DESCRIPTION),
        breaks(
            RssRules.UNKNOWN_ELEMENTS_HAVE_A_NAMESPACE,
            RSS.withBehind(TTL, "<subtitle>More</subtitle>")),
        breaks(
            RssRules.TEXTS_HAVE_NO_CHILD_ELEMENT,
            RSS.with(">About one<", ">About <link>https://example.org/</link><")),
        breaks(
            RssRules.PLAIN_TEXTS_HOLD_NO_HTML,
            RSS.with(">What happened<", ">&lt;b&gt;What&lt;/b&gt; happened<")),
        breaks(RssRules.PLAIN_TEXTS_HOLD_NO_HTML, RSS.with(">Tools<", ">This &amp;amp; that<")),
        breaks(
            RssRules.LANGUAGE_IS_A_TAG, RSS.with("<language>en<", "<language>English, British<")),
        breaks(RssRules.DATES_ARE_RFC_822, RSS.with(DATE, "2024-05-03T00:00:00Z")),
        breaks(RssRules.DATES_ARE_RFC_822, RSS.with(DATE, "Fri, 03 Mai 2024 00:00:00 GMT")),
        breaks(RssRules.YEARS_HAVE_FOUR_DIGITS, RSS.with("03 May 2024", "03 May 24")),
        breaks(RssRules.WEEKDAYS_ARE_RIGHT, RSS.with("Fri, 03", "Mon, 03")),
        breaks(
            RssRules.LINKS_BEGIN_WITH_A_SCHEME,
            RSS.withBehind(DESCRIPTION, "<comments>/issues/1#comments</comments>")),
        breaks(
            RssRules.IMAGE_HAS_URL_TITLE_AND_LINK,
            RSS.without("<url>https://news.example.org/logo.png</url>")),
        breaks(RssRules.IMAGE_IS_GIF_JPEG_OR_PNG, RSS.with("logo.png", "logo.svg")),
        breaks(
            RssRules.IMAGE_IS_NOT_TOO_LARGE,
            RSS.withBehind("logo.png</url>", "<width>145</width>")),
        breaks(
            RssRules.IMAGE_IS_NOT_TOO_LARGE,
            RSS.withBehind("logo.png</url>", "<height>-1</height>")),
        breaks(
            RssRules.IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL,
            RSS.with("logo.png</url>\n      <title>Weekly", "logo.png</url>\n      <title>Logo")),
        breaks(RssRules.TTL_IS_A_NUMBER_OF_MINUTES, RSS.with(">60<", ">1 hour<")),
        breaks(RssRules.TTL_IS_A_NUMBER_OF_MINUTES, RSS.with(">60<", ">-1<")),
        breaks(
            RssRules.SKIPPED_HOURS_ARE_HOURS,
            RSS.withBehind(TTL, "<skipHours><hour>24</hour></skipHours>"),
            RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR),
        breaks(
            RssRules.SKIPPED_DAYS_ARE_WEEKDAYS,
            RSS.withBehind(TTL, "<skipDays><day>Sun</day></skipDays>"),
            RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR),
        breaks(
            RssRules.CHANNEL_HAS_NO_TEXT_INPUT,
            RSS.withBehind(
                TTL,
                "<textInput><title>Search</title><description>Words</description><name>q</name><link>https://news.example.org/</link></textInput>")),
        breaks(
            RssRules.EMAILS_COME_WITH_A_NAME, RSS.withBehind(DESCRIPTION, "<author>Ada</author>")),
        breaks(
            RssRules.EMAILS_COME_WITH_A_NAME,
            RSS.withBehind(DESCRIPTION, "<author>ada@example.org</author>")),
        breaks(
            RssRules.ENCLOSURES_HAVE_URL_LENGTH_AND_TYPE,
            RSS.withBehind(
                DESCRIPTION, "<enclosure url=\"https://example.org/1.mp3\" type=\"audio/mpeg\" />"),
            RssReaderRules.NO_RSS_ENCLOSURES),
        breaks(
            RssRules.ITEMS_HAVE_AT_MOST_ONE_ENCLOSURE,
            RSS.withBehind(
                DESCRIPTION,
                "<enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" /><enclosure url=\"https://example.org/1.mp3\" length=\"9\" type=\"audio/mpeg\" />"),
            RssReaderRules.NO_RSS_ENCLOSURES),
        breaks(
            RssRules.SOURCES_HAVE_A_URL,
            RSS.withBehind(DESCRIPTION, "<source>Another newsletter</source>")),
        breaks(
            RssRules.ITEMS_HAVE_A_GUID,
            RSS.without("<guid isPermaLink=\"false\">tag:news.example.org,2005:1</guid>")),
        breaks(RssRules.GUIDS_ARE_UNIQUE, RSS.with("2005:1<", "2005:2<")),
        breaks(
            RssRules.GUIDS_ARE_PERMALINKS_OR_NOT,
            RSS.with("isPermaLink=\"false\"", "isPermaLink=\"no\"")),
        breaks(
            RssRules.PERMALINKS_ARE_URLS,
            RSS.without(" isPermaLink=\"false\""),
            RssReaderRules.GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS),
        breaks(RssRules.CHANNEL_LINKS_TO_ITSELF, RSS.without(SELF)),
        breaks(RssRules.CHANNEL_LINKS_TO_ITSELF, RSS.withBehind(SELF, SELF)),
        breaks(
            RssRules.ATOM_LINKS_HAVE_AN_ADDRESS, RSS.withBehind(SELF, "<atom:link rel=\"hub\" />")),
        breaks(
            RssRules.SELF_LINK_IS_OF_THE_TYPE_OF_RSS, RSS.with("application/rss+xml", "text/xml")),
        breaks(
            RssRules.CONTENT_STANDS_ONCE_IN_ITEMS,
            RSS.withBehind(TTL, "<content:encoded>All</content:encoded>")),
        breaks(RssRules.CONTENT_STANDS_ONCE_IN_ITEMS, RSS.withBehind(CONTENT, CONTENT)),
        breaks(RssRules.CONTENT_COMES_WITH_A_DESCRIPTION, RSS.without(DESCRIPTION)),
        breaks(
            RssRules.DESCRIPTION_STANDS_BEFORE_THE_CONTENT,
            RSS.without(DESCRIPTION).withBehind(CONTENT, DESCRIPTION)));
  }
}
