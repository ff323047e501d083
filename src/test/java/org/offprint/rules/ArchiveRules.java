package org.offprint.rules;

import static org.offprint.rules.XmlFeed.HISTORY;
import static org.offprint.rules.XmlFeed.place;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * RFC 5005, feed paging and archiving, for Atom and, as its appendix B shows, for RSS. Where it says
 * SHOULD, so do our feeds; the last rules are our own ways of doing what it leaves open.
 */
enum ArchiveRules implements Rule {
  /** Section 2: {@code fh:complete} is an empty element. */
  COMPLETE_MARK_IS_EMPTY(feed -> ArchiveRules.marks(feed, "complete")
      .filter(mark -> mark.getContentSize() > 0)
      .map(mark -> place(mark) + " is not empty")),

  /** Section 2: {@code fh:complete} stands in the head of the feed, once. */
  COMPLETE_MARK_STANDS_ONCE_IN_THE_HEAD(feed -> ArchiveRules.misplaced(feed, "complete")),

  /** Section 2: a complete document holds the whole feed, so that there are no others of it. */
  COMPLETE_FEEDS_HAVE_NO_OTHER_DOCUMENTS(
      feed -> ArchiveRules.marks(feed, "complete").findAny().isPresent()
          ? Stream.concat(
              ArchiveRules.relations(
                  feed, "prev-archive", "next-archive", "first", "last", "next", "previous"),
              ArchiveRules.marks(feed, "archive").map(XmlFeed::place))
          : Stream.empty()),

  /** Section 3: the address of a page is one, so that a relation occurs at most once. */
  PAGE_LINKS_OCCUR_ONCE(feed -> ArchiveRules.repeated(feed, "first", "last", "next", "previous")),

  /** Section 4: {@code fh:archive} is an empty element. */
  ARCHIVE_MARK_IS_EMPTY(feed -> ArchiveRules.marks(feed, "archive")
      .filter(mark -> mark.getContentSize() > 0)
      .map(mark -> place(mark) + " is not empty")),

  /** Section 4: {@code fh:archive} stands in the head of the feed, once. */
  ARCHIVE_MARK_STANDS_ONCE_IN_THE_HEAD(feed -> ArchiveRules.misplaced(feed, "archive")),

  /** Section 4: an archive document SHOULD name its subscription document. */
  ARCHIVE_DOCUMENTS_NAME_THE_CURRENT_ONE(
      feed -> ArchiveRules.isArchive(feed) && feed.links("current").isEmpty()
          ? Stream.of("the archive document has no current link")
          : Stream.empty()),

  /** Section 4: an archive document, which alone has a following one, SHOULD say what it is. */
  ARCHIVE_DOCUMENTS_SAY_THAT_THEY_ARE(feed ->
      ArchiveRules.isArchive(feed) ? Stream.empty() : ArchiveRules.relations(feed, "next-archive")),

  /** Section 4: the subscription document holds the newest entries: it is no archive document. */
  SUBSCRIPTION_DOCUMENT_IS_NO_ARCHIVE(feed -> ArchiveRules.isArchive(feed)
          && feed.links("current").contains(feed.address().toString())
      ? Stream.of("the archive document calls itself the current one")
      : Stream.empty()),

  /** Section 4: {@code prev-archive} leads to the one preceding document. */
  PREVIOUS_OCCURS_AT_MOST_ONCE(feed -> ArchiveRules.repeated(feed, "prev-archive")),

  /** Section 4: {@code next-archive} leads to the one following document. */
  NEXT_OCCURS_AT_MOST_ONCE(feed -> ArchiveRules.repeated(feed, "next-archive")),

  /** Section 4: {@code current} leads to the one document with the newest entries. */
  CURRENT_OCCURS_AT_MOST_ONCE(feed -> ArchiveRules.repeated(feed, "current")),

  /** Section 4: what precedes or follows a document is not the document itself. */
  NO_DOCUMENT_PRECEDES_OR_FOLLOWS_ITSELF(feed -> Stream.of("prev-archive", "next-archive")
      .filter(relation -> feed.links(relation).contains(feed.address().toString()))
      .map(relation -> relation + " leads to the document itself")),

  /** Section 4: what precedes a document does not follow it. */
  PREVIOUS_AND_NEXT_ARE_DIFFERENT_DOCUMENTS(feed -> feed.links("prev-archive").stream()
      .filter(feed.links("next-archive")::contains)
      .map(address -> address + " precedes and follows")),

