package org.offprint.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;

/** Where a document stands among those of its feed, as Atom and RSS say it (RFC 5005 section 4). */
final class DocumentLinks {
  private static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private DocumentLinks() {}

  /** An Atom link to a document. */
  record Link(String relation, URI target) {}

  static List<Link> of(FeedDocument document, FeedFormat format) {
    List<Link> links = new ArrayList<>();
    links.add(new Link("self", document.self(format)));
    document.current(format).ifPresent(target -> links.add(new Link("current", target)));
    document.older(format).ifPresent(target -> links.add(new Link("prev-archive", target)));
    document.newer(format).ifPresent(target -> links.add(new Link("next-archive", target)));
    return links;
  }

  /** Marks an archive document, so that nobody subscribes to it. */
  static void markArchive(FeedDocument document, Element root, Element head) {
    if (document.place().isArchive()) {
      root.addNamespaceDeclaration(HISTORY);
      head.addContent(0, new Element("archive", HISTORY));
    }
  }
}
