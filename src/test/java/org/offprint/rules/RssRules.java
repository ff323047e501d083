package org.offprint.rules;

import static org.offprint.rules.RssFeed.CONTENT;
import static org.offprint.rules.RssFeed.text;
import static org.offprint.rules.XmlFeed.ATOM;
import static org.offprint.rules.XmlFeed.place;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The specification of RSS 2.0, and the RSS Advisory Board's Best Practices Profile, which mostly
 * recommends (SHOULD).
 */
enum RssRules implements Rule {
  /** Specification, "What is RSS?": the root is {@code rss}, and its version is 2.0. */
  ROOT_IS_RSS_2_0(rss -> Stream.of(rss.xml().getRootElement())
      .filter(root -> !root.getQualifiedName().equals("rss")
          || !root.getAttributeValue("version", "").equals("2.0"))
      .map(root -> "the root is " + root + " " + root.getAttributes())),

  /** Specification, "What is RSS?": the root holds a single channel. */
  RSS_HAS_EXACTLY_ONE_CHANNEL(
      rss -> RssRules.not(1, Stream.of(rss.xml().getRootElement()), "channel")),

  /** Specification, "Required channel elements": a title. */
  CHANNEL_HAS_EXACTLY_ONE_TITLE(rss -> RssRules.not(1, Stream.of(rss.head()), "title")),

  /** Specification, "Required channel elements": a link to the HTML page of the channel. */
  CHANNEL_HAS_EXACTLY_ONE_LINK(rss -> RssRules.not(1, Stream.of(rss.head()), "link")),

  /** Specification, "Required channel elements": a description. */
  CHANNEL_HAS_EXACTLY_ONE_DESCRIPTION(rss -> RssRules.not(1, Stream.of(rss.head()), "description")),

  /** Profile, "Channel": its optional elements MUST NOT occur more than once, categories apart. */
  OPTIONAL_CHANNEL_ELEMENTS_OCCUR_ONCE(rss -> RssRules.repeated(
      Stream.of(rss.head()),
      "language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl"
          + " image rating textInput skipHours skipDays")),

  /** Profile, "Item": its elements MUST NOT occur more than once, categories and enclosures apart. */
  ITEM_ELEMENTS_OCCUR_ONCE(rss -> RssRules.repeated(
      rss.entryElements().stream(), "title link description author comments guid pubDate source")),

  /** Profile, "Item": a channel's items SHOULD stand behind all of its other elements. */
  ITEMS_STAND_LAST_IN_THE_CHANNEL(rss -> rss.head().getChildren().stream()
      .dropWhile(child -> !child.getName().equals("item"))
      .filter(child -> !child.getName().equals("item"))
      .map(child -> place(child) + " stands behind an item")),

  /** Specification, "Elements of item": a title or a description must be present. */
  ITEMS_HAVE_TITLE_OR_DESCRIPTION(rss -> rss.entryElements().stream()
      .filter(item -> text(item, "title").isBlank() && text(item, "description").isBlank())
      .map(item -> place(item) + " has neither title nor description")),

  /** Specification, "Extending RSS": what the specification does not describe has a namespace. */
  UNKNOWN_ELEMENTS_HAVE_A_NAMESPACE(rss -> rss.ownElements()
      .filter(element -> !Names.KNOWN.contains(element.getName()))
      .map(element -> place(element) + " is not of RSS 2.0")),

  /** Profile, "Character data": elements of RSS that hold text MUST NOT have child elements. */
  TEXTS_HAVE_NO_CHILD_ELEMENT(rss -> rss.ownElements()
      .filter(element -> !Names.WITH_CHILDREN.contains(element.getName()))
      .filter(element -> !element.getChildren().isEmpty())
      .map(element -> place(element) + " has child elements")),

  /** Profile, "Character data": all texts but an item's description are plain text. */
  PLAIN_TEXTS_HOLD_NO_HTML(rss -> RssRules.wrong(
      rss.ownElements()
          .filter(element -> element.getChildren().isEmpty())
          .filter(element -> !element.getName().equals("description")
              || !element.getParentElement().getName().equals("item")),
      text -> !Syntax.holdsHtml(text))),

  /** Specification, "Optional channel elements": the language is a language tag. */
  LANGUAGE_IS_A_TAG(rss -> RssRules.wrong(rss.named("language"), Syntax::isLanguage)),

  /** Specification, "Optional channel elements": dates conform to RFC 822, but for longer years. */
  DATES_ARE_RFC_822(
      rss -> RssRules.wrong(RssRules.dates(rss), date -> Dates.findRfc822(date).isPresent())),

  /** Specification, "Optional channel elements": a year of four digits is preferred. */
  YEARS_HAVE_FOUR_DIGITS(rss -> RssRules.wrong(
      RssRules.dates(rss),
      date -> Dates.findRfc822(date).filter(found -> found.year().length() != 4).isEmpty())),

