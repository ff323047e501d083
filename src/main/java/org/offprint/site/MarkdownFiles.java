package org.offprint.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.publication.Addresses;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * Serves issues, sections and views as Markdown, for programs that read text, and a guide to it. It is made of what
 * readers get, so that it has nothing of an author's file that they have not.
 *
 * @param publication the issues
 * @param feeds the feeds of the sections and views
 */
record MarkdownFiles(Publication publication, FeedAssembler feeds) implements Resource {
  static final String SUFFIX = ".md";
  static final String MEDIA_TYPE = "text/markdown";

  private static final int MOST_ISSUES = 50;

  /** Returns the path of the page to which the path of a Markdown file belongs; empty for any other path. */
  static Optional<String> page(String path) {
    return path.endsWith(SUFFIX)
        ? Optional.of(path.substring(0, path.length() - SUFFIX.length()))
        : Optional.empty();
  }

  @Override
  public Stream<String> paths() {
    Stream<String> scopes = feeds
        .scopes()
        .filter(scope -> !scope.equals(FeedScope.whole()))
        .map(scope -> scope.page() + SUFFIX);
    return Stream.of(issues(), scopes, Stream.of(Addresses.GUIDE)).flatMap(paths -> paths);
  }

  private Stream<String> issues() {
    return publication.issues().stream()
        .filter(issue -> feeds.hasMarkdown())
        .map(issue -> Addresses.path(issue.issue()) + SUFFIX);
  }

  @Override
  public Optional<Supplier<Representation>> find(String path) {
    if (path.equals(Addresses.GUIDE)) {
      return Optional.of(() -> file("text/plain", guide()));
    }
    return page(path).flatMap(page -> issue(page).or(() -> scope(page)));
  }

  private Optional<Supplier<Representation>> issue(String page) {
    return IssueFiles.issue(publication, page)
        .filter(issue -> feeds.hasMarkdown())
        .map(issue -> () -> file(MEDIA_TYPE, issue(issue)));
  }

  private Optional<Supplier<Representation>> scope(String page) {
    return feeds
        .findScope(page)
        .filter(scope -> scope.page().equals(page))
        .flatMap(scope -> feeds.findListing(scope, Lens.ISSUES))
        .map(listing -> () -> file(MEDIA_TYPE, scope(listing)));
  }

  private static Representation file(String mediaType, CharSequence text) {
    return Representation.ofFile(mediaType, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a description of the newsletter, with the addresses of its Markdown and its feeds. */
  private CharSequence guide() {
    StringBuilder text =
        new StringBuilder("# ").append(plain(publication.masthead().title())).append("\n\n");
    summary(text, publication.masthead().description());
    text.append("Every ")
        .append(feeds.hasMarkdown() ? "issue and section" : "section")
        .append(" of this newsletter is there as Markdown, and every section as a feed.\n");
    section(
        text,
        "Issues",
        publication.issues().stream()
            .limit(MOST_ISSUES)
            .map(issue -> line(
                issue.issue().title(),
                of(Addresses.path(issue.issue()) + (feeds.hasMarkdown() ? SUFFIX : "")),
                Optional.of(date(issue)))));
    section(
        text,
        "Sections",
        feeds
            .listedScopes()
            .filter(scope -> !(scope instanceof FeedScope.Whole))
            .flatMap(scope -> feeds.findListing(scope, Lens.ISSUES).stream())
            .map(listing -> line(
                listing.name().text(),
                of(listing.scope().page() + SUFFIX),
                Optional.<String>empty())));
    section(
        text,
        "Feeds",
        Stream.concat(
            feeds.findListing(FeedScope.whole(), Lens.ISSUES).stream()
                .flatMap(whole -> Stream.of(FeedFormat.values())
                    .map(format -> line(
                        format.label(),
                        whole.address(format),
                        Optional.of("the newest issues, in full")))),
            Stream.of(
                line("All feeds", of(Addresses.DIRECTORY), Optional.of("also for each section")))));
    section(
        text,
        "Optional",
        Stream.of(line("All pages", of(Addresses.SITEMAP), Optional.<String>empty())));
    return text;
  }

  private static void section(StringBuilder text, String title, Stream<String> lines) {
    String list = lines.collect(Collectors.joining());
    if (!list.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n").append(list);
    }
  }

  private static void summary(StringBuilder text, String description) {
    if (!description.isEmpty()) {
      text.append("> ").append(plain(description)).append("\n\n");
    }
  }

  private static String line(String title, URI target, Optional<String> note) {
    return "- " + link(title, target) + note.map(words -> ": " + words).orElse("") + "\n";
  }

  /** Writes the newest issues with the selected sections of a scope, as many as its feed holds. */
  private CharSequence scope(FeedListing listing) {
    FeedDocument document = feeds.find(listing.scope(), Lens.ISSUES).orElseThrow();
    StringBuilder text = new StringBuilder("# ").append(plain(listing.title())).append("\n\n");
    summary(text, document.description());
    text.append("Feeds: ")
        .append(Stream.of(FeedFormat.values())
            .map(format -> link(format.label(), document.self(format)))
            .collect(Collectors.joining(", ")))
        .append(". Page: <")
        .append(document.page())
        .append(">.\n");
    document.entries().forEach(entry -> issue(text, entry));
    return text;
  }

  private void issue(StringBuilder text, Entry entry) {
    PublishedIssue own = publication.findIssue(entry.source().issue()).orElseThrow();
    text.append("\n## ")
        .append(link(own.issue().title(), entry.permalink()))
        .append("\n\n")
        .append(date(own))
        .append('\n');
    content(text, entry.content(), 1);
  }

  /** Writes a whole issue below its title, date, authors and link. */
  private CharSequence issue(PublishedIssue own) {
    StringBuilder text = new StringBuilder("# ")
        .append(plain(own.issue().title()))
        .append("\n\n")
        .append(date(own));
    List<Author> authors = publication.authorsOf(own);
    if (!authors.isEmpty()) {
      text.append(", by ")
          .append(authors.stream().map(MarkdownFiles::author).collect(Collectors.joining(", ")));
    }
    text.append(". Page: <").append(publication.addresses().issue(own.issue())).append(">.\n");
    content(text, own.content(publication.masthead()), 0);
    return text;
  }

  private static String author(Author author) {
    return author
        .uri()
        .map(page -> link(author.name(), page))
        .orElseGet(() -> plain(author.name()));
  }

  private static void content(StringBuilder text, Html content, int deeper) {
    // HTML is Markdown, too.
    String markdown = content.markdown(deeper).orElseGet(content::markup);
    if (!markdown.isEmpty()) {
      text.append('\n').append(markdown).append('\n');
    }
  }

  /** In the author's own time zone. */
  private static String date(PublishedIssue issue) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(issue.issue().date());
  }

  private URI of(String path) {
    return publication.addresses().of(path);
  }

  private static String plain(String text) {
    return Html.paragraph(text).markdown().orElseThrow();
  }

  private static String link(String text, URI target) {
    return Html.paragraphWithLink("", target, text).markdown().orElseThrow();
  }
}
