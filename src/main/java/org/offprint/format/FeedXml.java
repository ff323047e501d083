package org.offprint.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.CDATA;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.Picture;

/** Writes the parts that the XML formats have in common. */
final class FeedXml {
  private static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private static final Namespace MEDIA =
      Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

  private FeedXml() {}

  /**
   * An Atom link to a document of the feed (RFC 5005 section 4), or to a hub.
   *
   * @param relation such as {@code prev-archive}
   * @param mediaType of the target; empty for a hub
   */
  record DocumentLink(String relation, String mediaType, URI target) {}

  /** Returns the links from a document to itself, to its hubs and to the other documents of its feed. */
  static List<DocumentLink> links(FeedDocument document, FeedFormat format) {
    List<DocumentLink> links = new ArrayList<>();
    String type = format.mediaType();
    links.add(new DocumentLink("self", type, document.self(format)));
    document.hubs().all().forEach(hub -> links.add(new DocumentLink("hub", "", hub)));
    document.current(format).ifPresent(to -> links.add(new DocumentLink("current", type, to)));
    document.older(format).ifPresent(to -> links.add(new DocumentLink("prev-archive", type, to)));
    document.newer(format).ifPresent(to -> links.add(new DocumentLink("next-archive", type, to)));
    return links;
  }

  /** Marks an archive document, so that nobody subscribes to it. */
  static void markArchive(FeedDocument document, Element root, Element head) {
    if (document.place().isArchive()) {
      root.addNamespaceDeclaration(HISTORY);
      head.addContent(0, new Element("archive", HISTORY));
    }
  }

  /** Adds the pictures of entries (Media RSS), which readers show beside the titles. */
  static void addPictures(FeedDocument document, Element root, List<Element> entries) {
    if (document.entries().stream().anyMatch(entry -> entry.picture().isPresent())) {
      root.addNamespaceDeclaration(MEDIA);
    }
    for (int i = 0; i < entries.size(); i++) {
      Element element = entries.get(i);
      document.entries().get(i).picture().ifPresent(picture -> {
        Element content = picture(picture, "content").setAttribute("medium", "image");
        picture.mediaType().ifPresent(type -> content.setAttribute("type", type));
        element.addContent(content).addContent(picture(picture, "thumbnail"));
      });
    }
  }

  private static Element picture(Picture picture, String name) {
    Element element =
        new Element(name, MEDIA).setAttribute("url", picture.address().toString());
    picture
        .size()
        .ifPresent(size -> element
            .setAttribute("width", String.valueOf(size.width()))
            .setAttribute("height", String.valueOf(size.height())));
    return element;
  }

  /**
   * Puts the text of an element into CDATA sections: parsers that limit the number of references in a document would
   * refuse escaped HTML, and it would be longer. A carriage return survives only as a reference (XML 1.0 section 2.11).
   */
  static void toCdata(Element element) {
    String text = element.getText();
    if (text.indexOf('\r') >= 0) {
      return;
    }
    element.removeContent();
    int start = 0;
    for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", start)) {
      element.addContent(new CDATA(text.substring(start, end + 2)));
      start = end + 2;
    }
    element.addContent(new CDATA(text.substring(start)));
  }

  /** Returns the document in UTF-8 as it is: white space in an entry belongs to its content. */
  static byte[] write(Document document) {
    Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
    // UTF-8 has every character: no reference is needed for those beyond the basic plane.
    format.setEscapeStrategy(character -> false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new XMLOutputter(format).output(document, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
