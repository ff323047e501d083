package org.offprint.format;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.offprint.feed.FeedFormat;
import org.offprint.publication.Addresses;
import org.offprint.publication.Masthead;

/** Writes the OpenSearch 1.1 description, by which browsers and feed readers search here. Thread-safe. */
public final class OpenSearchRenderer {
  /** Its media type, without parameters. */
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  /** The path of the description. */
  private static final Namespace OPEN_SEARCH =
      Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");

  private static final int LONGEST_NAME = 16;
  private static final int LONGEST_DESCRIPTION = 1024;

  private OpenSearchRenderer() {}

  /** Renders the description in UTF-8. */
  public static byte[] render(Masthead masthead) {
    Element root = element("OpenSearchDescription", "")
        .addContent(element("ShortName", cut(masthead.title(), LONGEST_NAME)))
        .addContent(element(
            "Description",
            cut(masthead.wording().say("search.in", masthead.title()), LONGEST_DESCRIPTION)))
        .addContent(url(masthead, "text/html", ""));
    for (FeedFormat format : FeedFormat.values()) {
      root.addContent(url(masthead, format.mediaType(), "." + format.suffix()));
    }
    root.addContent(element("Language", masthead.language()))
        .addContent(element("InputEncoding", "UTF-8"))
        .addContent(element("OutputEncoding", "UTF-8"));
    masthead.icon().ifPresent(icon -> root.addContent(element("Image", icon.toString())));
    return FeedXml.write(new Document(root));
  }

  private static Element element(String name, String text) {
    return new Element(name, OPEN_SEARCH).setText(text);
  }

  /** The braces of the template are not allowed in the URLs of {@link Addresses}, so they are added afterwards. */
  private static Element url(Masthead masthead, String mediaType, String suffix) {
    String place = masthead.addresses().of(Addresses.SEARCH + suffix).toString();
    return element("Url", "")
        .setAttribute("type", mediaType)
        .setAttribute("template", place + "?q={searchTerms}");
  }

  /** Shortens a text to the length that the specification allows, between two characters. */
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip();
  }
}
