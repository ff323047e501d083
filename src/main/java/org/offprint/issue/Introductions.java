package org.offprint.issue;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Paragraphs that end in a colon, which belong together with the block below them. */
final class Introductions {
  /** A longer line is more than a label, such as "Links:", for the list below it. */
  private static final int LONGEST_LABEL = 5;

  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}{1,2}|[^\\s:：\\p{IsIdeographic}]+");

  private Introductions() {}

  static boolean isOne(Element block) {
    String text = PlainText.fold(block.text());
    return block.normalName().equals("p") && (text.endsWith(":") || text.endsWith("："));
  }

  static boolean isSentence(Element block) {
    return WORD.matcher(block.text()).results().count() > LONGEST_LABEL;
  }

  /** Returns true for nothing but an introduction without a link, and the list below it. */
  static boolean isOneAboveList(List<Node> nodes) {
    List<Element> blocks =
        ItemDraft.ofBlocks(nodes).elements().filter(ItemCutter::hasWords).toList();
    return blocks.size() == 2
        && isOne(blocks.get(0))
        && !ItemCutter.hasLink(blocks.get(0))
        && ItemCutter.isList(blocks.get(1));
  }
}
