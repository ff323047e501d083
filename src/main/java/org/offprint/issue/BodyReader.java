package org.offprint.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Turns the sanitised body of an issue into its content, lead, parts and items. One object reads one
 * body.
 */
final class BodyReader {
  private static final String ITEM_PREFIX = "i-";

  /** The body of one issue. */
  record Body(Html content, Html lead, List<Part> parts) {}

  /** One item of a section: new, or one that stands earlier in the issue already. */
  private record Cut(ItemDraft draft, String key, String anchor, boolean isRepeat) {}

  /** Where a node stands in the markup. */
  private record Place(int start, int end) {}

  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> linksOfEarlierSections = new HashSet<>();
  private final StringBuilder markup = new StringBuilder();
  private final IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
  private int position;

  private BodyReader(Element body) {
    body.select("[id]").forEach(element -> ids.add(element.id()));
  }

  static Body read(Element body, String title) {
    return new BodyReader(body).divide(body, Outline.of(body, title));
  }

  private Body divide(Element body, Outline outline) {
    List<List<Cut>> cuts = new ArrayList<>();
    for (Outline.Section section : outline.sections()) {
      anchor(section.heading(), Slug.of(section.heading().text()));
      cuts.add(cut(section));
    }
    body.childNodes().forEach(this::write);
    Html content = Html.ofSanitised(markup.toString());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      parts.add(part(content, outline.sections().get(i), cuts.get(i)));
    }
    return new Body(content, span(content, outline.lead()), List.copyOf(parts));
  }

  private List<Cut> cut(Outline.Section section) {
    List<Cut> cuts = new ArrayList<>();
    Set<String> links = new HashSet<>();
    for (ItemDraft draft : ItemCutter.cut(section.nodes())) {
      Optional<String> link = draft.links().stream().findFirst().map(Links::normalise);
      boolean isRepeat = link.filter(linksOfEarlierSections::contains).isPresent();
      String key = isRepeat ? "" : key(link, draft);
      String anchor = isRepeat ? "" : anchor(draft.anchorElement(), ITEM_PREFIX + key);
      draft.links().stream().map(Links::normalise).forEach(links::add);
      cuts.add(new Cut(draft, key, anchor, isRepeat));
    }
    linksOfEarlierSections.addAll(links);
    return cuts;
  }

  /** From the primary link, else from the text; a second item with that link adds its text. */
  private String key(Optional<String> link, ItemDraft draft) {
    String key = Fingerprint.of(link.orElseGet(draft::text));
    for (int i = 1; !keys.add(key); i++) {
      key = Fingerprint.of(link.orElse("") + "\n" + draft.text() + "\n".repeat(i));
    }
    return key;
  }

  private String anchor(Element element, String wanted) {
    if (!element.id().isEmpty()) {
      return element.id();
    }
    String anchor = wanted;
    for (int i = 2; !ids.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    element.attr("id", anchor);
    return anchor;
  }

  /** Writes a node and remembers where it and, in a list, its entries stand in the markup. */
  private void write(Node node) {
    int start = markup.length();
    if (node instanceof Element list && Set.of("ul", "ol").contains(list.normalName())) {
      openTag(list);
      list.childNodes().forEach(this::writeEntry);
      markup.append("</").append(list.normalName()).append('>');
    } else {
      markup.append(node.outerHtml());
    }
    places.put(node, new Place(start, markup.length()));
  }

  private void writeEntry(Node node) {
    int entryStart = markup.length();
    if (node instanceof Element entry && !entry.childNodes().isEmpty()) {
      openTag(entry);
      for (Node child : entry.childNodes()) {
        int start = markup.length();
        markup.append(child.outerHtml());
        places.put(child, new Place(start, markup.length()));
      }
      markup.append("</").append(entry.normalName()).append('>');
    } else {
      markup.append(node.outerHtml());
    }
    places.put(node, new Place(entryStart, markup.length()));
  }

  private void openTag(Element element) {
    String emptyElement = element.shallowClone().outerHtml();
    markup.append(emptyElement, 0, emptyElement.lastIndexOf("</"));
  }

  private Part part(Html content, Outline.Section section, List<Cut> cuts) {
    List<Node> nodes = new ArrayList<>(section.nodes());
    nodes.add(0, section.heading());
    List<Html> kept = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    int from = place(section.heading()).start();
    for (Cut cut : cuts) {
      Html words = span(content, cut.draft().nodes());
      if (cut.isRepeat()) {
        List<Node> gone = cut.draft().whole();
        kept.add(content.slice(from, start(gone)));
        from = end(gone);
      } else {
        List<URI> links = cut.draft().links();
        items.add(
            new Item(cut.key(), cut.anchor(), ItemTitle.of(cut.draft()), position++, links, words));
      }
    }
    kept.add(content.slice(from, end(nodes)));
    return new Part(
        PlainText.fold(section.heading().text()),
        section.heading().id(),
        span(content, nodes),
        Html.join(kept),
        items);
  }

  private Html span(Html content, List<Node> nodes) {
    return nodes.isEmpty() ? Html.EMPTY : content.slice(start(nodes), end(nodes));
  }

  private int start(List<Node> nodes) {
    return place(nodes.get(0)).start();
  }

  private int end(List<Node> nodes) {
    return place(nodes.get(nodes.size() - 1)).end();
  }

  private Place place(Node node) {
    return Objects.requireNonNull(places.get(node), "every node has been written");
  }
}
