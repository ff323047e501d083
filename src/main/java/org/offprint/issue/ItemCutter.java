package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Cuts the content under a section heading into items, by its elements: a list whose entries carry links makes one item
 * per entry; other blocks make items that begin or end with their link, as most of them do; a sub-heading is one item, or
 * the group of several.
 */
final class ItemCutter {
  /** An item with more blocks than that takes no further ones. */
  private static final int MOST_NODES = 50;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> LISTS = Set.of("ul", "ol");
  private static final Set<String> INTRODUCED = Set.of("ul", "ol", "blockquote", "pre");

  private final ItemRule rule;
  private final Set<String> told;
  private final List<ItemDraft> items = new ArrayList<>();
  private final List<Node> pending = new ArrayList<>();
  private boolean areWordsPending;
  /** The blocks pending begin with the link of an item, or with the picture before it. */
  private boolean isOpen;

  private boolean isPictureOpen;
  /** The last item takes no more blocks: a ruler or a sub-heading stands after it. */
  private boolean isClosed = true;

  private Optional<Element> lastBlock = Optional.empty();
  private LinkLayout layout = LinkLayout.of(List.of(), Set.of());

  private ItemCutter(ItemRule rule, Set<String> told) {
    this.rule = rule;
    this.told = told;
  }

  /**
   * Cuts the content of a section.
   *
   * @param told the links of items in earlier sections, {@linkplain Links#normalise normalised}
   */
  static List<ItemDraft> cut(List<Node> nodes, ItemRule rule, Set<String> told) {
    ItemCutter cutter = new ItemCutter(rule, told);
    if (rule != ItemRule.NONE) {
      cutter.cut(nodes);
    }
    return cutter.items;
  }

  /** The level of a heading, 0 for any other node. */
  static int headingLevel(Node node) {
    return node instanceof Element element && HEADINGS.contains(element.normalName())
        ? element.normalName().charAt(1) - '0'
        : 0;
  }

  private void cut(List<Node> nodes) {
    List<List<Node>> parts = SubHeadings.divide(nodes);
    if (parts.size() == 1) {
      cutBlocks(nodes);
      finishItem();
      return;
    }
    if (parts.get(0).stream().anyMatch(node -> headingLevel(node) > 0)) {
      cut(parts.get(0));
    } else if (rule == ItemRule.PARAGRAPHS) {
      cutBlocks(parts.get(0));
      finishItem();
    } else if (rule != ItemRule.HEADINGS) {
      cutBlocks(parts.get(0));
      finishLinked();
    }
    parts.stream().skip(1).forEach(this::cutBelow);
  }

  /** Cuts a sub-heading, the picture above it, and what stands below it. */
  private void cutBelow(List<Node> nodes) {
    int start = 0;
    while (headingLevel(nodes.get(start)) == 0) {
      start++;
    }
    Element heading = (Element) nodes.get(start);
    List<Node> content = nodes.subList(start + 1, nodes.size());
    List<ItemDraft> entries = rule == ItemRule.HEADINGS ? List.of() : cut(content, rule, told);
    boolean isAsked = rule == ItemRule.LIST || rule == ItemRule.PARAGRAPHS;
    if (isAsked || hasSeveral(heading, content, entries)) {
      String group = PlainText.withoutMarks(heading);
      nodes.subList(0, start).stream()
          .filter(ItemCutter::leads)
          .map(picture -> ItemDraft.ofBlocks(List.of(picture)).by("linked picture"))
          .forEach(items::add);
      if (hasLink(heading)) {
        items.add(ItemDraft.ofBlocks(List.of(heading)).by("sub-heading with a link"));
      }
      entries.stream().map(entry -> entry.in(group)).forEach(items::add);
    } else if (rule == ItemRule.HEADINGS
        || hasLink(heading)
        || nodes.stream().anyMatch(node -> !node.equals(heading) && shows(node))) {
      items.add(ItemDraft.ofBlocks(withoutBlankEnds(nodes))
          .by(rule == ItemRule.HEADINGS ? "items: headings" : "sub-heading with one entry"));
    }
  }

  private static boolean hasSeveral(Element heading, List<Node> content, List<ItemDraft> entries) {
    List<ItemDraft> linked =
        entries.stream().filter(entry -> entry.primary().isPresent()).toList();
    long listed = linked.stream().filter(entry -> entry.holder().isPresent()).count();
    boolean isList = content.stream().filter(ItemCutter::shows).count() == 1;
    boolean isSeries = linked.size() > 1
        && (linked.stream().anyMatch(entry -> entry.group().isPresent())
            || LinkLayout.of(content, Set.of()).isSeries());
    boolean areListed = listed * 2 > linked.size() && (isList || linked.size() > 1);
    return hasLink(heading)
        ? isList && listed > 1
        : !Introductions.isOneEntry(content) && (areListed || isSeries);
  }

