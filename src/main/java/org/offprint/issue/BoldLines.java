package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;

/** Paragraphs of bold text alone, in Markdown or raw HTML: the headings of an issue that has no others. */
final class BoldLines {
  private static final int LEVEL = 2;

  private static final String WRAPPER = "</?(?:em|i|u|span|font)\\b[^>]*+>";

  /** Nothing but the markup of a line is in it. */
  private static final String BOLD =
      "<(b|strong)\\b[^>]*+>((?:[^<]++|</?(?:em|i|u|s|span|font|big|small|br|code)\\b[^>]*+>)++)</\\2\\s*+>(?:[\\s:：\\u00a0]|&nbsp;|"
          + WRAPPER + "|<br\\s*+/?>)*+";

  private static final Pattern RAW_LINE = Pattern.compile("(?i)()\\s*+" + BOLD);
  private static final Pattern RAW_PARAGRAPH = Pattern.compile(
      "(?i)<(p|div|center)\\b[^>]*+>(?:\\s|" + WRAPPER + ")*+" + BOLD + "</\\1\\s*+>");
  /** Boxes without content. */
  private static final Pattern EMPTY =
      Pattern.compile("(?i)(?:\\s|</?(?:p|div|center|section|article)\\b[^>]*+>)*+");
  /** A paragraph in one of them is no line of its own. */
  private static final Pattern AROUND =
      Pattern.compile("(?i)<(?:table|ul|ol|dl|blockquote|details|pre|script|style|svg)\\b");

  private static final Pattern LINK = Pattern.compile("(?i)<a\\b[^>]*\\shref=[\"']?[^#\"'>].*");
  private static final String LINE_BREAK = "br";

  private BoldLines() {}

  /** Makes headings of them, if there are several. */
  static void makeHeadings(List<Node> blocks) {
    List<Node> bold = blocks.stream().filter(BoldLines::isOne).toList();
    List<HtmlBlock> raw = blocks.stream()
        .filter(HtmlBlock.class::isInstance)
        .map(HtmlBlock.class::cast)
        .filter(block -> in(block).findFirst().isPresent())
        .toList();
    if (bold.size() + raw.stream().flatMap(BoldLines::in).count() > 1) {
      bold.forEach(BoldLines::makeHeading);
      raw.forEach(BoldLines::divide);
    }
  }

  private static Stream<MatchResult> in(HtmlBlock block) {
    String literal = block.getLiteral();
    Matcher line = RAW_LINE.matcher(literal);
    Stream<MatchResult> found = line.matches()
        ? Stream.of(line.toMatchResult())
        : AROUND.matcher(literal).find()
            ? Stream.empty()
            : RAW_PARAGRAPH.matcher(literal).results();
    return found.filter(
        bold -> PlainText.hasLetters(Jsoup.parseBodyFragment(bold.group(3)).text()));
  }

  /** Makes a block of each heading, and of what stands between two. */
  private static void divide(HtmlBlock block) {
    String literal = block.getLiteral();
    int from = 0;
    for (MatchResult bold : in(block).toList()) {
      insert(block, from, literal.substring(from, bold.start()));
      insert(
          block,
          bold.start(),
          "<h%1$d>%2$s</h%1$d>".formatted(LEVEL, bold.group(3).strip()));
      from = bold.end();
    }
    insert(block, from, literal.substring(from));
    block.unlink();
  }

  private static void insert(HtmlBlock whole, int place, String literal) {
    if (!EMPTY.matcher(literal).matches()) {
      HtmlBlock piece = new HtmlBlock();
      piece.setLiteral(literal);
      List<SourceSpan> lines = whole.getSourceSpans();
      int before = (int)
          whole.getLiteral().substring(0, place).chars().filter(c -> c == '\n').count();
      piece.setSourceSpans(lines.subList(Math.min(before, lines.size()), lines.size()));
      whole.insertBefore(piece);
    }
  }

  private static void makeHeading(Node paragraph) {
    Heading heading = new Heading();
    heading.setLevel(LEVEL);
    heading.setSourceSpans(paragraph.getSourceSpans());
    for (Node child : Headings.children(paragraph)) {
      if (child instanceof StrongEmphasis) {
        Headings.children(child).forEach(heading::appendChild);
      } else {
        heading.appendChild(child);
      }
    }
    while (heading.getLastChild() != null && isLineEnd(heading.getLastChild())) {
      heading.getLastChild().unlink();
    }
    paragraph.insertBefore(heading);
    paragraph.unlink();
  }

  /** Returns true for a line break, which a backslash without a line after it was meant to be. */
  private static boolean isLineEnd(Node node) {
    return node instanceof HardLineBreak
        || (node instanceof Text text
            && (text.getLiteral().isBlank() || text.getLiteral().strip().equals("\\")))
        || (node instanceof HtmlInline tag
            && RawHtml.nameAt(tag.getLiteral(), 0).filter(LINE_BREAK::equals).isPresent());
  }

  /** Returns true for a paragraph of bold text alone; one that leads somewhere else is the title of an item. */
  private static boolean isOne(Node block) {
    if (!(block instanceof Paragraph) || Headings.words(block).isBlank()) {
      return false;
    }
    int raw = 0;
    for (Node child : Headings.children(block)) {
      if (child instanceof HtmlInline tag) {
        raw +=
            RawHtml.nameAt(tag.getLiteral(), 0).filter(ItemDraft.BOLD::contains).isEmpty()
                ? 0
                : tag.getLiteral().startsWith("</") ? -1 : 1;
      } else if (raw == 0 && !isBoldText(child) && PlainText.hasLetters(Headings.words(child))) {
        return false;
      }
    }
    return !leads(block);
  }

  private static boolean isBoldText(Node node) {
    return node instanceof StrongEmphasis
        || (node instanceof Emphasis
            && node.getFirstChild() == node.getLastChild()
            && node.getFirstChild() instanceof StrongEmphasis);
  }

  private static boolean leads(Node block) {
    List<Node> links = new ArrayList<>();
    block.accept(new AbstractVisitor() {
      @Override
      public void visit(Link link) {
        if (!link.getDestination().startsWith("#")) {
          links.add(link);
        }
      }

      @Override
      public void visit(HtmlInline tag) {
        if (LINK.matcher(tag.getLiteral()).matches()) {
          links.add(tag);
        }
      }
    });
    return !links.isEmpty();
  }
}