  /** RFC 822, section 5.2: where a weekday is given, it must be that of the date. */
  WEEKDAYS_ARE_RIGHT(rss -> RssRules.wrong(
      RssRules.dates(rss),
      date -> Dates.findRfc822(date)
          .filter(found -> found.weekday().isPresent()
              && !found.weekday().equals(Optional.of(found.date().getDayOfWeek())))
          .isEmpty())),

  /** Specification, "Comments": links and URLs begin with a scheme. */
  LINKS_BEGIN_WITH_A_SCHEME(
      rss -> RssRules.wrong(rss.named("link", "url", "comments", "docs"), Syntax::isIri)),

  /** Specification, "image": it has a URL, a title and a link. */
  IMAGE_HAS_URL_TITLE_AND_LINK(rss ->
      Stream.of("url", "title", "link").flatMap(name -> RssRules.not(1, rss.named("image"), name))),

  /** Specification, "image": it is a GIF, JPEG or PNG. */
  IMAGE_IS_GIF_JPEG_OR_PNG(rss -> RssRules.wrong(
      rss.named("image").flatMap(image -> image.getChildren("url").stream()),
      url -> !url.matches("(?i).*/[^/?#]*\\.(?:svg|webp|avif|ico|bmp|tiff?)(?:[?#].*)?"))),

  /** Specification, "image": it is at most 144 pixels wide and 400 high. */
  IMAGE_IS_NOT_TOO_LARGE(rss -> Stream.concat(
      RssRules.wrong(rss.named("width"), width -> RssRules.isNumber(width, 1, 144)),
      RssRules.wrong(rss.named("height"), height -> RssRules.isNumber(height, 1, 400)))),

  /** Specification, "image": its title and link should be those of the channel. */
  IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL(rss -> rss.named("image")
      .flatMap(image -> Stream.of("title", "link")
          .filter(name -> image.getChild(name) != null)
          .filter(name -> !text(image, name).equals(text(rss.head(), name)))
          .map(name -> place(image) + " has another " + name))),

  /** Specification, "ttl": a number of minutes. */
  TTL_IS_A_NUMBER_OF_MINUTES(
      rss -> RssRules.wrong(rss.named("ttl"), ttl -> RssRules.isNumber(ttl, 1, Integer.MAX_VALUE))),

  /** Specification, "skipHours": hours from 0 to 23. */
  SKIPPED_HOURS_ARE_HOURS(
      rss -> RssRules.wrong(rss.named("hour"), hour -> RssRules.isNumber(hour, 0, 23))),

  /** Specification, "skipDays": English names of weekdays. */
  SKIPPED_DAYS_ARE_WEEKDAYS(rss -> RssRules.wrong(
      rss.named("day"), day -> day.matches("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"))),

  /** Profile, "textInput": publishers SHOULD NOT use it; no reader knows what it is for. */
  CHANNEL_HAS_NO_TEXT_INPUT(rss -> rss.named("textInput").map(XmlFeed::place)),

  /** Profile, "E-mail addresses": an address, then the name in parentheses. */
  EMAILS_COME_WITH_A_NAME(rss -> RssRules.wrong(
      rss.named("author", "managingEditor", "webMaster"),
      person -> person.matches("\\S+ \\(.+\\)") && Syntax.isEmail(person.split(" ", 2)[0]))),

  /** Specification, "enclosure": it has a URL, a length and a type. */
  ENCLOSURES_HAVE_URL_LENGTH_AND_TYPE(rss -> rss.named("enclosure")
      .filter(enclosure -> !Syntax.isIri(enclosure.getAttributeValue("url", ""))
          || !enclosure.getAttributeValue("length", "").matches("\\d+")
          || !Syntax.isMediaType(enclosure.getAttributeValue("type", "")))
      .map(enclosure -> place(enclosure) + " lacks something")),

  /** Profile, "enclosure": an item SHOULD NOT have more than one. */
  ITEMS_HAVE_AT_MOST_ONE_ENCLOSURE(
      rss -> RssRules.repeated(rss.entryElements().stream(), "enclosure")),

  /** Specification, "source": it has the URL of the other channel. */
  SOURCES_HAVE_A_URL(rss -> rss.named("source")
      .filter(source -> !Syntax.isIri(source.getAttributeValue("url", "")))
      .map(source -> place(source) + " has no URL")),

  /** Profile, "guid": an item SHOULD have one. */
  ITEMS_HAVE_A_GUID(rss -> rss.entryElements().stream()
      .filter(item -> text(item, "guid").isBlank())
      .map(item -> place(item) + " has no guid")),

  /** Specification, "guid": it identifies the item, so that no two have the same. */
  GUIDS_ARE_UNIQUE(rss -> RssRules.twice(rss.entryElements().stream()
      .filter(item -> !text(item, "guid").isBlank())
      .map(item -> text(item, "guid")))),

  /** Specification, "guid": {@code isPermaLink} is true or false. */
  GUIDS_ARE_PERMALINKS_OR_NOT(rss -> rss.named("guid")
      .filter(guid -> !List.of("true", "false").contains(RssRules.isPermaLink(guid)))
      .map(guid -> place(guid) + " is a permalink: " + RssRules.isPermaLink(guid))),

