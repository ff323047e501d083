package org.offprint.issue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Puts links in place of videos, sounds, frames and other embedded documents, which readers remove without a trace. Goes through
 * the tags of one file in their order.
 */
final class Embeds {
  /** The attribute that holds the address. */
  private static final Map<String, String> ADDRESSES = Map.of(
      "iframe", "src", "video", "src", "audio", "src", "object", "data", "embed", "src", "source",
      "src");

  /** A place for relative addresses; it is in no link. */
  private static final URI SOMEWHERE = URI.create("https://site.invalid/");

  private final Remarks remarks;
  /** The start tag of a video or sound whose address follows in an element of its own. */
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
    return ADDRESSES.containsKey(name) && (!name.equals("source") || waiting.isPresent());
  }

  /** Returns the HTML in place of a tag. */
  String replacement(String name, String tag) {
    if (tag.startsWith("</")) {
      waiting = Optional.empty();
      last = "";
      return "";
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
    if (name.equals("source")) {
      Element media = waiting.orElse(element);
      waiting = address.isPresent() ? Optional.empty() : waiting;
      // Words for those who cannot play it follow.
      return address.map(found -> link(media, found) + " ").orElse("");
    }
    if (address.filter(last::equals).isPresent()) {
      return "";
    }
    boolean isMedia = name.equals("video") || name.equals("audio");
    waiting = isMedia && address.isEmpty() ? Optional.of(element) : Optional.empty();
    last = address.orElse("");
    remarks.add(
        Problem.Kind.EMBED,
        tag,
        address.isPresent() || isMedia
            ? "<%s> is removed by feed readers, so a link takes its place".formatted(name)
            : "<%s> has no address that readers can use, so nothing is left of it".formatted(name));
    return address.map(found -> link(element, found)).orElse("");
  }

  private static String link(Element element, String address) {
    Element link = new Element("a").attr("href", address);
    if (!element.attr("poster").isBlank()) {
      link.appendElement("img").attr("src", element.attr("poster")).attr("alt", "");
      link.appendText(" ");
    }
    String title = Stream.of("title", "aria-label")
        .map(element::attr)
        .map(PlainText::fold)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseGet(() -> name(address));
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
