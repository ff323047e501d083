package org.offprint.rules;

import static org.offprint.rules.Specimens.ATOM_ARCHIVE;
import static org.offprint.rules.Specimens.ATOM_COMPLETE;
import static org.offprint.rules.Specimens.RSS_ARCHIVE;

import java.util.stream.Stream;

/** Documents that each break one of {@link ArchiveRules}. */
final class ArchiveMistakes {
  private static final String PREVIOUS =
      "<link rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://news.example.org/feed/archive/1.atom\" />";
  private static final String NEXT =
      "<link rel=\"next-archive\" type=\"application/atom+xml\" href=\"https://news.example.org/feed/archive/3.atom\" />";
  private static final String CURRENT =
      "<link rel=\"current\" type=\"application/atom+xml\" href=\"https://news.example.org/feed.atom\" />";
  private static final String ARCHIVE = "<fh:archive />";
  private static final String COMPLETE = "<fh:complete />";
  private static final String RSS_CURRENT =
      "<atom:link rel=\"current\" type=\"application/rss+xml\" href=\"https://news.example.org/feed.rss\" />";
  private static final String RSS_PREVIOUS =
      "<atom:link rel=\"prev-archive\" type=\"application/rss+xml\" href=\"https://news.example.org/feed/archive/1.rss\" />";
  private static final String RSS_NEXT =
      "<atom:link rel=\"next-archive\" type=\"application/rss+xml\" href=\"https://news.example.org/feed/archive/3.rss\" />";

  private ArchiveMistakes() {}

