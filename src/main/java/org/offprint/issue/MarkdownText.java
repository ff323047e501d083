package org.offprint.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes sanitised HTML as Markdown. It works on the HTML that readers get, not on the author's source,
 * so that the two say the same: links absolute, nothing unsafe, references resolved.
 */
final class MarkdownText {
  private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();
  private static final Set<String> RAW_BLOCKS = Set.of("table", "dl", "figure");
  private static final Map<String, Supplier<Node>> EMPHASIS = Map.of(
      "em", Emphasis::new,
      "i", Emphasis::new,
      "strong", StrongEmphasis::new,
      "b", StrongEmphasis::new);
  private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]*");
  private static final Pattern LINE_END = Pattern.compile("\\s*\\n\\s*");
  private static final String FENCE = "```";
  private static final int DEEPEST = 6;

  private MarkdownText() {}

  /**
   * Writes the content of an element.
   *
   * @param deeper the number of levels by which its headings go down
   * @param most the maximum number of bytes in XML
   * @return empty if it takes more
   */
  static Optional<String> of(Element body, int deeper, long most) {
    Document document = new Document();
    appendBlocks(document, body);
    document.accept(new AbstractVisitor() {
      @Override
      public void visit(Heading heading) {
        heading.setLevel(Math.min(DEEPEST, heading.getLevel() + deeper));
      }
    });
    Bounded markdown = new Bounded(most);
    try {
      RENDERER.render(document, markdown);
    } catch (TooLongException e) {
      return Optional.empty();
    }
    return Optional.of(markdown.text.toString().strip());
  }

  /** Takes a text up to a length: so a hundred megabytes of indentation are never made. */
  private static final class Bounded implements Appendable {
    private final StringBuilder text = new StringBuilder();
    private long left;

    Bounded(long most) {
      this.left = most;
    }

    @Override
    public Appendable append(CharSequence more) {
      left -= Utf8Text.lengthInXml(more);
      if (left < 0) {
        throw new TooLongException();
      }
      text.append(more);
      return this;
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
      return append(more.subSequence(start, end));
    }

    @Override
    public Appendable append(char more) {
      return append(String.valueOf(more));
    }
  }

  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void appendBlocks(Node parent, Element container) {
    List<org.jsoup.nodes.Node> loose = new ArrayList<>();
    for (org.jsoup.nodes.Node child : container.childNodes()) {
      if (child instanceof Element element && isBlock(element)) {
        appendParagraph(parent, loose);
        appendBlock(parent, element);
      } else {
        loose.add(child);
      }
    }
    appendParagraph(parent, loose);
  }

  private static boolean isBlock(Element element) {
    return !Sanitizer.isInline(element);
  }

  private static void appendParagraph(Node parent, List<org.jsoup.nodes.Node> inlines) {
    Paragraph paragraph = new Paragraph();
    inlines.forEach(inline -> appendInline(paragraph, inline));
    inlines.clear();
    trim(paragraph);
    if (paragraph.getFirstChild() != null) {
      parent.appendChild(paragraph);
    }
  }

  private static void appendBlock(Node parent, Element element) {
    String name = element.normalName();
    if (ItemCutter.headingLevel(element) > 0) {
      Heading heading = new Heading();
      heading.setLevel(ItemCutter.headingLevel(element));
      element.childNodes().forEach(child -> appendInline(heading, child));
      trim(heading);
      parent.appendChild(heading);
    } else if (name.equals("p")) {
      appendParagraph(parent, new ArrayList<>(element.childNodes()));
    } else if (name.equals("ul") || name.equals("ol")) {
      appendList(parent, element);
    } else if (name.equals("blockquote")) {
      BlockQuote quote = new BlockQuote();
      appendBlocks(quote, element);
      parent.appendChild(quote);
    } else if (name.equals("pre")) {
      parent.appendChild(code(element));
    } else if (name.equals("hr")) {
      parent.appendChild(new ThematicBreak());
    } else if (RAW_BLOCKS.contains(name)) {
      HtmlBlock raw = new HtmlBlock();
      raw.setLiteral(element.outerHtml().replaceAll("\\n\\s*\\n", "\n"));
      parent.appendChild(raw);
    } else {
      appendBlocks(parent, element);
    }
  }

  private static void appendList(Node parent, Element element) {
    ListBlock list = element.normalName().equals("ol") ? ordered(element) : new BulletList();
    list.setTight(element.select("> li > p, > li > :is(ul, ol) + :is(ul, ol)").isEmpty());
    for (Element entry : element.children()) {
      ListItem item = new ListItem();
      appendBlocks(item, entry);
      list.appendChild(item);
    }
    if (list.getFirstChild() == null) {
      return;
    }
    setApart(list, parent.getLastChild());
    parent.appendChild(list);
  }

  /** Gives a list other signs than the list directly before it has, with which it would become one. */
  private static void setApart(ListBlock list, @Nullable Node before) {
    if (list instanceof BulletList bullets) {
      boolean isTaken = before instanceof BulletList other && "-".equals(other.getMarker());
      bullets.setMarker(isTaken ? "*" : "-");
    } else if (list instanceof OrderedList numbers) {
      boolean isTaken =
          before instanceof OrderedList other && ".".equals(other.getMarkerDelimiter());
      numbers.setMarkerDelimiter(isTaken ? ")" : ".");
    }
  }

  private static ListBlock ordered(Element element) {
    OrderedList list = new OrderedList();
    String start = element.attr("start");
    list.setMarkerStartNumber(start.matches("\\d{1,9}") ? Integer.valueOf(start) : 1);
    return list;
  }

  private static Node code(Element element) {
    FencedCodeBlock block = new FencedCodeBlock();
    String text = element.wholeText();
    String fence = FENCE;
    while (text.contains(fence)) {
      fence += "`";
    }
    block.setFenceCharacter("`");
    block.setOpeningFenceLength(fence.length());
    block.setClosingFenceLength(fence.length());
    String language =
        element.select("code[class^=language-]").attr("class").replace("language-", "");
    // A backtick would turn the fence into a line of text, and the code into HTML.
    block.setInfo(LANGUAGE.matcher(language).matches() ? language : "");
    block.setLiteral(text.endsWith("\n") ? text : text + "\n");
    return block;
  }

  private static void appendInline(Node parent, org.jsoup.nodes.Node inline) {
    if (inline instanceof TextNode text) {
      appendText(parent, text.getWholeText().replaceAll("[ \\t\\n\\r]+", " "));
    } else if (inline instanceof Element element) {
      appendInline(parent, element);
    }
  }

  /** The renderer lets tildes pass, which begin a fence, or strike words out in many readers. */
  private static void appendText(Node parent, String text) {
    String[] pieces = text.split("~", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        parent.appendChild(html("\\~"));
      }
      parent.appendChild(new Text(pieces[i]));
    }
  }

  private static void appendInline(Node parent, Element element) {
    String name = element.normalName();
    if (name.equals("br")) {
      parent.appendChild(new HardLineBreak());
    } else if (name.equals("code") && element.children().isEmpty() && element.hasText()) {
      // An empty line would end the paragraph, and with it the code.
      parent.appendChild(new Code(LINE_END.matcher(element.wholeText()).replaceAll(" ")));
    } else if (name.equals("img")) {
      Image image = new Image();
      image.setDestination(target(element.attr("src")));
      image.appendChild(new Text(element.attr("alt")));
      parent.appendChild(image);
    } else if (name.equals("a") && element.hasAttr("href")) {
      Link link = new Link();
      link.setDestination(target(element.attr("href")));
      appendChildren(parent, link, element);
    } else if (EMPHASIS.containsKey(name) && isWord(element.wholeText())) {
      appendChildren(parent, EMPHASIS.get(name).get(), element);
    } else if (name.equals("span") || name.equals("a") || isBlock(element)) {
      element.childNodes().forEach(child -> appendInline(parent, child));
    } else {
      parent.appendChild(html("<" + name + ">"));
      element.childNodes().forEach(child -> appendInline(parent, child));
      parent.appendChild(html("</" + name + ">"));
    }
  }

  /** Next to a blank or a punctuation mark an asterisk may not mean what it should. */
  private static boolean isWord(String text) {
    return !text.isEmpty()
        && Character.isLetterOrDigit(text.codePointAt(0))
        && Character.isLetterOrDigit(text.codePointBefore(text.length()));
  }

  private static void appendChildren(Node parent, Node node, Element element) {
    element.childNodes().forEach(child -> appendInline(node, child));
    parent.appendChild(node);
  }

  /** Escapes ampersands that Markdown would read as the start of a character reference. */
  private static String target(String url) {
    return url.replaceAll("&(?=#?\\w+;)", "&amp;");
  }

  private static HtmlInline html(String tag) {
    HtmlInline inline = new HtmlInline();
    inline.setLiteral(tag);
    return inline;
  }

  /** White space at the ends, and around line breaks, would mean something in Markdown. */
  private static void trim(Node block) {
    for (Node node = block.getFirstChild(); node != null; ) {
      Node next = node.getNext();
      if (node instanceof Text text) {
        boolean isFirst = text.getPrevious() == null || text.getPrevious() instanceof HardLineBreak;
        boolean isLast = next == null || next instanceof HardLineBreak;
        String literal = isFirst ? text.getLiteral().stripLeading() : text.getLiteral();
        text.setLiteral(isLast ? literal.stripTrailing() : literal);
        if (text.getLiteral().isEmpty()) {
          text.unlink();
        } else if (isFirst && text.getLiteral().startsWith("+")) {
          // The renderer escapes the other signs that begin a list.
          text.insertBefore(html("\\"));
        }
      } else if (node instanceof HardLineBreak
          && (node.getPrevious() == null || next == null || isBehindTagAlone(node))) {
        node.unlink();
      }
      node = next;
    }
  }

  /** A tag that fills a line begins a block of HTML, in which backticks make no code of tags. */
  private static boolean isBehindTagAlone(Node lineBreak) {
    return lineBreak.getPrevious() instanceof HtmlInline tag
        && tag.getLiteral().startsWith("<")
        && (tag.getPrevious() == null || tag.getPrevious() instanceof HardLineBreak);
  }
}
