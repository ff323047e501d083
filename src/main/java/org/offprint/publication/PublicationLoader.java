package org.offprint.publication;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueName;
import org.offprint.issue.IssueReader;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Problem;
import org.offprint.issue.ReadingCache;
import org.offprint.issue.SourceRules;
import org.offprint.issue.Surroundings;
import org.offprint.issue.Utf8Text;

/**
 * Makes a publication of a folder. It caches parsed files, so that one change reads one file, and
 * the last good version of each file, which stays published while the file is broken. For one thread
 * at a time.
 */
public final class PublicationLoader {
  private final Path root;
  private final Optional<ReadingCache> cache;
  private final NavigableMap<String, KnownFile> known = new TreeMap<>();
  /** The problems of known files, without entries for files that have none. */
  private final NavigableMap<String, List<Problem>> problems = new TreeMap<>();

  private final FilesOfSettings ofSettings = new FilesOfSettings();
  private final SameNames names = new SameNames();
  private final FolderWarnings warnings = new FolderWarnings();
  private final IssueLinks links = new IssueLinks();
  private final Renames renames = new Renames();
  private final DeadReferences dead = new DeadReferences();
  /** The issues to whose files something has happened. */
  private final Set<String> toLookAt = new LinkedHashSet<>();

  private MediaRules media = MediaRules.NONE;
  private Optional<PublicationRules> rulesOfKnown = Optional.empty();
  private Optional<Publication> lastMade = Optional.empty();
  private Instant lastMoment = Instant.MIN;
  private final Absences absences = new Absences();

  /** Reads every issue once. */
  public PublicationLoader(Path root) {
    this(root, Optional.empty());
  }

  /** Reads every issue once, except those that an earlier run has left in the cache. */
  public PublicationLoader(Path root, Optional<ReadingCache> cache) {
    this.root = root;
    this.cache = cache;
  }

  /**
   * Reads the files that changed since the last call or could not be read then.
   *
   * <p>A root that cannot be listed, or that has lost all its issues at once (an unmounted volume, a checkout under
   * way), keeps its issues. A file that is missing keeps its issue until {@link #nextWithdrawal}, unless another has come with
   * its words or its address.
   *
   * @param folder the folder as it stands
   * @param now issues dated later are held back
   */
  public Publication load(Folder folder, PublicationRules given, Instant now) {
    media = given.in(root).media();
    if (hasVanished(folder)) {
      absences.await(Set.of(), now);
      return withWarnings(
          assemble(vanished(folder), rulesOfKnown.orElseGet(() -> given.in(root)), 0, now));
    }
    PublicationRules rules = ofSettings.read(root, folder, given.in(root));
    if (rulesOfKnown.filter(old -> old.vocabulary().equals(rules.vocabulary())).isEmpty()) {
      warnings.clear();
      problems.clear();
      known.replaceAll((file, earlier) -> earlier.under(rules.vocabulary()));
      known.forEach((file, state) -> note(file, Optional.empty(), state));
      lastMade = Optional.empty();
    }
    if (now.isBefore(lastMoment)) {
      // The clock was put back: issues that were due may be held back again.
      lastMade = Optional.empty();
    }
    lastMoment = now;
    Optional<Publication> last = lastMade;
    // Until this has succeeded, the next refresh must look at everything.
    lastMade = Optional.empty();
    if (rulesOfKnown.filter(old -> old.reading().equals(rules.reading())).isEmpty()) {
      names.clear();
      known.forEach((file, state) -> names.put(file, state, rules.reading().source()));
    }
    Differences differences = differences(folder, rules);
    List<Revision.Change> changes = take(differences, folder, rules, now);
    renames.look(changes, now);
    int filesRead = differences.toRead().size();
    rulesOfKnown = Optional.of(rules);
    Publication made = last.flatMap(before ->
            before.revised(rules, changes, allProblems(folder.problems(), now), filesRead, now))
        .orElseGet(() -> assemble(folder.problems(), rules, filesRead, now));
    List<Revision.Change> cut = cutDead(made, folder, rules, now);
    if (!cut.isEmpty()) {
      made = made.revised(rules, cut, allProblems(folder.problems(), now), filesRead, now)
          .orElseGet(() -> assemble(folder.problems(), rules, filesRead, now));
    }
    lastMade = Optional.of(made);
    return withReason(withWarnings(made));
  }

