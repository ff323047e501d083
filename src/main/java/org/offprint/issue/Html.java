package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/**
 * HTML that is safe to show: sanitised, with absolute URLs, well-formed as a fragment. Only this
 * package makes it from an author's text. A piece of an issue shares the characters of the whole.
 * Immutable.
 */
public final class Html {
  /** No markup at all. */
  public static final Html EMPTY = new Html("", 0, 0);

  private final String whole;
  private final int start;
  private final int end;

  private Html(String whole, int start, int end) {
    this.whole = whole;
    this.start = start;
    this.end = end;
  }

  /** Markup that the caller has sanitised. */
  static Html ofSanitised(String markup) {
    return markup.isEmpty() ? EMPTY : new Html(markup, 0, markup.length());
  }

  /** A paragraph of text, which is escaped here. */
  public static Html paragraph(String text) {
    return ofSanitised("<p>" + Entities.escape(text) + "</p>\n");
  }

  /** A paragraph of text that ends in a link; text and target are escaped here. */
  public static Html paragraphWithLink(String before, URI target, String linkText) {
    return ofSanitised("<p>"
        + Entities.escape(before)
        + "<a href=\""
        + Entities.escape(target.toString())
        + "\">"
        + Entities.escape(linkText)
        + "</a></p>\n");
  }

  /** The pieces one after the other. */
  public static Html join(List<Html> pieces) {
    return pieces.size() == 1
        ? pieces.get(0)
        : ofSanitised(pieces.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** The piece between two offsets of this one's markup. */
  Html slice(int from, int to) {
    return new Html(whole, start + from, start + to);
  }

  /** The characters of the fragment. */
  public String markup() {
    return whole.substring(start, end);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return start == end;
  }

  /** The visible text, with white space folded. */
  public String text() {
    return PlainText.fold(Jsoup.parseBodyFragment(markup()).text());
  }

  /**
   * The beginning of the visible text without headings and bare URLs, cut at a word.
   *
   * @param limit the most characters it may have, the ellipsis included
   */
  public String excerpt(int limit) {
    return PlainText.cut(PlainText.summary(Jsoup.parseBodyFragment(markup()).body()), limit);
  }

  /** Plain text of at most {@code limit} characters, cut at a word and marked by an ellipsis. */
  public static String cut(String text, int limit) {
    return PlainText.cut(text, limit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Html html && html.markup().equals(markup());
  }

  @Override
  public int hashCode() {
    return markup().hashCode();
  }

  @Override
  public String toString() {
    return markup();
  }
}