  private void cutBlocks(List<Node> nodes) {
    layout = LinkLayout.of(nodes, told);
    nodes.forEach(this::take);
  }

  private void take(Node node) {
    if (!(node instanceof Element block)) {
      hold(node);
    } else if (block.normalName().equals("hr")) {
      finishItem();
      isClosed = true;
      lastBlock = Optional.empty();
    } else if (!hasWords(block)) {
      hold(block);
    } else {
      takeBlock(block);
      lastBlock = Optional.of(block);
    }
  }

  private void takeBlock(Element block) {
    if (rule == ItemRule.LIST) {
      takeEntries(isList(block) ? block.children().stream() : Stream.empty());
    } else if (rule == ItemRule.PARAGRAPHS) {
      takeParagraph(block);
    } else if (isIntroduced(block)) {
      follow(block);
    } else if (isLinkList(block) && !layout.isTitle(block) && !isPartOfNumbered(block)) {
      finishLinked();
      takeEntries(block.children().stream());
    } else if (layout.isLinkFirst()) {
      takeLinkFirst(block);
    } else {
      takeLinkLast(block);
    }
  }

  /** Returns true below a number with a link of its own. */
  private boolean isPartOfNumbered(Element block) {
    return layout.isBelowNumber(block, lastBlock)
        && isOpen
        && pending.stream().anyMatch(ItemCutter::leads);
  }

  private void takeEntries(Stream<Element> entries) {
    // Words without a link before a list introduce it: they are no item.
    drop();
    String how = rule == ItemRule.LIST ? "items: list" : "entry of a list of links";
    entries
        .filter(ItemCutter::hasWords)
        .map(entry -> ItemDraft.ofListEntry(entry).by(how))
        .forEach(items::add);
    isClosed = true;
  }

  private void takeParagraph(Element block) {
    if (!block.normalName().equals("p")
        || LinkLayout.isPicture(block)
        || LinkLayout.isBare(block)) {
      hold(block);
    } else {
      finishItem();
      isClosed = true;
      hold(block);
    }
  }

  /** Returns true for a quotation, code or a list after a paragraph of an item that ends in a colon. */
  private boolean isIntroduced(Element block) {
    return INTRODUCED.contains(block.normalName())
        && lastBlock.filter(Introductions::isOne).isPresent()
        && !(isLinkList(block) && lastBlock.filter(layout::isWholeBut).isPresent())
        && (areWordsPending
            ? !isLinkList(block)
                || layout.areSentences()
                || pending.stream().anyMatch(ItemCutter::leads)
            : takesMore());
  }

  private void follow(Element block) {
    if (areWordsPending && !layout.isLinkFirst()) {
      takeLinkLast(block);
    } else if (areWordsPending) {
      hold(block);
      if (!isOpen && isLinkList(block)) {
        finishItem();
      }
    } else {
      extendLast(block);
    }
  }

  private void takeLinkFirst(Element block) {
    boolean isLink = layout.isLinkOfItem(block);
    boolean isPicture = LinkLayout.isPicture(block) && layout.arePicturesFirst();
    if (isLink || (isPicture && !isPictureOpen)) {
      finishLinked();
      isPictureOpen = true;
      isOpen = isLink;
    } else if (layout.begins(block) && !isOfSameLink(block)) {
      if (!isPictureOpen && (isOpen || isList(block) || layout.isDecided())) {
        finishLinked();
      }
      isPictureOpen = false;
      isOpen = true;
    } else if (layout.isApart(block)) {
      finishLinked();
    } else if (isOpen) {
      isPictureOpen = false;
    }
    hold(block);
  }

  private boolean isOfSameLink(Element block) {
    return isOpen && ItemDraft.areOneStory(pending, List.of(block));
  }

  private void takeLinkLast(Element block) {
    boolean isTrailing = (LinkLayout.isBare(block) && !isLastBare())
        || (LinkLayout.isPicture(block) && layout.arePicturesLast())
        || (INTRODUCED.contains(block.normalName())
            && !hasLink(block)
            && !layout.beginsWith(INTRODUCED));
    if (isTrailing && !areWordsPending && takesMore()) {
      extendLast(block);
    } else {
      hold(block);
      if (hasLink(block) && !layout.isAboveLine(block)) {
        finishItem();
      }
    }
  }

