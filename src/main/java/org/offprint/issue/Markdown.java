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
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
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
  private static final Pattern SELF_LINK =
      Pattern.compile("\\[(https?://[^\\[\\]<>\\n]+)\\]\\(\\1\\)");
  private static final Pattern TASK = Pattern.compile("\\[([ xX])] ");
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

  /** Reads until the deadline. */
  Markdown(Deadline deadline) {
    this.deadline = deadline;
    this.parser = deadline
        .in(Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MOST_OPEN_BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS))
        .build();
    this.renderer = HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .nodeRendererFactory(context -> new RawHtml(context, deadline.remarks()))
        .attributeProviderFactory(
            context -> (node, tag, attributes) -> Attributes.addTo(node, attributes))
        .build();
  }

  /** The HTML of a body of Markdown. */
  String render(String markdown) {
    Node document = parser.parse(guardSelfLinks(unquoteMail(markdown)));
    document.accept(new AuthorsAngleBrackets());
    Attributes.takeFrom(document);
    return html(document);
  }

  /** The HTML of one line, in which nothing starts a list, a heading or a quote. */
  String renderInline(String line) {
    return html(
        deadline.in(Parser.builder().enabledBlockTypes(Set.of())).build().parse(line.strip()));
  }

  private String html(Node document) {
    LimitedText html = new LimitedText();
    renderer.render(document, html);
    return html.toString();
  }

  /** Undoes the quoting that mailboxes apply to a line that begins with "From " (RFC 4155). */
  static String unquoteMail(String markdown) {
    return markdown.contains(QUOTED_FROM)
        ? MAIL_QUOTED_FROM.matcher(markdown).replaceAll("From ")
        : markdown;
  }

  /**
   * A URL that is linked to itself may hold what Markdown takes for the end of the target: a blank, or
   * a bracket without its partner. Between angle brackets it may not.
   */
  static String guardSelfLinks(String markdown) {
    return SELF_LINK.matcher(markdown).replaceAll(link -> {
      String url = link.group(1);
      boolean isPlain = url.indexOf(' ') < 0 && isBalanced(url);
      return Matcher.quoteReplacement(isPlain ? link.group() : "[" + url + "](<" + url + ">)");
    });
  }

  private static boolean isBalanced(String url) {
    int open = 0;
    for (int i = 0; i < url.length() && open >= 0; i++) {
      open += url.charAt(i) == '(' ? 1 : url.charAt(i) == ')' ? -1 : 0;
    }
    return open == 0;
  }

  /** Turns what only looks like HTML or like a link back into the author's text. */
  private final class AuthorsAngleBrackets extends AbstractVisitor {
    @Override
    public void visit(HtmlBlock block) {
      if (RawHtml.beginsAsText(block.getLiteral())) {
        Node reread = parser.parse("\\" + block.getLiteral().stripLeading());
        Node child = reread.getFirstChild();
        while (child != null) {
          Node next = child.getNext();
          block.insertBefore(child);
          child = next;
        }
        block.unlink();
      }
    }

    /** Hides first, since a node that is gone has no next one to go on with. */
    @Override
    protected void visitChildren(Node parent) {
      for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof HtmlInline tag) {
          hide(tag);
        }
      }
      super.visitChildren(parent);
    }

    /** Drops the content of a script or style in a line. */
    private void hide(HtmlInline tag) {
      RawHtml.nameAt(tag.getLiteral(), 0)
          .filter(RawHtml::isHidden)
          .flatMap(name -> closing(tag, name))
          .ifPresent(end -> {
            while (tag.getNext() != null && tag.getNext() != end) {
              tag.getNext().unlink();
            }
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

    /** Shows the boxes of a list of tasks, which are no Markdown of ours. */
    @Override
    public void visit(ListItem entry) {
      if (entry.getFirstChild() instanceof Paragraph paragraph
          && paragraph.getFirstChild() instanceof Text text) {
        Matcher box = TASK.matcher(text.getLiteral());
        if (box.lookingAt()) {
          String sign = box.group(1).equals(" ") ? "☐ " : "☑ ";
          text.setLiteral(sign + text.getLiteral().substring(box.end()));
        }
      }
      visitChildren(entry);
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
