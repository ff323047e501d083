package org.offprint.rules;

import static org.offprint.rules.RssFeed.CONTENT;
import static org.offprint.rules.RssFeed.DC;
import static org.offprint.rules.RssFeed.SOURCE;
import static org.offprint.rules.RssFeed.SYNDICATION;
import static org.offprint.rules.RssFeed.text;
import static org.offprint.rules.XmlFeed.place;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/** Needs of RSS readers that the specification leaves open. */
enum RssReaderRules implements Rule {
  /** Some readers take the first link, whatever its namespace, for the page. */
  LINK_STANDS_BEFORE_LINKS_OF_ATOM(rss -> rss.head().getChildren().stream()
      .filter(child -> child.getName().equals("link"))
      .limit(1)
      .filter(first -> !first.getNamespaceURI().isEmpty())
      .map(first -> place(first) + " stands before the link to the page")),

  /** A reader prefers the channel's {@code pubDate} to its {@code lastBuildDate}. */
  CHANNEL_HAS_NO_PUB_DATE(rss -> rss.head().getChildren("pubDate").stream().map(XmlFeed::place)),

  /** A reader drops a fetch whose feed date did not move. */
  CHANNEL_HAS_A_LAST_BUILD_DATE(rss -> rss.head().getChild("lastBuildDate") == null
      ? Stream.of("the channel has no lastBuildDate")
      : Stream.empty()),

  /** A reader drops a fetch whose feed date did not move. */
  LAST_BUILD_DATE_IS_NOT_OLDER_THAN_AN_ITEM(rss ->
      Dates.findRfc822(text(rss.head(), "lastBuildDate")).stream()
          .flatMap(built -> rss.entries().stream()
              .filter(
                  entry -> entry.published().filter(built.instant()::isBefore).isPresent())
              .map(entry -> entry.place() + " is newer than the channel"))),

  /** Old readers know no zones but GMT. */
  RSS_DATES_HAVE_A_NUMERIC_ZONE_OR_GMT(rss -> rss.named("pubDate", "lastBuildDate")
      .filter(date -> Dates.findRfc822(date.getText())
          .filter(found -> !found.zone().matches("GMT|[+-]\\d{4}"))
          .isPresent())
      .map(date -> place(date) + " is " + date.getText())),

  /** Some readers take a title for HTML, others for text. */
  TITLES_HAVE_NO_ANGLE_BRACKET(rss -> rss.named("title")
      .filter(title -> title.getText().matches("(?s).*[<>].*"))
      .map(title -> place(title) + " is " + title.getText())),

  /** Readers that guess whether a guid can be opened guess wrong. */
  GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS(rss -> rss.named("guid")
      .filter(guid -> guid.getAttribute("isPermaLink") == null)
      .map(XmlFeed::place)),

  /** An id that readers know stays, even where the page moves. */
  GUIDS_ARE_NO_PERMALINKS(rss -> rss.named("guid")
      .filter(guid -> guid.getAttributeValue("isPermaLink", "").equals("true"))
      .map(XmlFeed::place)),

  /** The description is a preview: readers show its markup, or drop it. */
  DESCRIPTIONS_ARE_TEXT_IN_HTML(rss -> rss.entryElements().stream()
      .filter(item ->
          !Jsoup.parseBodyFragment(text(item, "description")).body().children().isEmpty())
      .map(item -> place(item) + " has a description with markup")),

  /** A preview of nothing is a blank line. */
  DESCRIPTIONS_ARE_NOT_EMPTY(
      rss -> Stream.concat(Stream.of(rss.head()), rss.entryElements().stream())
          .filter(parent -> parent.getChild("description") != null)
          .filter(parent -> text(parent, "description").isBlank())
          .map(parent -> place(parent) + " has an empty description")),

  /** Readers show the full text where there is one. */
  ITEMS_HAVE_THEIR_FULL_CONTENT(rss -> rss.entryElements().stream()
      .filter(item -> item.getChild("encoded", CONTENT) == null)
      .map(item -> place(item) + " has no content")),

  /** RSS itself wants an e-mail address for an author. */
  ITEMS_NAME_THEIR_CREATOR(rss -> rss.entryElements().stream()
      .filter(item -> item.getChildren("creator", DC).stream()
          .allMatch(creator -> creator.getText().isBlank()))
      .map(item -> place(item) + " has no creator")),

  /** Readers that hyphenate or read aloud want the language. */
  CHANNEL_SAYS_ITS_LANGUAGE(rss -> rss.head().getChild("language") == null
      ? Stream.of("the channel has no language")
      : Stream.empty()),

  /** Readers that know no HTTP caching ask too often otherwise; an archive they need not ask again. */
  CHANNEL_SAYS_HOW_LONG_IT_MAY_BE_KEPT(rss ->
      rss.head().getChild("ttl") == null && rss.head().getChild("archive", XmlFeed.HISTORY) == null
          ? Stream.of("the channel has no ttl")
          : Stream.empty()),

  /** An issue may come on any day, at any hour. */
  CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR(rss -> rss.named("skipDays", "skipHours").map(XmlFeed::place)),

