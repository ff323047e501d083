package org.offprint.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Takes the attributes of other generators out of the text: {@code ## Tools {#tools .big}} of Pandoc and its kin, and kramdown's
 * {@code {: .lead}}. An id stays, as an anchor.
 */
final class Attributes extends AbstractVisitor {
  private static final String ATTRIBUTE =
      "(?:[#.][^\\s{}\"'=,;()]+|[\\w:-]+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s{}\"',;]+))";
  private static final String LIST = ATTRIBUTE + "(?:[ \\t]+" + ATTRIBUTE + ")*+";
  private static final String BRACES = "\\{[ \\t]*" + LIST + "[ \\t]*\\}";

  /** With its colon it is kramdown's, wherever it stands. */
  private static final Pattern KRAMDOWN = Pattern.compile(
      "\\{:[ \\t]*" + LIST + "[ \\t]*\\}|\\{::(?:options|nomarkdown)\\b[^{}\\n]*\\}|\\{:/\\w*\\}");

  /** A name of attributes that stand elsewhere, or their definition. */
  private static final Pattern KRAMDOWN_LINE =
      Pattern.compile("\\{:[ \\t]*(?:[\\w-]+:?[ \\t]*|" + ATTRIBUTE + "[ \\t]*)*+\\}");

  private static final Pattern KRAMDOWN_LINE_OF_HTML =
      Pattern.compile("(?m)^[ \\t]*" + KRAMDOWN_LINE.pattern() + "[ \\t]*\\n?");
  private static final Pattern BEHIND_ELEMENT = Pattern.compile("^(?:" + BRACES + ")");
  private static final Pattern AT_END = Pattern.compile("(?:^|[ \\t]+)(?:" + BRACES + "|\\{-\\})$");
  private static final Pattern AT_END_OF_HEADING =
      Pattern.compile("[ \\t]*" + BRACES + "$|" + AT_END);
  private static final Pattern ID = Pattern.compile("(?<=[\\s{:])#([^\\s{}#.]+)");
  private static final Pattern CONTENTS = Pattern.compile("\\{:[ \\t]*toc\\b.*");

  /** The texts with a brace. */
  private final List<Text> texts = new ArrayList<>();

  private final Map<Node, String> ids = new LinkedHashMap<>();

  private Attributes() {}

  /** An id for the element that it is the last child of. */
  private static final class Id extends CustomNode {
    private final String value;

    Id(String value) {
      this.value = value;
    }
  }

  /** Takes the attributes out of a document. */
  static void takeFrom(Node document) {
    Attributes attributes = new Attributes();
    document.accept(attributes);
    attributes.texts.forEach(attributes::take);
    attributes.ids.forEach((owner, id) -> owner.appendChild(new Id(id)));
  }

  /** Adds the id of a node, if it has one, to the attributes of its element. */
  static void addTo(Node node, Map<String, String> attributes) {
    if (node.getLastChild() instanceof Id id) {
      attributes.putIfAbsent("id", id.value);
    }
  }

  @Override
  public void visit(Text text) {
    if (text.getLiteral().indexOf('{') >= 0) {
      texts.add(text);
    }
  }

  @Override
  public void visit(HtmlBlock block) {
    if (!block.getLiteral().startsWith("<pre")) {
      block.setLiteral(KRAMDOWN_LINE_OF_HTML.matcher(block.getLiteral()).replaceAll(""));
    }
  }

  private void take(Text text) {
    if (isLine(text) && KRAMDOWN_LINE.matcher(text.getLiteral().strip()).matches()) {
      take(text, KRAMDOWN_LINE);
    }
    if (isBehindElement(text)) {
      take(text, BEHIND_ELEMENT);
    }
    take(text, KRAMDOWN);
    if (text.getNext() == null && text.getParent() instanceof Block) {
      take(text, text.getParent() instanceof Heading ? AT_END_OF_HEADING : AT_END);
    }
    if (text.getLiteral().isBlank()) {
      unlink(text);
    }
  }

  private static boolean isLine(Text text) {
    return isLineEnd(text.getPrevious()) && isLineEnd(text.getNext());
  }

  private static boolean isBehindElement(Text text) {
    return text.getPrevious() != null && !isLineEnd(text.getPrevious());
  }

  private static boolean isLineEnd(Node node) {
    return node == null || node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  private void take(Text text, Pattern pattern) {
    Matcher attributes = pattern.matcher(text.getLiteral());
    StringBuilder rest = new StringBuilder();
    while (attributes.find()) {
      boolean isBehind =
          attributes.group().startsWith("{") && attributes.start() == 0 && isBehindElement(text);
      Node owner = isBehind ? text.getPrevious() : block(text);
      if (CONTENTS.matcher(attributes.group()).matches() && owner instanceof ListItem) {
        // The entry only holds the place of a table of contents.
        owner.getParent().unlink();
      }
      Matcher id = ID.matcher(attributes.group());
      if (id.find()) {
        ids.putIfAbsent(owner, id.group(1));
      }
      attributes.appendReplacement(rest, "");
    }
    attributes.appendTail(rest);
    if (rest.length() < text.getLiteral().length()) {
      String left = rest.toString();
      String begun = isLineEnd(text.getPrevious()) ? left.stripLeading() : left;
      text.setLiteral(isLineEnd(text.getNext()) ? begun.stripTrailing() : begun);
    }
  }

  /** The block that holds a text, or the block beside it if attributes are all that it holds. */
  private static Node block(Text text) {
    Node block = text.getParent();
    while (!(block instanceof Block)) {
      block = block.getParent();
    }
    if (block.getFirstChild() == text && isAttributes(text)) {
      return beside(block);
    }
    boolean beginsEntry = block.getParent() instanceof ListItem && block.getPrevious() == null;
    return beginsEntry ? block.getParent() : block;
  }

  private static boolean isAttributes(Text text) {
    return text.getNext() == null
        && KRAMDOWN_LINE.matcher(text.getLiteral().strip()).matches();
  }

  private static Node beside(Node block) {
    Node before = block.getPrevious();
    Node after = block.getNext();
    boolean isOfNext = after != null
        && firstLine(after) == lastLine(block) + 1
        && (before == null || lastLine(before) + 1 < firstLine(block));
    return isOfNext ? after : before == null ? block : before;
  }

  private static int firstLine(Node block) {
    return block.getSourceSpans().get(0).getLineIndex();
  }

  private static int lastLine(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.get(spans.size() - 1).getLineIndex();
  }

  private static void unlink(Text text) {
    Node parent = text.getParent();
    Node lineEnd = text.getNext() == null ? text.getPrevious() : text.getNext();
    if (lineEnd != null && isLineEnd(text.getPrevious()) && isLineEnd(lineEnd)) {
      lineEnd.unlink();
    }
    text.unlink();
    boolean isEmpty = parent.getFirstChild() == null;
    if (isEmpty && parent instanceof Paragraph) {
      parent.unlink();
    } else if (isEmpty && parent instanceof TableCell && parent.getPrevious() == null) {
      unlinkEmptyRow(parent.getParent());
    }
  }

  /** A line of attributes below a table has become a row of it. */
  private static void unlinkEmptyRow(Node row) {
    Node cell = row.getFirstChild();
    while (cell != null && cell.getFirstChild() == null) {
      cell = cell.getNext();
    }
    if (cell == null) {
      row.unlink();
    }
  }
}
