package org.offprint.issue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The paragraphs that are nothing but a link in words: the titles of stories, or their "Read on".
 *
 * @param above those directly above a text
 * @param below those directly below one
 * @param texts the texts without a link at their end of which the next such link is a line
 * @param addresses the paragraphs of one bare address each, if they stand together and none of them is the link of another block
 */
record LinkLines(int above, int below, Set<Element> texts, Set<Element> addresses) {
  static final LinkLines NONE = new LinkLines(0, 0, Set.of(), Set.of());

  private static final Set<String> CONTENT = Set.of("p", "ul", "blockquote", "pre", "table");

  private static final int SERIES = 2;

  static LinkLines of(List<Element> blocks) {
    int above = 0;
    int below = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (isLine(blocks.get(i))) {
        above += i + 1 < blocks.size() && isText(blocks.get(i + 1)) ? 1 : 0;
        below += i > 0 && isText(blocks.get(i - 1)) ? 1 : 0;
      }
    }
    return new LinkLines(
        above, below, above + below == 0 ? Set.of() : aboveLines(blocks), addresses(blocks));
  }

  private static Set<Element> addresses(List<Element> blocks) {
    List<Element> found = blocks.stream().filter(LinkLines::isAddress).toList();
    if (found.size() < SERIES) {
      return Set.of();
    }
    int first = blocks.indexOf(found.get(0));
    List<String> links = blocks.stream().flatMap(LinkLines::linksOf).toList();
    boolean areTogether = blocks.get(first + found.size() - 1).equals(found.get(found.size() - 1));
    boolean areOthers = found.stream()
        .flatMap(LinkLines::linksOf)
        .allMatch(link -> Collections.frequency(links, link) == 1);
    boolean areIntroduced = first > 0 && Introductions.isOne(blocks.get(first - 1));
    return areTogether && areOthers && !areIntroduced ? Set.copyOf(found) : Set.of();
  }

  private static boolean isAddress(Element block) {
    return block.normalName().equals("p")
        && LinkLayout.isBare(block)
        && LinkPlaces.of(block).links() == 1;
  }

  private static Stream<String> linksOf(Element block) {
    return ItemDraft.linksOf(block).stream().map(Links::normalise);
  }

  /** Returns true if each line of nothing but a link stands below a title in bold letters, and above its text. */
  static boolean areBelowTitles(List<Element> blocks) {
    int links = 0;
    for (int i = 1; i < blocks.size(); i++) {
      Element block = blocks.get(i);
      if (LinkLayout.isBare(block) || LinkPlaces.of(block).isAlone()) {
        links++;
        if (!isBold(blocks.get(i - 1))) {
          return false;
        }
      }
    }
    return links > 0
        && isBold(blocks.get(0))
        && blocks.stream().filter(LinkLines::isBold).count() == links
        && !ItemCutter.hasLink(blocks.get(blocks.size() - 1));
  }

  /**
   * Returns true for a list of one link above its picture.
   *
   * @param mayBeText true if it may stand above another block, too, but no label of the next list
   */
  static boolean isSingle(Element block, boolean mayBeText) {
    Element next = block.nextElementSibling();
    return ItemCutter.isList(block)
        && block.childrenSize() == 1
        && LinkPlaces.of(block).begins()
        && next != null
        && !ItemCutter.hasLink(next)
        && (LinkLayout.isPicture(next) || (mayBeText && isContent(next)));
  }

  private static boolean isContent(Element block) {
    Element next = block.nextElementSibling();
    return CONTENT.contains(block.normalName())
        && !isBold(block)
        && (next == null || !ItemCutter.isList(next));
  }

  /** Returns true for a paragraph of nothing but bold words. */
  static boolean isBold(Element block) {
    return block.normalName().equals("p")
        && block.childrenSize() == 1
        && ItemDraft.BOLD.contains(block.child(0).normalName())
        && block.child(0).text().equals(block.text())
        && !ItemCutter.hasLink(block)
        && !PlainText.isBlank(block);
  }

  private static Set<Element> aboveLines(List<Element> blocks) {
    Set<Element> texts = new HashSet<>();
    boolean isAboveLine = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Element block = blocks.get(i);
      if (LinkPlaces.of(block).ends()) {
        isAboveLine = isLine(block);
      } else if (isAboveLine && isText(block)) {
        texts.add(block);
      }
    }
    return texts;
  }

  /** Returns true for several lines, each with a text on the same side. */
  boolean areAll(int lines, boolean areTitles) {
    return lines >= SERIES && lines == (areTitles ? above : below);
  }

  private static boolean isLine(Element block) {
    return isParagraph(block) && LinkPlaces.of(block).isAlone();
  }

  private static boolean isText(Element block) {
    return isParagraph(block) && !LinkPlaces.of(block).isAlone();
  }

  private static boolean isParagraph(Element block) {
    return block.normalName().equals("p")
        && !LinkLayout.isBare(block)
        && !LinkLayout.isPictorial(block);
  }
}
