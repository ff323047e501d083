package org.offprint.issue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables, strikethrough, links without brackets, and footnotes. The HTML still has
 * to be sanitised. One object reads one file.
 */
final class Markdown {
  /** Deeper nesting of quotes and lists is text: no letter needs it, and it costs stack. */
  private static final int MOST_OPEN_BLOCKS = 64;

  /** A script in a line that is longer is none: somebody forgot to close the tag. */
  private static final int MOST_HIDDEN_NODES = 200;

  private static final String QUOTED_FROM = ">From ";
  private static final Pattern MAIL_QUOTED_FROM = Pattern.compile("(?m)^" + QUOTED_FROM);
  private static final Pattern TASK = Pattern.compile("\\[([ xX])] ");
  private static final Pattern URL = Pattern.compile("https?://[^\\[\\]<>\\n]+");
  private static final Pattern SCHEME =
      Pattern.compile("^[A-Za-z][A-Za-z0-9.+-]*:.*", Pattern.DOTALL);
  private static final List<Extension> EXTENSIONS = List.of(
      TablesExtension.create(),
      StrikethroughExtension.builder().requireTwoTildes(true).build(),
      AutolinkExtension.create(),
      FootnotesExtension.create());

  private final Deadline deadline;
  private final Parser parser;
  private final HtmlRenderer renderer;
  private final RawBlocks rawBlocks = new RawBlocks();
  private final MarkdownBoxes boxes = new MarkdownBoxes();
  private final Callouts callouts = new Callouts();

  private String source = "";
  /** The number of lines of the file before the text. */
  private int linesBefore;

  /** Reads until the deadline. */
  Markdown(Deadline deadline) {
    this.deadline = deadline;
    this.parser = parser(IncludeSourceSpans.BLOCKS);
    this.renderer = HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .nodeRendererFactory(context -> new RawHtml(context, deadline))
        .attributeProviderFactory(context -> (node, tag, attributes) -> {
          Attributes.addTo(node, attributes);
          deadline
              .trace()
              .flatMap(trace -> trace.linesOf(node))
              .ifPresent(lines -> attributes.put(ReadingTrace.LINES, lines));
        })
        .build();
  }

