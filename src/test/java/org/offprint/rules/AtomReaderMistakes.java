package org.offprint.rules;

import static org.offprint.rules.Broken.breaks;
import static org.offprint.rules.Specimens.ATOM;

import java.util.stream.Stream;

/** Documents that each break one of {@link AtomReaderRules}. */
final class AtomReaderMistakes {
  private static final String CONTENT = "<content type=\"html\">&lt;p&gt;One&lt;/p&gt;</content>";
  private static final String ALTERNATE =
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/issues/1\" />";
  private static final String UPDATED = "<updated>2024-05-01T00:00:00Z";
  private static final String AUTHOR =
      "<author>\n    <name>Ada</name>\n    <email>ada@example.org</email>\n    <uri>https://example.org/ada</uri>\n  </author>";

  private AtomReaderMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        breaks(
            AtomReaderRules.TEXTS_SAY_THAT_THEY_ARE_TEXT,
            ATOM.with("<title type=\"text\">First", "<title type=\"html\">First")),
        breaks(
            AtomReaderRules.TEXTS_SAY_THAT_THEY_ARE_TEXT,
            ATOM.with("<title type=\"text\">First", "<title>First")),
        breaks(
            AtomReaderRules.CONTENT_IS_ESCAPED_HTML,
            ATOM.with(
                "<content type=\"html\">&lt;p&gt;One", "<content type=\"text\">&lt;p&gt;One")),
        breaks(AtomReaderRules.CONTENT_IS_ESCAPED_HTML, ATOM.without(CONTENT)),
        breaks(
            AtomReaderRules.ATOM_DATES_ARE_UTC_WITHOUT_FRACTION,
            ATOM.with(UPDATED, "<updated>2024-05-01T02:00:00+02:00")),
        breaks(
            AtomReaderRules.ATOM_DATES_ARE_UTC_WITHOUT_FRACTION,
            ATOM.with(UPDATED, "<updated>2024-05-01T00:00:00.5Z")),
        breaks(
            AtomReaderRules.FEED_IS_AS_NEW_AS_ITS_NEWEST_ENTRY,
            ATOM.with("<updated>2024-05-03", "<updated>2024-05-04")),
        breaks(AtomReaderRules.ATOM_IDS_ARE_UNIQUE, ATOM.with("2005:1</id>", "2005:2</id>")),
        breaks(
            AtomReaderRules.LINKS_SAY_THEIR_RELATION,
            ATOM.with(
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/issues/1\"",
                "<link type=\"text/html\" href=\"https://news.example.org/issues/1\"")),
        breaks(
            AtomReaderRules.FEED_AND_ENTRIES_NAME_THEIR_PAGE,
            ATOM.without(
                "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/\" />")),
        breaks(
            AtomReaderRules.FEED_AND_ENTRIES_NAME_ONLY_ONE_PAGE,
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"alternate\" type=\"text/markdown\" href=\"https://news.example.org/issues/1\" />")),
        breaks(
            AtomReaderRules.ENTRIES_HAVE_AT_MOST_ONE_RELATED_PAGE,
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"related\" href=\"https://example.org/\" /><link rel=\"related\" href=\"https://example.org/2\" />")),
        breaks(
            AtomReaderRules.NO_ATOM_ADDRESS_IS_RELATIVE,
            ATOM.with(">https://news.example.org/icon.png", ">/icon.png")),
        breaks(
            AtomReaderRules.NO_ELEMENT_HAS_A_BASE,
            ATOM.with("<entry>", "<entry xml:base=\"https://news.example.org/\">")),
        breaks(
            AtomReaderRules.NO_ATOM_ENCLOSURES,
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://example.org/1.mp3\" />")),
        breaks(AtomReaderRules.FEED_SAYS_ITS_LANGUAGE, ATOM.without(" xml:lang=\"en\"")),
        breaks(
            AtomReaderRules.FEED_HAS_AN_AUTHOR,
            ATOM.without(AUTHOR)
                .withBehind(
                    "<id>tag:news.example.org,2005:1</id>", "<author><name>Bob</name></author>")),
        breaks(AtomReaderRules.NAMES_ARE_NOT_EMPTY, ATOM.with(">Bob<", "> <")),
        breaks(AtomReaderRules.CATEGORIES_HAVE_TERM_AND_LABEL, ATOM.without(" label=\"Tools\"")),
        breaks(
            AtomReaderRules.CATEGORIES_OF_AN_ENTRY_DIFFER,
            ATOM.withBehind(
                "label=\"Tools\" />",
                "<category term=\"tools\" scheme=\"https://news.example.org/sections/\" label=\"Tools\" />")),
        breaks(AtomReaderRules.NO_ATOM_TEXT_IS_EMPTY, ATOM.with(">What happened<", "><")),
        breaks(
            AtomReaderRules.PREFIXES_ARE_USUAL,
            ATOM.withBehind(
                "<id>tag:news.example.org,2005:feed</id>",
                "<a:hub xmlns:a=\"https://example.org/hub\" />")),
        breaks(
            AtomReaderRules.NO_STYLE_SHEET,
            ATOM.with(
                "<feed ", "<?xml-stylesheet type=\"text/xsl\" href=\"/feed.xsl\"?>\n<feed ")));
  }
}
