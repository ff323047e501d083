package org.offprint.issue;

import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the raw HTML of an issue, the author's own angle brackets as text. */
final class RawHtmlRenderer implements NodeRenderer {
  private final HtmlWriter html;

  RawHtmlRenderer(HtmlNodeRendererContext context) {
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HtmlInline.class, HtmlBlock.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof HtmlInline inline) {
      switch (RawHtml.kindOfInline(inline.getLiteral())) {
        case MARKUP -> html.raw(inline.getLiteral());
        case TEXT -> html.text(inline.getLiteral());
        case NOTHING -> html.raw("");
      }
    } else if (node instanceof HtmlBlock block) {
      html.line();
      html.raw(RawHtml.ofBlock(block.getLiteral()));
      html.line();
    }
  }
}
