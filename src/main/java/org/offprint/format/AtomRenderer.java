package org.offprint.format;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.issue.Author;

/** Writes Atom (RFC 4287) with explicit link relations, and HTML in CDATA, which all readers understand. */
final class AtomRenderer {
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private AtomRenderer() {}

  static Document render(FeedDocument document) {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(document.id().toString());
    feed.setTitleEx(text(document.title()));
    if (!document.description().isEmpty()) {
      feed.setSubtitle(text(document.description()));
    }
    feed.setUpdated(Date.from(document.updated()));
    feed.setAuthors(people(document.authors()));
    feed.setAlternateLinks(List.of(link("alternate", "text/html", document.page())));
    feed.setOtherLinks(FeedXml.links(document, FeedFormat.ATOM).stream()
        .map(link -> link(link.relation(), link.mediaType(), link.target()))
        .toList());
    document.masthead().icon().ifPresent(icon -> feed.setIcon(icon.toString()));
    document.masthead().logo().ifPresent(logo -> feed.setLogo(logo.toString()));
    document.masthead().copyright().ifPresent(feed::setRights);
    feed.setGenerator(generator());
    feed.setEntries(
        document.entries().stream().map(entry -> entry(entry, document)).toList());
    return withExtensions(feed, document);
  }

  private static Generator generator() {
    Generator generator = new Generator();
    generator.setValue("Offprint");
    return generator;
  }

  private static com.rometools.rome.feed.atom.Entry entry(Entry entry, FeedDocument document) {
    com.rometools.rome.feed.atom.Entry atom = new com.rometools.rome.feed.atom.Entry();
    atom.setId(entry.id().toString());
    atom.setTitleEx(text(entry.title()));
    atom.setPublished(Date.from(entry.published()));
    atom.setUpdated(Date.from(entry.updated()));
    // Many readers do not inherit the authors of the feed (RFC 4287 section 4.2.1).
    atom.setAuthors(people(entry.authors().isEmpty() ? document.authors() : entry.authors()));
    atom.setAlternateLinks(List.of(link("alternate", "text/html", entry.permalink())));
    entry.related().ifPresent(related -> atom.setOtherLinks(List.of(link("related", "", related))));
    atom.setCategories(entry.categories().stream().map(AtomRenderer::category).toList());
    if (!entry.summary().isEmpty()) {
      atom.setSummary(text(entry.summary()));
    }
    atom.setContents(List.of(html(entry.content().markup())));
    return atom;
  }

  private static Content text(String value) {
    // Without a type it is text (RFC 4287 section 3.1.1).
    Content content = new Content();
    content.setValue(value);
    return content;
  }

  private static Content html(String markup) {
    Content content = new Content();
    content.setType("html");
    content.setValue(markup);
    return content;
  }

  private static Link link(String relation, String mediaType, URI target) {
    Link link = new Link();
    link.setRel(relation);
    if (!mediaType.isEmpty()) {
      link.setType(mediaType);
    }
    link.setHref(target.toString());
    return link;
  }

  private static Category category(org.offprint.feed.Entry.Category category) {
    Category atom = new Category();
    atom.setTerm(category.term());
    atom.setLabel(category.label());
    category.scheme().ifPresent(scheme -> atom.setScheme(scheme.toString()));
    return atom;
  }

  /** E-mail addresses are left out: no reader shows them, and spammers collect them. */
  private static List<SyndPerson> people(List<Author> authors) {
    List<SyndPerson> people = new ArrayList<>();
    for (Author author : authors) {
      Person person = new Person();
      person.setName(author.name());
      author.uri().ifPresent(uri -> person.setUri(uri.toString()));
      people.add(person);
    }
    return people;
  }

  /** Adds {@code xml:lang}, CDATA and the mark of an archive, which ROME's model lacks. */
  private static Document withExtensions(Feed feed, FeedDocument document) {
    try {
      Document xml = new WireFeedOutput().outputJDom(feed);
      Element root = xml.getRootElement();
      root.setAttribute("lang", document.language(), Namespace.XML_NAMESPACE);
      FeedXml.markArchive(document, root, root);
      List<Element> entries = root.getChildren("entry", ATOM);
      FeedXml.addPictures(document, root, entries);
      for (int i = 0; i < entries.size(); i++) {
        Element element = entries.get(i);
        FeedXml.toCdata(element.getChild("content", ATOM));
        document
            .entries()
            .get(i)
            .language()
            .ifPresent(language -> element.setAttribute("lang", language, Namespace.XML_NAMESPACE));
      }
      return xml;
    } catch (FeedException e) {
      throw new IllegalStateException("the Atom feed " + document.id() + " lacks something", e);
    }
  }
}
