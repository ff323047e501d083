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
  /** The short name of an emoji, a date or a number with its word, or a number in ideographs. */
  private static final Pattern LABEL = Pattern.compile("(?:\\s*:[a-z][a-z0-9_+-]{1,30}:)+\\s*"
      + "|\\s*\\p{L}{1,12}\\.? \\d{1,4}(?:st|nd|rd|th)?(?:,? \\d{4})?\\s*[:：–—-]\\s*"
      + "|\\s*\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,12}\\.?(?:,? \\d{4})?\\s*[:：–—-]\\s*"
      + "|\\s*[(（第]?[一二三四五六七八九十百]{1,4}[、：:.．)）]\\s*");

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
      } else if (!isBold(text) && !isLabel(text)) {
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

  /** Returns true for words that say no more about a link after them than a number would. */
  private static boolean isLabel(TextNode text) {
    return LABEL.matcher(text.getWholeText()).matches() || isTag(text);
  }

  /** Returns true for a short word in code directly before a link. */
  private static boolean isTag(TextNode text) {
    Element parent = text.parentElement();
    Element next = parent == null ? null : parent.nextElementSibling();
    return parent != null
        && next != null
        && Links.leaves(next)
        && parent.normalName().equals("code")
        && text.getWholeText().length() <= LONGEST_REMARK
        && parent.nextSibling() instanceof TextNode between
        && between.isBlank();
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
