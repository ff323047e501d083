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

  private static boolean isLabel(Element block) {
    return WORD.matcher(block.text()).results().count() <= LONGEST_LABEL;
  }

  /** Returns true for a paragraph directly above a list of links, which has no link to begin with itself. */
  static boolean isAboveLinks(Element block) {
    Element next = block.nextElementSibling();
    return next != null
        && ItemCutter.isList(next)
        && isOne(block)
        && ItemCutter.isLinkList(next)
        && !LinkPlaces.of(block).begins();
  }

  /** Returns true for a paragraph that is no more than a label for the links below it. */
  static boolean isLabelOfLinks(Element block) {
    return isAboveLinks(block) && isLabel(block) && !ItemCutter.hasLink(block);
  }

  /** A link somewhere in a longer text is not what the list below it is about. */
  private static boolean isEntry(Element introduction) {
    LinkPlaces places = LinkPlaces.of(introduction);
    String text = PlainText.fold(introduction.text());
    return places.begins()
        || (places.links() == 1 && PlainText.firstSentence(text).equals(text));
  }

  /**
   * Returns true for nothing but an introduction and the list below it, if they are one entry: the introduction has the link, or the list has
   * none.
   */
  static boolean isOneEntry(List<Node> nodes) {
    List<Element> blocks =
        ItemDraft.ofBlocks(nodes).elements().filter(ItemCutter::hasWords).toList();
    return blocks.size() == 2
        && isOne(blocks.get(0))
        && ItemCutter.isList(blocks.get(1))
        && (ItemCutter.hasLink(blocks.get(0))
            ? isEntry(blocks.get(0))
            : !ItemCutter.hasLink(blocks.get(1)));
  }
}
