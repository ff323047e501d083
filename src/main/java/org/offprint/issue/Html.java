package org.offprint.issue;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * HTML that is safe to show: sanitised, with absolute URLs, well-formed as a fragment. Only this
 * package makes it from an author's text. A piece of an issue shares the bytes of the whole.
 * Immutable.
 */
public final class Html {
  /** The maximum length of the Markdown form, as a multiple of the length of the HTML. */
  public static final int MOST_MARKDOWN = 4;

  /** No markup at all. */
  public static final Html EMPTY = new Html(Utf8Text.of(""), 0, 0);

  private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern OPENING_HEADING =
      Pattern.compile("\\s*<h2\\b.*?</h2>\\n?", Pattern.DOTALL);

  private static final Pattern MORE_THAN_WORDS = Pattern.compile("<(?:a|img|sup)\\b");

  /** Blocks that hold no other block of their kind. */
  private static final Pattern INNER_BLOCK =
      Pattern.compile("<(?:ul|ol|dl|pre|table|blockquote|div|p)\\b");

  private static final Pattern OPENING_BLOCK = Pattern.compile("\\s*<(p|h[2-6])\\b");

  private static final Pattern TINY = Pattern.compile("\\s*[01]\\s*(?:px)?\\s*");

  private static final int SECTION_LEVEL = 2;

  private final Utf8Text whole;
  private final int start;
  private final int end;

  private Html(Utf8Text whole, int start, int end) {
    this.whole = whole;
    this.start = start;
    this.end = end;
  }

  /** Markup that the caller has sanitised. */
  static Html ofSanitised(String markup) {
    return ofSanitised(Utf8Text.of(markup));
  }

  /** Markup that the caller has sanitised. */
  static Html ofSanitised(Utf8Text markup) {
    return markup.length() == 0 ? EMPTY : new Html(markup, 0, markup.length());
  }

  /** A paragraph of plain text, which is escaped here. */
  public static Html paragraph(String text) {
    return ofSanitised("<p>" + Entities.escape(text) + "</p>\n");
  }

  /** A paragraph of text that ends in a link; text and target are escaped here. */
  public static Html paragraphWithLink(String before, URI target, String linkText) {
    return ofSanitised("<p>"
        + Entities.escape(before)
        + new TextLink(linkText, target.toString()).markup()
        + "</p>\n");
  }

  /**
   * A paragraph of words and a link; all of it is escaped here.
   *
   * @param language of the words, where it differs from that of those around the paragraph
   * @param isOfLink true if the text of the link is in that language too
   */
  public static Html paragraphWithLink(
      String before, TextLink link, Optional<String> language, boolean isOfLink) {
    Optional<String> ofWords = language.filter(own -> !isOfLink);
    String words = Entities.escape(before);
    return ofSanitised("<p" + attribute(language.filter(own -> isOfLink)) + ">"
        + (ofWords.isEmpty() ? words : "<span" + attribute(ofWords) + ">" + words + "</span>")
        + " " + link.markup() + "</p>\n");
  }

  /**
   * A link of ours without a text, for those who cannot see its sign; all of it is escaped here.
   *
   * @param language of the label, where it differs from that of the words around it
   */
  public static Html mark(String cssClass, String target, String label, Optional<String> language) {
    return ofSanitised(" <a class=\"" + cssClass + "\"" + attribute(language) + " href=\""
        + Entities.escape(target) + "\" aria-label=\"" + Entities.escape(label) + "\"></a>");
  }

  private static String attribute(Optional<String> language) {
    return language.map(tag -> " lang=\"" + Entities.escape(tag) + "\"").orElse("");
  }

  /**
   * A paragraph of words and links; all of it is escaped here.
   *
   * @param language of the words, where it differs from that of those around it
   */
  public static Html note(
      String cssClass, String words, List<TextLink> links, Optional<String> language) {
    return ofSanitised("<p class=\"" + cssClass + "\"" + attribute(language) + ">"
        + Entities.escape(words)
        + links.stream().map(TextLink::markup).collect(Collectors.joining(", "))
        + "</p>\n");
  }