  /** Specification, "guid": one that is a permalink, which is the default, is a URL. */
  PERMALINKS_ARE_URLS(rss -> RssRules.wrong(
      rss.named("guid").filter(guid -> RssRules.isPermaLink(guid).equals("true")),
      guid -> Syntax.isWeb(guid) && Syntax.isIri(guid))),

  /** Profile, "atom:link": a channel SHOULD say its own address, once. */
  CHANNEL_LINKS_TO_ITSELF(rss -> Stream.of(rss.selfLinks())
      .filter(self -> self.size() != 1)
      .map(self -> "the channel has the self links " + self)),

  /** Profile, "atom:link": its address is a URL. */
  ATOM_LINKS_HAVE_AN_ADDRESS(rss -> rss.elements()
      .filter(
          element -> element.getName().equals("link") && element.getNamespace().equals(ATOM))
      .filter(link -> !Syntax.isIri(link.getAttributeValue("href", "")))
      .map(link -> place(link) + " leads to " + link.getAttributeValue("href"))),

  /** Profile, "atom:link": the link to itself SHOULD say the type {@code application/rss+xml}. */
  SELF_LINK_IS_OF_THE_TYPE_OF_RSS(rss -> rss.links()
      .filter(link -> link.getAttributeValue("rel", "").equals("self"))
      .filter(link -> !link.getAttributeValue("type", "").equals("application/rss+xml"))
      .map(link -> place(link) + " is of type " + link.getAttributeValue("type"))),

  /** Profile, "content:encoded": only an item has it, and only once. */
  CONTENT_STANDS_ONCE_IN_ITEMS(rss -> rss.elements()
      .filter(element -> element.getNamespace().equals(CONTENT))
      .filter(content -> !content.getParentElement().getName().equals("item")
          || content.getParentElement().getChildren("encoded", CONTENT).size() > 1)
      .map(XmlFeed::place)),

  /** Profile, "content:encoded": an item with it SHOULD have a description, a summary, too. */
  CONTENT_COMES_WITH_A_DESCRIPTION(rss -> rss.entryElements().stream()
      .filter(item -> item.getChild("encoded", CONTENT) != null)
      .filter(item -> item.getChild("description") == null)
      .map(item -> place(item) + " has no description")),

  /** Profile, "content:encoded": it SHOULD stand behind the description. */
  DESCRIPTION_STANDS_BEFORE_THE_CONTENT(rss -> rss.entryElements().stream()
      .filter(item -> item.getChild("encoded", CONTENT) != null)
      .filter(item -> item.getChildren().indexOf(item.getChild("description"))
          > item.getChildren().indexOf(item.getChild("encoded", CONTENT)))
      .map(item -> place(item) + " has its content before its description"));

  /** The elements that the specification defines. */
  private static final class Names {
    static final Set<String> WITH_CHILDREN =
        Set.of("rss", "channel", "item", "image", "textInput", "skipHours", "skipDays");
    static final Set<String> KNOWN = Set.of(
        "rss",
        "channel",
        "item",
        "title",
        "link",
        "description",
        "language",
        "copyright",
        "managingEditor",
        "webMaster",
        "pubDate",
        "lastBuildDate",
        "category",
        "generator",
        "docs",
        "cloud",
        "ttl",
        "image",
        "rating",
        "textInput",
        "skipHours",
        "skipDays",
        "url",
        "width",
        "height",
        "name",
        "hour",
        "day",
        "author",
        "comments",
        "enclosure",
        "guid",
        "source");

    private Names() {}
  }

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<RssFeed, Stream<String>> check;

  RssRules(Function<RssFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof RssFeed rss ? check.apply(rss).toList() : List.of();
  }

  private static Stream<Element> dates(RssFeed rss) {
    return rss.named("pubDate", "lastBuildDate");
  }

  private static String isPermaLink(Element guid) {
    return guid.getAttributeValue("isPermaLink", "true");
  }

  private static boolean isNumber(String text, int least, int most) {
    return text.matches("\\d{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }

  private static Stream<String> not(int number, Stream<Element> parents, String child) {
    return parents
        .filter(parent -> parent.getChildren(child, Namespace.NO_NAMESPACE).size() != number)
        .map(parent -> "%s has %d times %s"
            .formatted(place(parent), parent.getChildren(child).size(), child));
  }

  private static Stream<String> repeated(Stream<Element> parents, String children) {
    return parents.flatMap(parent -> Stream.of(children.split(" ", -1))
        .filter(child -> parent.getChildren(child).size() > 1)
        .map(child -> place(parent) + " has more than one " + child));
  }

  private static Stream<String> wrong(Stream<Element> elements, Predicate<String> right) {
    return elements
        .filter(element -> !right.test(element.getText()))
        .map(element -> place(element) + " is " + element.getText());
  }

  private static Stream<String> twice(Stream<String> values) {
    Set<String> seen = new HashSet<>();
    return values.filter(value -> !seen.add(value)).distinct();
  }
}
