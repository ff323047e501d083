package org.offprint.rules;

import static org.offprint.rules.XmlFeed.ATOM;
import static org.offprint.rules.XmlFeed.place;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Needs of Atom readers that RFC 4287 leaves open. */
enum AtomReaderRules implements Rule {
  /** Ten of seventeen readers show the escape of an ampersand in a title of type {@code html}. */
  TEXTS_HAVE_NO_TYPE(atom -> atom.named("title", "subtitle", "summary")
      .filter(text -> text.getAttribute("type") != null)
      .map(text -> place(text) + " is of type " + text.getAttributeValue("type"))),

  /** Five readers lose text of {@code xhtml}. */
  CONTENT_IS_ESCAPED_HTML(atom -> atom.entryElements().stream()
      .filter(entry -> AtomFeed.children(entry, "content")
          .noneMatch(content -> content.getAttributeValue("type", "").equals("html")))
      .map(entry -> place(entry) + " has no content of type html")),

  /** One reader ignores an offset, another one dates with a fraction. */
  ATOM_DATES_ARE_UTC_WITHOUT_FRACTION(atom -> atom.named("updated", "published")
      .filter(date -> Syntax.hasOffsetOrFraction(date.getText()))
      .map(date -> place(date) + " is " + date.getText())),

  /** A reader drops a fetch whose feed date did not move; a feed without entries never changed. */
  FEED_IS_AS_NEW_AS_ITS_NEWEST_ENTRY(atom -> {
    Optional<Instant> newest = atom.entries().stream()
        .flatMap(entry -> entry.updated().stream())
        .max(Comparator.naturalOrder());
    return Dates.findRfc3339(AtomFeed.text(atom.head(), "updated"))
        .filter(updated -> !updated.equals(newest.orElse(Instant.EPOCH)))
        .map(updated -> "the feed is of " + updated + ", its newest entry of " + newest)
        .stream();
  }),

  /** Readers keep one of two entries with the same id, even where one was updated. */
  ATOM_IDS_ARE_UNIQUE(atom -> {
    List<Element> entries = atom.entryElements().stream()
        .filter(entry -> entry.getChild("id", ATOM) != null)
        .toList();
    return ReaderRules.twice(entries.stream()
            .map(entry -> AtomFeed.text(entry, "id") + " " + AtomFeed.text(entry, "updated"))
            .distinct()
            .map(known -> known.substring(0, known.lastIndexOf(' '))))
        .map(id -> "there is more than one entry " + id);
  }),

  /** One reader takes a link without a relation for none. */
  LINKS_SAY_THEIR_RELATION(atom -> atom.named("link")
      .filter(link -> link.getAttributeValue("rel") == null)
      .map(link -> place(link) + " has no relation")),

  /** One reader takes any other link for the page if there is no alternate. */
  FEED_AND_ENTRIES_NAME_THEIR_PAGE(atom -> atom.headAndEntries()
      .filter(parent -> AtomFeed.alternates(parent)
          .noneMatch(link -> Syntax.isWeb(link.getAttributeValue("href", ""))))
      .map(parent -> place(parent) + " names no page")),

  /** A second page is one too many: readers take the first or the last. */
  FEED_AND_ENTRIES_NAME_ONLY_ONE_PAGE(atom -> atom.headAndEntries()
      .filter(parent -> AtomFeed.alternates(parent)
              .map(link -> link.getAttributeValue("type") + link.getAttributeValue("hreflang"))
              .distinct()
              .count()
          > 1)
      .map(parent -> place(parent) + " names more than one page")),

  /** One reader shows the related page as the entry's own: there cannot be two. */
  ENTRIES_HAVE_AT_MOST_ONE_RELATED_PAGE(atom -> atom.entryElements().stream()
      .filter(entry -> AtomFeed.children(entry, "link")
              .filter(link -> link.getAttributeValue("rel", "").equals("related"))
              .count()
          > 1)
      .map(entry -> place(entry) + " has more than one related page")),

