package org.offprint.issue;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Puts links in place of videos, sounds, frames and other embedded documents, which readers remove without a trace. Goes through
 * the tags of one file in their order.
 */
final class Embeds {
  /** The attribute that holds the address. */
  private static final Map<String, String> ADDRESSES = Map.of(
      "iframe", "src", "video", "src", "audio", "src", "object", "data", "embed", "src", "source",
      "src", "param", "value", "area", "href");
  /** The parameters of an object that hold its address. */
  private static final Set<String> PARAMETERS = Set.of("movie", "src", "url", "filename");

  /** Scripts that show what stands at an address of their own. */
  private static final Pattern SHOWING = Pattern.compile(
      "(?i)((?:https?:)?//(?:gist\\.github\\.com|asciinema\\.org/a)/[\\w./-]+?)(?:\\.js)?(?:[?#].*)?");
  /** Scripts that only change the look of what stands beside them. */
  private static final Pattern WIDGETS =
      Pattern.compile("(?i)(?:.*/)?(?:widgets?|embeds?|embed-\\w+)\\.js(?:[?#].*)?");

  /** A width below 100, or else a box of that width. */
  private static final Pattern SMALL = Pattern.compile(
      "\\d{1,2}(?:\\.\\d+)?(?:px|em)? .*| [\\d.-]+[\\s,]+[\\d.-]+[\\s,]+\\d{1,2}[\\s.,].*");

  /** The elements within another one that hold its address. */
  private static final Set<String> INNER = Set.of("source", "param");

  /** A place for relative addresses; it is in no link. */
  private static final URI SOMEWHERE = URI.create("https://site.invalid/");

  /** The attribute that keeps a start tag as its author wrote it. */
  private static final String START = "data-start";

  private final Remarks remarks;
  /** The start tag of a video, sound or object whose address follows in an element of its own. */
  private Optional<Element> waiting = Optional.empty();
  /** An object often has a second form of itself in it. */
  private String last = "";

  Embeds(Remarks remarks) {
    this.remarks = remarks;
  }

  /** Returns true for an element that can have an embedded document. */
  static boolean isOne(String name) {
    return ADDRESSES.containsKey(name);
  }

  /** Returns true for the tags that {@link #replacement} takes. */
  boolean takes(String name) {
    return ADDRESSES.containsKey(name) && (!INNER.contains(name) || waiting.isPresent());
  }

  /** Returns the HTML in place of a tag. */
  String replacement(String name, String tag) {
    if (tag.startsWith("</")) {
      String left = waiting
          .filter(media -> media.normalName().equals("object"))
          .map(object -> withoutAddress(object, object.attr(START)))
          .orElse("");
      waiting = Optional.empty();
      last = "";
      return left;
    }
    Element element = Jsoup.parseBodyFragment(tag).body().firstElementChild();
    if (element == null) {
      return "";
    }
    Optional<String> address = Stream.of(ADDRESSES.getOrDefault(name, "src"), "data-src")
        .map(element::attr)
        .filter(found -> Links.resolve(SOMEWHERE, found).filter(Links::isWeb).isPresent())
        .filter(found -> !found.isBlank())
        .findFirst();
    if (INNER.contains(name)) {
      Element media = waiting.orElse(element);
      if (name.equals("param")
          && !PARAMETERS.contains(element.attr("name").toLowerCase(Locale.ROOT))) {
        return "";
      }
      if (name.equals("param") && address.isPresent()) {
        last = address.get();
        warnOfLink("object", media.attr(START));
      }
      waiting = address.isPresent() ? Optional.empty() : waiting;
      // Words for those who cannot play it follow.
      return address.map(found -> link(media, found) + " ").orElse("");
    }
    if (address.filter(last::equals).isPresent()) {
      return "";
    }
    boolean isMedia = name.equals("video") || name.equals("audio");
    boolean isObject = name.equals("object");
    waiting = (isMedia || isObject) && address.isEmpty()
        ? Optional.of(element.attr(START, tag))
        : Optional.empty();
    last = address.orElse("");
    if (address.isPresent() || isMedia) {
      warnOfLink(name, tag);
    }
    return address
        .map(found -> link(element, found) + (name.equals("area") ? " " : ""))
        .orElseGet(() -> isMedia || isObject ? "" : withoutAddress(element, tag));
  }

