package org.offprint.issue;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The texts around the links of one block. */
final class LinkPlaces implements NodeVisitor {
  /** A number, an emoji, a mark or a bracket. */
  private static final Pattern DECORATION = Pattern.compile("[^\\p{L}]{0,20}");

  private static final Pattern END = Pattern.compile("[^\\p{L}\\p{N}]*");

  /** A longer text beside a link is more than a remark, such as the name of an author. */
  private static final int LONGEST_REMARK = 30;

  private int links;
  private int open;
  private int besides;
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder after = new StringBuilder();

  static LinkPlaces of(Element block) {
    LinkPlaces places = new LinkPlaces();
    NodeTraversor.traverse(places, block);
    return places;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element && Links.leaves(element)) {
      links++;
      open++;
      after.setLength(0);
    } else if (node instanceof TextNode text && open == 0) {
      String words = PlainText.fold(text.getWholeText());
      besides += words.length();
      if (links > 0) {
        after.append(words);
      } else if (!isBold(text)) {
        before.append(words);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && Links.leaves(element)) {
      open--;
    }
  }

  private static boolean isBold(Node text) {
    return text.parent() instanceof Element parent && ItemDraft.BOLD.contains(parent.normalName());
  }

  int links() {
    return links;
  }

  boolean begins() {
    return links > 0 && DECORATION.matcher(before).matches();
  }

  boolean ends() {
    return links > 0 && END.matcher(after).matches();
  }

  /** A remark after a title is no sentence. */
  boolean isTitle() {
    return isAlone()
        || (besides <= LONGEST_REMARK
            && (after.isEmpty() || !".!?:。！？：".contains(after.substring(after.length() - 1))));
  }

  boolean isAlone() {
    return links == 1 && begins() && ends();
  }
}
