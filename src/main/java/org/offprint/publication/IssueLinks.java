package org.offprint.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.LinkedIssue;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceLines;

/**
 * Finds the issues to which links between files lead, and those whose links lead elsewhere than they should. The result depends on
 * nothing but the issues. It follows as issues come and go, so that a change of one looks only at those that link to it. For one
 * loader.
 */
final class IssueLinks {
  /** Begins the paths of pages that are no issues. */
  private static final List<String> PAGES = List.of(
      Addresses.FEED,
      Addresses.DIRECTORY,
      Addresses.plain(Addresses.SECTIONS),
      Addresses.plain(Addresses.EXCEPT),
      Addresses.plain(Addresses.VIEWS),
      Addresses.plain(Addresses.TAGS),
      Addresses.plain(Addresses.AUTHORS),
      Addresses.plain(Addresses.LANGUAGES),
      Addresses.ARCHIVE,
      Addresses.SEARCH,
      Addresses.plain(Addresses.ASSETS),
      "/opensearch",
      "/sitemap",
      "/robots",
      "/llms",
      "/rss",
      "/atom",
      "/index",
      "/favicon");

  private static final String PAGE_TO_COME =
      "leads to a page that is not published yet, so it is no link until then";

  private static final String ISSUE_TO_COME =
      "leads to an issue that is not published yet, so it is no link until then";

  /** The issues by their files. */
  private final SortedMap<String, Issue> issues = new TreeMap<>();
  /** The files of issues, and the files with links, by the last name of the path of the file or of the target. */
  private final Map<String, NavigableSet<String>> named = new HashMap<>();

  private final Map<String, NavigableSet<String>> byStem = new HashMap<>();
  private final NamedIssues addresses = new NamedIssues();
  private final Map<String, NavigableSet<String>> linking = new HashMap<>();
  /** The files whose links may lead elsewhere since the last look. */
  private final NavigableSet<String> unsure = new TreeSet<>();
  /** The files with links to places in pages. */
  private final NavigableSet<String> withPlaces = new TreeSet<>();
  /** The links that lead to no issue, by the files with them. */
  private final SortedMap<String, List<Lost>> lost = new TreeMap<>();

  /** A link without an issue, or without the place in it. */
  private record Lost(LinkedIssue link, List<Problem> warning) {}

  /** Takes an issue in place of another one of the same file. */
  void replace(Optional<PublishedIssue> before, Optional<PublishedIssue> after) {
    Optional<Issue> last = before.map(PublishedIssue::issue);
    Optional<Issue> next = after.map(PublishedIssue::issue);
    if (last.equals(next)) {
      return;
    }
    Optional<NamedIssues.Names> namesOfLast = last.map(NamedIssues.Names::of);
    Optional<NamedIssues.Names> namesOfNext = next.map(NamedIssues.Names::of);
    if (!namesOfLast.equals(namesOfNext)) {
      Stream.of(namesOfLast, namesOfNext)
          .flatMap(Optional::stream)
          .flatMap(names -> names.all().stream())
          .distinct()
          .forEach(name -> unsure.addAll(linking.getOrDefault(name, new TreeSet<>())));
    }
    last.ifPresent(issue -> {
      issues.remove(issue.file());
      lost.remove(issue.file());
      withPlaces.remove(issue.file());
      namesOfLast.ifPresent(names -> addresses.remove(names, issue.file()));
      NamedIssues.remove(named, nameOf(issue), issue.file());
      NamedIssues.remove(byStem, LinkedIssue.stem(issue.file()), issue.file());
      issue
          .links()
          .forEach(
              link -> NamedIssues.remove(linking, NamedIssues.lastOf(link.target()), issue.file()));
    });
    next.ifPresent(issue -> {
      issues.put(issue.file(), issue);
      namesOfNext.ifPresent(names -> addresses.add(names, issue.file()));
      NamedIssues.add(named, nameOf(issue), issue.file());
      NamedIssues.add(byStem, LinkedIssue.stem(issue.file()), issue.file());
      for (LinkedIssue link : issue.links()) {
        NamedIssues.add(linking, NamedIssues.lastOf(link.target()), issue.file());
        unsure.add(issue.file());
        if (link.reference().indexOf('#') >= 0) {
          withPlaces.add(issue.file());
        }
      }
    });
  }

