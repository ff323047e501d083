package org.offprint.issue;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The paragraphs that are nothing but a link in words: the titles of stories, or their "Read on".
 *
 * @param above those directly above a text
 * @param below those directly below one
 */
record LinkLines(int above, int below) {
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
    return new LinkLines(above, below);
  }

  /** Returns true for several lines, each with a text on the same side. */
  boolean areAll(int lines, boolean areTitles) {
    return lines >= SERIES && lines == (areTitles ? above : below);
  }

  static boolean isLine(Element block) {
    return isParagraph(block) && LinkPlaces.of(block).isAlone();
  }

  static boolean isText(Element block) {
    return isParagraph(block) && !LinkPlaces.of(block).isAlone();
  }

  private static boolean isParagraph(Element block) {
    return block.normalName().equals("p")
        && !LinkLayout.isBare(block)
        && !LinkLayout.isPictorial(block);
  }
}