  /** The module has five words for a period. */
  UPDATE_PERIOD_IS_A_WORD_OF_THE_MODULE(rss -> rss.elements()
      .filter(element -> RssReaderRules.is(element, SYNDICATION.getURI(), "updatePeriod"))
      .filter(period -> !period.getText().matches("hourly|daily|weekly|monthly|yearly"))
      .map(period -> place(period) + " is " + period.getText())),

  /** The module counts updates in a period. */
  UPDATE_FREQUENCY_IS_A_COUNT(rss -> rss.elements()
      .filter(element -> RssReaderRules.is(element, SYNDICATION.getURI(), "updateFrequency"))
      .filter(frequency -> !frequency.getText().matches("[1-9]\\d*"))
      .map(frequency -> place(frequency) + " is " + frequency.getText())),

  /** An enclosure is downloaded, and played. */
  NO_RSS_ENCLOSURES(rss -> rss.named("enclosure").map(XmlFeed::place)),

  /** A category twice is shown twice; one without a name is a blank. */
  CATEGORIES_OF_AN_ITEM_DIFFER(rss -> rss.entryElements().stream()
      .flatMap(item -> ReaderRules.twice(Stream.concat(
              // A blank one counts as if it stood there twice.
              Stream.of("null "),
              item.getChildren("category").stream()
                  .map(category -> category.getAttributeValue("domain") + " "
                      + category.getText().strip())))
          .map(category -> place(item) + " has twice " + category))),

  /** One reader prefers Markdown to HTML: an empty one hides the entry. */
  MARKDOWN_IS_NOT_EMPTY(rss -> RssReaderRules.markdown(rss)
      .filter(markdown -> markdown.getText().isBlank())
      .map(XmlFeed::place)),

  /** An entry has one text. */
  MARKDOWN_OCCURS_AT_MOST_ONCE(rss -> rss.entryElements().stream()
      .filter(item -> item.getChildren("markdown", SOURCE).size() > 1)
      .map(XmlFeed::place)),

  /** The front matter is for us, not for readers. */
  MARKDOWN_HAS_NO_FRONT_MATTER(rss -> RssReaderRules.markdown(rss)
      .filter(markdown -> markdown
          .getText()
          .matches("(?s)\\s*(?:---|\\+\\+\\+)\\s*\\n.*?\\n(?:---|\\+\\+\\+)\\s*\\n.*"))
      .map(XmlFeed::place)),

  /** Nothing says what an address in Markdown is relative to. */
  MARKDOWN_HAS_NO_RELATIVE_ADDRESS(rss -> RssReaderRules.markdown(rss)
      .flatMap(markdown -> RssReaderRules.addresses(markdown.getText())
          .filter(address -> !Syntax.hasScheme(address))
          .map(address -> place(markdown) + " leads to " + address))),

  /** Validators warn of prefixes that naive readers do not know. */
  RSS_PREFIXES_ARE_USUAL(rss -> rss.elements()
      .map(element -> element.getNamespacePrefix() + "=" + element.getNamespaceURI())
      .distinct()
      .filter(used -> !List.of(
              "=",
              "atom=http://www.w3.org/2005/Atom",
              "content=http://purl.org/rss/1.0/modules/content/",
              "dc=http://purl.org/dc/elements/1.1/",
              "fh=http://purl.org/syndication/history/1.0",
              "media=http://search.yahoo.com/mrss/",
              "source=http://source.scripting.com/",
              "sy=http://purl.org/rss/1.0/modules/syndication/")
          .contains(used))),

  /** Browsers have removed style sheets of XML. */
  NO_RSS_STYLE_SHEET(rss -> rss.xml().getContent().stream()
      .filter(content -> content.getCType() == Content.CType.ProcessingInstruction)
      .map(Content::toString));

  /** Patterns that rules look for first. */
  private static final class Patterns {
    /** Possible links, or definitions of one, without a scheme; code may look like that too. */
    static final Pattern MAYBE_RELATIVE =
        Pattern.compile("\\](?:\\(|:)\\s*<?(?![A-Za-z][A-Za-z0-9+.-]*:)");

    private Patterns() {}
  }

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<RssFeed, Stream<String>> check;

  RssReaderRules(Function<RssFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return feed instanceof RssFeed rss ? check.apply(rss).toList() : List.of();
  }

  private static boolean is(Element element, String namespace, String name) {
    return element.getNamespaceURI().equals(namespace) && element.getName().equals(name);
  }

  private static Stream<Element> markdown(RssFeed rss) {
    return rss.elements().filter(element -> is(element, SOURCE.getURI(), "markdown"));
  }

  private static Stream<String> addresses(String markdown) {
    if (!Patterns.MAYBE_RELATIVE.matcher(markdown).find()) {
      return Stream.empty();
    }
    Stream.Builder<String> addresses = Stream.builder();
    Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
      @Override
      public void visit(Link link) {
        addresses.add(link.getDestination());
        visitChildren(link);
      }

      @Override
      public void visit(Image image) {
        addresses.add(image.getDestination());
        visitChildren(image);
      }
    });
    return addresses.build();
  }
}
