package org.offprint.issue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The structure of an issue: the lead, the sections with their headings, and the nodes that belong to
 * the issue as a whole (its footnotes).
 *
 * @param lead the nodes before the first section heading
 * @param sections in order
 * @param tail the nodes after the last section
 * @param title a heading above all others
 */
record Outline(
    List<Node> lead, List<Section> sections, List<Node> tail, Optional<Issue.TopHeading> title) {
  private static final int SECTION_LEVEL = 2;
  private static final int DEEPEST = 6;

  /** A section heading with the nodes under it. */
  record Section(Element heading, List<Node> nodes) {}

  /** Divides a body, and gives its section headings level 2 and the deeper ones what follows; those without words are none. */
  static Outline of(Element body, String title, HeadingRules rules) {
    body.stream()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .filter(heading -> PlainText.isFiller(PlainText.ofHeading(heading)))
        .toList()
        .forEach(heading -> heading.tagName("p"));
    String name = PlainText.name(title);
    List<Element> all = body.children().stream()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .toList();
    List<Element> headings = all.stream()
        .filter(heading -> !PlainText.name(heading.text()).equals(name))
        .toList();
    // Behind a heading that says the title, only one of the first level can be another title.
    int deepest = headings.size() < all.size() ? 1 : DEEPEST;
    Optional<Issue.TopHeading> top = Optional.of(headings)
        .filter(Outline::beginWithTitle)
        .filter(found -> ItemCutter.headingLevel(found.get(0)) <= deepest)
        .map(found -> PlainText.ofHeading(found.get(0)))
        .map(text -> new Issue.TopHeading(text, rules.names(text)));
    if (top.filter(heading -> !heading.isNamed()).isPresent()) {
      headings = headings.subList(1, headings.size());
    }
    int level = sectionLevel(headings);
    Outline outline = new Outline(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), top);
    Set<Element> ofSections = ofSections(headings, level);
    body.childNodes().forEach(node -> outline.place(node, ofSections));
    body.stream()
        .filter(element -> ItemCutter.headingLevel(element) > 0)
        .forEach(
            heading -> heading.tagName("h" + shifted(ItemCutter.headingLevel(heading), level)));
    ofSections.forEach(heading -> heading.tagName("h" + SECTION_LEVEL));
    return outline;
  }

  /**
   * Those of the level of sections, and those before the first of them that no shallower one stands above, if there are several: one alone
   * is a greeting, but the lead holds no sections.
   */
  private static Set<Element> ofSections(List<Element> headings, int level) {
    Set<Element> ofSections = Collections.newSetFromMap(new IdentityHashMap<>());
    long early = headings.stream()
        .takeWhile(heading -> ItemCutter.headingLevel(heading) > level)
        .count();
    int deepest = early > 1 ? DEEPEST : level;
    for (Element heading : headings) {
      int own = ItemCutter.headingLevel(heading);
      if (own <= deepest) {
        ofSections.add(heading);
        deepest = Math.max(level, own);
      }
    }
    return ofSections;
  }

  /** The lead without headings that say the title. */
  List<Node> untitledLead() {
    return lead.stream().filter(node -> ItemCutter.headingLevel(node) == 0).toList();
  }

  private static int shifted(int own, int level) {
    return Math.max(SECTION_LEVEL, Math.min(DEEPEST, own - level + SECTION_LEVEL));
  }

  private void place(Node node, Set<Element> ofSections) {
    if (!tail.isEmpty() || isFootnotes(node)) {
      tail.add(node);
    } else if (node instanceof Element heading && ofSections.contains(heading)) {
      sections.add(new Section(heading, new ArrayList<>()));
    } else if (sections.isEmpty()) {
      lead.add(node);
    } else {
      sections.get(sections.size() - 1).nodes().add(node);
    }
  }

  static boolean isFootnotes(Node node) {
    return node instanceof Element element && element.hasClass(Sanitizer.FOOTNOTES);
  }

  /** A single heading above all others, of which two are of the next level, is the title of the issue in other words. */
  private static boolean beginWithTitle(List<Element> headings) {
    List<Integer> levels = headings.stream().map(ItemCutter::headingLevel).toList();
    List<Integer> distinct = levels.stream().distinct().sorted().toList();
    return distinct.size() > 1
        && levels.get(0).equals(distinct.get(0))
        && Collections.frequency(levels, distinct.get(0)) == 1
        && Collections.frequency(levels, distinct.get(1)) > 1;
  }

  /**
   * The shallowest level that occurs. A single stray heading does not count when deeper ones stand
   * before it: it would leave all of them in the lead.
   */
  private static int sectionLevel(List<Element> headings) {
    List<Integer> levels = headings.stream().map(ItemCutter::headingLevel).toList();
    List<Integer> distinct = levels.stream().distinct().sorted().toList();
    if (levels.isEmpty()) {
      return SECTION_LEVEL;
    }
    int shallowest = distinct.get(0);
    boolean isStray = distinct.size() > 1
        && Collections.frequency(levels, shallowest) == 1
        && levels.get(0) > shallowest;
    return isStray ? distinct.get(1) : shallowest;
  }
}
