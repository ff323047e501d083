package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts the content under a section heading into items, by its elements: sub-headings make one
 * item each; a list whose entries carry links makes one item per entry; otherwise an item ends with
 * the paragraph that carries its links.
 */
final class ItemCutter {
  /** An item with more blocks than that takes no further bare links. */
  private static final int MOST_NODES = 50;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> LISTS = Set.of("ul", "ol");

  private final List<ItemDraft> items = new ArrayList<>();
  private final List<Node> pending = new ArrayList<>();
  private boolean areWordsPending;

  private ItemCutter() {}

  static List<ItemDraft> cut(List<Node> nodes) {
    ItemCutter cutter = new ItemCutter();
    OptionalInt subheading = nodes.stream()
        .mapToInt(ItemCutter::headingLevel)
        .filter(level -> level > 0)
        .min();
    if (subheading.isPresent()) {
      cutter.cutAtHeadings(nodes, subheading.getAsInt());
    } else {
      nodes.forEach(cutter::take);
      cutter.finishItem();
    }
    return cutter.items;
  }

  /** The level of a heading, 0 for any other node. */
  static int headingLevel(Node node) {
    return node instanceof Element element && HEADINGS.contains(element.normalName())
        ? element.normalName().charAt(1) - '0'
        : 0;
  }

  private void cutAtHeadings(List<Node> nodes, int level) {
    boolean below = false;
    for (Node node : nodes) {
      if (headingLevel(node) == level) {
        if (below) {
          finishItem();
        } else {
          drop();
        }
        below = true;
      }
      if (below) {
        hold(node);
      } else {
        take(node);
      }
    }
    finishItem();
  }

  private void take(Node node) {
    if (!(node instanceof Element block)) {
      hold(node);
    } else if (block.normalName().equals("hr")) {
      finishItem();
    } else if (isLinkList(block)) {
      // Words without a link before a list introduce it: they are no item.
      drop();
      block.children().stream()
          .filter(ItemCutter::hasWords)
          .map(ItemDraft::ofListEntry)
          .forEach(items::add);
    } else if (!areWordsPending && lastTakesMore() && isBareLinks(block)) {
      items.set(items.size() - 1, extended(items.get(items.size() - 1), block));
      drop();
    } else {
      hold(block);
      if (hasLink(block)) {
        finishItem();
      }
    }
  }

  private ItemDraft extended(ItemDraft item, Element block) {
    List<Node> nodes = new ArrayList<>(item.nodes());
    nodes.addAll(pending);
    nodes.add(block);
    return ItemDraft.ofBlocks(nodes);
  }

  private void finishItem() {
    boolean isAside = lastIsEntry() && pending.stream().noneMatch(ItemCutter::leads);
    if (areWordsPending && !isAside) {
      items.add(ItemDraft.ofBlocks(withoutBlankEnds(pending)));
    }
    drop();
  }

  private void hold(Node node) {
    pending.add(node);
    areWordsPending |= node instanceof Element element && hasWords(element);
  }

  private void drop() {
    pending.clear();
    areWordsPending = false;
  }

  private static List<Node> withoutBlankEnds(List<Node> nodes) {
    int from = 0;
    int to = nodes.size();
    while (from < to && isBlank(nodes.get(from))) {
      from++;
    }
    while (from < to && isBlank(nodes.get(to - 1))) {
      to--;
    }
    return nodes.subList(from, to);
  }

  /** Words without a link after a list belong to the section, as those before it do. */
  private boolean lastIsEntry() {
    return !items.isEmpty() && !lastIsBlocks();
  }

  private static boolean leads(Node node) {
    return node instanceof Element element && hasLink(element);
  }

  private boolean lastTakesMore() {
    return lastIsBlocks() && items.get(items.size() - 1).nodes().size() < MOST_NODES;
  }

  private boolean lastIsBlocks() {
    return !items.isEmpty() && items.get(items.size() - 1).holder().isEmpty();
  }

  private static boolean hasWords(Element element) {
    return element.hasText() || hasPicture(element);
  }

  private static boolean hasPicture(Element element) {
    return element.stream().anyMatch(inner -> inner.normalName().equals("img"));
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text && text.isBlank();
  }

  private static boolean hasLink(Element block) {
    return Links.leavingFrom(block).findFirst().isPresent();
  }

  private static boolean isBareLinks(Element block) {
    return hasLink(block)
        && !hasPicture(block)
        && PlainText.withoutBareLinks(block).isEmpty();
  }

  private static boolean isLinkList(Element block) {
    long linked = block.children().stream().filter(ItemCutter::hasLink).count();
    return LISTS.contains(block.normalName()) && linked > 0 && linked * 2 >= block.childrenSize();
  }
}