  /** A folder without any issue is hardly meant, and its files tell what is. */
  private Publication withReason(Publication made) {
    boolean isExplained = known.values().stream().anyMatch(file -> file.issue().isPresent())
        || made.problems().stream().anyMatch(Problem::isError);
    if (isExplained) {
      return made;
    }
    boolean isChosen = rulesOfKnown.filter(rules -> rules.files().isSelective()).isPresent();
    String reason = FolderSurvey.of(root).reasonForNone(isChosen);
    return made.withProblems(List.of(new Problem(".", 0, reason)));
  }

  private Publication withWarnings(Publication made) {
    List<Problem> found = new ArrayList<>(names.warnings());
    found.addAll(links.warnings(made, media));
    found.addAll(renames.warnings(made));
    rulesOfKnown.ifPresent(rules -> found.addAll(FilesOfSettings.linkedEarly(made, rules.files())));
    found.addAll(FilesOfSettings.leadingNowhere(made));
    found.addAll(warnings.of(
        made,
        () -> known.values().stream().flatMap(file -> file.inList().stream()).iterator()));
    return found.isEmpty() ? made : made.withProblems(found);
  }

  /** Returns true if the folder has lost all its known files. */
  public boolean hasVanished(Folder folder) {
    return !known.isEmpty() && (!folder.isComplete() || !folder.hasIssues());
  }

  private static List<Problem> vanished(Folder folder) {
    List<Problem> problems = new ArrayList<>(folder.problems());
    if (folder.isComplete()) {
      problems.add(
          new Problem(".", 0, "the folder has no issue any more; the last ones stay published"));
    }
    return problems;
  }

  /** Reads new and changed files, and forgets those that are gone. */
  private List<Revision.Change> take(
      Differences differences, Folder folder, PublicationRules rules, Instant moment) {
    SourceRules source = rules.reading().source();
    List<String> gone =
        differences.gone().stream().filter(file -> !isOutOfSight(file, folder)).toList();
    gone.forEach(names::remove);
    differences
        .toRead()
        .forEach(file -> names.expect(
            file, IssueName.expected(file, seenAs(file, folder, rules).around(), source)));
    Set<String> renamed = new HashSet<>(names.decide());
    Map<String, Optional<PublishedIssue>> before = new LinkedHashMap<>();
    put(read(differences.toRead(), folder, rules, moment), before, source);
    Set<String> awaited = absences.await(
        missing(
            gone, folder, rules, before.keySet().stream().flatMap(this::issues).toList()),
        moment);
    for (String file : gone) {
      if (awaited.contains(file)) {
        Optional.ofNullable(known.get(file)).ifPresent(last -> names.put(file, last, source));
      } else {
        before.put(file, issueOf(file));
        forget(file);
      }
    }
    renamed.addAll(names.decide());
    renamed.addAll(differences.toRead());
    List<String> misnamed = renamed.stream()
        .filter(file -> folder.files().containsKey(file)
            && Optional.ofNullable(known.get(file))
                .filter(last -> names.isMisnamed(file, last))
                .isPresent())
        .sorted()
        .toList();
    put(read(misnamed, folder, rules, moment), before, source);
    List<String> mislinked =
        links.mislinked().stream().filter(folder.files()::containsKey).toList();
    put(read(mislinked, folder, rules, moment), before, source);
    put(lookAtFiles(rules), before, source);
    return before.entrySet().stream()
        .map(entry -> new Revision.Change(entry.getValue(), issueOf(entry.getKey())))
        .toList();
  }

  /** Takes the states of files, and remembers the issues that they had. */
  private void put(
      Map<String, KnownFile> read,
      Map<String, Optional<PublishedIssue>> before,
      SourceRules source) {
    read.forEach((file, now) -> {
      before.putIfAbsent(file, issueOf(file));
      note(file, Optional.ofNullable(known.put(file, now)), now);
      names.put(file, now, source);
    });
  }