  /** Eleven of seventeen readers know no base. */
  NO_ATOM_ADDRESS_IS_RELATIVE(atom -> Stream.concat(
          atom.named("link").map(link -> link.getAttributeValue("href", "about:blank")),
          atom.named("icon", "logo", "uri").map(Element::getText))
      .filter(address -> Syntax.uri(address).filter(uri -> !uri.isAbsolute()).isPresent())),

  /** Eleven of seventeen readers know no base. */
  NO_ELEMENT_HAS_A_BASE(atom -> atom.elements()
      .filter(element -> element.getAttribute("base", Namespace.XML_NAMESPACE) != null)
      .map(XmlFeed::place)),

  /** An enclosure is downloaded, and played. */
  NO_ATOM_ENCLOSURES(atom -> atom.named("link")
      .filter(link -> link.getAttributeValue("rel", "").equals("enclosure"))
      .map(XmlFeed::place)),

  /** Readers that hyphenate or read aloud want the language. */
  FEED_SAYS_ITS_LANGUAGE(atom -> atom.head().getAttribute("lang", Namespace.XML_NAMESPACE) == null
      ? Stream.of("the feed has no language")
      : Stream.empty()),

  /** Many readers do not inherit the author of the feed. */
  ENTRIES_NAME_THEIR_AUTHORS(atom -> atom.entryElements().stream()
      .filter(entry -> entry.getChild("author", ATOM) == null)
      .map(entry -> place(entry) + " has no author")),

  /** Some readers know the author of the feed only. */
  FEED_HAS_AN_AUTHOR(atom -> atom.head().getChild("author", ATOM) == null
          && atom.entryElements().stream().allMatch(entry -> entry.getChild("author", ATOM) != null)
      ? Stream.of("the feed has no author")
      : Stream.empty()),

  /** A name is what readers show of an author. */
  NAMES_ARE_NOT_EMPTY(
      atom -> atom.named("name").filter(name -> name.getText().isBlank()).map(XmlFeed::place)),

  /** Readers show the label; a few show the term. */
  CATEGORIES_HAVE_TERM_AND_LABEL(atom -> atom.named("category")
      .filter(category -> category.getAttributeValue("label", "").isBlank()
          || category.getAttributeValue("term", "-").isBlank())
      .map(category -> place(category) + " has no label")),

  /** A category twice is shown twice. */
  CATEGORIES_OF_AN_ENTRY_DIFFER(atom -> atom.entryElements().stream()
      .flatMap(entry -> ReaderRules.twice(AtomFeed.children(entry, "category")
              .map(category ->
                  category.getAttributeValue("scheme") + " " + category.getAttributeValue("term")))
          .map(category -> place(entry) + " has twice " + category))),

  /** Empty elements are shown as something: as today, as nobody, as a broken picture. */
  NO_ATOM_TEXT_IS_EMPTY(
      atom -> atom.named("subtitle", "summary", "rights", "generator", "icon", "logo")
          .filter(element -> element.getValue().isBlank())
          .map(XmlFeed::place)),

  /** Validators warn of prefixes that naive readers do not know. */
  PREFIXES_ARE_USUAL(atom -> atom.elements()
      .map(element -> element.getNamespacePrefix() + "=" + element.getNamespaceURI())
      .distinct()
      .filter(used -> !List.of(
              "=http://www.w3.org/2005/Atom",
              "fh=http://purl.org/syndication/history/1.0",
              "media=http://search.yahoo.com/mrss/",
              "at=http://purl.org/atompub/tombstones/1.0",
              "=http://www.w3.org/1999/xhtml",
              "xhtml=http://www.w3.org/1999/xhtml")
          .contains(used))),

  /** Browsers have removed style sheets of XML. */
  NO_STYLE_SHEET(atom -> atom.xml().getContent().stream()
      .filter(content -> content.getCType() == Content.CType.ProcessingInstruction)
      .map(Content::toString));

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<AtomFeed, Stream<String>> check;

  AtomReaderRules(Function<AtomFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof AtomFeed atom ? check.apply(atom).toList() : List.of();
  }
}
