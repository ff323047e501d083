package org.offprint.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Keeps only the HTML of an issue that readers should see: links, images, tables, code, quotes, lists,
 * emphasis. Removes scripts, styles, event handlers and forms. Makes every URL percent-encoded and
 * absolute, except links to a place in the issue itself.
 */
final class Sanitizer {
  /** The class of the mark in the text that leads to a footnote. */
  static final String FOOTNOTE_MARK = "footnote-ref";

  /** The class of the element that holds an issue's footnotes. */
  static final String FOOTNOTES = "footnotes";

  /** Boxes of layout, which are opened. */
  static final Set<String> CONTAINERS = Set.of(
      "div",
      "center",
      "article",
      "main",
      "header",
      "footer",
      "nav",
      "aside",
      "address",
      "fieldset",
      "form",
      "section");

  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Pattern ALIGNMENT =
      Pattern.compile("(?i)(?:^|\\btext-align:)\\s*(left|right|center)\\s*(?:!|;|$)");
  private static final int LONGEST_QUOTED = 100;
  private static final Pattern OWN_ID =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_:./+-]*");
  /** For the elements that stay, the attributes that stay with them, beside {@link #EVERYWHERE}. */
  static final Map<String, Set<String>> ATTRIBUTES = Map.of(
      "a", Set.of("href", "title"),
      "abbr", Set.of("title"),
      "code", Set.of("class"),
      "section", Set.of("class"),
      "sup", Set.of("class"),
      "img", Set.of("src", "alt", "title", "width", "height"),
      "ol", Set.of("start", "type"),
      "td", Set.of("align", "colspan", "rowspan"),
      "th", Set.of("align", "colspan", "rowspan", "scope"));

  /** The attributes that stay with every element. */
  static final Set<String> EVERYWHERE = Set.of("id", "lang", "dir");

  /** The elements that stay and are part of a line of text. */
  private static final Set<String> INLINE = Set.of(
      "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
      "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr");

  private static final Set<String> BLOCKS = Set.of(
      "blockquote",
      "caption",
      "col",
      "colgroup",
      "dd",
      "details",
      "dl",
      "dt",
      "figcaption",
      "figure",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "hr",
      "li",
      "ol",
      "p",
      "pre",
      "section",
      "summary",
      "table",
      "tbody",
      "td",
      "tfoot",
      "th",
      "thead",
      "tr",
      "ul");

  /** The elements that stay. */
  static final Set<String> ELEMENTS =
      Stream.of(INLINE, BLOCKS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private static final Safelist ALLOWED = allowed();
  private static final Safelist TRACED = allowed().addAttributes(":all", ReadingTrace.LINES);

  private Sanitizer() {}

  private static Safelist allowed() {
    Safelist allowed = new Safelist()
        .addTags(ELEMENTS.toArray(String[]::new))
        .addAttributes(":all", EVERYWHERE.toArray(String[]::new))
        .preserveRelativeLinks(true);
    ATTRIBUTES.forEach(
        (element, names) -> allowed.addAttributes(element, names.toArray(String[]::new)));
    return allowed;
  }

  /**
   * The body of the sanitised document; its children are blocks only.
   *
   * @param parts of the HTML, of which none reaches into the next one, whatever tags it does not close
   */
  static Element clean(List<String> parts, References references, Deadline deadline) {
    Document dirty = parse(parts, deadline);
    int addresses = 0;
    for (Element element : dirty.body().stream().toList()) {
      deadline.check();
      prepare(element, references, deadline.remarks());
      // One character of an address may become nine.
      addresses += element.attr("href").length() + element.attr("src").length();
      ReadingLimits.checkHtml(addresses);
    }
    Document clean = new Cleaner(deadline.trace().isPresent() ? TRACED : ALLOWED).clean(dirty);
    clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    clean.body().nodeStream().forEach(Sanitizer::removeForbidden);
    keepFirstOfEachId(clean.body());
    wrapLooseText(clean.body(), deadline);
    return clean.body();
  }

  /** A tag that is never closed can make a parser repeat it in all that follows. */
  private static Document parse(List<String> parts, Deadline deadline) {
    Document document = Document.createShell("");
    int count = 0;
    for (String part : parts) {
      try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
        Iterator<Element> elements =
            parser.parseFragment(part, document.body(), "").iterator();
        for (; elements.hasNext(); count++) {
          elements.next();
          deadline.check();
          ReadingLimits.checkElements(count);
        }
        document.body().appendChildren(parser.completeFragment());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return document;
  }

  /** Returns true if an element is part of a line of text. */
  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  private static void prepare(Element element, References references, Remarks remarks) {
    if (element.normalName().equals("a") && element.hasAttr("name")) {
      nameAnchor(element);
    }
    if (Links.leaves(element)) {
      prepareLink(element, references, remarks);
    } else if (element.normalName().equals("img")) {
      Pictures.prepare(element, references, remarks);
    } else if (CELLS.contains(element.normalName())) {
      align(element);
    } else if (isOpened(element)) {
      openContainer(element);
    } else if (CONTAINERS.contains(element.normalName()) && !element.hasClass(FOOTNOTES)) {
      openContainer(element);
    }
  }

  /** The old form of an id. */
  private static void nameAnchor(Element anchor) {
    if (anchor.id().isEmpty()) {
      anchor.attr("id", anchor.attr("name"));
    } else if (!anchor.id().equals(anchor.attr("name"))) {
      anchor.before(new Element("a").attr("id", anchor.attr("name")));
    }
  }

  /** Feed readers remove styles, but not this attribute of a cell. */
  private static void align(Element cell) {
    Stream.of(Optional.of(cell), Optional.ofNullable(cell.parent()))
        .flatMap(Optional::stream)
        .flatMap(element -> Stream.of(element.attr("style"), element.attr("align")))
        .map(ALIGNMENT::matcher)
        .filter(Matcher::find)
        .findFirst()
        .ifPresent(alignment -> cell.attr("align", alignment.group(1).toLowerCase(Locale.ROOT)));
  }

  /** A heading in a box that readers can fold would be no heading of the issue. */
  private static boolean isOpened(Element element) {
    return switch (element.normalName()) {
      case "details" -> element.stream().anyMatch(inner -> ItemCutter.headingLevel(inner) > 0);
      case "summary" -> !element.is("details > summary");
      default -> false;
    };
  }

  /** A link that nobody can follow leaves its text, and an address that some program may know. */
  private static void prepareLink(Element link, References references, Remarks remarks) {
    String address = link.attr("href");
    Optional<URI> target = Optional.of(address)
        .filter(given -> !given.isBlank())
        .flatMap(given -> references.resolve(given, false));
    if (target.isPresent()) {
      link.attr("href", target.get().toString());
      return;
    }
    link.removeAttr("href");
    if (address.isBlank() && !link.hasText() && link.childrenSize() == 0) {
      link.remove();
    } else if (address.isBlank()) {
      String text = "[" + link.text() + "](";
      remarks.add(
          Problem.Kind.LINK,
          List.of(text + ")", text + "<>)", "href=\"" + address + "\"", "href=''", text),
          "a link has no address, so it is no link");
    } else if (address.length() <= Links.LONGEST && !references.isDead(address)) {
      remarks.add(
          Problem.Kind.LINK,
          address,
          "readers cannot follow \"%s\", so it is no link"
              .formatted(Html.cut(address, LONGEST_QUOTED)));
    }
    if (Links.isForOtherPrograms(address) && !link.text().contains(address)) {
      link.appendText(link.hasText() ? " (" + address + ")" : address);
    }
  }

  /** Boxes are layout: the words in them stay, as paragraphs of their own. */
  private static void openContainer(Element container) {
    boolean holdsBlocks = container.children().stream().anyMatch(child -> !isInline(child));
    if (holdsBlocks) {
      container.unwrap();
    } else {
      container.tagName("p");
    }
  }

  /** A character reference can bring back what was removed from the source. */
  private static void removeForbidden(Node node) {
    if (node instanceof TextNode text) {
      String allowed = SourceText.withoutForbidden(text.getWholeText());
      if (!allowed.equals(text.getWholeText())) {
        text.text(allowed);
      }
    } else {
      // Other nodes than text and elements do not outlast the cleaning.
      node.attributes()
          .forEach(
              attribute -> attribute.setValue(SourceText.withoutForbidden(attribute.getValue())));
    }
  }

  private static void keepFirstOfEachId(Element body) {
    Set<String> seen = new HashSet<>();
    for (Element element : body.stream().filter(inner -> inner.hasAttr("id")).toList()) {
      if (!OWN_ID.matcher(element.id()).matches() || !seen.add(element.id())) {
        element.removeAttr("id");
      }
    }
  }

  /** Raw HTML may leave text and inline elements outside any block. */
  private static void wrapLooseText(Element body, Deadline deadline) {
    Element paragraph = null;
    for (Node node : List.copyOf(body.childNodes())) {
      deadline.check();
      boolean blank = node instanceof TextNode text && text.isBlank();
      boolean inline =
          node instanceof TextNode || (node instanceof Element element && isInline(element));
      if (!inline) {
        paragraph = null;
      } else if (paragraph != null) {
        paragraph.appendChild(node);
      } else if (!blank) {
        paragraph = new Element("p");
        node.replaceWith(paragraph);
        paragraph.appendChild(node);
      }
    }
  }
}
