package org.offprint.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** A feed document in XML. */
sealed interface XmlFeed extends ParsedFeed permits AtomFeed, RssFeed {
  Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  Namespace HISTORY = Namespace.getNamespace("http://purl.org/syndication/history/1.0");

  /** The whole document. */
  Document xml();

  /** The element with the metadata of the feed: the root in Atom, the channel in RSS. */
  Element head();

  /** The elements of its entries. */
  List<Element> entryElements();

  /** The media type of its format. */
  String mediaType();

  /** The head, then each entry. */
  default Stream<Element> headAndEntries() {
    return Stream.concat(Stream.of(head()), entryElements().stream());
  }

  /** All elements of all namespaces. */
  Elements all();

  /** All elements of all namespaces. */
  default Stream<Element> elements() {
    return all().inOrder().stream();
  }

  /** The links of the head in the namespace of Atom. */
  default Stream<Element> links() {
    return head().getChildren("link", ATOM).stream();
  }

  /** Returns the targets of the links of a relation. */
  default List<String> links(String relation) {
    return links()
        .filter(link -> relation.equals(link.getAttributeValue("rel")))
        .map(link -> link.getAttributeValue("href", ""))
        .toList();
  }

  @Override
  default List<String> selfLinks() {
    return links("self");
  }

  @Override
  default List<String> neighbours() {
    return Stream.of("current", "prev-archive", "next-archive")
        .flatMap(relation -> links(relation).stream())
        .toList();
  }

  /** Returns the path of an element, such as {@code feed/entry[2]/title}. */
  static String place(Element element) {
    Deque<String> steps = new ArrayDeque<>();
    for (Element step = element; step != null; step = step.getParentElement()) {
      steps.addFirst(step.getQualifiedName() + number(step));
    }
    return String.join("/", steps);
  }

  private static String number(Element element) {
    Element parent = element.getParentElement();
    List<Element> alike = parent == null
        ? List.of(element)
        : parent.getChildren(element.getName(), element.getNamespace());
    return alike.size() < 2 ? "" : "[" + (alike.indexOf(element) + 1) + "]";
  }
}