  /** Returns what readers can see in place of an element that no reader shows: a script, a style, a drawing or a formula. */
  String ofHidden(String name, String html) {
    Document document = Jsoup.parse(html, Parser.xmlParser().settings(ParseSettings.htmlDefault));
    Element element = document.firstElementChild();
    if (element == null || name.equals("style")) {
      return "";
    }
    String tag = html.substring(0, Math.max(RawHtml.endOfTag(html, 0), 0));
    return name.equals("script") ? ofScript(tag, element) : ofDrawing(tag, element);
  }

  private String ofScript(String tag, Element script) {
    String source = script.attr("src");
    Matcher showing = SHOWING.matcher(source);
    if (showing.matches()) {
      warnOfLink("script", tag);
      return link(new Element("script"), showing.group(1));
    }
    boolean isData = script.attr("type").contains("json");
    boolean isEmpty = source.isBlank() && !script.hasText();
    if (!isData && !isEmpty && !WIDGETS.matcher(source).matches()) {
      warnOfLoss("script", tag, "does not run in feed readers, so what it shows is missing");
    }
    return "";
  }

  /** Returns the words and links of a drawing or a formula. */
  private String ofDrawing(String tag, Element drawing) {
    drawing.select("style, script, annotation, annotation-xml").remove();
    Element words = new Element("span");
    drawing.nodeStream(TextNode.class).filter(text -> !text.isBlank()).forEach(text -> {
      String address = Optional.ofNullable(text.parentElement())
          .map(parent -> parent.closest("a"))
          .map(link -> link.attr("href") + link.attr("xlink:href"))
          .orElse("");
      Element place = address.isEmpty() ? words : words.appendElement("a").attr("href", address);
      place.appendText(PlainText.fold(text.getWholeText()));
      words.appendText(" ");
    });
    if (words.hasText()) {
      warnOfLoss(
          drawing.normalName(), tag, "is removed by feed readers, so its words take its place");
      return words.html().strip();
    }
    String title = title(drawing).orElse("");
    if (!title.isEmpty() || !isIcon(drawing)) {
      warnOfLoss(
          drawing.normalName(),
          tag,
          "is removed by feed readers, so "
              + (title.isEmpty() ? "nothing is left of it" : "its title takes its place"));
    }
    return Entities.escape(title);
  }

  /** Returns true for a drawing that is smaller than a picture. */
  private static boolean isIcon(Element drawing) {
    return drawing.attr("aria-hidden").equals("true")
        || SMALL.matcher(drawing.attr("width") + " " + drawing.attr("viewbox")).lookingAt();
  }

  private void warnOfLink(String name, String tag) {
    warnOfLoss(name, tag, "is removed by feed readers, so a link takes its place");
  }

  private void warnOfLoss(String name, String tag, String loss) {
    remarks.add(Problem.Kind.EMBED, tag, "<%s> %s".formatted(name, loss));
  }

  private String withoutAddress(Element element, String tag) {
    String title = title(element).orElse("");
    remarks.add(
        Problem.Kind.EMBED,
        tag,
        "<%s> has no address that readers can use, so %s"
            .formatted(
                element.normalName(),
                title.isEmpty() ? "nothing is left of it" : "its title takes its place"));
    return Entities.escape(title);
  }

  private static Optional<String> title(Element element) {
    return Stream.of("title", "aria-label", "alt")
        .map(element::attr)
        .map(PlainText::fold)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String link(Element element, String address) {
    Element link = new Element("a").attr("href", address);
    if (!element.attr("poster").isBlank()) {
      link.appendElement("img").attr("src", element.attr("poster")).attr("alt", "");
      link.appendText(" ");
    }
    String title = title(element).orElseGet(() -> name(address));
    return link.appendText(title).outerHtml();
  }

  /** Returns the host of an address, or the name of a file of the same site. */
  private static String name(String address) {
    URI whole = Links.resolve(SOMEWHERE, address).orElse(SOMEWHERE);
    return SOMEWHERE.getHost().equals(whole.getHost())
        ? address.substring(address.lastIndexOf('/') + 1)
        : String.valueOf(whole.getHost());
  }
}