  /** A text and where it leads. */
  public record TextLink(String text, String target) {
    private String markup() {
      return "<a href=\"" + Entities.escape(target) + "\">" + Entities.escape(text) + "</a>";
    }
  }

  /** The pieces one after the other. */
  public static Html join(List<Html> pieces) {
    return pieces.size() == 1
        ? pieces.get(0)
        : ofSanitised(pieces.stream().map(Html::markup).collect(Collectors.joining()));
  }

  /** Returns a copy without the section heading that it begins with; one that has a link, a picture or a note stays. */
  public Html withoutOpeningHeading() {
    String markup = markup();
    Matcher heading = OPENING_HEADING.matcher(markup);
    return heading.lookingAt() && !MORE_THAN_WORDS.matcher(heading.group()).find()
        ? ofSanitised(markup.substring(heading.end()))
        : this;
  }

  /**
   * Returns a copy marked as sponsored: for software by the class {@code sponsored}, for people by a word, unless its
   * opening heading already has it.
   *
   * @param word for people
   * @param language of the word, where it differs from that of the words around it
   */
  public Html sponsored(String word, Optional<String> language) {
    String markup = markup();
    Matcher heading = OPENING_HEADING.matcher(markup);
    boolean hasHeading = heading.lookingAt();
    boolean isSaid =
        hasHeading && isSaid(word, Jsoup.parseBodyFragment(heading.group()).text());
    int start = hasHeading ? heading.end() : 0;
    return ofSanitised("<div class=\"sponsored\">\n"
        + markup.substring(0, start)
        + (isSaid
            ? ""
            : "<p><em" + attribute(language) + ">" + Entities.escape(word) + "</em></p>\n")
        + markup.substring(start)
        + "</div>\n");
  }