  /** Reads the issues again of which a reference leads nowhere now, or somewhere. */
  private List<Revision.Change> cutDead(
      Publication made, Folder folder, PublicationRules rules, Instant moment) {
    List<String> files = dead
        .look(
            links.deadIn(made, media),
            file -> Optional.ofNullable(known.get(file)).flatMap(KnownFile::readIssue),
            media)
        .stream()
        .filter(folder.files()::containsKey)
        .toList();
    Map<String, Optional<PublishedIssue>> before = new LinkedHashMap<>();
    put(read(files, folder, rules, moment), before, rules.reading().source());
    return before.entrySet().stream()
        .map(entry -> new Revision.Change(entry.getValue(), issueOf(entry.getKey())))
        .toList();
  }

  private Optional<Surroundings.Targets> targetsOf(String file) {
    return links
        .pagesOf(file)
        .map(pages -> new Surroundings.Targets(
            pages, issueOf(file).map(issue -> dead.of(issue, media)).orElseGet(TreeSet::new)));
  }

  /** Returns the issues with other files than before. */
  private Map<String, KnownFile> lookAtFiles(PublicationRules rules) {
    if (rulesOfKnown.filter(old -> !old.media().equals(rules.media())).isPresent()) {
      toLookAt.addAll(known.keySet());
      known.keySet().forEach(dead::touch);
    }
    MediaFolders folders = new MediaFolders(rules.media());
    Map<String, KnownFile> changed = new LinkedHashMap<>();
    for (String file : toLookAt) {
      Optional<KnownFile> last = Optional.ofNullable(known.get(file));
      last.map(state -> state.lookingAt(folders))
          .filter(now -> !last.get().equals(now))
          .ifPresent(now -> changed.put(file, now));
    }
    toLookAt.clear();
    return changed;
  }

  private Map<String, KnownFile> read(
      List<String> files, Folder folder, PublicationRules rules, Instant moment) {
    boolean isFirst = rulesOfKnown.isEmpty();
    IssueReader reader = new IssueReader(rules.reading(), cache);
    MediaFolders folders = new MediaFolders(rules.media());
    Map<String, KnownFile> read = new LinkedHashMap<>();
    files.parallelStream()
        .map(file -> {
          Optional<KnownFile> earlier = Optional.ofNullable(known.get(file));
          KnownFile.Seen seen = seenAs(file, folder, rules);
          IssueReading reading = reader.read(
              root, file, seen.around().named(names.find(file)).linkingTo(targetsOf(file)));
          return Map.entry(
              file,
              KnownFile.of(seen, reading, earlier, rules.vocabulary())
                  .firstSeen(earlier, isFirst ? Optional.empty() : Optional.of(moment))
                  .lookingAt(folders));
        })
        .toList()
        .forEach(entry -> read.put(entry.getKey(), entry.getValue()));
    return read;
  }

  private Optional<PublishedIssue> issueOf(String file) {
    return Optional.ofNullable(known.get(file)).flatMap(KnownFile::issue);
  }

  private Stream<Issue> issues(String file) {
    return issueOf(file).map(PublishedIssue::issue).stream();
  }

  /** Of the files that are gone those whose issues are nowhere now. */
  private Set<String> missing(
      List<String> gone, Folder folder, PublicationRules rules, List<Issue> come) {
    Set<String> slugs = come.stream().map(Issue::slug).collect(Collectors.toSet());
    Set<Utf8Text> sources =
        gone.isEmpty() ? Set.of() : come.stream().map(Issue::source).collect(Collectors.toSet());
    return gone.stream()
        .filter(file -> !folder.files().containsKey(file)
            && !isIgnored(file, rules)
            && Optional.ofNullable(known.get(file))
                .flatMap(KnownFile::issue)
                .map(PublishedIssue::issue)
                .filter(issue -> !slugs.contains(issue.slug()) && !sources.contains(issue.source()))
                .isPresent())
        .collect(Collectors.toSet());
  }

