package org.offprint.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/**
 * Writes the pages of one publication, in UTF-8. The same publication gives the same bytes on every
 * machine. Thread-safe.
 */
public final class PageRenderer {
  private static final String PACKAGE = "org.offprint.page";
  private static final int MOST_ISSUES_IN_SECTION = 50;

  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
      null, ContentType.Html, PageRenderer.class.getClassLoader(), PACKAGE);

  private final Publication publication;
  private final PageLinks links;

  public PageRenderer(Publication publication) {
    this.publication = publication;
    this.links = new PageLinks(publication.permalinks());
  }

  /** The home page. */
  public byte[] home() {
    Map<SectionKey, Long> counts = publication.issues().stream()
        .flatMap(issue -> issue.sections().stream())
        .collect(Collectors.groupingBy(own -> own.section().key(), Collectors.counting()));
    List<HomePage.SectionLine> sections = publication.sections().stream()
        .map(section -> new HomePage.SectionLine(
            section.title(),
            links.section(section.key()),
            issues(Optional.ofNullable(counts.get(section.key())).orElse(0L)),
            feeds(FeedScope.of(section.key()), Lens.ISSUES)))
        .toList();
    HomePage page = new HomePage(
        frame(publication.masthead().title(), "/", Optional.empty()),
        publication.masthead().description(),
        feeds(FeedScope.WHOLE, Lens.ISSUES),
        feeds(FeedScope.WHOLE, Lens.ITEMS),
        sections,
        publication.issues().stream().map(this::line).toList());
    return render("home.jte", page);
  }

  /** The page of an issue. */
  public byte[] issue(PublishedIssue published) {
    IssuePage page = new IssuePage(
        frame(published.issue().title(), "/issues/" + published.issue().slug(), Optional.empty()),
        line(published),
        published.issue().language().orElse(publication.masthead().language()),
        published.issue().content(),
        published.issue().authors(),
        links.of("/issues/" + published.issue().slug() + ".md"),
        publication.newerThan(published).map(this::line),
        publication.olderThan(published).map(this::line));
    return render("issue.jte", page);
  }

  /** The page of a section: its newest items, issue by issue. */
  public byte[] section(Section section) {
    List<SectionPage.Group> groups = publication.issues().stream()
        .flatMap(published -> published.find(section.key()).stream()
            .map(own -> new SectionPage.Group(line(published), own.items())))
        .limit(MOST_ISSUES_IN_SECTION)
        .toList();
    FeedScope scope = FeedScope.of(section.key());
    SectionPage page = new SectionPage(
        frame(
            publication.masthead().title() + ": " + section.title(),
            scope.path(),
            Optional.of(section)),
        section.title(),
        section.isSponsored(),
        feeds(scope, Lens.ISSUES),
        feeds(scope, Lens.ITEMS),
        groups);
    return render("section.jte", page);
  }

  /** What was read, and every problem: the page for the publisher. */
  public byte[] status() {
    StatusPage page = new StatusPage(
        frame("Status: " + publication.masthead().title(), "/status", Optional.empty()),
        publication.issues().size(),
        publication.sections().size(),
        publication.itemCount(),
        publication.filesRead(),
        publication.problems(),
        publication.heldBack());
    return render("status.jte", page);
  }

  /** The page for an address that leads nowhere; it names the sections there are. */
  public byte[] notFound() {
    NotFoundPage page = new NotFoundPage(
        frame("Not found: " + publication.masthead().title(), "/", Optional.empty()),
        publication.sections().stream()
            .map(section -> new PageLinks.Link(section.title(), links.section(section.key())))
            .toList());
    return render("notfound.jte", page);
  }

  private byte[] render(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    return output.toByteArray();
  }

  private Frame frame(String title, String path, Optional<Section> section) {
    List<PageLinks.Link> discovery = Stream.concat(
            Stream.of(
                absolute(FeedScope.WHOLE, Lens.ISSUES, publication.masthead().title())),
            section.stream()
                .flatMap(own -> Stream.of(
                    absolute(FeedScope.of(own.key()), Lens.ISSUES, title),
                    absolute(FeedScope.of(own.key()), Lens.ITEMS, title + " (items)"))))
        .toList();
    return new Frame(
        title,
        publication.masthead().title(),
        publication.masthead().language(),
        publication.permalinks().of(path).toString(),
        links.of("/"),
        links.of(Stylesheet.PATH),
        links.of("/status"),
        publication.masthead().copyright(),
        discovery);
  }

  private PageLinks.Link absolute(FeedScope scope, Lens lens, String title) {
    String path = new FeedAddress(scope, lens, FeedFormat.ATOM).path();
    return new PageLinks.Link(title, publication.permalinks().of(path).toString());
  }

  private List<PageLinks.Link> feeds(FeedScope scope, Lens lens) {
    return Stream.of(FeedFormat.values())
        .map(format -> new PageLinks.Link(
            format.label(), links.of(new FeedAddress(scope, lens, format).path())))
        .toList();
  }

  private static String issues(long count) {
    return count == 1 ? "1 issue" : count + " issues";
  }

  private IssueLine line(PublishedIssue published) {
    return IssueLine.of(published, links, publication.masthead().language());
  }
}
