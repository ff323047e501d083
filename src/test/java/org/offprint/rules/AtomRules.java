package org.offprint.rules;

import static org.offprint.rules.XmlFeed.ATOM;
import static org.offprint.rules.XmlFeed.place;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RFC 4287, the Atom syndication format. */
enum AtomRules implements Rule {
  /** Section 2: the document element of a feed document MUST be {@code atom:feed}. */
  ROOT_IS_A_FEED(atom -> Stream.of(atom.head())
      .filter(root -> !root.getName().equals("feed") || !root.getNamespace().equals(ATOM))
      .map(root -> "the root is " + root)),

  /** Section 2: {@code xml:lang} is a language tag. */
  LANGUAGES_ARE_TAGS(atom -> atom.elements()
      .filter(element -> element.getAttribute("lang", Namespace.XML_NAMESPACE) != null)
      .filter(
          element -> !Syntax.isLanguage(element.getAttributeValue("lang", Namespace.XML_NAMESPACE)))
      .map(element -> place(element) + " has the language "
          + element.getAttributeValue("lang", Namespace.XML_NAMESPACE))),

  /** Section 3.1.1: the type of a text MUST be one of {@code text}, {@code html}, {@code xhtml}. */
  TEXTS_HAVE_A_KNOWN_TYPE(atom -> AtomRules.texts(atom)
      .filter(text -> !List.of("text", "html", "xhtml").contains(AtomRules.type(text)))
      .map(text -> place(text) + " is of type " + AtomRules.type(text))),

  /** Section 3.1.1.1: a text of type {@code text} MUST NOT contain child elements. */
  PLAIN_TEXTS_HAVE_NO_CHILD_ELEMENT(atom -> AtomRules.texts(atom)
      .filter(text -> AtomRules.type(text).equals("text") && !text.getChildren().isEmpty())
      .map(text -> place(text) + " has child elements")),

  /** Section 3.1.1.2: a text of type {@code html} MUST NOT contain child elements. */
  HTML_TEXTS_HAVE_NO_CHILD_ELEMENT(atom -> AtomRules.texts(atom)
      .filter(text -> AtomRules.type(text).equals("html") && !text.getChildren().isEmpty())
      .map(text -> place(text) + " has child elements")),

  /** Section 3.1.1.3: the content of a text of type {@code xhtml} MUST be one {@code xhtml:div}. */
  XHTML_TEXTS_ARE_ONE_DIV(atom -> AtomRules.texts(atom)
      .filter(text -> AtomRules.type(text).equals("xhtml") && !AtomRules.isOneDiv(text))
      .map(text -> place(text) + " is no div")),

  /** Section 3.2.1: a person MUST have exactly one name. */
  PERSONS_HAVE_EXACTLY_ONE_NAME(
      atom -> AtomRules.not(1, atom.named("author", "contributor"), "name")),

  /** Section 3.2.2: a person MUST NOT have more than one {@code uri}. */
  PERSONS_HAVE_AT_MOST_ONE_URI(
      atom -> AtomRules.repeated(atom.named("author", "contributor"), "uri")),

  /** Section 3.2.2: the {@code uri} of a person MUST be an IRI reference. */
  PERSON_URIS_ARE_IRIS(atom -> AtomRules.wrong(atom.named("uri"), Syntax::isIriReference)),

  /** Section 3.2.3: a person MUST NOT have more than one e-mail address. */
  PERSONS_HAVE_AT_MOST_ONE_EMAIL(
      atom -> AtomRules.repeated(atom.named("author", "contributor"), "email")),

  /** Section 3.2.3: an e-mail address MUST be an {@code addr-spec} of RFC 2822. */
  EMAILS_ARE_ADDRESSES(atom -> AtomRules.wrong(atom.named("email"), Syntax::isEmail)),

  /** Section 3.3: a date MUST be a date-time of RFC 3339, with {@code T} and {@code Z} in upper case. */
  DATES_ARE_RFC_3339(atom -> AtomRules.wrong(
      atom.named("updated", "published"), date -> Dates.findRfc3339(date).isPresent())),

  /** Section 4.1.1: metadata stands first, then the entries (the grammar says so; MUST). */
  METADATA_STANDS_BEFORE_THE_ENTRIES(atom -> atom.head().getChildren().stream()
      .dropWhile(child -> !child.getName().equals("entry"))
      .filter(child -> child.getNamespace().equals(ATOM) && !child.getName().equals("entry"))
      .map(child -> place(child) + " stands behind an entry")),

  /** Section 4.1.1: a feed MUST have an author, unless all of its entries do. */
  FEED_OR_EVERY_ENTRY_HAS_AN_AUTHOR(
      atom -> AtomFeed.children(atom.head(), "author").findAny().isPresent()
          ? Stream.empty()
          : AtomRules.none(atom.entryElements().stream(), "author")),

