package org.offprint.format;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.issue.Author;

/**
 * Writes RSS 2.0 with the modules that readers use: {@code content:encoded} for the full HTML, {@code
 * source:markdown} for the same as Markdown, {@code dc:creator} for authors without an e-mail address,
 * {@code atom:link} for the feed's own address and its archive, {@code sy:updatePeriod} for its rhythm.
 */
final class RssRenderer {
  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  private static final Namespace CONTENT =
      Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
  private static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  private static final Namespace SY =
      Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/");
  private static final Namespace SOURCE =
      Namespace.getNamespace("source", "http://source.scripting.com/");

  private RssRenderer() {}

  static Document render(FeedDocument document) {
    Channel channel = new Channel("rss_2.0");
    channel.setEncoding("UTF-8");
    channel.setTitle(title(document.title()));
    channel.setLink(document.page().toString());
    channel.setDescription(
        title(document.description().isEmpty() ? document.title() : document.description()));
    channel.setLanguage(document.language());
    document.masthead().copyright().ifPresent(channel::setCopyright);
    channel.setLastBuildDate(Date.from(document.updated()));
    if (!document.place().isArchive()) {
      channel.setTtl(Cadence.minutesToLive(document.rhythm()));
    }
    channel.setGenerator("Offprint");
    document
        .masthead()
        .logo()
        .or(() -> document.masthead().icon())
        .ifPresent(logo -> channel.setImage(image(logo.toString(), document)));
    channel.setItems(document.entries().stream().map(RssRenderer::item).toList());
    return withModules(channel, document);
  }

  private static Image image(String logo, FeedDocument document) {
    Image image = new Image();
    image.setUrl(logo);
    image.setTitle(title(document.title()));
    image.setLink(document.page().toString());
    // ROME's own values are -1, and it writes them.
    image.setWidth(null);
    image.setHeight(null);
    return image;
  }

  private static Item item(Entry entry) {
    Item item = new Item();
    item.setTitle(title(entry.title()));
    item.setLink(entry.permalink().toString());
    Guid guid = new Guid();
    guid.setPermaLink(false);
    guid.setValue(entry.id().toString());
    item.setGuid(guid);
    item.setPubDate(Date.from(entry.published()));
    Description description = new Description();
    description.setValue(
        escapeForHtml(entry.summary().isEmpty() ? entry.title() : entry.summary()));
    item.setDescription(description);
    Content content = new Content();
    content.setType("html");
    content.setValue(entry.content().markup());
    item.setContent(content);
    item.setCategories(entry.categories().stream().map(RssRenderer::category).toList());
    return item;
  }

  private static Category category(Entry.Category category) {
    Category rss = new Category();
    rss.setValue(category.label());
    category.scheme().ifPresent(scheme -> rss.setDomain(scheme.toString()));
    return rss;
  }

  /** Replaces angle brackets: some readers parse a title as HTML, others as text, and so both show the same. */
  private static String title(String text) {
    return text.replace('<', '‹').replace('>', '›');
  }

  /** Escapes a text, since readers parse a description as HTML. */
  private static String escapeForHtml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Document withModules(Channel model, FeedDocument document) {
    try {
      Document xml = new WireFeedOutput().outputJDom(model);
      List.of(ATOM, DC, SOURCE).forEach(xml.getRootElement()::addNamespaceDeclaration);
      Element channel = xml.getRootElement().getChild("channel");
      // Behind the link to the page: some readers take the first link of any namespace for it.
      channel.addContent(
          channel.indexOf(channel.getChild("link")) + 1,
          FeedXml.links(document, FeedFormat.RSS).stream()
              .map(RssRenderer::link)
              .toList());
      FeedXml.markArchive(document, xml.getRootElement(), channel);
      document.rhythm().ifPresent(gap -> addCadence(xml.getRootElement(), channel, gap));
      List<Element> items = channel.getChildren("item");
      for (int i = 0; i < items.size(); i++) {
        FeedXml.toCdata(items.get(i).getChild("description"));
        FeedXml.toCdata(items.get(i).getChild("encoded", CONTENT));
        addCreators(items.get(i), document.entries().get(i), document);
        addMarkdown(items.get(i), document.entries().get(i));
      }
      FeedXml.addPictures(document, xml.getRootElement(), items);
      return xml;
    } catch (FeedException e) {
      throw new IllegalStateException("the RSS feed " + document.id() + " lacks something", e);
    }
  }

  private static Element link(FeedXml.DocumentLink link) {
    Element element = new Element("link", ATOM).setAttribute("rel", link.relation());
    if (!link.mediaType().isEmpty()) {
      element.setAttribute("type", link.mediaType());
    }
    return element.setAttribute("href", link.target().toString());
  }

  private static void addCadence(Element root, Element channel, Duration gap) {
    Cadence cadence = Cadence.of(gap);
    root.addNamespaceDeclaration(SY);
    int beforeItems = channel.indexOf(channel.getChild("lastBuildDate")) + 1;
    channel.addContent(
        beforeItems,
        List.of(
            new Element("updatePeriod", SY).setText(cadence.period()),
            new Element("updateFrequency", SY).setText(String.valueOf(cadence.frequency()))));
  }

  private static void addMarkdown(Element item, Entry entry) {
    entry.content().markdown().filter(markdown -> !markdown.isEmpty()).ifPresent(markdown -> {
      Element element = new Element("markdown", SOURCE).setText(markdown);
      FeedXml.toCdata(element);
      item.addContent(element);
    });
  }

  private static void addCreators(Element item, Entry entry, FeedDocument document) {
    List<Author> authors = entry.authors().isEmpty() ? document.authors() : entry.authors();
    authors.forEach(author -> item.addContent(new Element("creator", DC).setText(author.name())));
  }
}
