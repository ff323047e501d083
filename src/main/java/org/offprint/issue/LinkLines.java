package org.offprint.issue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The paragraphs that are nothing but a link in words: the titles of stories, or their "Read on".
 *
 * @param above those directly above a text
 * @param below those directly below one
 * @param texts the texts without a link at their end of which the next such link is a line
 */
record LinkLines(int above, int below, Set<Element> texts) {
  static final LinkLines NONE = new LinkLines(0, 0, Set.of());

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
    return new LinkLines(above, below, above + below == 0 ? Set.of() : aboveLines(blocks));
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