  /** Returns the time at which the first missing file takes its issue with it, unless it comes back. */
  public Optional<Instant> nextWithdrawal() {
    return absences.end();
  }

  /** Looks at the next call at the files to which issues refer, though the issues have not changed. */
  public void lookAtFilesOf(Set<String> issueFiles) {
    toLookAt.addAll(issueFiles);
  }

  private void note(String file, Optional<KnownFile> before, KnownFile now) {
    dead.touch(file);
    warnings.replace(before.flatMap(KnownFile::inList), now.inList());
    links.replace(before.flatMap(KnownFile::issue), now.issue());
    problems.remove(file);
    List<Problem> found = now.allProblems(media);
    if (!found.isEmpty()) {
      problems.put(file, found);
    }
  }

  private void forget(String file) {
    Optional<KnownFile> before = Optional.ofNullable(known.remove(file));
    problems.remove(file);
    warnings.replace(before.flatMap(KnownFile::inList), Optional.empty());
    links.replace(before.flatMap(KnownFile::issue), Optional.empty());
  }

  /** The listed files that are new or changed, and the known files that are gone. */
  private record Differences(List<String> toRead, List<String> gone) {}

  private Differences differences(Folder folder, PublicationRules rules) {
    boolean isReadAlike =
        rulesOfKnown.filter(old -> old.reading().equals(rules.reading())).isPresent();
    boolean isIgnoredAlike =
        rulesOfKnown.filter(old -> old.files().equals(rules.files())).isPresent();
    List<String> toRead = new ArrayList<>();
    Set<String> gone = new LinkedHashSet<>(known.keySet());
    folder.files().keySet().forEach(file -> {
      Optional<KnownFile> before = Optional.ofNullable(known.get(file));
      if ((isIgnoredAlike && before.isPresent()) || !isIgnored(file, rules)) {
        gone.remove(file);
        if (!isReadAlike
            || before
                .filter(last -> last.isReadAs(seenAs(file, folder, rules), rules.vocabulary()))
                .isEmpty()) {
          toRead.add(file);
        }
      }
    });
    return new Differences(toRead, List.copyOf(gone));
  }

  private static boolean isIgnored(String file, PublicationRules rules) {
    return rules.files().isOfSettings(file)
        || !rules.files().chooses(file)
        || rules.files().ignores(file);
  }

  /** Returns true if a file is missing only because it, or a folder above it, cannot be accessed. */
  private static boolean isOutOfSight(String file, Folder folder) {
    return folder.problems().stream()
        .map(Problem::file)
        .anyMatch(hidden -> file.equals(hidden) || file.startsWith(hidden + "/"));
  }

  private KnownFile.Seen seenAs(String file, Folder folder, PublicationRules rules) {
    return new KnownFile.Seen(
        folder.stamp(file).orElseThrow(),
        new Surroundings(
                file.indexOf('/') < 0
                    || folder.beside(file).allMatch(other -> isIgnored(other, rules)),
                ofSettings.dateOf(file))
            .as(rules.files().own().page(file)));
  }

  private Publication assemble(
      List<Problem> ofListing, PublicationRules rules, int filesRead, Instant now) {
    List<PublishedIssue> issues = new ArrayList<>(known.size());
    known.values().forEach(entry -> entry.issue().ifPresent(issues::add));
    return Publication.of(rules, issues, allProblems(ofListing, now), filesRead, now);
  }

  private List<Problem> allProblems(List<Problem> ofListing, Instant now) {
    List<Problem> ofFiles = new ArrayList<>();
    problems.values().forEach(ofFile -> ofFile.forEach(problem -> ofFiles.add(problem.at(now))));
    List<Problem> all = new ArrayList<>(ofListing);
    rulesOfKnown.ifPresent(rules -> all.addAll(ofSettings.problems(rules.files(), known.keySet())));
    all.addAll(FilesLeftAlone.summedUp(ofFiles));
    return all;
  }
}
