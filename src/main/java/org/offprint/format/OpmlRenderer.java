package org.offprint.format;

import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.publication.Masthead;

/** Writes a list of feeds as OPML 2.0: a folder for each group, whose name begins with the newsletter's. Thread-safe. */
public final class OpmlRenderer {
  /** Its media type, without parameters. */
  public static final String MEDIA_TYPE = "text/x-opml";

  private OpmlRenderer() {}

  /**
   * Renders the list in UTF-8.
   *
   * @param format of the listed feeds
   */
  public static byte[] render(
      Masthead masthead, List<FeedListing.FeedGroup> groups, FeedFormat format) {
    Element head = new Element("head").addContent(element("title", masthead.title()));
    masthead.authors().stream()
        .findFirst()
        .ifPresent(author -> head.addContent(element("ownerName", author.name())));
    head.addContent(element("docs", "http://opml.org/spec2.opml"));
    Element body = new Element("body");
    groups.forEach(group -> body.addContent(outline(group, masthead, format)));
    Element root = new Element("opml").setAttribute("version", "2.0");
    byte[] bytes = FeedXml.write(new Document(root.addContent(head).addContent(body)));
    ReadBack.check(bytes, FeedFormat.ATOM);
    return bytes;
  }

  private static Element element(String name, String text) {
    return new Element(name).setText(text);
  }

  private static Element outline(
      FeedListing.FeedGroup group, Masthead masthead, FeedFormat format) {
    Element outline = new Element("outline")
        .setAttribute(
            "text", masthead.wording().say("opml.group", masthead.title(), group.title()));
    group.feeds().forEach(feed -> outline.addContent(outline(feed, masthead, format)));
    return outline;
  }

  /** The type is {@code rss} for feeds of any format; the specification names versions of RSS only. */
  private static Element outline(FeedListing feed, Masthead masthead, FeedFormat format) {
    Element outline = new Element("outline")
        .setAttribute("text", feed.title())
        .setAttribute("title", feed.title())
        .setAttribute("type", "rss")
        .setAttribute("xmlUrl", feed.address(format).toString())
        .setAttribute("htmlUrl", feed.page().toString())
        .setAttribute("language", masthead.language());
    if (!feed.description().isEmpty()) {
      outline.setAttribute("description", feed.description());
    }
    return format == FeedFormat.RSS ? outline.setAttribute("version", "RSS2") : outline;
  }
}