  private static boolean isSaid(String word, String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return lower.contains("sponsor") || lower.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns a copy with some of its pieces changed.
   *
   * @param pieces slices of this one, in order, none of which overlaps another
   */
  public Html replacing(List<Html> pieces, UnaryOperator<Html> change) {
    Utf8Text.Builder changed = new Utf8Text.Builder();
    int from = start;
    for (Html piece : pieces) {
      changed
          .append(whole.substring(from, piece.start))
          .append(change.apply(piece).markup());
      from = piece.end;
    }
    return ofSanitised(changed.append(whole.substring(from, end)).build());
  }

  /**
   * Returns a copy with a mark and a note of ours.
   *
   * @param mark stands at the end of the paragraph or heading that this begins with, else before the first block in it,
   *     else at the end
   * @param note stands at the end
   */
  public Html annotated(Html mark, Html note) {
    String markup = markup();
    Matcher first = OPENING_BLOCK.matcher(markup);
    int end = first.lookingAt() ? markup.indexOf("</" + first.group(1) + ">") : -1;
    int place = end < 0 ? endOfWords(markup) : end;
    return ofSanitised(
        markup.substring(0, place) + mark.markup() + markup.substring(place) + note.markup());
  }

  private static int endOfWords(String markup) {
    Matcher block = INNER_BLOCK.matcher(markup);
    String words = block.find() ? markup.substring(0, block.start()) : markup;
    return (words.isBlank() ? markup : words).stripTrailing().length();
  }

  /** Returns the addresses of its pictures, but for those that the author makes too small to show anything. */
  public Stream<URI> pictures() {
    String markup = markup();
    return markup.contains("<img")
        ? Jsoup.parseBodyFragment(markup).select("img[src]").stream()
            .filter(picture -> !(TINY.matcher(picture.attr("width")).matches()
                && TINY.matcher(picture.attr("height")).matches()))
            .map(picture -> URI.create(picture.attr("src")))
        : Stream.empty();
  }

  /** Gives a picture both its measures; where the author gives one in pixels, the other one follows. */
  private static void keepRoom(Element picture, PictureSize size) {
    String width = picture.attr("width");
    String height = picture.attr("height");
    if (width.isEmpty() && height.isEmpty()) {
      picture.attr("width", String.valueOf(size.width()));
      picture.attr("height", String.valueOf(size.height()));
    } else if (PIXELS.matcher(width).matches()) {
      picture.attr(
          "height",
          String.valueOf(
              Math.round((double) size.height() * Integer.parseInt(width) / size.width())));
    } else if (PIXELS.matcher(height).matches()) {
      picture.attr(
          "width",
          String.valueOf(
              Math.round((double) size.width() * Integer.parseInt(height) / size.height())));
    }
  }

  /**
   * Returns a copy for a page: tables and code scroll by themselves, no heading level below the second is skipped, headings
   * have the names that other generators give them, too, and links whose text is their address have the class {@code bare};
   * pictures are loaded when they come into sight.
   *
   * @param sizes the sizes of pictures by address: the room of a picture is known before it is there
   */
  public Html forPage(Function<URI, Optional<PictureSize>> sizes) {
    Document page = Jsoup.parseBodyFragment(markup());
    page.outputSettings().prettyPrint(false);
    page.select("img").attr("loading", "lazy").attr("decoding", "async");
    page.select("img[src]:not([width][height])")
        .forEach(picture -> sizes
            .apply(URI.create(picture.attr("src")))
            .ifPresent(size -> keepRoom(picture, size)));
    page.select("table:not(table table)")
        .forEach(table -> table.wrap("<div class=\"wide\" tabindex=\"0\"></div>"));
    page.select("pre").attr("tabindex", "0");
    page.select("a[href]:not(:has(*))").stream()
        .filter(link -> link.text().equals(link.attr("href")))
        .forEach(link -> link.addClass("bare"));
    closeGaps(page.body());
    Places.addOtherNames(page.body());
    return ofSanitised(page.body().html());
  }

  private static void closeGaps(Element body) {
    Deque<Open> open = new ArrayDeque<>();
    body.select("h2, h3, h4, h5, h6").forEach(heading -> {
      int written = ItemCutter.headingLevel(heading);
      open.removeIf(other -> other.written() >= written);
      int shown = open.isEmpty() ? SECTION_LEVEL : open.peek().shown() + 1;
      open.push(new Open(written, shown));
      heading.tagName("h" + shown);
    });
  }

  /** Returns the number of words of its visible text. */
  public int words() {
    String text = text();
    return text.isEmpty() ? 0 : text.split(" ", -1).length;
  }

  /**
   * Returns it as a Markdown document; elements that Markdown has no syntax for stay as HTML.
   *
   * @return empty if it takes more than {@value #MOST_MARKDOWN} times as many bytes in XML, as deeply nested lists do, whose lines are
   *     indented level by level
   */
  public Optional<String> markdown() {
    return markdown(0);
  }

  /**
   * Returns it as Markdown to insert below headings of a document.
   *
   * @param deeper by how many levels its own headings go down; none gets below the sixth
   */
  public Optional<String> markdown(int deeper) {
    String markup = markup();
    return MarkdownText.of(
        Jsoup.parseBodyFragment(markup).body(),
        deeper,
        MOST_MARKDOWN * Utf8Text.lengthInXml(markup));
  }

  /** A heading that is still open: those below it are deeper. */
  private record Open(int written, int shown) {}

  /** The piece between two places in this one's markup, counted in bytes. */
  Html slice(int from, int to) {
    return new Html(whole, start + from, start + to);
  }

  /** Returns its position in another's markup, in bytes; empty if it is no slice of it. */
  @SuppressWarnings("ReferenceEquality") // An equal text elsewhere is no place in this one.
  Optional<Span> within(Html outer) {
    boolean isPiece = whole == outer.whole && start >= outer.start && end <= outer.end;
    return isPiece
        ? Optional.of(new Span(start - outer.start, end - outer.start))
        : Optional.empty();
  }

  /** A piece of some markup, in bytes. */
  record Span(int start, int end) {}

  /** The characters of the fragment. */
  public String markup() {
    return whole.substring(start, end);
  }

  /** Returns the number of bytes of its markup in UTF-8. */
  public int length() {
    return end - start;
  }

  /** Returns true if there is nothing to show. */
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
    return other instanceof Html html
        && Utf8Text.areEqual(html.whole, html.start, html.end, whole, start, end);
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
