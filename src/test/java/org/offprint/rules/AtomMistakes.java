package org.offprint.rules;

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
        AtomRules.ROOT_IS_A_FEED.isBrokenBy(
            ATOM.with("<feed ", "<feeds ").with("</feed>", "</feeds>")),
        AtomRules.LANGUAGES_ARE_TAGS.isBrokenBy(ATOM.with("xml:lang=\"en\"", "xml:lang=\"en_US\"")),
        AtomRules.TEXTS_HAVE_A_KNOWN_TYPE.isBrokenBy(
            ATOM.with("<rights type=\"text\">", "<rights type=\"text/plain\">")),
        AtomRules.PLAIN_TEXTS_HAVE_NO_CHILD_ELEMENT.isBrokenBy(ATOM.with(
            RIGHTS, "<rights><b xmlns=\"http://www.w3.org/1999/xhtml\">Ours</b></rights>")),
        AtomRules.HTML_TEXTS_HAVE_NO_CHILD_ELEMENT.isBrokenBy(ATOM.with(
            RIGHTS,
            "<rights type=\"html\"><b xmlns=\"http://www.w3.org/1999/xhtml\">Ours</b></rights>")),
        AtomRules.XHTML_TEXTS_ARE_ONE_DIV.isBrokenBy(
            ATOM.with(RIGHTS, "<rights type=\"xhtml\">Ours</rights>")),
        AtomRules.PERSONS_HAVE_EXACTLY_ONE_NAME.isBrokenBy(ATOM.without("<name>Bob</name>")),
        AtomRules.PERSONS_HAVE_EXACTLY_ONE_NAME.isBrokenBy(
            ATOM.withBehind("<name>Bob</name>", "<name>Eve</name>")),
        AtomRules.PERSONS_HAVE_AT_MOST_ONE_URI.isBrokenBy(ATOM.withBehind(
            "<uri>https://example.org/ada</uri>", "<uri>https://example.org/a</uri>")),
        AtomRules.PERSON_URIS_ARE_IRIS.isBrokenBy(ATOM.with("org/ada</uri>", "org/a da</uri>")),
        AtomRules.PERSONS_HAVE_AT_MOST_ONE_EMAIL.isBrokenBy(
            ATOM.withBehind("<email>ada@example.org</email>", "<email>a@example.org</email>")),
        AtomRules.EMAILS_ARE_ADDRESSES.isBrokenBy(
            ATOM.with("ada@example.org", "ada at example.org")),
        AtomRules.DATES_ARE_RFC_3339.isBrokenBy(ATOM.with(UPDATED, "<updated>2024-05-01")),
        AtomRules.DATES_ARE_RFC_3339.isBrokenBy(
            ATOM.with(UPDATED, "<updated>2024-05-01t00:00:00z")),
        AtomRules.DATES_ARE_RFC_3339.isBrokenBy(
            ATOM.with(UPDATED, "<updated>2024-05-32T00:00:00Z")),
        AtomRules.METADATA_STANDS_BEFORE_THE_ENTRIES.isBrokenBy(
            ATOM.without("<generator>Offprint</generator>")
                .with("</feed>", "<generator>Offprint</generator></feed>")),
        AtomRules.FEED_OR_EVERY_ENTRY_HAS_AN_AUTHOR.isBrokenBy(
            ATOM.without(
                    "<author>\n    <name>Ada</name>\n    <email>ada@example.org</email>\n    <uri>https://example.org/ada</uri>\n  </author>")
                .without("<author><name>Ida</name></author>"),
            AtomReaderRules.ENTRIES_NAME_THEIR_AUTHORS),
        AtomRules.FEED_HAS_AT_MOST_ONE_GENERATOR.isBrokenBy(
            ATOM.withBehind("<generator>Offprint</generator>", "<generator>Other</generator>")),
        AtomRules.FEED_HAS_AT_MOST_ONE_ICON.isBrokenBy(ATOM.withBehind(
            "<icon>https://news.example.org/icon.png</icon>",
            "<icon>https://news.example.org/2.png</icon>")),
        AtomRules.FEED_HAS_AT_MOST_ONE_LOGO.isBrokenBy(ATOM.withBehind(
            "<logo>https://news.example.org/logo.png</logo>",
            "<logo>https://news.example.org/2.png</logo>")),
        AtomRules.RIGHTS_OCCUR_AT_MOST_ONCE.isBrokenBy(
            ATOM.withBehind(RIGHTS, "<rights>Yours</rights>")),
        AtomRules.FEED_HAS_AT_MOST_ONE_SUBTITLE.isBrokenBy(
            ATOM.withBehind("<subtitle>What happened</subtitle>", "<subtitle>More</subtitle>")),
        AtomRules.FEED_HAS_EXACTLY_ONE_ID.isBrokenBy(ATOM.without(FEED_ID)),
        AtomRules.FEED_HAS_EXACTLY_ONE_TITLE.isBrokenBy(ATOM.without("<title>Weekly</title>")),
        AtomRules.FEED_HAS_EXACTLY_ONE_UPDATED.isBrokenBy(
            ATOM.without("<updated>2024-05-03T00:00:00Z</updated>")),
        AtomRules.FEED_LINKS_TO_ITSELF.isBrokenBy(
            ATOM.without(
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://news.example.org/feed.atom\" />")),
        AtomRules.ALTERNATES_DIFFER_IN_TYPE_OR_LANGUAGE.isBrokenBy(ATOM.withBehind(
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/\" />",
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/2\" />")),
        AtomRules.ENTRIES_WITH_THE_SAME_ID_DIFFER_IN_UPDATED.isBrokenBy(
            ATOM.with("2005:1</id>", "2005:2</id>")
                .with("<updated>2024-05-01", "<updated>2024-05-03")),
        AtomRules.TITLES_ARE_NOT_EMPTY.isBrokenBy(ATOM.with(">Weekly<", "> <")),
        AtomRules.TITLES_ARE_NOT_EMPTY.isBrokenBy(
            ATOM.with(">First<", "><"), ReaderRules.ENTRIES_HAVE_A_TITLE),
        AtomRules.ENTRIES_HAVE_EXACTLY_ONE_ID.isBrokenBy(ATOM.without(ID)),
        AtomRules.ENTRIES_HAVE_EXACTLY_ONE_TITLE.isBrokenBy(
            ATOM.withBehind("<title>First</title>", "<title>1</title>")),
        AtomRules.ENTRIES_HAVE_EXACTLY_ONE_UPDATED.isBrokenBy(
            ATOM.without("<updated>2024-05-01T00:00:00Z</updated>")),
        AtomRules.ENTRIES_HAVE_AT_MOST_ONE_CONTENT.isBrokenBy(ATOM.withBehind(CONTENT, CONTENT)),
        AtomRules.ENTRIES_HAVE_AT_MOST_ONE_PUBLISHED.isBrokenBy(ATOM.withBehind(
            "<published>2024-05-01T00:00:00Z</published>",
            "<published>2024-05-01T00:00:00Z</published>")),
        AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SOURCE.isBrokenBy(
            ATOM.withBehind(ID, "<source /><source />")),
        AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SUMMARY.isBrokenBy(
            ATOM.withBehind("<summary>About two</summary>", "<summary>Two</summary>")),
        AtomRules.ENTRIES_WITHOUT_CONTENT_HAVE_AN_ALTERNATE.isBrokenBy(
            ATOM.without(CONTENT).without(ALTERNATE),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML,
            AtomReaderRules.FEED_AND_ENTRIES_NAME_THEIR_PAGE,
            ReaderRules.ENTRIES_LEAD_TO_A_PAGE),
        AtomRules.CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY.isBrokenBy(
            ATOM.with(CONTENT, "<content type=\"html\" src=\"https://example.org/1\" />")),
        AtomRules.CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY.isBrokenBy(
            ATOM.with(CONTENT, "<content type=\"image/png\">AAAA</content>"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        AtomRules.CONTENT_HAS_A_KNOWN_TYPE.isBrokenBy(
            ATOM.with(CONTENT_OF_THE_SECOND, "<content type=\"multipart/mixed\">&lt;p&gt;Two"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        AtomRules.REMOTE_CONTENT_IS_EMPTY.isBrokenBy(ATOM.with(
            CONTENT_OF_THE_SECOND, "<content type=\"html\" src=\"https://example.org/2\">Two")),
        AtomRules.ESCAPED_CONTENT_HAS_NO_CHILD_ELEMENT.isBrokenBy(ATOM.with(
            CONTENT,
            "<content type=\"html\"><p xmlns=\"http://www.w3.org/1999/xhtml\">One</p></content>")),
        AtomRules.XHTML_CONTENT_IS_ONE_DIV.isBrokenBy(
            ATOM.with(
                CONTENT,
                "<content type=\"xhtml\"><p xmlns=\"http://www.w3.org/1999/xhtml\">One</p></content>"),
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML),
        AtomRules.CATEGORIES_HAVE_A_TERM.isBrokenBy(ATOM.without("term=\"tools\" ")),
        AtomRules.CATEGORY_SCHEMES_ARE_IRIS.isBrokenBy(
            ATOM.with("scheme=\"https://news.example.org/sections/\"", "scheme=\"/sections/\"")),
        AtomRules.ICON_AND_LOGO_ARE_IRIS.isBrokenBy(ATOM.with("icon.png", "my icon.png")),
        AtomRules.IDS_ARE_IRIS.isBrokenBy(ATOM.with(FEED_ID, "<id>/feed</id>")),
        AtomRules.NO_ENTRY_HAS_THE_ID_OF_THE_FEED.isBrokenBy(ATOM.with("2005:1<", "2005:feed<")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>HTTPS://news.example.org/feed</id>")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>https://News.example.org/feed</id>")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>https://news.example.org:443/feed</id>")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>https://news.example.org</id>")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>https://news.example.org/a/../feed</id>")),
        AtomRules.IDS_ARE_NORMALISED.isBrokenBy(
            ATOM.with(FEED_ID, "<id>https://news.example.org/%c3%a9</id>")),
        AtomRules.LINKS_HAVE_AN_ADDRESS.isBrokenBy(
            ATOM.withBehind(ALTERNATE, "<link rel=\"related\" />")),
        AtomRules.LINK_ADDRESSES_ARE_IRIS.isBrokenBy(ATOM.withBehind(
            ALTERNATE, "<link rel=\"related\" href=\"https://example.org/a b\" />")),
        AtomRules.RELATIONS_ARE_NAMES_OR_IRIS.isBrokenBy(
            ATOM.withBehind(ALTERNATE, "<link rel=\"see also\" href=\"https://example.org/\" />")),
        AtomRules.LINK_TYPES_ARE_MEDIA_TYPES.isBrokenBy(ATOM.withBehind(
            ALTERNATE, "<link rel=\"related\" type=\"html\" href=\"https://example.org/\" />")),
        AtomRules.LINK_LANGUAGES_ARE_TAGS.isBrokenBy(ATOM.withBehind(
            ALTERNATE,
            "<link rel=\"related\" hreflang=\"en_US\" href=\"https://example.org/\" />")),
        AtomRules.NO_UNKNOWN_ELEMENT_OF_ATOM.isBrokenBy(
            ATOM.withBehind(FEED_ID, "<modified>2024-05-03T00:00:00Z</modified>")),
        AtomRules.NO_UNKNOWN_ELEMENT_OF_ATOM.isBrokenBy(
            ATOM.withBehind(ID, "<subtitle>One</subtitle>")));
  }
}