  private static String nameOf(Issue issue) {
    return LinkedIssue.nameOf(LinkedIssue.stem(issue.file()));
  }

  /** Returns the files whose links lead elsewhere than they should, so that they must be read again. */
  List<String> mislinked() {
    List<String> found = new ArrayList<>();
    for (String file : unsure) {
      Issue issue = issues.get(file);
      if (issue != null) {
        look(issue);
        boolean isRight = issue.links().stream()
            .allMatch(link -> find(link).map(Issue::slug).or(link::guess).equals(link.slug()));
        if (!isRight) {
          found.add(file);
        }
      }
    }
    unsure.clear();
    return found;
  }

  /** Returns the names of the pages to which a file links, by their targets; empty if the file is not known yet. */
  Optional<SortedMap<String, String>> pagesOf(String file) {
    return Optional.ofNullable(issues.get(file)).map(issue -> {
      SortedMap<String, String> pages = new TreeMap<>();
      issue
          .links()
          .forEach(link -> find(link).ifPresent(target -> pages.put(link.target(), target.slug())));
      return pages;
    });
  }

  /** The issue of that very file, else of the only file that may be meant, else that at the address on another generator's site. */
  private Optional<Issue> find(LinkedIssue link) {
    Optional<NavigableSet<String>> exact = Optional.ofNullable(byStem.get(link.target()));
    Optional<Issue> ofFile = exact.isPresent() || link.guess().isEmpty()
        ? exact.map(NavigableSet::first).flatMap(file -> Optional.ofNullable(issues.get(file)))
        : fitting(link);
    return ofFile.or(() -> link.mayBeAddress() && !isPage(link.target())
        ? addresses.find(link.target(), issues)
        : Optional.empty());
  }

  private Optional<Issue> fitting(LinkedIssue link) {
    NavigableSet<String> files =
        named.getOrDefault(LinkedIssue.nameOf(link.target()), new TreeSet<>());
    return files.stream()
        .filter(file -> link.fits(LinkedIssue.stem(file)))
        .findFirst()
        .or(() -> files.stream().filter(file -> files.size() == 1).findFirst())
        .flatMap(file -> Optional.ofNullable(issues.get(file)));
  }

