package org.offprint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.offprint.page.Asset;

/** Looks for what could do harm in the HTML that readers get: scripts, handlers, styles, forms, and addresses that are none. */
public final class SafeHtml {
  private static final Set<String> FORBIDDEN = Set.of(
      "script",
      "style",
      "iframe",
      "object",
      "embed",
      "applet",
      "frame",
      "frameset",
      "base",
      "svg",
      "math",
      "template",
      "noscript",
      "plaintext",
      "xmp",
      "noembed",
      "noframes",
      "video",
      "audio",
      "source",
      "marquee",
      "isindex",
      "keygen",
      "portal");

  /** Elements that only our own pages have. */
  private static final Set<String> OF_PAGES =
      Set.of("form", "input", "button", "textarea", "select", "meta", "link", "title");

  private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of(
      "style",
      "srcdoc",
      "formaction",
      "background",
      "srcset",
      "poster",
      "ping",
      "data",
      "http-equiv");

  private static final Set<String> WITH_ADDRESS =
      Set.of("href", "src", "cite", "action", "xlink:href");

  /** Readers and browsers follow these, or hand them to a program that asks. */
  private static final Pattern HARMLESS_SCHEME =
      Pattern.compile("(?:https?|mailto|ftp|tel|xmpp|ircs?|matrix|gemini):.*", Pattern.DOTALL);

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);

  private SafeHtml() {}

  /** Asserts that a piece of HTML, as it stands in a feed, does no harm. */
  public static void assertContent(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    assertThat(Stream.concat(harmIn(document.body()), ofPages(document.body())))
        .as(html)
        .isEmpty();
  }

  /** Asserts that a text in Markdown does no harm to readers that let HTML in it pass. */
  public static void assertMarkdown(String markdown) {
    assertContent(HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown)));
  }

  /** Asserts that a page of ours does no harm: it has no script but our own, and data for machines. */
  public static void assertPage(String html) {
    Document document = Jsoup.parse(html);
    for (Element script : document.select("script")) {
      if (script.attr("type").equals("application/ld+json") && !script.hasAttr("src")) {
        assertThat(JsonParser.parseString(script.data()).isJsonObject()).isTrue();
        script.remove();
      } else if (script.attr("src").endsWith(Asset.SCRIPT.path())
          && script.data().isEmpty()) {
        script.remove();
      }
    }
    assertThat(harmIn(document)).as(html).isEmpty();
  }

  private static Stream<String> ofPages(Element root) {
    return root.stream()
        .skip(1)
        .map(Element::normalName)
        .filter(name -> OF_PAGES.contains(name))
        .map(name -> "<" + name + ">");
  }

  private static Stream<String> harmIn(Element root) {
    List<String> harm = new ArrayList<>();
    for (Element element : root.stream().toList()) {
      if (FORBIDDEN.contains(element.normalName())) {
        harm.add("<" + element.normalName() + ">");
      }
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.startsWith("on")
            || FORBIDDEN_ATTRIBUTES.contains(name)
            || (WITH_ADDRESS.contains(name) && !isHarmless(attribute.getValue()))) {
          harm.add(attribute.toString());
        }
      }
    }
    return harm.stream();
  }

  /** Tells of an address that nobody runs; browsers skip control characters in it, and blanks before it. */
  public static boolean isHarmless(String address) {
    String seen = address.replaceAll("[\\t\\n\\r]|^[\\x00-\\x20]+", "").toLowerCase(Locale.ROOT);
    return !SCHEME.matcher(seen).matches() || HARMLESS_SCHEME.matcher(seen).matches();
  }
}
