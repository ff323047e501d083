package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Divides a document at its headings, before any HTML parser can move them: each part of its HTML is read and closed alone. Where there
 * are no headings, lines of bold text are.
 */
final class Headings {
  /** The line between two parts of the HTML: a character that no source can bring in. */
  static final String BORDER = "\0\n";

  private static final Pattern RAW = Pattern.compile("(?i)<h[1-6][\\s>]");
  /** Boxes and anchors around a heading are no other content. */
  private static final Pattern BEGINS_WITH_RAW = Pattern.compile(
      "(?i)\\s*+(?:</\\w++\\s*+>\\s*+|<(?:div|center|section|article|header|main|a|br|hr)\\b[^>]*+>\\s*+)*+<h[1-6][\\s>]");

  private static final Pattern RAW_TAG = Pattern.compile("(?i)<(/?)h([1-6])(?=[\\s>])[^<>]*+>");
  /** The blanks before the text of a heading, and its line. */
  private static final Pattern LINE = Pattern.compile("\\s*+[^\\n]*");

  private Headings() {}

  /** Marks the borders in a document. */
  static void mark(Node document, String title) {
    List<Node> blocks = children(document);
    if (blocks.stream().noneMatch(block -> isHeading(block, title))) {
      BoldLines.makeHeadings(blocks);
    }
    for (Node block : children(document)) {
      if (beginsPart(block)) {
        block.insertBefore(border());
      }
    }
    // The footnotes follow.
    document.appendChild(border());
  }

  /** Returns true for a heading that is within no other block. */
  static boolean beginsPart(Node block) {
    return block.getParent() instanceof Document
        && (block instanceof Heading
            || (block instanceof HtmlBlock raw
                && BEGINS_WITH_RAW.matcher(raw.getLiteral()).lookingAt()));
  }

  private static HtmlBlock border() {
    HtmlBlock border = new HtmlBlock();
    border.setLiteral(BORDER);
    return border;
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /** Returns raw HTML in which a heading that is never closed ends with the line of its text. */
  static String closed(String literal) {
    List<MatchResult> tags = RAW_TAG.matcher(literal).results().toList();
    StringBuilder closed = new StringBuilder();
    int at = 0;
    for (int i = 0; i < tags.size(); i++) {
      boolean isLast = i + 1 == tags.size();
      if (tags.get(i).group(1).isEmpty() && (isLast || tags.get(i + 1).group(1).isEmpty())) {
        Matcher line = LINE.matcher(literal)
            .region(
                tags.get(i).end(), isLast ? literal.length() : tags.get(i + 1).start());
        int end = line.lookingAt() ? line.end() : tags.get(i).end();
        closed.append(literal, at, end).append("</h" + tags.get(i).group(2) + ">");
        at = end;
      }
    }
    return closed.append(literal, at, literal.length()).toString();
  }

  private static boolean isHeading(Node block, String title) {
    return block instanceof Heading
        ? !PlainText.name(words(block)).equals(PlainText.name(title))
            && !PlainText.isFiller(words(block))
        : block instanceof HtmlBlock raw && RAW.matcher(raw.getLiteral()).find();
  }

  static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(new AbstractVisitor() {
      @Override
      public void visit(Text text) {
        words.append(text.getLiteral());
      }

      @Override
      public void visit(Code code) {
        words.append(code.getLiteral());
      }

      @Override
      public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
      }
    });
    return words.toString();
  }
}
