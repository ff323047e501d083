package org.offprint.publication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueHeads;
import org.offprint.issue.LinkedIssue;
import org.offprint.issue.Slug;
import org.offprint.issue.Surroundings;

/**
 * Finds the files of a folder that decide how readers get one issue: those to which it may link, and those that may have its name or
 * that of such a file. Of the others at most the words are looked through.
 */
public final class RelatedFiles {
  private final IssueHeads beginnings;
  private final Folder folder;
  private final PublicationRules rules;
  private final Issue issue;
  private final Set<String> targets;
  /** Words of which a file has one if its beginning can give it a name that counts. */
  private final Set<String> signs = new HashSet<>();

  private RelatedFiles(Path root, Folder folder, PublicationRules rules, Issue issue) {
    this.beginnings = new IssueHeads(root, rules.reading());
    this.folder = folder;
    this.rules = rules;
    this.issue = issue;
    this.targets = Stream.concat(
            issue.links().stream().flatMap(this::namesIn),
            issue.formerPaths().stream()
                .map(former -> NamedIssues.lastOf(LinkedIssue.stem(former.path()))))
        .collect(Collectors.toSet());
    targets.forEach(name -> signs.add(sign(name)));
    signs.add(issue.date().toLocalDate().toString());
    issue.id().ifPresent(id -> signs.add(Slug.words(id.toString())));
  }

  /** Returns the part of a folder that must be read for an issue, which has been read alone. */
  public static Folder of(Path root, Folder folder, PublicationRules given, Issue issue) {
    FilesOfSettings settings = new FilesOfSettings();
    PublicationRules rules = settings.read(root, folder, given.in(root));
    return new RelatedFiles(root, folder, rules, issue).find(settings);
  }

  /** Returns the part of a folder that must be read for the date of an issue. */
  public static Folder none(Folder folder, PublicationRules rules, String file) {
    return only(file::equals, folder, rules);
  }

  private static Folder only(Predicate<String> kept, Folder folder, PublicationRules rules) {
    NavigableMap<String, Folder.FileStamp> files = new TreeMap<>(folder.files());
    files
        .keySet()
        .removeIf(file -> !rules.files().isOfSettings(file)
            && rules.files().own().page(file).isEmpty()
            && !kept.test(file));
    return new Folder(
        files, folder.directories(), folder.problems(), folder.isComplete(), folder.rules());
  }

  private Folder find(FilesOfSettings settings) {
    List<Issue> heads = folder.files().keySet().stream()
        .filter(this::mayBeIssue)
        .filter(file -> isNamed(file) || hasSign(file))
        .flatMap(file -> beginnings
            .read(
                file,
                new Surroundings(true, settings.dateOf(file))
                    .as(rules.files().own().page(file)))
            .stream())
        .toList();
    Set<String> kept = heads.stream()
        .filter(head -> isTarget(head) || isLike(head))
        .map(Issue::file)
        .collect(Collectors.toCollection(HashSet::new));
    kept.add(issue.file());
    // Of issues of one name each may have another one because of the others.
    Set<String> names = kept.stream().flatMap(RelatedFiles::names).collect(Collectors.toSet());
    folder.files().keySet().stream()
        .filter(this::mayBeIssue)
        .filter(file -> names(file).anyMatch(names::contains))
        .forEach(kept::add);
    // A name of a folder counts only for its only text.
    Set.copyOf(kept).stream()
        .filter(file -> file.indexOf('/') >= 0)
        .flatMap(file -> folder.beside(file).filter(this::mayBeIssue).limit(1))
        .forEach(kept::add);
    return only(kept::contains, folder, rules);
  }

  private boolean mayBeIssue(String file) {
    return rules.files().chooses(file) && !rules.files().ignores(file);
  }

  /** The last names of the paths that a link may mean. */
  private Stream<String> namesIn(LinkedIssue link) {
    return Stream.concat(
            Stream.of(link.target()),
            link
                .pathFrom(
                    Addresses.ISSUES, rules.masthead().addresses().baseUri().getPath())
                .map(LinkedIssue::stem)
                .stream())
        .map(NamedIssues::lastOf);
  }

  /** The names that its path alone gives to an issue. */
  private static Stream<String> names(String file) {
    return Stream.of(NamedIssues.lastOf(LinkedIssue.stem(file)), NamedIssues.nameOf(file));
  }

  private boolean isNamed(String file) {
    return names(file).anyMatch(targets::contains)
        || (Copies.mayBe(issue.file())
            && LinkedIssue.stem(issue.file()).contains(LinkedIssue.stem(file)));
  }

  /** A pattern for names makes them of dates, too, and of words that are nowhere else. */
  private boolean hasSign(String file) {
    if (rules.files().source().slugs().isPresent() && !targets.isEmpty()) {
      return true;
    }
    String words = NamedIssues.lastOf(file) + "-" + beginnings.words(file);
    return signs.stream().anyMatch(words::contains)
        || (words.contains("slug") && words.contains(sign(issue.slug())));
  }

  /** Between the words of a name there may be signs; numbers alone are many. */
  private static String sign(String name) {
    return Arrays.stream(name.split("-"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
        .max(Comparator.comparingInt(String::length))
        .orElse(name);
  }

  private boolean isTarget(Issue head) {
    return names(head.file()).anyMatch(targets::contains)
        || NamedIssues.Names.of(head).all().stream().anyMatch(targets::contains);
  }

  /** Of such issues one may be a copy of the other, or both cannot be told from each other. */
  private boolean isLike(Issue head) {
    return head.slug().equals(issue.slug())
        || (head.title().equals(issue.title()) && head.date().isEqual(issue.date()))
        || (head.id().isPresent() && head.id().equals(issue.id()))
        || (Copies.mayBe(issue.file())
            && LinkedIssue.stem(issue.file()).contains(LinkedIssue.stem(head.file())));
  }
}
