package org.offprint.rules;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;

/** An Atom document. */
record AtomFeed(
    String name, URI address, int bytes, Document xml, Elements all, List<ParsedEntry> entries)
    implements XmlFeed {
  static AtomFeed of(
      String name, URI address, int bytes, Document xml, Function<String, Markup> markup) {
    List<Element> elements = xml.getRootElement().getChildren("entry", ATOM);
    List<ParsedEntry> entries = IntStream.range(0, elements.size())
        .mapToObj(i -> entry("entry[" + (i + 1) + "]", elements.get(i), markup))
        .toList();
    return new AtomFeed(name, address, bytes, xml, Elements.of(xml), entries);
  }

  private static ParsedEntry entry(String place, Element entry, Function<String, Markup> markup) {
    return new ParsedEntry(
        place,
        text(entry, "id"),
        text(entry, "title"),
        alternates(entry)
            .map(link -> link.getAttributeValue("href", ""))
            .findFirst()
            .orElse(""),
        Dates.findRfc3339(text(entry, "published")),
        Dates.findRfc3339(text(entry, "updated")),
        markup.apply(text(entry, "content")));
  }

  /** The text of the first child of a name; empty where there is none. */
  static String text(Element parent, String name) {
    return children(parent, name).findFirst().map(Element::getText).orElse("");
  }

  static Stream<Element> children(Element parent, String name) {
    return parent.getChildren(name, ATOM).stream();
  }

  /** The links to what an element describes; a link without a relation is one too. */
  static Stream<Element> alternates(Element parent) {
    return children(parent, "link")
        .filter(link -> link.getAttributeValue("rel", "alternate").equals("alternate"));
  }

  /** All elements of some names in the namespace of Atom, wherever they stand. */
  Stream<Element> named(String... names) {
    return all.named(ATOM, names);
  }

  @Override
  public Element head() {
    return xml.getRootElement();
  }

  @Override
  public List<Element> entryElements() {
    return head().getChildren("entry", ATOM);
  }

  @Override
  public String mediaType() {
    return "application/atom+xml";
  }

  @Override
  public String title() {
    return text(head(), "title");
  }
}
