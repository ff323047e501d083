package org.offprint.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;

/**
 * The newsletter as readers may see it at one moment. Immutable, so that any number of threads may
 * read it while the next one is made.
 */
public final class Publication {
  static final Comparator<PublishedIssue> NEWEST_FIRST = Comparator.comparingLong(
          PublishedIssue::publishedSecond)
      .reversed()
      .thenComparing(published -> published.issue().slug(), NaturalOrder.HIGHEST_FIRST);

  /** An issue may be early by that part of the usual time between two. */
  private static final int EARLY = 10;

  private final PublicationRules rules;
  private final List<PublishedIssue> issues;
  private final Map<String, Integer> positions;
  private final ReferredFiles files;
  private final Aliases aliases;
  private final Facets facets;
  private final Lasting lasting;
  private final Map<SectionKey, Section> sectionsByKey = new HashMap<>();
  private final List<Problem> problems;
  private final int filesRead;

  /** The facts about all files together that stay as they are when an issue is revised. */
  private record Lasting(
      List<Section> sections,
      List<PublishedIssue> pages,
      List<PublishedIssue> heldBack,
      List<Issue> pagesHeldBack,
      boolean areIndependent,
      Optional<Instant> nextDue) {}

  private Publication(
      PublicationRules rules,
      List<PublishedIssue> issues,
      Lasting lasting,
      List<Problem> problems,
      int filesRead) {
    this.rules = rules;
    this.issues = List.copyOf(issues);
    this.positions = new HashMap<>(issues.size() * 2);
    for (int i = 0; i < issues.size(); i++) {
      positions.put(issues.get(i).issue().slug(), i);
    }
    this.files = new ReferredFiles(
        rules, Stream.concat(this.issues.stream(), lasting.pages().stream()).toList());
    this.facets = new Facets(rules.masthead(), this.issues);
    this.lasting = lasting;
    lasting.sections().forEach(section -> sectionsByKey.put(section.key(), section));
    List<Problem> found = new ArrayList<>(problems);
    this.aliases = new Aliases(this.issues, lasting.pages(), found);
    this.problems = found.stream().distinct().sorted().toList();
    this.filesRead = filesRead;
  }

  /**
   * Puts issues together.
   *
   * @param read all issues that were read, in the order of their paths; of two with one slug the first counts
   * @param problems the problems found while reading
   * @param filesRead the number of files that were read for this snapshot
   * @param now issues dated later are held back, and so are drafts
   */
  static Publication of(
      PublicationRules rules,
      List<PublishedIssue> read,
      List<Problem> problems,
      int filesRead,
      Instant now) {
    List<Problem> found = new ArrayList<>();
    List<PublishedIssue> pages = read.stream().filter(PublishedIssue::isPage).toList();
    List<PublishedIssue> issues = read.stream().filter(one -> !one.isPage()).toList();
    boolean haveIds =
        issues.stream().anyMatch(candidate -> candidate.issue().id().isPresent());
    List<PublishedIssue> own =
        Collisions.removedFrom(Copies.removedFrom(issues, found, now), rules.ids(), found, now);
    boolean isForAuthors = rules.readers() == PublicationRules.Readers.AUTHORS;
    List<PublishedIssue> visible = own.stream()
        .filter(candidate -> isForAuthors || !candidate.isHeldBack(now))
        .map(candidate -> candidate.marked(now, rules.masthead().wording()))
        .map(candidate -> notUpdatedAfter(now, candidate, found))
        .sorted(NEWEST_FIRST)
        .toList();
    List<PublishedIssue> heldBack = own.stream()
        .filter(candidate -> !isForAuthors && candidate.isHeldBack(now))
        .sorted(Comparator.comparing(candidate -> candidate.issue().file()))
        .toList();
    return new Publication(
        rules,
        visible,
        new Lasting(
            rules.vocabulary().sectionsOf(visible),
            pages.stream()
                .filter(page -> isForAuthors || !page.isHeldBack(now))
                .map(page -> page.marked(now, rules.masthead().wording()))
                .toList(),
            heldBack,
            pages.stream()
                .filter(page -> !isForAuthors && page.isHeldBack(now))
                .map(PublishedIssue::issue)
                .toList(),
            found.isEmpty() && !haveIds,
            nextDue(Stream.concat(own.stream(), pages.stream()), now)),
        Stream.concat(problems.stream(), found.stream()).toList(),
        filesRead);
  }

