package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
import static org.offprint.rules.Specimens.ATOM;

import java.util.stream.Stream;

/** Documents that each break one of {@link AtomRules}. */
final class AtomMistakes {
  private static final String RIGHTS = "<rights type=\"text\">Ours</rights>";
  private static final String CONTENT = "<content type=\"html\">&lt;p&gt;One&lt;/p&gt;</content>";
  private static final String ALTERNATE =
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/issues/1\" />";
  private static final String FEED_ID = "<id>tag:news.example.org,2005:feed</id>";
  private static final String UPDATED = "<updated>2024-05-01T00:00:00Z";
  private static final String ID = "<id>tag:news.example.org,2005:1</id>";
  private static final String CONTENT_OF_THE_SECOND = "<content type=\"html\">&lt;p&gt;Two";

  private AtomMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        breaks(
            AtomRules.ROOT_IS_A_FEED, ATOM.with("<feed ", "<feeds ").with("</feed>", "</feeds>")),
        breaks(AtomRules.LANGUAGES_ARE_TAGS, ATOM.with("xml:lang=\"en\"", "xml:lang=\"en_US\"")),
        breaks(
            AtomRules.TEXTS_HAVE_A_KNOWN_TYPE,
            ATOM.with("<rights type=\"text\">", "<rights type=\"text/plain\">")),
        breaks(
            AtomRules.PLAIN_TEXTS_HAVE_NO_CHILD_ELEMENT,
            ATOM.with(
                RIGHTS, "<rights><b xmlns=\"http://www.w3.org/1999/xhtml\">Ours</b></rights>")),
        breaks(
            AtomRules.HTML_TEXTS_HAVE_NO_CHILD_ELEMENT,
            ATOM.with(
                RIGHTS,
                "<rights type=\"html\"><b xmlns=\"http://www.w3.org/1999/xhtml\">Ours</b></rights>")),
        breaks(
            AtomRules.XHTML_TEXTS_ARE_ONE_DIV,
            ATOM.with(RIGHTS, "<rights type=\"xhtml\">Ours</rights>")),
        breaks(AtomRules.PERSONS_HAVE_EXACTLY_ONE_NAME, ATOM.without("<name>Bob</name>")),
        breaks(
            AtomRules.PERSONS_HAVE_EXACTLY_ONE_NAME,
            ATOM.withBehind("<name>Bob</name>", "<name>Eve</name>")),
        breaks(
            AtomRules.PERSONS_HAVE_AT_MOST_ONE_URI,
            ATOM.withBehind(
                "<uri>https://example.org/ada</uri>", "<uri>https://example.org/a</uri>")),
        breaks(AtomRules.PERSON_URIS_ARE_IRIS, ATOM.with("org/ada</uri>", "org/a da</uri>")),
        breaks(
            AtomRules.PERSONS_HAVE_AT_MOST_ONE_EMAIL,
            ATOM.withBehind("<email>ada@example.org</email>", "<email>a@example.org</email>")),
        breaks(AtomRules.EMAILS_ARE_ADDRESSES, ATOM.with("ada@example.org", "ada at example.org")),
        breaks(AtomRules.DATES_ARE_RFC_3339, ATOM.with(UPDATED, "<updated>2024-05-01")),
        breaks(AtomRules.DATES_ARE_RFC_3339, ATOM.with(UPDATED, "<updated>2024-05-01t00:00:00z")),
        breaks(AtomRules.DATES_ARE_RFC_3339, ATOM.with(UPDATED, "<updated>2024-05-32T00:00:00Z")),
        breaks(
            AtomRules.METADATA_STANDS_BEFORE_THE_ENTRIES,
            ATOM.without("<generator>Offprint</generator>")
                .with("</feed>", "<generator>Offprint</generator></feed>")),
        breaks(
            AtomRules.FEED_OR_EVERY_ENTRY_HAS_AN_AUTHOR,
            ATOM.without(
                "<author>\n    <name>Ada</name>\n    <email>ada@example.org</email>\n    <uri>https://example.org/ada</uri>\n  </author>")),
        breaks(
            AtomRules.FEED_HAS_AT_MOST_ONE_GENERATOR,
            ATOM.withBehind("<generator>Offprint</generator>", "<generator>Other</generator>")),
        breaks(
            AtomRules.FEED_HAS_AT_MOST_ONE_ICON,
            ATOM.withBehind(
                "<icon>https://news.example.org/icon.png</icon>",
                "<icon>https://news.example.org/2.png</icon>")),
        breaks(
            AtomRules.FEED_HAS_AT_MOST_ONE_LOGO,
            ATOM.withBehind(
                "<logo>https://news.example.org/logo.png</logo>",
                "<logo>https://news.example.org/2.png</logo>")),
        breaks(
            AtomRules.RIGHTS_OCCUR_AT_MOST_ONCE, ATOM.withBehind(RIGHTS, "<rights>Yours</rights>")),
        breaks(
            AtomRules.FEED_HAS_AT_MOST_ONE_SUBTITLE,
            ATOM.withBehind(
                "<subtitle type=\"text\">What happened</subtitle>",
                "<subtitle type=\"text\">More</subtitle>")),
        breaks(AtomRules.FEED_HAS_EXACTLY_ONE_ID, ATOM.without(FEED_ID)),
        breaks(
            AtomRules.FEED_HAS_EXACTLY_ONE_TITLE,
            ATOM.without("<title type=\"text\">Weekly</title>")),
        breaks(
            AtomRules.FEED_HAS_EXACTLY_ONE_UPDATED,
            ATOM.without("<updated>2024-05-03T00:00:00Z</updated>")),
        breaks(
            AtomRules.FEED_LINKS_TO_ITSELF,
            ATOM.without(
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://news.example.org/feed.atom\" />")),
        breaks(
            AtomRules.ALTERNATES_DIFFER_IN_TYPE_OR_LANGUAGE,
            ATOM.withBehind(
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/\" />",
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/2\" />")),
        breaks(
            AtomRules.ENTRIES_WITH_THE_SAME_ID_DIFFER_IN_UPDATED,
            ATOM.with("2005:1</id>", "2005:2</id>")
                .with("<updated>2024-05-01", "<updated>2024-05-03")),
        breaks(AtomRules.TITLES_ARE_NOT_EMPTY, ATOM.with(">Weekly<", "> <")),
        breaks(
            AtomRules.TITLES_ARE_NOT_EMPTY,
            ATOM.with(">First<", "><"),
            ReaderRules.ENTRIES_HAVE_A_TITLE),
        breaks(AtomRules.ENTRIES_HAVE_EXACTLY_ONE_ID, ATOM.without(ID)),
        breaks(
            AtomRules.ENTRIES_HAVE_EXACTLY_ONE_TITLE,
            ATOM.withBehind(
                "<title type=\"text\">First</title>", "<title type=\"text\">1</title>")),
        breaks(
            AtomRules.ENTRIES_HAVE_EXACTLY_ONE_UPDATED,
            ATOM.without("<updated>2024-05-01T00:00:00Z</updated>")),
        breaks(AtomRules.ENTRIES_HAVE_AT_MOST_ONE_CONTENT, ATOM.withBehind(CONTENT, CONTENT)),
        breaks(
            AtomRules.ENTRIES_HAVE_AT_MOST_ONE_PUBLISHED,
            ATOM.withBehind(
                "<published>2024-05-01T00:00:00Z</published>",
                "<published>2024-05-01T00:00:00Z</published>")),
        breaks(
            AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SOURCE, ATOM.withBehind(ID, "<source /><source />")),
        breaks(
            AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SUMMARY,
            ATOM.withBehind(
                "<summary type=\"text\">About two</summary>",
                "<summary type=\"text\">Two</summary>")),
        breaks(
            AtomRules.ENTRIES_WITHOUT_CONTENT_HAVE_AN_ALTERNATE,
            ATOM.without(CONTENT).without(ALTERNATE),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML,
            AtomReaderRules.FEED_AND_ENTRIES_NAME_THEIR_PAGE,
            ReaderRules.ENTRIES_LEAD_TO_A_PAGE),
        breaks(
            AtomRules.CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY,
            ATOM.with(CONTENT, "<content type=\"html\" src=\"https://example.org/1\" />")),
        breaks(
            AtomRules.CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY,
            ATOM.with(CONTENT, "<content type=\"image/png\">AAAA</content>"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        breaks(
            AtomRules.CONTENT_HAS_A_KNOWN_TYPE,
            ATOM.with(CONTENT_OF_THE_SECOND, "<content type=\"multipart/mixed\">&lt;p&gt;Two"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        breaks(
            AtomRules.REMOTE_CONTENT_IS_EMPTY,
            ATOM.with(
                CONTENT_OF_THE_SECOND, "<content type=\"html\" src=\"https://example.org/2\">Two")),
        breaks(
            AtomRules.ESCAPED_CONTENT_HAS_NO_CHILD_ELEMENT,
            ATOM.with(
                CONTENT,
                "<content type=\"html\"><p xmlns=\"http://www.w3.org/1999/xhtml\">One</p></content>")),
        breaks(
            AtomRules.XHTML_CONTENT_IS_ONE_DIV,
            ATOM.with(
                CONTENT,
                "<content type=\"xhtml\"><p xmlns=\"http://www.w3.org/1999/xhtml\">One</p></content>"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        breaks(AtomRules.CATEGORIES_HAVE_A_TERM, ATOM.without("term=\"tools\" ")),
        breaks(
            AtomRules.CATEGORY_SCHEMES_ARE_IRIS,
            ATOM.with("scheme=\"https://news.example.org/sections/\"", "scheme=\"/sections/\"")),
        breaks(AtomRules.ICON_AND_LOGO_ARE_IRIS, ATOM.with("icon.png", "my icon.png")),
        breaks(AtomRules.IDS_ARE_IRIS, ATOM.with(FEED_ID, "<id>/feed</id>")),
        breaks(AtomRules.NO_ENTRY_HAS_THE_ID_OF_THE_FEED, ATOM.with("2005:1<", "2005:feed<")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED,
            ATOM.with(FEED_ID, "<id>HTTPS://news.example.org/feed</id>")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED,
            ATOM.with(FEED_ID, "<id>https://News.example.org/feed</id>")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED,
            ATOM.with(FEED_ID, "<id>https://news.example.org:443/feed</id>")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED, ATOM.with(FEED_ID, "<id>https://news.example.org</id>")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED,
            ATOM.with(FEED_ID, "<id>https://news.example.org/a/../feed</id>")),
        breaks(
            AtomRules.IDS_ARE_NORMALISED,
            ATOM.with(FEED_ID, "<id>https://news.example.org/%c3%a9</id>")),
        breaks(
            AtomRules.LINKS_HAVE_AN_ADDRESS,
            ATOM.withBehind(ALTERNATE, "<link rel=\"related\" />")),
        breaks(
            AtomRules.LINK_ADDRESSES_ARE_IRIS,
            ATOM.withBehind(
                ALTERNATE, "<link rel=\"related\" href=\"https://example.org/a b\" />")),
        breaks(
            AtomRules.RELATIONS_ARE_NAMES_OR_IRIS,
            ATOM.withBehind(ALTERNATE, "<link rel=\"see also\" href=\"https://example.org/\" />")),
        breaks(
            AtomRules.LINK_TYPES_ARE_MEDIA_TYPES,
            ATOM.withBehind(
                ALTERNATE, "<link rel=\"related\" type=\"html\" href=\"https://example.org/\" />")),
        breaks(
            AtomRules.LINK_LANGUAGES_ARE_TAGS,
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"related\" hreflang=\"en_US\" href=\"https://example.org/\" />")),
        breaks(
            AtomRules.NO_UNKNOWN_ELEMENT_OF_ATOM,
            ATOM.withBehind(FEED_ID, "<modified>2024-05-03T00:00:00Z</modified>")),
        breaks(
            AtomRules.NO_UNKNOWN_ELEMENT_OF_ATOM,
            ATOM.withBehind(ID, "<subtitle type=\"text\">One</subtitle>")));
  }
}