  private Parser parser(IncludeSourceSpans positions) {
    return deadline
        .in(Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MOST_OPEN_BLOCKS)
            .includeSourceSpans(positions)
            .customBlockParserFactory(rawBlocks)
            .customBlockParserFactory(boxes)
            .customBlockParserFactory(callouts)
            .customInlineContentParserFactory(new HtmlComments.InLine(deadline))
            .linkProcessor(Markdown::linkToItself))
        .build();
  }

  /**
   * The HTML of a body of Markdown in parts, each of which begins with a heading that may be that of a section. What comes before the
   * first heading is the first part, and the last one holds the footnotes.
   *
   * @param firstLine the number of lines of the file before the body
   * @throws ReadingLimits.Exceeded if a comment is never closed, too
   */
  List<String> render(String markdown, String title, int firstLine) {
    linesBefore = firstLine;
    String text = Quotes.close(markdown, firstLine, deadline.remarks());
    Node document = parse(text);
    String unquoted = unquoteMail(text, document);
    if (!unquoted.equals(text)) {
      document = parse(unquoted);
    }
    source = unquoted;
    warnOfUnclosedTags(document, unquoted);
    MarkdownLosses.warn(document, unquoted, firstLine, deadline.remarks());
    Node whole = document;
    deadline.trace().ifPresent(trace -> trace.begin(whole, firstLine));
    document.accept(new AuthorsAngleBrackets());
    Attributes.takeFrom(document);
    Headings.mark(document, title);
    return List.of(html(document).split(Headings.BORDER, -1));
  }

  /** Parses once more where there are some, because recording the position of every node takes much memory. */
  private void warnOfUnclosedTags(Node document, String markdown) {
    if (!UnclosedTags.of(document, deadline).isEmpty()) {
      Node placed = parse(parser(IncludeSourceSpans.BLOCKS_AND_INLINES), markdown);
      UnclosedTags.of(placed, deadline)
          .forEach(tag ->
              deadline.remarks().addAt(linesBefore + tag.line(), Problem.Kind.TAG, tag.message()));
    }
  }

  private Node parse(String markdown) {
    return parse(parser, markdown);
  }

  private Node parse(Parser by, String markdown) {
    return by.parse(rawBlocks.begin(boxes.begin(callouts.begin(markdown))));
  }

  /** The HTML of one line, in which nothing starts a list, a heading or a quote. */
  String renderInline(String line) {
    Node document =
        deadline.in(Parser.builder().enabledBlockTypes(Set.of())).build().parse(line.strip());
    ElementNames.makeWords(document, true);
    return html(document);
  }

  /** The HTML of Markdown in an element of raw HTML, of a single paragraph without the paragraph. */
  private String renderWithin(String text, boolean isOneLine) {
    Parser.Builder inner =
        Parser.builder().extensions(EXTENSIONS).linkProcessor(Markdown::linkToItself);
    Node document = deadline
        .in(isOneLine ? inner.enabledBlockTypes(Set.of()) : inner)
        .build()
        .parse(text);
    if (document.getFirstChild() instanceof Paragraph only && only.getNext() == null) {
      Headings.children(only).forEach(only::insertBefore);
      only.unlink();
    }
    // Its raw HTML is part of the block around it.
    return html(document, HtmlRenderer.builder().extensions(EXTENSIONS).build()).strip();
  }

  private int lineOf(Node block) {
    return linesBefore + block.getSourceSpans().get(0).getLineIndex() + 1;
  }

  private String html(Node document) {
    return html(document, renderer);
  }

  private String html(Node document, HtmlRenderer by) {
    LimitedText html = new LimitedText();
    by.render(document, html);
    return html.toString();
  }

  /**
   * Undoes the quoting that mailboxes apply to a line that begins with "From " (RFC 4155): such a line looks like a quotation of its own.
   */
  private static String unquoteMail(String markdown, Node document) {
    if (!markdown.contains(QUOTED_FROM)) {
      return markdown;
    }
    StringBuilder unquoted = new StringBuilder();
    int from = 0;
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (block instanceof BlockQuote quote && isMailQuoted(markdown, quote)) {
        int sign = quote.getSourceSpans().get(0).getInputIndex();
        unquoted.append(markdown, from, sign);
        from = sign + 1;
      }
    }
    return unquoted.append(markdown, from, markdown.length()).toString();
  }

  private static boolean isMailQuoted(String markdown, BlockQuote quote) {
    SourceSpan line = quote.getSourceSpans().get(0);
    int next = line.getInputIndex() + line.getLength() + 1;
    return line.getColumnIndex() == 0
        && markdown.startsWith(QUOTED_FROM, line.getInputIndex())
        && !markdown.startsWith(">", next);
  }

  /**
   * Links a URL to itself that holds what Markdown takes for no target: a blank, or a bracket that is never closed.
   */
  private static LinkResult linkToItself(
      LinkInfo link, Scanner scanner, InlineParserContext context) {
    String url = link.text();
    if (link.destination() == null && URL.matcher(url).matches()) {
      scanner.setPosition(link.afterTextBracket());
      if (scanner.next("(" + url + ")")) {
        return LinkResult.wrapTextIn(new Link(url, null), scanner.position());
      }
    }
    return LinkResult.none();
  }

  /** Turns what only looks like HTML or like a link back into the author's text. */
  private final class AuthorsAngleBrackets extends AbstractVisitor {
    @Override
    public void visit(HtmlBlock block) {
      String literal = block.getLiteral();
      int comment = RawHtml.unclosedComment(literal);
      if (comment >= 0) {
        String before = literal.substring(0, comment);
        int within = (int) before.chars().filter(c -> c == '\n').count();
        throw HtmlComments.unclosed(lineOf(block) + within);
      }
      if (!literal.startsWith("<pre")) {
        block.setLiteral(MAIL_QUOTED_FROM.matcher(literal).replaceAll("From "));
      }
      block.setLiteral(Headings.closed(ElementNames.inHeadings(block.getLiteral())));
      if (!RawHtml.beginsAsText(block.getLiteral())) {
        block.setLiteral(MarkdownInHtml.read(
            block.getLiteral(),
            Markdown.this::renderWithin,
            (message, line) ->
                deadline.remarks().addAt(lineOf(block) + line, Problem.Kind.LINK, message)));
      } else {
        Node reread = parse("\\" + block.getLiteral().stripLeading());
        Node child = reread.getFirstChild();
        while (child != null) {
          Node next = child.getNext();
          child.setSourceSpans(block.getSourceSpans());
          block.insertBefore(child);
          child = next;
        }
        block.unlink();
      }
    }

    /** Hides first, since a node that is gone has no next one to go on with. */
    @Override
    protected void visitChildren(Node parent) {
      if (parent instanceof Heading || parent instanceof Paragraph) {
        ElementNames.makeWords(parent, parent instanceof Heading);
      }
      boolean holdsTags = false;
      for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof HtmlInline tag) {
          holdsTags = true;
          hide(tag);
        }
      }
      if (holdsTags) {
        RawHtml.closeTags(parent);
      }
      super.visitChildren(parent);
    }

    /** Takes the content of a script, style or drawing in a line out of it, into the tag. */
    private void hide(HtmlInline tag) {
      RawHtml.nameAt(tag.getLiteral(), 0)
          .filter(RawHtml::isHidden)
          .flatMap(name -> closing(tag, name))
          .ifPresent(end -> {
            StringBuilder content = new StringBuilder();
            while (tag.getNext() != null && tag.getNext() != end) {
              content.append(RawHtml.of(tag.getNext()));
              tag.getNext().unlink();
            }
            tag.setLiteral(tag.getLiteral() + content);
          });
    }

    private static Optional<Node> closing(Node tag, String name) {
      Node next = tag.getNext();
      for (int i = 0; next != null && i < MOST_HIDDEN_NODES; i++, next = next.getNext()) {
        if (next instanceof HtmlInline inline
            && inline.getLiteral().toLowerCase(Locale.ROOT).startsWith("</" + name)) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    }

    @Override
    public void visit(BlockQuote quote) {
      Callouts.name(quote);
      visitChildren(quote);
      if (quote instanceof Callouts.Unknown box) {
        box.open(deadline.remarks(), linesBefore);
      }
    }

    /** Shows the boxes of a list of tasks, which are no Markdown of ours. */
    @Override
    public void visit(ListItem entry) {
      if (entry.getFirstChild() instanceof Paragraph paragraph
          && paragraph.getFirstChild() instanceof Text text
          && !isEscaped(paragraph)) {
        Matcher box = TASK.matcher(text.getLiteral());
        if (box.lookingAt()) {
          String sign = box.group(1).equals(" ") ? "☐ " : "☑ ";
          text.setLiteral(sign + text.getLiteral().substring(box.end()));
        }
      }
      visitChildren(entry);
    }

    private boolean isEscaped(Paragraph paragraph) {
      List<SourceSpan> lines = paragraph.getSourceSpans();
      return !lines.isEmpty() && source.startsWith("\\", lines.get(0).getInputIndex());
    }

    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      boolean isAutolink = link.getTitle() == null
          && link.getFirstChild() instanceof Text text
          && text.getNext() == null
          && text.getLiteral().equals(target);
      if (isAutolink
          && SCHEME.matcher(target).matches()
          && Links.resolve(Links.NOWHERE, target).isEmpty()) {
        link.insertBefore(new Text("<" + target + ">"));
        link.unlink();
      } else {
        visitChildren(link);
      }
    }
  }

  /** HTML in the making, of which there may be only so much. */
  private final class LimitedText implements Appendable {
    private final StringBuilder text = new StringBuilder();

    @Override
    public LimitedText append(CharSequence more) {
      return append(more, 0, more.length());
    }

    @Override
    public LimitedText append(CharSequence more, int start, int end) {
      deadline.check();
      ReadingLimits.checkHtml(text.length() + end - start);
      text.append(more, start, end);
      return this;
    }

    @Override
    public LimitedText append(char c) {
      return append(String.valueOf(c));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
