package org.offprint.publication;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.FormerPath;
import org.offprint.issue.Issue;
import org.offprint.issue.LinkedIssue;
import org.offprint.issue.Slug;

/**
 * Finds the issue that the site of another generator had at a path: the one that names the path, else the only one whose file, slug or
 * title is the last name of the path, and whose date and number are the numbers before it. For one loader.
 */
final class NamedIssues {
  private static final Pattern DATE = Pattern.compile("^\\d{4}[-_.]\\d{1,2}[-_.]\\d{1,2}[-_. ]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Map<String, NavigableSet<String>> byName = new HashMap<>();
  private final Map<String, NavigableSet<String>> byPath = new HashMap<>();

  /** The parts of an issue that decide which paths lead to it. */
  record Names(String slug, Set<String> last, Set<String> paths, String date, String number) {
    static Names of(Issue issue) {
      String file = LinkedIssue.nameOf(LinkedIssue.stem(issue.file()));
      Set<String> last = Stream.of(
              issue.slug(), Slug.of(file), nameOf(issue.file()), Slug.of(issue.title()))
          .collect(Collectors.toSet());
      return new Names(
          issue.slug(),
          last,
          issue.formerPaths().stream()
              .map(FormerPath::path)
              .map(LinkedIssue::stem)
              .collect(Collectors.toSet()),
          issue.date().toLocalDate().toString(),
          issue.number().orElse(""));
    }

    /** Returns the last names of the paths that may lead to it. */
    Set<String> all() {
      return Stream.concat(last.stream(), paths.stream().map(NamedIssues::lastOf))
          .collect(Collectors.toSet());
    }
  }

  /** Returns the name of the file of an issue without its date. */
  static String nameOf(String file) {
    String name = LinkedIssue.nameOf(LinkedIssue.stem(file));
    return Slug.of(DATE.matcher(name).replaceFirst(""));
  }

  /** Returns the last name of a path as all of them are compared. */
  static String lastOf(String path) {
    return Slug.of(LinkedIssue.nameOf(path));
  }

  static void add(Map<String, NavigableSet<String>> all, String name, String file) {
    all.computeIfAbsent(name, unused -> new TreeSet<>()).add(file);
  }

  static void remove(Map<String, NavigableSet<String>> all, String name, String file) {
    all.computeIfPresent(name, (unused, files) -> {
      files.remove(file);
      return files.isEmpty() ? null : files;
    });
  }

  void add(Names names, String file) {
    names.last().forEach(name -> add(byName, name, file));
    names.paths().forEach(path -> add(byPath, path, file));
  }

  void remove(Names names, String file) {
    names.last().forEach(name -> remove(byName, name, file));
    names.paths().forEach(path -> remove(byPath, path, file));
  }

  /**
   * Returns the issue at a path.
   *
   * @param path without an ending
   * @param issues the issues by their files
   */
  Optional<Issue> find(String path, Map<String, Issue> issues) {
    Optional<Issue> own =
        Optional.ofNullable(byPath.get(path)).map(NavigableSet::first).map(issues::get);
    if (own.isPresent()) {
      return own;
    }
    List<String> names =
        Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    List<Issue> fitting = byName.getOrDefault(lastOf(path), new TreeSet<>()).stream()
        .map(issues::get)
        .filter(Objects::nonNull)
        .filter(issue -> fits(issue, names))
        .limit(2)
        .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** A number alone names an issue only below its folder or its year. */
  private static boolean fits(Issue issue, List<String> names) {
    List<String> before = names.subList(0, names.size() - 1);
    List<Integer> numbers = before.stream()
        .filter(name -> NUMBER.matcher(name).matches())
        .map(Integer::valueOf)
        .toList();
    Set<Integer> own = Stream.concat(
            Stream.of(
                issue.date().getYear(),
                issue.date().getMonthValue(),
                issue.date().getDayOfMonth()),
            issue
                .number()
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .stream())
        .collect(Collectors.toSet());
    boolean isWord = !NUMBER.matcher(names.get(names.size() - 1)).matches();
    List<String> folders = List.of(issue.file().split("/"));
    return own.containsAll(numbers)
        && (isWord
            || numbers.contains(issue.date().getYear())
            || (!before.isEmpty() && folders.contains(before.get(before.size() - 1))));
  }
}
