package org.offprint.publication;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.offprint.issue.IssueReader;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Problem;

/**
 * Makes a publication of a folder. It remembers what it read, so that one change reads one file, and
 * the last good version of each file, which stays published while the file is broken. For one thread
 * at a time.
 */
public final class PublicationLoader {
  private final Path root;
  private final NavigableMap<String, Known> known = new TreeMap<>();
  private Optional<PublicationRules> rulesOfKnown = Optional.empty();

  /** What is remembered of one file: its last reading, and its last good issue. */
  private record Known(FileStamp stamp, List<Problem> problems, Optional<PublishedIssue> issue) {
    /** What says the same as before was seen when that was. */
    Known firstSeen(Optional<Known> earlier, Optional<Instant> now) {
      return new Known(
          stamp,
          problems,
          issue.map(published -> published.seenAt(earlier
              .flatMap(Known::issue)
              .filter(before -> before.issue().source().equals(published.issue().source()))
              .map(PublishedIssue::seen)
              .orElse(now))));
    }

    Known under(SectionVocabulary vocabulary) {
      return new Known(
          stamp,
          problems,
          issue.map(published ->
              PublishedIssue.of(published.issue(), vocabulary).seenAt(published.seen())));
    }
  }

  public PublicationLoader(Path root) {
    this.root = root;
  }

  /**
   * Reads what changed since the last call.
   *
   * <p>A root that cannot be listed, or that has lost all its issues at once (an unmounted volume, a checkout under
   * way), keeps its issues.
   *
   * @param listing the folder as it stands
   * @param now issues dated later are held back
   */
  public Publication load(FolderListing listing, PublicationRules rules, Instant now) {
    if (hasVanished(listing)) {
      return assemble(vanished(listing), rulesOfKnown.orElse(rules), 0, now);
    }
    AtomicInteger filesRead = new AtomicInteger();
    readChanged(listing, rules, filesRead, now);
    return assemble(listing.problems(), rules, filesRead.get(), now);
  }

  /** Whether the folder has lost all that was known of it. */
  public boolean hasVanished(FolderListing listing) {
    return !known.isEmpty() && (!listing.isComplete() || !listing.hasIssues());
  }

  private static List<Problem> vanished(FolderListing listing) {
    List<Problem> problems = new ArrayList<>(listing.problems());
    if (listing.isComplete()) {
      problems.add(
          new Problem(".", 0, "the folder has no issue any more; the last ones stay published"));
    }
    return problems;
  }

  private void readChanged(
      FolderListing listing, PublicationRules rules, AtomicInteger filesRead, Instant moment) {
    Optional<Instant> seen = rulesOfKnown.isEmpty() ? Optional.empty() : Optional.of(moment);
    if (rulesOfKnown.filter(old -> old.vocabulary().equals(rules.vocabulary())).isEmpty()) {
      known.replaceAll((file, earlier) -> earlier.under(rules.vocabulary()));
    }
    Differences differences = differences(listing, rules);
    IssueReader reader = new IssueReader(rules.reading());
    List<Map.Entry<String, Known>> read = differences.toRead().parallelStream()
        .map(file -> {
          filesRead.incrementAndGet();
          Optional<Known> earlier = Optional.ofNullable(known.get(file));
          IssueReading reading = reader.read(root, file);
          return Map.entry(
              file,
              remember(stampOf(listing, file), reading, earlier, rules.vocabulary())
                  .firstSeen(earlier, seen));
        })
        .toList();
    read.forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    differences.gone().stream().filter(file -> !isOutOfSight(file, listing)).forEach(known::remove);
    rulesOfKnown = Optional.of(rules);
  }

  /** What a listing has that is not known as it stands there, and what is known that it has not. */
  private record Differences(List<String> toRead, List<String> gone) {}

  /** Both are in order, so that one walk through them finds out; it is made at every change. */
  private Differences differences(FolderListing listing, PublicationRules rules) {
    boolean isReadAlike =
        rulesOfKnown.filter(old -> old.reading().equals(rules.reading())).isPresent();
    boolean isIgnoredAlike =
        rulesOfKnown.filter(old -> old.ignored().equals(rules.ignored())).isPresent();
    Differences differences = new Differences(new ArrayList<>(), new ArrayList<>());
    Iterator<Map.Entry<String, Known>> knowns = known.entrySet().iterator();
    Optional<Map.Entry<String, Known>> next = next(knowns);
    for (Map.Entry<String, FileStamp> listed : listing.files().entrySet()) {
      String file = listed.getKey();
      while (next.filter(entry -> entry.getKey().compareTo(file) < 0).isPresent()) {
        differences.gone().add(next.get().getKey());
        next = next(knowns);
      }
      boolean isKnown = next.filter(entry -> entry.getKey().equals(file)).isPresent();
      boolean isIgnored = !(isKnown && isIgnoredAlike)
          && (file.equals(FolderListing.SETTINGS_FILE) || rules.ignored().ignores(file));
      boolean isSame =
          isKnown && isReadAlike && next.get().getValue().stamp().equals(listed.getValue());
      if (isKnown && isIgnored) {
        differences.gone().add(file);
      } else if (!isIgnored && !isSame) {
        differences.toRead().add(file);
      }
      if (isKnown) {
        next = next(knowns);
      }
    }
    next.ifPresent(entry -> differences.gone().add(entry.getKey()));
    knowns.forEachRemaining(entry -> differences.gone().add(entry.getKey()));
    return differences;
  }

  private static <T> Optional<T> next(Iterator<T> rest) {
    return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
  }

  /** Whether a file is missing only because it, or a folder above it, cannot be looked at. */
  private static boolean isOutOfSight(String file, FolderListing listing) {
    return listing.problems().stream()
        .map(Problem::file)
        .anyMatch(hidden -> file.equals(hidden) || file.startsWith(hidden + "/"));
  }

  private static FileStamp stampOf(FolderListing listing, String file) {
    return Optional.ofNullable(listing.files().get(file)).orElseThrow();
  }

  private static Known remember(
      FileStamp stamp,
      IssueReading reading,
      Optional<Known> earlier,
      SectionVocabulary vocabulary) {
    Optional<PublishedIssue> lastGood = earlier.flatMap(Known::issue);
    if (reading.issue().isPresent() || reading.problems().isEmpty() || lastGood.isEmpty()) {
      return new Known(
          stamp,
          reading.problems(),
          reading.issue().map(issue -> PublishedIssue.of(issue, vocabulary)));
    }
    List<Problem> problems = reading.problems().stream()
        .map(problem -> new Problem(
            problem.file(),
            problem.line(),
            problem.message() + " (its last good version stays published)"))
        .toList();
    return new Known(stamp, problems, lastGood).under(vocabulary);
  }

  private Publication assemble(
      List<Problem> ofListing, PublicationRules rules, int filesRead, Instant now) {
    List<PublishedIssue> issues = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(ofListing);
    known.values().forEach(entry -> {
      problems.addAll(entry.problems());
      entry.issue().ifPresent(issues::add);
    });
    return Publication.of(rules, issues, problems, filesRead, now);
  }
}