  /** Section 4: what precedes or follows a document is no longer open to change; the current one is. */
  CURRENT_IS_NO_NEIGHBOUR(feed -> Stream.of("prev-archive", "next-archive")
      .filter(relation -> feed.links("current").stream().anyMatch(feed.links(relation)::contains))
      .map(relation -> relation + " leads to the current document")),

  /** Ours, so that a client need not choose: an archived feed is not a paged one as well. */
  ARCHIVED_FEEDS_ARE_NOT_PAGED(feed -> feed.neighbours().isEmpty()
      ? Stream.empty()
      : ArchiveRules.relations(feed, "first", "last", "next", "previous", "prev")),

  /** Ours, for readers that know no base: the links are absolute. */
  ARCHIVE_LINKS_ARE_ABSOLUTE(feed -> feed.neighbours().stream()
      .filter(address -> !Syntax.isIri(address) || !Syntax.isWeb(address))),

  /** Ours: the links lead to documents in the same format. */
  ARCHIVE_LINKS_KEEP_THE_FORMAT(feed -> feed.links()
      .filter(link -> link.getAttributeValue("rel", "").matches("current|(?:prev|next)-archive"))
      .filter(link -> !link.getAttributeValue("type", "").equals(feed.mediaType()))
      .map(link -> place(link) + " is of type " + link.getAttributeValue("type"))),

  /** Ours: a document of the archive, and no other, has a number in its address. */
  ARCHIVE_DOCUMENTS_HAVE_A_NUMBER(feed -> ArchiveRules.isArchive(feed)
          == ArchiveRules.number(feed.address().toString()).isPresent()
      ? Stream.empty()
      : Stream.of("fh:archive is not where the address says so")),

  /** Ours: documents are numbered from the oldest, without a gap. */
  NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE(feed -> ArchiveRules.number(feed.address().toString()).stream()
      .flatMap(own -> Stream.concat(
          ArchiveRules.notNumber(feed.links("prev-archive"), own - 1),
          ArchiveRules.notNumber(feed.links("next-archive"), own + 1)))),

  /** Ours, and the RFC's MUST: the first document has nothing before it, and all others have. */
  ALL_BUT_THE_FIRST_HAVE_A_PREVIOUS(feed -> ArchiveRules.number(feed.address().toString())
      .filter(own -> own > 1 == feed.links("prev-archive").isEmpty())
      .map(own -> "document " + own + " has the previous ones " + feed.links("prev-archive"))
      .stream()),

  /** Ours: the current document stands at the address without a number. */
  CURRENT_IS_THE_ADDRESS_WITHOUT_NUMBER(feed -> feed.links("current").stream()
      .filter(current ->
          !current.equals(feed.address().toString().replaceFirst(ArchiveRules.NUMBER, "$2")))
      .map(current -> current + " is not what the document belongs to"));

  private static final String NUMBER = "/archive/(\\d+)(\\.[a-z]+)$";

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<XmlFeed, Stream<String>> check;

  ArchiveRules(Function<XmlFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof XmlFeed xml ? check.apply(xml).toList() : List.of();
  }

  /** The number in an address of an archive document. */
  static Optional<Integer> number(String address) {
    Matcher number = Pattern.compile(NUMBER).matcher(address);
    return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
  }

  private static boolean isArchive(XmlFeed feed) {
    return feed.head().getChild("archive", HISTORY) != null;
  }

  private static Stream<Element> marks(XmlFeed feed, String name) {
    return feed.elements()
        .filter(element -> element.getNamespace().equals(HISTORY))
        .filter(element -> element.getName().equals(name));
  }

  private static Stream<String> misplaced(XmlFeed feed, String name) {
    List<Element> marks = marks(feed, name).toList();
    return marks.stream()
        .filter(mark -> marks.size() > 1 || !feed.head().equals(mark.getParentElement()))
        .map(XmlFeed::place);
  }

  private static Stream<String> relations(XmlFeed feed, String... relations) {
    return Stream.of(relations)
        .flatMap(relation -> feed.links(relation).stream()
            .map(address -> "there is a link " + relation + " to " + address));
  }

  private static Stream<String> repeated(XmlFeed feed, String... relations) {
    return Stream.of(relations)
        .filter(relation -> feed.links(relation).size() > 1)
        .map(relation -> "there is more than one link " + relation);
  }

  private static Stream<String> notNumber(List<String> addresses, int expected) {
    return addresses.stream()
        .filter(address -> !number(address).equals(Optional.of(expected)))
        .map(address -> address + " has not the number " + expected);
  }
}