  private static Optional<Instant> nextDue(Stream<PublishedIssue> own, Instant now) {
    return own.map(PublishedIssue::issue)
        .filter(issue -> !issue.draft())
        .flatMap(issue -> Stream.of(Optional.of(issue.date()), issue.updated(), issue.end()))
        .flatMap(Optional::stream)
        .map(OffsetDateTime::toInstant)
        .filter(moment -> moment.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /**
   * Returns the next publication if few issues have changed.
   *
   * @param other rules with the same vocabulary
   * @param changes the changes of the files that were read or are gone
   * @param found the problems of all files
   * @param read the number of files that were read
   * @param now issues dated later are held back
   * @return empty if it must be rebuilt
   */
  Optional<Publication> revised(
      PublicationRules other,
      List<Revision.Change> changes,
      List<Problem> found,
      int read,
      Instant now) {
    return Revision.of(this, changes, now)
        .map(list -> new Publication(other, list, lasting, found, read));
  }

  /** A date in the future is a slip: it would freeze the feeds in readers that compare dates. */
  private static PublishedIssue notUpdatedAfter(
      Instant now, PublishedIssue candidate, List<Problem> problems) {
    Issue issue = candidate.issue();
    if (issue.updated().filter(updated -> updated.toInstant().isAfter(now)).isEmpty()) {
      return candidate;
    }
    problems.add(new Problem(
        Problem.Kind.VALUE,
        issue.file(),
        0,
        "\"updated\" is in the future; the issue counts as not updated until then"));
    return candidate.with(issue.withoutUpdated());
  }

  /** Returns a copy with more problems, for a failed refresh. */
  public Publication withProblems(List<Problem> more) {
    return new Publication(
        rules,
        issues,
        lasting,
        Stream.concat(problems.stream(), more.stream()).toList(),
        filesRead);
  }

  /** Returns the masthead. */
  public Masthead masthead() {
    return rules.masthead();
  }

  /** Returns the mapping of headings to sections. */
  public SectionVocabulary vocabulary() {
    return rules.vocabulary();
  }

  /** Returns the addresses of its pages. */
  public Addresses addresses() {
    return masthead().addresses();
  }

  /** Returns true if search engines and other crawlers may read it. */
  public boolean isForCrawlers() {
    return rules.readers() == PublicationRules.Readers.EVERYONE;
  }

  /** Returns true if it shows its authors what others do not see. */
  public boolean isForAuthors() {
    return rules.readers() == PublicationRules.Readers.AUTHORS;
  }

  /** Returns the publication as authors see it with one more issue, which is held back; empty if there is none of that slug. */
  public Optional<Publication> withHeldBack(String slug) {
    return lasting.heldBack().stream()
        .filter(candidate -> candidate.issue().slug().equals(slug))
        .findFirst()
        .map(more -> {
          List<PublishedIssue> all = Stream.concat(issues.stream(), Stream.of(more))
              .sorted(NEWEST_FIRST)
              .toList();
          return new Publication(
              rules.forAuthors(),
              all,
              new Lasting(
                  vocabulary().sectionsOf(all),
                  lasting.pages(),
                  List.of(),
                  List.of(),
                  false,
                  Optional.empty()),
              List.of(),
              0);
        });
  }

  /** The ids of its feeds and entries. */
  public EntryIds ids() {
    return rules.ids();
  }

  /** The issues that readers may see, newest first; of two with one date that with the higher slug. */
  public List<PublishedIssue> issues() {
    return issues;
  }

  /** Returns the publisher's own pages that readers may see, in the order of the settings. */
  public List<PublishedIssue> pages() {
    return rules.files().own().pages().stream()
        .flatMap(page -> findPage(page.path()).stream())
        .toList();
  }

  /** Returns the publisher's own page at a path. */
  public Optional<PublishedIssue> findPage(String path) {
    return lasting.pages().stream()
        .filter(page -> page.issue().slug().equals(path))
        .findFirst();
  }

  /** Returns the publisher's words for the foot of every page. */
  public Html footer() {
    return rules.footer();
  }

  /** The sections: the vocabulary's in its order, then the others in the order of their first issue. */
  public List<Section> sections() {
    return lasting.sections();
  }

  /** Drafts, and issues dated in the future, in the order of their paths. */
  public List<Issue> heldBack() {
    return lasting.heldBack().stream().map(PublishedIssue::issue).toList();
  }

  /** Returns the publisher's own pages that are held back likewise. */
  public List<Issue> pagesHeldBack() {
    return lasting.pagesHeldBack();
  }

  /** Returns all that is held back, pages last. */
  public List<Issue> allHeldBack() {
    return Stream.concat(heldBack().stream(), pagesHeldBack().stream()).toList();
  }

  /** Returns the faults in the publisher's files, by file and line. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the number of files that were read for this snapshot; the others were cached. */
  public int filesRead() {
    return filesRead;
  }

  /** An issue that readers may see. */
  public Optional<PublishedIssue> findIssue(String slug) {
    return position(slug).map(issues::get);
  }

  /** Returns the files to which issues refer. */
  public ReferredFiles files() {
    return files;
  }

  private Optional<Integer> position(String slug) {
    return Optional.ofNullable(positions.get(slug));
  }

  /** Returns the index of this very issue, unless its file has been read again since. */
  @SuppressWarnings("ReferenceEquality") // Another reading of the same file is another issue.
  Optional<Integer> positionOf(PublishedIssue issue) {
    return position(issue.issue().slug()).filter(place -> issues.get(place) == issue);
  }

  /**
   * Returns true if nothing about one issue depends on another or on the time: no two have one slug, none sets an id,
   * and no {@code updated} is in the future.
   */
  boolean areIndependent() {
    return lasting.areIndependent();
  }

  /** Returns the authors of an issue, with their pages; they are the publishers if it names none. */
  public List<Author> authorsOf(PublishedIssue issue) {
    List<Author> own = issue.issue().authors();
    return own.isEmpty()
        ? masthead().authors()
        : own.stream().map(author -> author.knownAs(masthead().authors())).toList();
  }

  /** Returns the tags, authors and languages of its issues. */
  public Facets facets() {
    return facets;
  }

  /** The issue that was published next after another. */
  public Optional<PublishedIssue> newerThan(PublishedIssue issue) {
    return neighbour(issue, -1);
  }

  /** The issue that was published last before another. */
  public Optional<PublishedIssue> olderThan(PublishedIssue issue) {
    return neighbour(issue, 1);
  }

  private Optional<PublishedIssue> neighbour(PublishedIssue issue, int step) {
    return position(issue.issue().slug())
        .map(position -> position + step)
        .filter(position -> position >= 0 && position < issues.size())
        .map(issues::get);
  }

  /** A section of the vocabulary or of an issue. */
  public Optional<Section> findSection(SectionKey key) {
    return Optional.ofNullable(sectionsByKey.get(key));
  }

  /** Returns the number of items in all issues together. */
  public long itemCount() {
    return issues.stream().mapToLong(PublishedIssue::itemCount).sum();
  }

  /** Returns the new address, a path or absolute, of an old path that the publisher names. */
  public Optional<String> findMoved(String path) {
    return rules.former().find(path);
  }

  /** Returns the new address of an old issue page, which the issue names or the publisher by a pattern. */
  public Optional<String> findMovedIssue(String path) {
    return aliases.find(path).or(() -> rules.former().findIssue(this, path));
  }

  /** Returns the known paths of the former site: those named, and one for each issue and pattern. */
  public Stream<String> formerPaths() {
    return Stream.concat(aliases.paths(), rules.former().paths(this));
  }

  /** The section whose key or title comes nearest to a name that is none. */
  public Optional<Section> nearestSection(String name) {
    return DidYouMean.of(
        name, sections(), section -> Stream.of(section.key().value(), section.title()));
  }

  /**
   * The usual time from one issue to the next, lately: the median of the last twelve gaps, in whole days
   * from 4 days on, in whole hours from 4 hours on; empty with fewer than three issues, and where most came
   * out at the same moment.
   */
  public Optional<Duration> rhythm() {
    return UsualGap.of(issues);
  }

  /** Returns the expected time of the next issue by the rhythm, less a tenth of it because some come early. */
  public Optional<Instant> nextExpected() {
    return rhythm()
        .flatMap(gap -> issues.stream()
            .findFirst()
            .map(newest -> newest.published().plus(gap).minusSeconds(gap.toSeconds() / EARLY)));
  }

  /** Returns the next time at which an issue held back only by its date is due, or ends, or an {@code updated} takes effect. */
  public Optional<Instant> nextDue() {
    return lasting.nextDue();
  }
}
