package org.offprint.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int LONGEST_QUOTED = 100;

  /** The body of one issue. */
  record Body(
      Html content,
      Html lead,
      List<Issue.SectionText> parts,
      List<Item> items,
      Footnotes footnotes,
      Optional<Issue.TopHeading> top) {}

  private record CutItem(
      ItemDraft draft, String title, List<URI> links, String key, String anchor) {}

  private final URI permalink;
  private final HeadingRules rules;
  private final Deadline deadline;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  /** The links of the items so far. */
  private final Set<String> told = new HashSet<>();
  /** The number of repeated requests for a key or an anchor. */
  private final Map<String, Integer> counts = new HashMap<>();

  private final Utf8Text.Builder markup = new Utf8Text.Builder();

  /** The length of the addresses of links within the issue. */
  private int addresses;

  /** The position of each node in the markup. */
  private final IdentityHashMap<Node, Html.Span> places = new IdentityHashMap<>();

  private final Element shell;
  private int position;

  private BodyReader(Element body, URI permalink, HeadingRules rules, Deadline deadline) {
    this.permalink = permalink;
    this.rules = rules;
    this.deadline = deadline;
    this.shell =
        Objects.requireNonNull(body.ownerDocument(), "a body has a document").shallowClone();
    body.stream()
        .filter(element -> element.hasAttr("id"))
        .forEach(element -> ids.add(element.id()));
  }

  static Body read(
      Element body, String title, URI permalink, HeadingRules rules, Deadline deadline) {
    deadline.trace().ifPresent(trace -> trace.takeHeadings(body));
    Outline outline = Outline.of(body, title, rules);
    deadline.trace().ifPresent(trace -> trace.takeOutline(body, title, outline));
    return new BodyReader(body, permalink, rules, deadline).divide(body, outline);
  }

  private Body divide(Element body, Outline outline) {
    List<List<CutItem>> cuts = new ArrayList<>();
    for (Outline.Section section : outline.sections()) {
      anchor(section.heading(), Slug.of(PlainText.ofHeading(section.heading())));
      cuts.add(cut(
          Optional.of(section.heading()),
          section.nodes(),
          rules.itemsUnder(PlainText.ofHeading(section.heading()))));
    }
    List<CutItem> ofWhole =
        cuts.isEmpty() ? cut(Optional.empty(), outline.untitledLead(), ItemRule.AUTO) : List.of();
    List<Element> within = body.stream().filter(BodyReader::isWithinIssue).toList();
    if (!within.isEmpty()) {
      Places places = new Places(body);
      within.forEach(link -> makeAbsolute(link, places));
    }
    body.childNodes().forEach(this::write);
    Html content = Html.ofSanitised(markup.build());
    List<Issue.SectionText> parts = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      parts.add(part(content, outline.sections().get(i), cuts.get(i)));
    }
    return new Body(
        content,
        span(content, outline.lead()),
        List.copyOf(parts),
        items(content, ofWhole),
        footnotes(content, outline.tail()),
        outline.title());
  }

  private Footnotes footnotes(Html content, List<Node> tail) {
    return new Footnotes(tail.stream()
        .filter(Outline::isFootnotes)
        .flatMap(section -> section.childNodes().stream())
        .flatMap(list -> list.childNodes().stream())
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(note -> !note.id().isEmpty())
        .map(note -> new Footnotes.Note(address("#" + note.id()), span(content, List.of(note))))
        .toList());
  }

  private String address(String target) {
    return Links.resolve(permalink, target).map(URI::toString).orElse("");
  }

  private static boolean isWithinIssue(Element element) {
    return element.attr("href").startsWith("#");
  }

  private void makeAbsolute(Element link, Places places) {
    deadline.check();
    String address = address(meant(link, places));
    addresses += address.length();
    ReadingLimits.checkHtml(addresses);
    link.attr("href", address);
  }

  /** Returns where a link within the issue leads: a heading may have another id than the author's generator gave to it. */
  private String meant(Element link, Places places) {
    String given = link.attr("href");
    String fragment = Places.decoded(given.substring(1));
    if (Places.isTop(fragment) || places.has(fragment)) {
      return given;
    }
    Optional<Element> place = places.find(fragment);
    if (place.isEmpty()) {
      deadline
          .remarks()
          .add(
              Problem.Kind.LINK,
              given,
              "\"%s\" leads nowhere, as no heading of this issue has that name"
                  .formatted(Html.cut(given, LONGEST_QUOTED)));
    }
    return place
        .map(found -> "#" + anchor(found, Slug.of(PlainText.ofHeading(found))))
        .orElse(given);
  }

  private List<CutItem> cut(Optional<Element> heading, List<Node> nodes, ItemRule rule) {
    deadline.check();
    List<CutItem> cuts = new ArrayList<>();
    List<ItemDraft> drafts = ItemCutter.cut(nodes, rule, told);
    deadline.trace().ifPresent(trace -> trace.takePart(heading, nodes, rule, drafts));
    for (ItemDraft draft : drafts) {
      deadline.check();
      List<URI> links = draft.links();
      if (links.isEmpty() && drafts.size() == 1) {
        links = heading.map(ItemDraft::linksOf).filter(own -> own.size() == 1).orElse(links);
      }
      String title = draft.title();
      String key = key(links.stream().findFirst().map(Links::normalise), draft);
      String anchor = anchor(draft.anchorElement(), ITEM_PREFIX + key);
      cuts.add(new CutItem(draft, title, links, key, anchor));
      links.forEach(link -> told.add(Links.normalise(link)));
    }
    return cuts;
  }

  /** From the primary link, else from the text; a second item with that link adds its text. */
  private String key(Optional<String> link, ItemDraft draft) {
    String key = Slug.fingerprint(link.orElseGet(draft::identity));
    if (keys.add(key)) {
      return key;
    }
    String whole = link.orElse("") + "\n" + draft.identity();
    String next = whole;
    do {
      int count = counts.merge(whole, 1, Integer::sum);
      key = Slug.fingerprint(next);
      next = whole + "\n" + count;
    } while (!keys.add(key));
    return key;
  }

  private String anchor(Element element, String wanted) {
    if (!element.id().isEmpty()) {
      return element.id();
    }
    String anchor = wanted;
    while (!ids.add(anchor)) {
      anchor = wanted + "-" + (1 + counts.merge(wanted, 1, Integer::sum));
    }
    element.attr("id", anchor);
    return anchor;
  }

  /** Writes a node and remembers where it and, in a list, its entries stand in the markup. */
  private void write(Node node) {
    int start = markup.length();
    if (node instanceof Element list && ItemCutter.isList(list)) {
      openTag(list);
      list.childNodes().forEach(this::writeEntry);
      markup.append("</" + list.normalName() + ">");
    } else if (node instanceof Element notes && Outline.isFootnotes(notes)) {
      openTag(notes);
      notes.childNodes().forEach(this::write);
      markup.append("</" + notes.normalName() + ">");
    } else {
      markup.append(node.outerHtml());
    }
    places.put(node, new Html.Span(start, markup.length()));
  }

  private void writeEntry(Node node) {
    int entryStart = markup.length();
    if (node instanceof Element entry && !entry.childNodes().isEmpty()) {
      openTag(entry);
      for (Node child : entry.childNodes()) {
        int start = markup.length();
        markup.append(child.outerHtml());
        places.put(child, new Html.Span(start, markup.length()));
      }
      markup.append("</" + entry.normalName() + ">");
    } else {
      markup.append(node.outerHtml());
    }
    places.put(node, new Html.Span(entryStart, markup.length()));
  }

  private void openTag(Element element) {
    Element alone = element.shallowClone();
    // Without a document it would be written by other rules.
    shell.empty().appendChild(alone);
    String emptyElement = alone.outerHtml();
    markup.append(emptyElement.substring(0, emptyElement.lastIndexOf("</")));
  }

  private Issue.SectionText part(Html content, Outline.Section section, List<CutItem> cuts) {
    List<Node> nodes = new ArrayList<>(section.nodes());
    nodes.add(0, section.heading());
    Html whole = span(content, nodes);
    return new Issue.SectionText(
        PlainText.ofHeading(section.heading()),
        section.heading().id(),
        whole,
        whole,
        items(content, cuts));
  }

  private List<Item> items(Html content, List<CutItem> cuts) {
    List<Item> items = new ArrayList<>();
    for (CutItem cut : cuts) {
      items.add(new Item(
          cut.key(),
          cut.anchor(),
          cut.title(),
          position++,
          cut.links().stream().map(URI::toString).toList(),
          span(content, cut.draft().nodes()),
          span(content, cut.draft().whole()),
          cut.draft().group()));
    }
    return List.copyOf(items);
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

  private Html.Span place(Node node) {
    return Objects.requireNonNull(places.get(node), "every node has been written");
  }
}
