package org.offprint.issue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Writes the raw HTML of an issue, and decides for each tag whether it is markup or the author's text. The result is safe to parse as
 * HTML without swallowing the words that follow; it is not sanitised yet.
 */
final class RawHtml implements NodeRenderer {
  /** A tag that is longer is none: somebody forgot to close a quote. */
  private static final int LONGEST_TAG = 10_000;

  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])");
  /** Elements whose start makes an HTML parser treat what follows as something other than markup. */
  private static final Set<String> SWALLOWING = Set.of(
      "script",
      "style",
      "title",
      "textarea",
      "xmp",
      "iframe",
      "noembed",
      "noframes",
      "noscript",
      "plaintext",
      "template",
      "select",
      "svg",
      "math",
      "frameset",
      "head",
      "html",
      "body",
      "object",
      "option",
      "optgroup");
  /** Of those, the ones whose content no reader sees as it is. */
  private static final Set<String> HIDDEN = Set.of("script", "style", "svg", "math");
  /** Elements that make sense in the middle of a line. */
  private static final Set<String> INLINE = Set.of(
      "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark",
      "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup",
      "tt", "u", "var", "wbr");

  private static final Set<String> VOID = Set.of("br", "img", "source", "wbr");
  /** Elements that begin a line of their own; in the middle of a text they are no more than that. */
  private static final Set<String> BREAKING = Set.of(
      "address",
      "article",
      "aside",
      "blockquote",
      "center",
      "dd",
      "div",
      "dl",
      "dt",
      "fieldset",
      "figcaption",
      "figure",
      "footer",
      "form",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "header",
      "hr",
      "li",
      "main",
      "nav",
      "ol",
      "p",
      "pre",
      "section",
      "table",
      "tr",
      "ul");

  private final HtmlWriter html;
  private final Embeds embeds;
  private final Optional<ReadingTrace> trace;

  RawHtml(HtmlNodeRendererContext context, Deadline deadline) {
    this.html = context.getWriter();
    this.embeds = new Embeds(deadline.remarks());
    this.trace = deadline.trace();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HtmlInline.class, HtmlBlock.class, RawBlocks.Unclosed.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof HtmlInline inline) {
      writeTag(inline);
    } else if (node instanceof HtmlBlock block) {
      html.line();
      html.raw(asParagraph(block, new Piece(block).tame()));
      html.line();
    }
  }

  /** Links that stand for neighbouring embeds would become one paragraph. */
  private static String asParagraph(HtmlBlock block, String tamed) {
    boolean isEmbed =
        nameAt(block.getLiteral().strip(), 0).filter(Embeds::isOne).isPresent();
    return isEmbed && block.getPrevious() instanceof HtmlBlock && tamed.startsWith("<a ")
        ? "<p>" + tamed.stripTrailing() + "</p>"
        : tamed;
  }

  /** Writes a raw tag in a line as markup, as text of the author, or not at all. */
  private void writeTag(HtmlInline tag) {
    String literal = tag.getLiteral();
    Optional<String> name = nameAt(literal, 0);
    if (name.filter(given -> !isKnown(given)).isPresent()) {
      html.text(literal);
    } else if (name.filter(embeds::takes).isPresent()) {
      html.raw(embeds.replacement(name.get(), literal));
    } else if (name.filter(INLINE::contains).isPresent()) {
      html.raw(literal);
    } else if (name.filter(HIDDEN::contains).isPresent()) {
      html.raw(literal.startsWith("</") ? "" : embeds.ofHidden(name.get(), literal));
    } else if (isBreaking(tag) && isBetweenWords(tag)) {
      html.raw(isInHeading(tag) ? " " : "<br>");
    }
  }

  private static boolean isBreaking(Node node) {
    return node instanceof HtmlInline tag
        && nameAt(tag.getLiteral(), 0).filter(BREAKING::contains).isPresent();
  }

  /** Returns true for the last one of neighbouring tags, if words of the same line stand on both sides. */
  private static boolean isBetweenWords(Node tag) {
    Node after = tag.getNext();
    if (isLineEnd(after) || isBreaking(after)) {
      return false;
    }
    Node before = tag.getPrevious();
    while (isBreaking(before)) {
      before = before.getPrevious();
    }
    return !isLineEnd(before);
  }

  private static boolean isLineEnd(@Nullable Node node) {
    return node == null || node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  private static boolean isInHeading(Node tag) {
    Node parent = tag.getParent();
    while (parent != null && !(parent instanceof Block)) {
      parent = parent.getParent();
    }
    return parent instanceof Heading;
  }

  /** Returns true if a block is no HTML at all, but text that begins with an angle bracket. */
  static boolean beginsAsText(String literal) {
    String text = literal.stripLeading();
    if (text.startsWith("<!--")) {
      return false;
    }
    if (text.startsWith("<?") || text.startsWith("<!")) {
      return text.indexOf('>') < 0;
    }
    Optional<String> name = nameAt(text, 0);
    boolean neverCloses = name.filter(Set.of("script", "style", "textarea")::contains)
        .filter(swallowing -> !text.toLowerCase(Locale.ROOT).contains("</" + swallowing))
        .isPresent();
    return neverCloses || name.filter(known -> !isKnown(known)).isPresent();
  }

  /** The place where a comment begins that is never closed, which could show what its author hides; -1 if all are. */
  static int unclosedComment(String literal) {
    int open = literal.indexOf("<!--");
    while (open >= 0) {
      int end = literal.indexOf("-->", open + 2);
      if (end < 0) {
        return open;
      }
      open = literal.indexOf("<!--", end);
    }
    return -1;
  }

  /** Returns the tags and words of a part of a line. */
  static String of(Node inline) {
    StringBuilder html = new StringBuilder();
    inline.accept(new AbstractVisitor() {
      @Override
      public void visit(HtmlInline tag) {
        html.append(tag.getLiteral());
      }

      @Override
      public void visit(Text text) {
        html.append(Entities.escape(text.getLiteral()));
      }

      @Override
      public void visit(SoftLineBreak lineBreak) {
        html.append(' ');
      }
    });
    return html.toString();
  }

  /** Closes the tags of a line that its author has not closed, so that they end with it. */
  static void closeTags(Node block) {
    Deque<String> open = new ArrayDeque<>();
    block.accept(new AbstractVisitor() {
      @Override
      public void visit(HtmlInline tag) {
        nameAt(tag.getLiteral(), 0)
            .filter(INLINE::contains)
            .filter(name -> !VOID.contains(name))
            .ifPresent(name -> {
              if (!tag.getLiteral().startsWith("</")) {
                open.push(name);
              } else {
                open.removeFirstOccurrence(name);
              }
            });
      }
    });
    open.forEach(name -> {
      HtmlInline end = new HtmlInline();
      end.setLiteral("</" + name + ">");
      block.appendChild(end);
    });
  }

  /** The name of the tag that begins at a place, in lower case. */
  static Optional<String> nameAt(String text, int start) {
    Matcher tag = TAG.matcher(text).region(start, text.length()).useTransparentBounds(true);
    return tag.lookingAt() ? Optional.of(tag.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  static boolean isKnown(String name) {
    return SWALLOWING.contains(name) || Tag.isKnownTag(name);
  }

  /** Returns true if an element makes sense in the middle of a line. */
  static boolean isInline(String name) {
    return INLINE.contains(name);
  }

  /** Returns true if no reader sees the content of an element as it is. */
  static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  /**
   * One block of raw HTML, read once from beginning to end: comments, scripts and drawings go, tags that
   * nobody knows and brackets that never close become text.
   */
  private final class Piece {
    private final HtmlBlock block;
    private final String literal;
    private final String lower;
    private final Set<String> endingsNotFound = new HashSet<>();
    private final StringBuilder tamed = new StringBuilder();

    Piece(HtmlBlock block) {
      this.block = block;
      this.literal = block.getLiteral();
      this.lower = literal.toLowerCase(Locale.ROOT);
    }

    String tame() {
      int at = 0;
      for (int open = literal.indexOf('<'); open >= 0; open = literal.indexOf('<', at)) {
        tamed.append(literal, at, open);
        at = take(open);
      }
      return tamed.append(literal, at, literal.length()).toString();
    }

    /** Handles the text from an angle bracket on, and returns the position of its end. */
    private int take(int open) {
      if (literal.startsWith("<!--", open)) {
        return dropTo("-->", open);
      }
      if (literal.startsWith("<!", open) || literal.startsWith("<?", open)) {
        return dropTo(">", open);
      }
      Optional<String> name = nameAt(literal, open).filter(RawHtml::isKnown);
      int end = name.isPresent() ? endOfTag(literal, open) : -1;
      if (name.isEmpty() || end < 0) {
        return text(open);
      }
      if (embeds.takes(name.get())) {
        append(embeds.replacement(name.get(), literal.substring(open, end)), open, end);
        return end;
      }
      if (HIDDEN.contains(name.get()) && !literal.startsWith("</", open)) {
        int closing = find("</" + name.get(), end);
        int to = closing < 0 ? end : closing;
        append(embeds.ofHidden(name.get(), literal.substring(open, to)), open, to);
        return Math.max(to, closing < 0 ? to : endOfTag(literal, closing));
      }
      if (!SWALLOWING.contains(name.get())) {
        append(literal.substring(open, end), open, end);
      }
      return end;
    }

    /** Adds HTML that stands for a part of the block, or for the start of an element there. */
    private void append(String html, int from, int to) {
      tamed.append(trace
          .map(lines -> lines.marked(html, block, lineAt(from), lineAt(endOfElement(from, to))))
          .orElse(html));
    }

    private int endOfElement(int open, int end) {
      return nameAt(literal, open)
          .map(name -> lower.indexOf("</" + name, end))
          .filter(found -> found > 0)
          .orElse(end);
    }

    private int lineAt(int place) {
      return (int) literal.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    private int text(int open) {
      tamed.append("&lt;");
      return open + 1;
    }

    private int dropTo(String ending, int open) {
      int end = find(ending, open);
      return end < 0 ? text(open) : end + ending.length();
    }

    /** Once an ending has not been found, there is none further down either. */
    private int find(String ending, int from) {
      int found = endingsNotFound.contains(ending) ? -1 : lower.indexOf(ending, from);
      if (found < 0) {
        endingsNotFound.add(ending);
      }
      return found;
    }
  }

  /** The position behind the tag that begins at a place; -1 if it has no end. */
  static int endOfTag(String literal, int open) {
    char quote = 0;
    int last = Math.min(literal.length(), open + LONGEST_TAG);
    for (int i = open + 1; i < last; i++) {
      char c = literal.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && literal.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return -1;
  }
}