  static Stream<Broken> all() {
    return Stream.of(
        ArchiveRules.COMPLETE_MARK_IS_EMPTY.isBrokenBy(
            ATOM_COMPLETE.with(COMPLETE, "<fh:complete>yes</fh:complete>")),
        ArchiveRules.COMPLETE_MARK_STANDS_ONCE_IN_THE_HEAD.isBrokenBy(
            ATOM_COMPLETE.withBehind(COMPLETE, COMPLETE)),
        ArchiveRules.COMPLETE_FEEDS_HAVE_NO_OTHER_DOCUMENTS.isBrokenBy(
            ATOM_COMPLETE.withBehind(
                COMPLETE,
                "<link rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://news.example.org/feed/archive/9.atom\" />")),
        ArchiveRules.COMPLETE_FEEDS_HAVE_NO_OTHER_DOCUMENTS.isBrokenBy(ATOM_COMPLETE.withBehind(
            COMPLETE, "<link rel=\"next\" href=\"https://news.example.org/feed.atom?page=2\" />")),
        ArchiveRules.COMPLETE_FEEDS_HAVE_NO_OTHER_DOCUMENTS.isBrokenBy(ATOM_ARCHIVE
            .without(PREVIOUS)
            .without(NEXT)
            .withBehind(ARCHIVE, COMPLETE)
            .with("archive/2.atom", "archive/1.atom")
            .at("/feed/archive/1.atom")),
        ArchiveRules.PAGE_LINKS_OCCUR_ONCE.isBrokenBy(ATOM_COMPLETE
            .withBehind(
                COMPLETE,
                "<link rel=\"next\" href=\"https://news.example.org/2\" /><link rel=\"next\" href=\"https://news.example.org/3\" />")
            .without(COMPLETE)),
        ArchiveRules.ARCHIVE_MARK_IS_EMPTY.isBrokenBy(
            ATOM_ARCHIVE.with(ARCHIVE, "<fh:archive>2</fh:archive>")),
        ArchiveRules.ARCHIVE_MARK_STANDS_ONCE_IN_THE_HEAD.isBrokenBy(
            ATOM_ARCHIVE.withBehind(ARCHIVE, ARCHIVE)),
        ArchiveRules.ARCHIVE_MARK_STANDS_ONCE_IN_THE_HEAD.isBrokenBy(
            ATOM_ARCHIVE.withBehind("<name>Ada</name>", ARCHIVE)),
        ArchiveRules.ARCHIVE_DOCUMENTS_NAME_THE_CURRENT_ONE.isBrokenBy(
            ATOM_ARCHIVE.without(CURRENT)),
        ArchiveRules.ARCHIVE_DOCUMENTS_SAY_THAT_THEY_ARE.isBrokenBy(
            ATOM_ARCHIVE.without(ARCHIVE), ArchiveRules.ARCHIVE_DOCUMENTS_HAVE_A_NUMBER),
        ArchiveRules.SUBSCRIPTION_DOCUMENT_IS_NO_ARCHIVE.isBrokenBy(
            ATOM_ARCHIVE.with(
                "href=\"https://news.example.org/feed.atom\"",
                "href=\"https://news.example.org/feed/archive/2.atom\""),
            ArchiveRules.CURRENT_IS_THE_ADDRESS_WITHOUT_NUMBER),
        ArchiveRules.PREVIOUS_OCCURS_AT_MOST_ONCE.isBrokenBy(
            ATOM_ARCHIVE.withBehind(PREVIOUS, PREVIOUS)),
        ArchiveRules.NEXT_OCCURS_AT_MOST_ONCE.isBrokenBy(ATOM_ARCHIVE.withBehind(NEXT, NEXT)),
        ArchiveRules.CURRENT_OCCURS_AT_MOST_ONCE.isBrokenBy(
            ATOM_ARCHIVE.withBehind(CURRENT, CURRENT)),
        ArchiveRules.NO_DOCUMENT_PRECEDES_OR_FOLLOWS_ITSELF.isBrokenBy(
            ATOM_ARCHIVE.with("archive/1.atom", "archive/2.atom"),
            ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE),
        ArchiveRules.PREVIOUS_AND_NEXT_ARE_DIFFERENT_DOCUMENTS.isBrokenBy(
            ATOM_ARCHIVE.with("archive/1.atom", "archive/3.atom"),
            ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE),
        ArchiveRules.CURRENT_IS_NO_NEIGHBOUR.isBrokenBy(
            ATOM_ARCHIVE.with("feed/archive/3.atom", "feed.atom"),
            ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE),
        ArchiveRules.ARCHIVED_FEEDS_ARE_NOT_PAGED.isBrokenBy(ATOM_ARCHIVE.withBehind(
            CURRENT, "<link rel=\"next\" href=\"https://news.example.org/feed.atom?page=2\" />")),
        ArchiveRules.ARCHIVE_LINKS_ARE_ABSOLUTE.isBrokenBy(
            ATOM_ARCHIVE.with(
                "https://news.example.org/feed/archive/1.atom", "/feed/archive/1.atom"),
            AtomReaderRules.NO_ATOM_ADDRESS_IS_RELATIVE),
        ArchiveRules.ARCHIVE_LINKS_KEEP_THE_FORMAT.isBrokenBy(
            ATOM_ARCHIVE.with(
                PREVIOUS,
                "<link rel=\"prev-archive\" type=\"text/xml\" href=\"https://news.example.org/feed/archive/1.atom\" />")),
        ArchiveRules.ARCHIVE_DOCUMENTS_HAVE_A_NUMBER.isBrokenBy(
            ATOM_ARCHIVE.without(ARCHIVE).without(NEXT)),
        ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE.isBrokenBy(
            ATOM_ARCHIVE.with("archive/3.atom", "archive/4.atom")),
        ArchiveRules.ALL_BUT_THE_FIRST_HAVE_A_PREVIOUS.isBrokenBy(ATOM_ARCHIVE.without(PREVIOUS)),
        ArchiveRules.CURRENT_IS_THE_ADDRESS_WITHOUT_NUMBER.isBrokenBy(ATOM_ARCHIVE.with(
            "href=\"https://news.example.org/feed.atom\"",
            "href=\"https://news.example.org/feed/items.atom\"")),
        ArchiveRules.ARCHIVE_DOCUMENTS_NAME_THE_CURRENT_ONE.isBrokenBy(
            RSS_ARCHIVE.without(RSS_CURRENT)),
        ArchiveRules.ARCHIVE_DOCUMENTS_HAVE_A_NUMBER.isBrokenBy(
            RSS_ARCHIVE.without(ARCHIVE).without(RSS_NEXT)),
        ArchiveRules.PREVIOUS_OCCURS_AT_MOST_ONCE.isBrokenBy(
            RSS_ARCHIVE.withBehind(RSS_PREVIOUS, RSS_PREVIOUS)),
        ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE.isBrokenBy(
            RSS_ARCHIVE.with("archive/3.rss", "archive/4.rss")),
        ArchiveRules.ARCHIVE_LINKS_KEEP_THE_FORMAT.isBrokenBy(
            RSS_ARCHIVE.with(
                RSS_NEXT,
                "<atom:link rel=\"next-archive\" type=\"application/atom+xml\" href=\"https://news.example.org/feed/archive/3.rss\" />")));
  }
}
