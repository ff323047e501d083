package org.offprint.format;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.publication.Masthead;
import org.offprint.publication.Permalinks;

/** Writes how browsers and readers search here, as OpenSearch 1.1 has it. Thread-safe. */
public final class OpenSearchRenderer {
  /** Its media type, without parameters. */
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  /** Where it stands. */
  public static final String PATH = "/opensearch.xml";

  private static final Namespace OPEN_SEARCH =
      Namespace.getNamespace("http://a9.com/-/spec/opensearch/1.1/");
  private static final int LONGEST_NAME = 16;
  private static final int LONGEST_DESCRIPTION = 1024;

  private OpenSearchRenderer() {}

  /** The bytes of the description, in UTF-8. */
  public static byte[] render(Masthead masthead) {
    Element root = element("OpenSearchDescription", "")
        .addContent(element("ShortName", cut(masthead.title(), LONGEST_NAME)))
        .addContent(element("Description", cut("Search " + masthead.title(), LONGEST_DESCRIPTION)))
        .addContent(url(masthead, "text/html", ""));
    for (FeedFormat format : FeedFormat.values()) {
      root.addContent(url(masthead, format.mediaType(), "." + format.suffix()));
    }
    root.addContent(element("Language", masthead.language()))
        .addContent(element("InputEncoding", "UTF-8"))
        .addContent(element("OutputEncoding", "UTF-8"));
    masthead.icon().ifPresent(icon -> root.addContent(element("Image", icon.toString())));
    return XmlOutput.write(new Document(root));
  }

  private static Element element(String name, String text) {
    return new Element(name, OPEN_SEARCH).setText(text);
  }

  /** Braces may not stand in an address as we make them otherwise. */
  private static Element url(Masthead masthead, String mediaType, String suffix) {
    String place =
        new Permalinks(masthead.baseUri()).of(FeedScope.Search.PATH + suffix).toString();
    return element("Url", "")
        .setAttribute("type", mediaType)
        .setAttribute("template", place + "?q={searchTerms}");
  }

  /** What the specification allows; a character is never cut. */
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip();
  }
}
