package org.offprint.rules;

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
        AtomReaderRules.TEXTS_HAVE_NO_TYPE.isBrokenBy(
            ATOM.with("<title>First", "<title type=\"html\">First")),
        AtomReaderRules.TEXTS_HAVE_NO_TYPE.isBrokenBy(
            ATOM.with("<title>First", "<title type=\"text\">First")),
        AtomReaderRules.CONTENT_IS_ESCAPED_HTML.isBrokenBy(ATOM.with(
            "<content type=\"html\">&lt;p&gt;One", "<content type=\"text\">&lt;p&gt;One")),
        AtomReaderRules.CONTENT_IS_ESCAPED_HTML.isBrokenBy(ATOM.without(CONTENT)),
        AtomReaderRules.ATOM_DATES_ARE_UTC_WITHOUT_FRACTION.isBrokenBy(
            ATOM.with(UPDATED, "<updated>2024-05-01T02:00:00+02:00")),
        AtomReaderRules.ATOM_DATES_ARE_UTC_WITHOUT_FRACTION.isBrokenBy(
            ATOM.with(UPDATED, "<updated>2024-05-01T00:00:00.5Z")),
        AtomReaderRules.FEED_IS_AS_NEW_AS_ITS_NEWEST_ENTRY.isBrokenBy(
            ATOM.with("<updated>2024-05-03", "<updated>2024-05-04")),
        AtomReaderRules.ATOM_IDS_ARE_UNIQUE.isBrokenBy(ATOM.with("2005:1</id>", "2005:2</id>")),
        AtomReaderRules.LINKS_SAY_THEIR_RELATION.isBrokenBy(ATOM.with(
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/issues/1\"",
            "<link type=\"text/html\" href=\"https://news.example.org/issues/1\"")),
        AtomReaderRules.FEED_AND_ENTRIES_NAME_THEIR_PAGE.isBrokenBy(ATOM.without(
            "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example.org/\" />")),
        AtomReaderRules.FEED_AND_ENTRIES_NAME_ONLY_ONE_PAGE.isBrokenBy(
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"alternate\" type=\"text/markdown\" href=\"https://news.example.org/issues/1\" />")),
        AtomReaderRules.ENTRIES_HAVE_AT_MOST_ONE_RELATED_PAGE.isBrokenBy(
            ATOM.withBehind(
                ALTERNATE,
                "<link rel=\"related\" href=\"https://example.org/\" /><link rel=\"related\" href=\"https://example.org/2\" />")),
        AtomReaderRules.NO_ATOM_ADDRESS_IS_RELATIVE.isBrokenBy(
            ATOM.with(">https://news.example.org/icon.png", ">/icon.png")),
        AtomReaderRules.NO_ELEMENT_HAS_A_BASE.isBrokenBy(
            ATOM.with("<entry>", "<entry xml:base=\"https://news.example.org/\">")),
        AtomReaderRules.NO_ATOM_ENCLOSURES.isBrokenBy(ATOM.withBehind(
            ALTERNATE,
            "<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://example.org/1.mp3\" />")),
        AtomReaderRules.FEED_SAYS_ITS_LANGUAGE.isBrokenBy(ATOM.without(" xml:lang=\"en\"")),
        AtomReaderRules.ENTRIES_NAME_THEIR_AUTHORS.isBrokenBy(
            ATOM.without("<author><name>Ida</name></author>")),
        AtomReaderRules.FEED_HAS_AN_AUTHOR.isBrokenBy(ATOM.without(AUTHOR)),
        AtomReaderRules.NAMES_ARE_NOT_EMPTY.isBrokenBy(ATOM.with(">Bob<", "> <")),
        AtomReaderRules.CATEGORIES_HAVE_TERM_AND_LABEL.isBrokenBy(ATOM.without(" label=\"Tools\"")),
        AtomReaderRules.CATEGORIES_OF_AN_ENTRY_DIFFER.isBrokenBy(
            ATOM.withBehind(
                "label=\"Tools\" />",
                "<category term=\"tools\" scheme=\"https://news.example.org/sections/\" label=\"Tools\" />")),
        AtomReaderRules.NO_ATOM_TEXT_IS_EMPTY.isBrokenBy(ATOM.with(">What happened<", "><")),
        AtomReaderRules.PREFIXES_ARE_USUAL.isBrokenBy(ATOM.withBehind(
            "<id>tag:news.example.org,2005:feed</id>",
            "<a:hub xmlns:a=\"https://example.org/hub\" />")),
        AtomReaderRules.NO_STYLE_SHEET.isBrokenBy(ATOM.with(
            "<feed ", "<?xml-stylesheet type=\"text/xsl\" href=\"/feed.xsl\"?>\n<feed ")));
  }
}
