package org.offprint.rules;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** An RSS document. */
record RssFeed(
    String name, URI address, int bytes, Document xml, Elements all, List<ParsedEntry> entries)
    implements XmlFeed {
  static final Namespace CONTENT =
      Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
  static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
  static final Namespace SOURCE = Namespace.getNamespace("http://source.scripting.com/");
  static final Namespace SYNDICATION =
      Namespace.getNamespace("http://purl.org/rss/1.0/modules/syndication/");

  static RssFeed of(
      String name, URI address, int bytes, Document xml, Function<String, Markup> markup) {
    List<Element> items = channel(xml).getChildren("item");
    List<ParsedEntry> entries = IntStream.range(0, items.size())
        .mapToObj(i -> entry("item[" + (i + 1) + "]", items.get(i), markup))
        .toList();
    return new RssFeed(name, address, bytes, xml, Elements.of(xml), entries);
  }

  private static ParsedEntry entry(String place, Element item, Function<String, Markup> markup) {
    String content = Optional.ofNullable(item.getChildText("encoded", CONTENT)).orElse("");
    return new ParsedEntry(
        place,
        text(item, "guid"),
        text(item, "title"),
        text(item, "link"),
        Dates.findRfc822(text(item, "pubDate")).map(Dates.Rfc822::instant),
        Optional.empty(),
        markup.apply(content));
  }

  /** The first channel; the root where there is none, so that every rule has something to look at. */
  private static Element channel(Document xml) {
    return Optional.ofNullable(xml.getRootElement().getChild("channel"))
        .orElse(xml.getRootElement());
  }

  /** The text of the first child of a name; empty where there is none. */
  static String text(Element parent, String name) {
    return Optional.ofNullable(parent.getChildText(name)).orElse("");
  }

  /** All elements of some names that belong to RSS itself, wherever they stand. */
  Stream<Element> named(String... names) {
    return all.named(Namespace.NO_NAMESPACE, names);
  }

  /** All elements that belong to RSS itself. */
  Stream<Element> ownElements() {
    return elements().filter(element -> element.getNamespace().equals(Namespace.NO_NAMESPACE));
  }

  @Override
  public Element head() {
    return channel(xml);
  }

  @Override
  public List<Element> entryElements() {
    return head().getChildren("item");
  }

  @Override
  public String mediaType() {
    return "application/rss+xml";
  }

  @Override
  public String title() {
    return text(head(), "title");
  }
}