  private boolean isLastBare() {
    return !items.isEmpty() && items.get(items.size() - 1).elements().allMatch(LinkLayout::isBare);
  }

  /** Adds a block, and what stands before it. */
  private void extendLast(Element block) {
    hold(block);
    extendLast();
  }

  private void extendLast() {
    ItemDraft last = items.remove(items.size() - 1);
    List<Node> nodes = new ArrayList<>(last.nodes());
    nodes.addAll(withoutBlankEnds(pending));
    items.add(ItemDraft.ofBlocks(nodes).by(last.how()));
    drop();
  }

  /** Finishes an item that has its link; words without one introduce what follows. */
  private void finishLinked() {
    if (isOpen || pending.stream().anyMatch(ItemCutter::leads)) {
      finishItem();
    } else if (areWordsPending
        && takesMore()
        && pending.stream().filter(ItemCutter::shows).allMatch(ItemDraft::isPicture)) {
      extendLast();
    } else {
      drop();
    }
  }

  private void finishItem() {
    if (areWordsPending
        && takesMore()
        && pending.stream().filter(ItemCutter::shows).allMatch(ItemDraft::isNamelessPicture)) {
      extendLast();
      return;
    }
    boolean isAside = lastIsEntry() && pending.stream().noneMatch(ItemCutter::leads);
    if (areWordsPending && !(isAside && !isOpen && rule == ItemRule.AUTO)) {
      add(withoutBlankEnds(pending));
    }
    drop();
  }

  /** Adds an item, or joins it to the last one if that is about the same link. */
  private void add(List<Node> nodes) {
    ItemDraft item = ItemDraft.ofBlocks(nodes).by(how());
    if (takesMore() && ItemDraft.areOneStory(items.get(items.size() - 1).nodes(), nodes)) {
      List<Node> joined = new ArrayList<>(items.remove(items.size() - 1).nodes());
      joined.addAll(nodes);
      item = ItemDraft.ofBlocks(joined).by(item.how() + ", neighbours with one link");
    }
    items.add(item);
    isClosed = false;
  }

  private String how() {
    if (rule == ItemRule.PARAGRAPHS) {
      return "items: paragraphs";
    }
    boolean isLinked = pending.stream().anyMatch(ItemCutter::leads);
    return !isLinked ? "text without a link" : layout.isLinkFirst() ? "link first" : "link last";
  }

  private void hold(Node node) {
    pending.add(node);
    areWordsPending |= shows(node);
  }

  private void drop() {
    pending.clear();
    areWordsPending = false;
    isOpen = false;
    isPictureOpen = false;
  }

  private static List<Node> withoutBlankEnds(List<Node> nodes) {
    int from = 0;
    int to = nodes.size();
    while (from < to && !shows(nodes.get(from))) {
      from++;
    }
    while (from < to && !shows(nodes.get(to - 1))) {
      to--;
    }
    return List.copyOf(nodes.subList(from, to));
  }

  /** Words without a link after a list belong to the section, as those before it do. */
  private boolean lastIsEntry() {
    return !items.isEmpty() && items.get(items.size() - 1).holder().isPresent();
  }

  /** Returns true if the last item stands directly before what is pending, and is not too long. */
  private boolean takesMore() {
    return !isClosed && items.get(items.size() - 1).nodes().size() < MOST_NODES;
  }

  private static boolean leads(Node node) {
    return node instanceof Element element && hasLink(element);
  }

  static boolean shows(Node node) {
    return node instanceof Element element && hasWords(element);
  }

  /** Returns true for an element with words or a picture, but not for a filler such as a no-break space. */
  static boolean hasWords(Element element) {
    return (!PlainText.isBlank(element) && !PlainText.isFiller(element.text()))
        || hasPicture(element)
        || element.stream().anyMatch(Links::leaves);
  }

  static boolean hasPicture(Element element) {
    return element.stream().anyMatch(inner -> inner.normalName().equals("img"));
  }

  static boolean hasLink(Element block) {
    return Links.leavingFrom(block).findFirst().isPresent();
  }

  static boolean isList(Element block) {
    return LISTS.contains(block.normalName());
  }

  static boolean isLinkList(Element block) {
    long linked = block.children().stream().filter(ItemCutter::hasLink).count();
    return isList(block) && linked > 0 && linked * 2 >= block.childrenSize();
  }
}
