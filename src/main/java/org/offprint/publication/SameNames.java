package org.offprint.publication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueName;
import org.offprint.issue.Problem;
import org.offprint.issue.Slug;
import org.offprint.issue.SourceRules;

/**
 * Gives issues of one name different ones in their addresses: the earliest keeps it, the others get their date, too. The result
 * depends on nothing but the issues. It counts as issues come and go, so that a change of one costs nothing where no name occurs
 * twice. For one loader.
 */
final class SameNames {
  private static final int NAMED = 3;

  /**
   * The wish of an issue for a name.
   *
   * @param moment the second of its date, or of its day before it is read
   * @param isFixed true if it has this name whatever others have
   */
  private record Claim(String file, IssueName name, long moment, boolean isDraft, boolean isFixed) {
    String slug() {
      return name.slug();
    }
  }

  /** A draft takes no name from an issue. */
  private static final Comparator<Claim> EARLIEST_FIRST = Comparator.comparing(Claim::isDraft)
      .thenComparingLong(Claim::moment)
      .thenComparing(Claim::file);

  private final Map<String, Claim> claims = new HashMap<>();
  /** Without those that are fixed. */
  private final Map<String, NavigableSet<Claim>> bySlug = new HashMap<>();

  private final Map<String, Integer> fixed = new HashMap<>();
  /** The names that not all who claim them can have. */
  private final NavigableSet<String> contested = new TreeSet<>();

  private Map<String, String> decided = Map.of();
  private boolean isDecided = true;

  /** Forgets all issues. */
  void clear() {
    claims.clear();
    bySlug.clear();
    fixed.clear();
    contested.clear();
    isDecided = false;
  }

  /** Takes the likely name of an issue that has not been read yet. */
  void expect(String file, Optional<IssueName> name) {
    if (!claims.containsKey(file)) {
      name.ifPresent(
          likely -> put(new Claim(file, likely, likely.day().toEpochDay() * 86_400, false, false)));
    }
  }

  /** Takes the issue of a file, as it has been read. */
  void put(String file, KnownFile known, SourceRules rules) {
    if (known.issue().isEmpty()) {
      remove(file);
      return;
    }
    Issue issue = known.issue().get().issue();
    boolean isFixed = issue.isNamed() || known.isLastGood();
    put(new Claim(
        file,
        isFixed
            ? new IssueName(issue.slug(), issue.date().toLocalDate())
            : IssueName.of(issue, rules),
        issue.date().toEpochSecond(),
        issue.draft(),
        isFixed));
  }

  private void put(Claim claim) {
    if (claim.equals(claims.get(claim.file()))) {
      return;
    }
    remove(claim.file());
    claims.put(claim.file(), claim);
    if (claim.isFixed()) {
      fixed.merge(claim.slug(), 1, Integer::sum);
    } else {
      bySlug
          .computeIfAbsent(claim.slug(), slug -> new TreeSet<>(EARLIEST_FIRST))
          .add(claim);
    }
    isDecided = false;
    contest(claim.slug());
  }

  void remove(String file) {
    Optional.ofNullable(claims.remove(file)).ifPresent(claim -> {
      if (claim.isFixed()) {
        fixed.computeIfPresent(claim.slug(), (slug, count) -> count > 1 ? count - 1 : null);
      } else {
        bySlug.computeIfPresent(claim.slug(), (slug, all) -> {
          all.remove(claim);
          return all.isEmpty() ? null : all;
        });
      }
      isDecided = false;
      contest(claim.slug());
    });
  }

  private void contest(String slug) {
    Optional<NavigableSet<Claim>> all = Optional.ofNullable(bySlug.get(slug));
    if (all.filter(some -> some.size() > 1 || fixed.containsKey(slug)).isPresent()) {
      contested.add(slug);
    } else {
      contested.remove(slug);
    }
  }

  /** Decides, and returns the files for which the decision is another one than before. */
  Set<String> decide() {
    if (isDecided) {
      return Set.of();
    }
    Map<String, String> before = decided;
    Map<String, String> now = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (String slug : contested) {
      boolean isFree = !fixed.containsKey(slug);
      Set<LocalDate> days = new HashSet<>();
      for (Claim claim : bySlug.getOrDefault(slug, new TreeSet<>(EARLIEST_FIRST))) {
        boolean isFirstOfDay = days.add(claim.name().day());
        if (!isFree) {
          String other = other(claim, isFirstOfDay, given);
          given.add(other);
          now.put(claim.file(), other);
        }
        isFree = false;
      }
    }
    decided = now;
    isDecided = true;
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .filter(file -> !Optional.ofNullable(before.get(file)).equals(find(file)))
        .collect(Collectors.toSet());
  }

  private String other(Claim claim, boolean isFirstOfDay, Set<String> given) {
    String dated = claim.slug() + "-" + claim.name().day();
    String folder = IssueName.folder(claim.file());
    return Stream.of(
            isFirstOfDay ? Stream.of(dated) : Stream.<String>empty(),
            folder.isEmpty() ? Stream.<String>empty() : Stream.of(dated + "-" + folder),
            IntStream.iterate(2, count -> count + 1).mapToObj(count -> dated + "-" + count))
        .flatMap(candidates -> candidates)
        .map(Slug::of)
        .filter(
            slug -> !bySlug.containsKey(slug) && !fixed.containsKey(slug) && !given.contains(slug))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the name of the issue of a file, if it is not its own. */
  Optional<String> find(String file) {
    return Optional.ofNullable(decided.get(file));
  }

  /** Returns true if an issue has another name than the one that was decided. */
  boolean isMisnamed(String file, KnownFile known) {
    return known.issue().isPresent()
        && Optional.ofNullable(claims.get(file))
            .filter(claim -> !claim.isFixed())
            .map(claim -> find(file).orElseGet(claim::slug))
            .filter(slug -> !slug.equals(known.issue().get().issue().slug()))
            .isPresent();
  }

  /** Returns one warning about all issues that have another name than their own. */
  List<Problem> warnings() {
    List<String> files = decided.keySet().stream()
        .filter(file -> Optional.ofNullable(claims.get(file))
            .filter(claim -> !claim.isDraft())
            .isPresent())
        .sorted()
        .toList();
    if (files.isEmpty()) {
      return List.of();
    }
    String remedy =
        "; set slugs: \"{name}-{year}-{month}-{day}\" in offprint.yaml, so that all of them do";
    if (files.size() == 1) {
      return List.of(new Problem(
          Problem.Kind.NAME,
          files.get(0),
          0,
          "has the name of an earlier issue, so its address ends in its date" + remedy));
    }
    String names = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
    return List.of(new Problem(
        Problem.Kind.NAME,
        ".",
        0,
        "%d issues have the name of an earlier one, so their addresses end in their date: %s%s%s"
            .formatted(files.size(), names, files.size() > NAMED ? ", …" : "", remedy)));
  }
}
