package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The nodes that make one item, before they are written.
 *
 * @param holder the list entry that holds the nodes; empty if they are blocks of their own
 * @param nodes neighbours in the document, at least one of them an element
 */
record ItemDraft(Optional<Element> holder, List<Node> nodes) {
  static ItemDraft ofBlocks(List<Node> nodes) {
    return new ItemDraft(Optional.empty(), List.copyOf(nodes));
  }

  static ItemDraft ofListEntry(Element entry) {
    return new ItemDraft(Optional.of(entry), List.copyOf(entry.childNodes()));
  }

  /** The element that a link to the item leads to. */
  Element anchorElement() {
    return holder.or(() -> elements().findFirst()).orElseThrow();
  }

  /** The nodes that go when the item goes. */
  List<Node> whole() {
    return holder.<List<Node>>map(List::of).orElse(nodes);
  }

  Stream<Element> elements() {
    return nodes.stream().filter(Element.class::isInstance).map(Element.class::cast);
  }

  List<URI> links() {
    return elements()
        .flatMap(Links::leavingFrom)
        .flatMap(link -> Links.resolve(Links.NOWHERE, link.attr("href")).stream())
        .filter(Links::isWeb)
        .distinct()
        .toList();
  }

  /** The visible text, bare URLs left out. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element element) {
        String words = PlainText.withoutBareLinks(element);
        text.append(element.isBlock() ? " " + words + " " : words);
      }
    }
    return PlainText.fold(text.toString());
  }

  /** Returns the identity of an item without a link: its text, or its pictures if it has no text. */
  String identity() {
    String text = text();
    return text.isEmpty()
        ? elements()
            .flatMap(
                element -> element.stream().filter(inner -> inner.normalName().equals("img")))
            .map(image -> image.attr("src"))
            .collect(Collectors.joining("\n"))
        : text;
  }
}
