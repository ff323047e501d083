package org.offprint.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.feed.FeedRules;
import org.offprint.issue.Author;
import org.offprint.issue.Problem;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IssuePattern;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;

/** The settings of the publication in {@code offprint.yaml}; every value has a default. */
public record PublicationSettings(
    String title,
    String description,
    Optional<URI> baseUrl,
    Optional<String> tag,
    String language,
    ZoneId zone,
    List<Author> authors,
    Optional<URI> icon,
    Optional<URI> logo,
    Optional<String> copyright,
    boolean robots,
    Optional<Masthead.Accent> accent,
    SectionVocabulary vocabulary,
    FileRules files,
    Optional<String> ids,
    List<FormerSite.Redirect> redirects,
    MediaRules media,
    FeedRules feeds,
    List<ViewName> viewNames,
    Masthead.Additions additions,
    PushSettings push) {
  /**
   * A section, tag, author or language that a view names.
   *
   * @param view the key of the view
   * @param facet empty for a section
   * @param name as it is written
   * @param line in the settings file, counted from 1
   */
  public record ViewName(String view, Optional<Facet> facet, String name, int line) {}

  public static final PublicationSettings DEFAULT =
      SettingsFile.read(new byte[0]).settings().orElseThrow();

  private static final Pattern ISSUE_PAGE =
      Pattern.compile(Addresses.ISSUES + "([^/.#?{}]+)(?:#.*)?");
  private static final Pattern PLACE = Pattern.compile("\\{[a-z]+\\}");

  /**
   * The pattern of ids below a base URL; empty if the text is none, or would give two issues one id.
   *
   * @param text {@code {base}} stands for the base URL without its last slash
   */
  static Optional<IssuePattern> idPattern(String text, URI base) {
    String plain = base.toString().replaceFirst("/$", "");
    return Optional.of(text)
        .filter(pattern -> !pattern.matches(".*\\{base\\}[^/].*"))
        .flatMap(pattern -> IssuePattern.find(pattern.replace("{base}", plain)))
        .filter(IssuePattern::hasSlug)
        .filter(pattern -> isUri(PLACE.matcher(pattern.toString()).replaceAll("1")));
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      // The caller reports it with its line.
      return false;
    }
  }

  /** Returns the settings that do not fit the issues, as problems. */
  public List<Problem> problemsWith(Publication publication) {
    return Stream.of(
            problemsOfViews(publication),
            problemsOfPages(publication),
            problemsOfRedirects(publication))
        .flatMap(found -> found)
        .toList();
  }

  /** Returns the advice to set {@code id}, where ids come from a public address and would change with it. */
  public Optional<Problem> adviceOnId(URI base) {
    return tag.isPresent() || !BaseUrl.isPublic(base)
        ? Optional.empty()
        : Optional.of(new Problem(
            Problem.Kind.VALUE,
            Folder.SETTINGS_FILE,
            0,
            "\"id\" is not set, so the ids of entries come from %s and change with it; set it before the first reader subscribes, such as id: %s"
                .formatted(base, BaseUrl.tag(base))));
  }

  private Stream<Problem> problemsOfRedirects(Publication publication) {
    return redirects.stream()
        .map(redirect -> redirect.to().toString())
        .filter(target -> ISSUE_PAGE.matcher(target).matches())
        .filter(target ->
            publication.findIssue(ISSUE_PAGE.matcher(target).replaceAll("$1")).isEmpty())
        .map(target -> new Problem(
            Folder.SETTINGS_FILE,
            0,
            "a redirect leads to %s, but there is no such issue".formatted(target)));
  }

  /** The pages that nobody can open, since a redirect leads away from them. */
  private Stream<Problem> problemsOfPages(Publication publication) {
    return publication.pages().stream()
        .map(PublishedIssue::issue)
        .filter(page ->
            redirects.stream().anyMatch(redirect -> redirect.from().toString().equals(page.slug())))
        .map(page -> new Problem(
            Problem.Kind.VALUE,
            Folder.SETTINGS_FILE,
            files.own().lines().getOrDefault(page.file(), 0),
            "nobody can open the page %s, as \"redirects\" leads from \"%s\" elsewhere; remove the redirect, or choose another \"path\""
                .formatted(page.file(), page.slug())));
  }

  /**
   * The sections, tags, authors and languages of views that there are not. A section can be declared in the settings, so
   * a missing one is a mistake; the others may only have to come yet.
   */
  private Stream<Problem> problemsOfViews(Publication publication) {
    return viewNames.stream()
        .flatMap(named -> named
            .facet()
            .map(facet -> unknownValue(named, facet, publication))
            .orElseGet(() -> unknownSection(named, publication))
            .stream());
  }

  private static Optional<Problem> unknownSection(ViewName named, Publication publication) {
    return SectionKey.find(named.name())
        .filter(key -> publication.findSection(key).isEmpty())
        .map(key -> new Problem(
            Folder.SETTINGS_FILE,
            named.line(),
            "the view \"%s\" names the section \"%s\", which there is not%s"
                .formatted(
                    named.view(),
                    key,
                    meant(publication.nearestSection(key.value()).map(Section::key)))));
  }

  private static Optional<Problem> unknownValue(
      ViewName named, Facet facet, Publication publication) {
    return Optional.of(Facet.key(named.name()))
        .filter(key -> publication.facets().find(facet, key).isEmpty())
        .map(key -> new Problem(
            Problem.Kind.VALUE,
            Folder.SETTINGS_FILE,
            named.line(),
            "the view \"%s\" names the %s \"%s\", which no published issue has%s"
                .formatted(
                    named.view(),
                    facet.name().toLowerCase(Locale.ROOT),
                    named.name(),
                    meant(publication
                        .facets()
                        .nearest(facet, named.name())
                        .map(Facet.Value::name)))));
  }

  private static String meant(Optional<?> near) {
    return near.map(name -> "; is \"" + name + "\" meant?").orElse("");
  }

  /**
   * Returns the rules that follow.
   *
   * @param base the address that readers use
   */
  public PublicationRules rules(URI base) {
    Masthead masthead = new Masthead(
        title,
        description,
        base,
        tag.orElseGet(() -> BaseUrl.tag(base)),
        language,
        zone,
        authors,
        icon.map(picture -> below(base, picture)),
        logo.map(picture -> below(base, picture)),
        copyright,
        accent,
        additions);
    return new PublicationRules(
        masthead,
        vocabulary,
        files,
        new FormerSite(ids.flatMap(pattern -> idPattern(pattern, base)), redirects),
        media,
        robots ? PublicationRules.Readers.EVERYONE : PublicationRules.Readers.NO_CRAWLERS);
  }

  /** A path is one below the base URL, whose own path stands before it. */
  private static URI below(URI base, URI reference) {
    String text = reference.toString();
    return text.startsWith("/") && !text.startsWith("//")
        ? URI.create(base + text.substring(1))
        : base.resolve(reference);
  }
}