  /** Section 4.1.1: a feed MUST NOT have more than one generator. */
  FEED_HAS_AT_MOST_ONE_GENERATOR(atom -> AtomRules.repeated(Stream.of(atom.head()), "generator")),

  /** Section 4.1.1: a feed MUST NOT have more than one icon. */
  FEED_HAS_AT_MOST_ONE_ICON(atom -> AtomRules.repeated(Stream.of(atom.head()), "icon")),

  /** Section 4.1.1: a feed MUST NOT have more than one logo. */
  FEED_HAS_AT_MOST_ONE_LOGO(atom -> AtomRules.repeated(Stream.of(atom.head()), "logo")),

  /** Sections 4.1.1 and 4.1.2: a feed or an entry MUST NOT have more than one {@code rights}. */
  RIGHTS_OCCUR_AT_MOST_ONCE(atom -> AtomRules.repeated(atom.headAndEntries(), "rights")),

  /** Section 4.1.1: a feed MUST NOT have more than one subtitle. */
  FEED_HAS_AT_MOST_ONE_SUBTITLE(atom -> AtomRules.repeated(Stream.of(atom.head()), "subtitle")),

  /** Section 4.1.1: a feed MUST have exactly one id. */
  FEED_HAS_EXACTLY_ONE_ID(atom -> AtomRules.not(1, Stream.of(atom.head()), "id")),

  /** Section 4.1.1: a feed MUST have exactly one title. */
  FEED_HAS_EXACTLY_ONE_TITLE(atom -> AtomRules.not(1, Stream.of(atom.head()), "title")),

  /** Section 4.1.1: a feed MUST have exactly one {@code updated}. */
  FEED_HAS_EXACTLY_ONE_UPDATED(atom -> AtomRules.not(1, Stream.of(atom.head()), "updated")),

  /** Section 4.1.1: a feed SHOULD have a link with the relation {@code self}. */
  FEED_LINKS_TO_ITSELF(
      atom -> atom.selfLinks().isEmpty() ? Stream.of("the feed has no self link") : Stream.empty()),

  /**
   * Sections 4.1.1 and 4.1.2: a feed or an entry MUST NOT have two alternate links of the same type
   * and language.
   */
  ALTERNATES_DIFFER_IN_TYPE_OR_LANGUAGE(atom -> atom.headAndEntries()
      .flatMap(parent -> AtomRules.twice(AtomFeed.alternates(parent)
              .map(link ->
                  link.getAttributeValue("type") + " " + link.getAttributeValue("hreflang")))
          .map(kind -> place(parent) + " has two alternate links " + kind))),

  /** Section 4.1.1: entries with the same id SHOULD differ in {@code updated}. */
  ENTRIES_WITH_THE_SAME_ID_DIFFER_IN_UPDATED(atom -> AtomRules.twice(atom.entryElements().stream()
      .filter(entry -> entry.getChild("id", ATOM) != null)
      .map(entry -> AtomFeed.text(entry, "id") + " " + AtomFeed.text(entry, "updated")))),

  /** Section 4.1.1.1: it is advisable that titles are not empty. */
  TITLES_ARE_NOT_EMPTY(atom -> AtomRules.wrong(atom.named("title"), title -> !title.isBlank())),

  /** Section 4.1.2: an entry MUST have exactly one id. */
  ENTRIES_HAVE_EXACTLY_ONE_ID(atom -> AtomRules.not(1, atom.entryElements().stream(), "id")),

  /** Section 4.1.2: an entry MUST have exactly one title. */
  ENTRIES_HAVE_EXACTLY_ONE_TITLE(atom -> AtomRules.not(1, atom.entryElements().stream(), "title")),

  /** Section 4.1.2: an entry MUST have exactly one {@code updated}. */
  ENTRIES_HAVE_EXACTLY_ONE_UPDATED(
      atom -> AtomRules.not(1, atom.entryElements().stream(), "updated")),

  /** Section 4.1.2: an entry MUST NOT have more than one content. */
  ENTRIES_HAVE_AT_MOST_ONE_CONTENT(
      atom -> AtomRules.repeated(atom.entryElements().stream(), "content")),

  /** Section 4.1.2: an entry MUST NOT have more than one {@code published}. */
  ENTRIES_HAVE_AT_MOST_ONE_PUBLISHED(
      atom -> AtomRules.repeated(atom.entryElements().stream(), "published")),

  /** Section 4.1.2: an entry MUST NOT have more than one {@code source}. */
  ENTRIES_HAVE_AT_MOST_ONE_SOURCE(
      atom -> AtomRules.repeated(atom.entryElements().stream(), "source")),

  /** Section 4.1.2: an entry MUST NOT have more than one summary. */
  ENTRIES_HAVE_AT_MOST_ONE_SUMMARY(
      atom -> AtomRules.repeated(atom.entryElements().stream(), "summary")),