  private void look(Issue issue) {
    List<Lost> found = new ArrayList<>();
    for (LinkedIssue link : issue.links()) {
      Optional<Issue> target = find(link);
      if (target.isEmpty()) {
        faultOf(link)
            .map(fault ->
                new Lost(link, SourceLines.ofLinks(issue, Map.of(link.reference(), fault))))
            .ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      lost.remove(issue.file());
    } else {
      lost.put(issue.file(), List.copyOf(found));
    }
  }

  /** Links to other sites are none of ours, nor are those of which only an issue would tell that one is meant. */
  private static Optional<String> faultOf(LinkedIssue link) {
    if (link.reference().contains("://")) {
      return Optional.empty();
    }
    return Optional.of(
        link.isOfSite()
            ? "leads nowhere, as the newsletter has no such page, so it is no link; write its whole address, or name its site in \"media\""
            : "leads nowhere, as it is no issue and no file that readers get, so it is no link; put the file there, or write its whole address");
  }

  /** Returns the links that lead nowhere in a publication, or to an issue that is not in it, by their files, with their warnings. */
  private SortedMap<String, Map<String, List<Problem>>> dead(Publication made, MediaRules media) {
    // Those that were read again because of their links have not been looked at since.
    unsure.stream()
        .flatMap(file -> Optional.ofNullable(issues.get(file)).stream())
        .forEach(this::look);
    SortedMap<String, Map<String, List<Problem>>> found = new TreeMap<>();
    lost.forEach((file, links) -> links.stream()
        .filter(link -> leadsNowhere(made, link.link(), media))
        .forEach(link -> found
            .computeIfAbsent(file, key -> new TreeMap<>())
            .put(
                link.link().reference(),
                isPageHeldBack(made, link.link()) ? early(file, link.link()) : link.warning())));
    issues.values().stream()
        .filter(target -> !isIn(made, target))
        .forEach(target -> NamedIssues.Names.of(target).all().stream()
            .flatMap(name -> linking.getOrDefault(name, new TreeSet<>()).stream())
            .distinct()
            .forEach(file -> early(file, target)
                .forEach((reference, warning) ->
                    found.computeIfAbsent(file, key -> new TreeMap<>()).put(reference, warning))));
    return found;
  }

  private static boolean isIn(Publication made, Issue issue) {
    return issue.isPage()
        ? made.findPage(issue.slug()).isPresent()
        : made.findIssue(issue.slug()).isPresent();
  }

  /** Returns the links that readers cannot follow in a publication, by their files. */
  Map<String, Set<String>> deadIn(Publication made, MediaRules media) {
    Map<String, Set<String>> found = new HashMap<>();
    dead(made, media).forEach((file, links) -> found.put(file, links.keySet()));
    return found;
  }

  /** Returns the warnings about links that lead nowhere in a publication, or to an issue that is not in it. */
  List<Problem> warnings(Publication made, MediaRules media) {
    List<Problem> found = new ArrayList<>();
    dead(made, media).values().forEach(links -> links.values().forEach(found::addAll));
    withPlaces.stream()
        .flatMap(file -> Optional.ofNullable(issues.get(file)).stream())
        .forEach(issue -> found.addAll(withoutPlace(issue)));
    return found;
  }

  private List<Problem> withoutPlace(Issue issue) {
    Map<String, String> reasons = new LinkedHashMap<>();
    issue
        .links()
        .forEach(link -> find(link)
            .filter(target -> !link.leadsInto(target))
            .ifPresent(target -> reasons.put(
                link.reference(),
                "leads to the top of %s, as no heading of it has that name"
                    .formatted(target.file()))));
    return reasons.isEmpty() ? List.of() : SourceLines.ofLinks(issue, reasons);
  }

  private static boolean leadsNowhere(Publication made, LinkedIssue link, MediaRules media) {
    boolean isElsewhere = link.isOfSite() && media.isElsewhere(link.reference());
    return !isElsewhere
        && link.pathFrom(Addresses.ISSUES, made.addresses().baseUri().getPath())
            .filter(path -> !stands(made, path))
            .isPresent();
  }

  private Map<String, List<Problem>> early(String file, Issue target) {
    Map<String, List<Problem>> warnings = new TreeMap<>();
    Optional.ofNullable(issues.get(file))
        .ifPresent(issue -> issue.links().stream()
            .filter(link ->
                find(link).filter(found -> found.file().equals(target.file())).isPresent())
            .forEach(link -> warnings.put(
                link.reference(),
                SourceLines.ofLinks(
                    issue,
                    Map.of(link.reference(), target.isPage() ? PAGE_TO_COME : ISSUE_TO_COME)))));
    return warnings;
  }

  private List<Problem> early(String file, LinkedIssue link) {
    return Optional.ofNullable(issues.get(file))
        .map(issue -> SourceLines.ofLinks(issue, Map.of(link.reference(), PAGE_TO_COME)))
        .orElse(List.of());
  }

  private static boolean isPageHeldBack(Publication made, LinkedIssue link) {
    return link.pathFrom(Addresses.ISSUES, made.addresses().baseUri().getPath())
        .map(Addresses::plain)
        .filter(
            path -> made.pagesHeldBack().stream().anyMatch(page -> page.slug().equals(path)))
        .isPresent();
  }

  /** Returns true if readers get something at a path. */
  static boolean stands(Publication made, String path) {
    String plain = Addresses.plain(path);
    return made.findMoved(plain).isPresent()
        || made.findPage(plain).isPresent()
        || made.findMovedIssue(plain).isPresent()
        || (plain.startsWith(Addresses.ISSUES)
            && made.findIssue(plain.substring(Addresses.ISSUES.length())).isPresent())
        || isPage(plain);
  }

  private static boolean isPage(String path) {
    return path.equals(Addresses.HOME)
        || PAGES.stream()
            .anyMatch(page -> path.startsWith(page)
                && (path.length() == page.length()
                    || "/.".indexOf(path.charAt(page.length())) >= 0));
  }
}