  /** Section 4.1.2: an entry without content MUST have an alternate link. */
  ENTRIES_WITHOUT_CONTENT_HAVE_AN_ALTERNATE(atom -> atom.entryElements().stream()
      .filter(entry -> entry.getChild("content", ATOM) == null)
      .filter(entry -> AtomFeed.alternates(entry).findAny().isEmpty())
      .map(entry -> place(entry) + " has neither content nor a page")),

  /** Section 4.1.2: an entry whose content is elsewhere, or binary, MUST have a summary. */
  CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY(atom -> AtomRules.none(
      atom.named("content")
          .filter(content -> content.getAttribute("src") != null || AtomRules.isBinary(content))
          .map(Element::getParentElement),
      "summary")),

  /** Section 4.1.3.1: the type of content MUST be a type of text or a media type of one part. */
  CONTENT_HAS_A_KNOWN_TYPE(atom -> atom.named("content")
      .map(AtomRules::type)
      .filter(type -> !List.of("text", "html", "xhtml").contains(type))
      .filter(type -> !Syntax.isMediaType(type) || type.matches("(?:multipart|message)/.*"))
      .map(type -> "content of type " + type)),

  /** Section 4.1.3.2: content that is elsewhere MUST be empty here. */
  REMOTE_CONTENT_IS_EMPTY(atom -> atom.named("content")
      .filter(content -> content.getAttribute("src") != null)
      .filter(content -> content.getContentSize() > 0)
      .map(content -> place(content) + " is elsewhere and here")),

  /** Section 4.1.3.3: content of type {@code text} or {@code html} MUST NOT have child elements. */
  ESCAPED_CONTENT_HAS_NO_CHILD_ELEMENT(atom -> atom.named("content")
      .filter(content -> List.of("text", "html").contains(AtomRules.type(content)))
      .filter(content -> !content.getChildren().isEmpty())
      .map(content -> place(content) + " has child elements")),

  /** Section 4.1.3.3: content of type {@code xhtml} MUST be one {@code xhtml:div}. */
  XHTML_CONTENT_IS_ONE_DIV(atom -> atom.named("content")
      .filter(content -> AtomRules.type(content).equals("xhtml") && !AtomRules.isOneDiv(content))
      .map(content -> place(content) + " is no div")),

  /** Section 4.2.2.1: a category MUST have a term. */
  CATEGORIES_HAVE_A_TERM(atom -> atom.named("category")
      .filter(category -> category.getAttribute("term") == null)
      .map(category -> place(category) + " has no term")),

  /** Section 4.2.2.2: the scheme of a category is an IRI. */
  CATEGORY_SCHEMES_ARE_IRIS(
      atom -> AtomRules.wrongAttribute(atom.named("category"), "scheme", Syntax::isIri)),

  /** Sections 4.2.5 and 4.2.8: icon and logo are IRI references. */
  ICON_AND_LOGO_ARE_IRIS(
      atom -> AtomRules.wrong(atom.named("icon", "logo"), Syntax::isIriReference)),

  /** Section 4.2.6: an id MUST be an IRI; a relative reference is none. */
  IDS_ARE_IRIS(atom -> AtomRules.wrong(atom.named("id"), Syntax::isIri)),

  /** Section 4.2.6: ids are unique in the universe, so that no entry has the id of its feed. */
  NO_ENTRY_HAS_THE_ID_OF_THE_FEED(atom -> atom.entryElements().stream()
      .filter(entry -> AtomFeed.text(entry, "id").equals(AtomFeed.text(atom.head(), "id")))
      .filter(entry -> entry.getChild("id", ATOM) != null)
      .map(entry -> place(entry) + " has the id of the feed")),

  /** Section 4.2.6.1: ids SHOULD be normalised, for they are compared character by character. */
  IDS_ARE_NORMALISED(atom -> AtomRules.wrong(atom.named("id"), AtomRules::isNormalised)),

  /** Section 4.2.7.1: a link MUST have an address. */
  LINKS_HAVE_AN_ADDRESS(atom -> atom.named("link")
      .filter(link -> link.getAttribute("href") == null)
      .map(link -> place(link) + " has no href")),

  /** Section 4.2.7.1: the address of a link MUST be an IRI reference. */
  LINK_ADDRESSES_ARE_IRIS(
      atom -> AtomRules.wrongAttribute(atom.named("link"), "href", Syntax::isIriReference)),

  /** Section 4.2.7.2: a relation MUST be a name, which is not empty and has no colon, or an IRI. */
  RELATIONS_ARE_NAMES_OR_IRIS(atom -> AtomRules.wrongAttribute(
      atom.named("link"), "rel", rel -> Syntax.isName(rel) || Syntax.isIri(rel))),

  /** Section 4.2.7.3: the type of a link MUST be a media type. */
  LINK_TYPES_ARE_MEDIA_TYPES(
      atom -> AtomRules.wrongAttribute(atom.named("link"), "type", Syntax::isMediaType)),

  /** Section 4.2.7.4: the language of a link MUST be a language tag. */
  LINK_LANGUAGES_ARE_TAGS(
      atom -> AtomRules.wrongAttribute(atom.named("link"), "hreflang", Syntax::isLanguage)),

  /** Section 6.2: the namespace of Atom is for what the RFC defines, where it defines it. */
  NO_UNKNOWN_ELEMENT_OF_ATOM(atom -> Names.CHILDREN.entrySet().stream()
      .flatMap(known -> atom.named(known.getKey())
          .flatMap(parent -> parent.getChildren().stream())
          .filter(child -> child.getNamespace().equals(ATOM))
          .filter(child -> !known.getValue().contains(child.getName())))
      .map(child -> place(child) + " is not of RFC 4287"));

  /** The elements that the RFC defines, by the elements that may contain them. */
  private static final class Names {
    static final Map<String, Set<String>> CHILDREN = Map.of(
        "feed",
        Set.of(
            "author",
            "category",
            "contributor",
            "entry",
            "generator",
            "icon",
            "id",
            "link",
            "logo",
            "rights",
            "subtitle",
            "title",
            "updated"),
        "entry",
        Set.of(
            "author",
            "category",
            "content",
            "contributor",
            "id",
            "link",
            "published",
            "rights",
            "source",
            "summary",
            "title",
            "updated"),
        "author",
        Set.of("name", "uri", "email"),
        "contributor",
        Set.of("name", "uri", "email"));

    private Names() {}
  }

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<AtomFeed, Stream<String>> check;

  AtomRules(Function<AtomFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof AtomFeed atom ? check.apply(atom).toList() : List.of();
  }

  private static Stream<Element> texts(AtomFeed atom) {
    return atom.named("title", "subtitle", "summary", "rights");
  }

  private static String type(Element element) {
    return element.getAttributeValue("type", "text");
  }

  private static boolean isOneDiv(Element element) {
    return element.getChildren().size() == 1
        && element.getChildren().get(0).getName().equals("div")
        && element.getChildren().get(0).getNamespaceURI().equals("http://www.w3.org/1999/xhtml")
        && element.getTextTrim().isEmpty();
  }

  private static boolean isBinary(Element content) {
    String type = type(content);
    return type.contains("/") && !type.matches("text/.*|.*[/+]xml(?:;.*)?");
  }

  private static boolean isNormalised(String id) {
    return Syntax.uri(id)
        .filter(uri -> uri.isAbsolute())
        .map(uri -> uri.getScheme().matches("[^A-Z]*")
            && (uri.getHost() == null || uri.getHost().matches("[^A-Z]*"))
            && !(id.indexOf('%') >= 0 && id.matches(".*%(?:[0-9A-F]?[a-f]|[a-f]).*"))
            && !(Syntax.isWeb(id) && id.matches("https?://[^/]*:(?:80|443)?(?:/.*)?"))
            && !(Syntax.isWeb(id) && (uri.getPath().isEmpty() || id.matches(".*/\\.\\.?(?:/.*)?"))))
        .orElse(true);
  }

  private static Stream<String> not(int number, Stream<Element> parents, String child) {
    return parents
        .filter(parent -> parent.getChildren(child, ATOM).size() != number)
        .map(parent -> "%s has %d times %s"
            .formatted(place(parent), parent.getChildren(child, ATOM).size(), child));
  }

  private static Stream<String> none(Stream<Element> parents, String child) {
    return parents
        .filter(parent -> parent.getChildren(child, ATOM).isEmpty())
        .map(parent -> place(parent) + " has no " + child);
  }

  private static Stream<String> repeated(Stream<Element> parents, String child) {
    return parents
        .filter(parent -> parent.getChildren(child, ATOM).size() > 1)
        .map(parent -> place(parent) + " has more than one " + child);
  }

  private static Stream<String> wrong(Stream<Element> elements, Predicate<String> right) {
    return elements
        .filter(element -> !right.test(element.getText()))
        .map(element -> place(element) + " is " + element.getText());
  }

  private static Stream<String> wrongAttribute(
      Stream<Element> elements, String attribute, Predicate<String> right) {
    return elements
        .filter(element -> element.getAttribute(attribute) != null)
        .filter(element -> !right.test(element.getAttributeValue(attribute)))
        .map(element ->
            place(element) + " has the " + attribute + " " + element.getAttributeValue(attribute));
  }

  private static Stream<String> twice(Stream<String> values) {
    Set<String> seen = new HashSet<>();
    return values.filter(value -> !seen.add(value)).distinct();
  }
}
