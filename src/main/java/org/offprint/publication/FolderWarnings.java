package org.offprint.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.issue.Slug;
import org.offprint.issue.SourceLines;

/**
 * Warns of what only a look at all issues shows: headings that are nearly others, sections that are missing, and issues that
 * look like others. It counts as issues come and go, so that a change of one does not count all of them again. For one loader.
 */
final class FolderWarnings {
  private static final int LAST = 10;
  private static final int LEAST_OF_LAST = 8;
  private static final int RECURRING = 2;
  private static final int LONGEST_HEADING = 80;
  private static final int LEAST_FOR_ONE_LETTER = 4;
  private static final int LEAST_FOR_TWO_LETTERS = 6;
  private static final int LETTERS = 64;

  /** The number of issues with each section. */
  private final Map<SectionKey, Integer> uses = new HashMap<>();
  /** The issues that have a section alone, and the warnings about their headings. */
  private final Map<SectionKey, PublishedIssue> once = new HashMap<>();

  private final Map<SectionKey, Problem> warned = new HashMap<>();
  /** Those that have not been looked at. */
  private final Set<SectionKey> unseen = new HashSet<>();
  /** A section has become one that recurs, or is none any more. */
  private boolean areNamesOthers;
  /** Another issue had a section, too, so that the remaining one must be found. */
  private boolean isOneLost;

  /** The files of the issues with one title and day. */
  private final Map<String, List<String>> alike = new HashMap<>();

  private final Set<String> doubles = new HashSet<>();

  /** A key of a section in a form in which most of the others can be excluded at once. */
  private record Name(String key, String title, long letters) {
    static Name of(String key, String title) {
      long letters = 0;
      for (int i = 0; i < key.length(); i++) {
        letters |= 1L << (key.charAt(i) % LETTERS);
      }
      return new Name(key, title, letters);
    }

    /** Returns true if a letter or two differ; other numbers are meant. */
    boolean isNear(Name other) {
      int shorter = Math.min(key.length(), other.key.length());
      int most = shorter < LEAST_FOR_TWO_LETTERS ? 1 : 2;
      return Math.abs(key.length() - other.key.length()) <= most
          && Long.bitCount(letters ^ other.letters) <= 2 * most
          && !isShort()
          && !other.isShort()
          && !key.equals(other.key)
          && !withoutNumbers(key).equals(withoutNumbers(other.key))
          && DidYouMean.edits(key, other.key) <= most;
    }

    /** Returns true for a name with so few letters that others are near by chance, such as C# and F#. */
    private boolean isShort() {
      return title.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_FOR_ONE_LETTER;
    }

    private static String withoutNumbers(String key) {
      return key.replaceAll("\\d+", "");
    }
  }

  /** Forgets all issues. */
  void clear() {
    uses.clear();
    once.clear();
    warned.clear();
    unseen.clear();
    alike.clear();
    doubles.clear();
    areNamesOthers = false;
    isOneLost = false;
  }

  /** Counts an issue in place of another one. */
  void replace(Optional<PublishedIssue> before, Optional<PublishedIssue> after) {
    Set<SectionKey> gone = before.map(FolderWarnings::keys).orElse(Set.of());
    Set<SectionKey> come = after.map(FolderWarnings::keys).orElse(Set.of());
    gone.stream().filter(key -> !come.contains(key)).forEach(this::remove);
    after.ifPresent(issue -> come.forEach(key -> {
      if (!gone.contains(key)) {
        add(key, issue);
      } else if (once.containsKey(key)) {
        takeAlone(key, issue);
      }
    }));
    before.map(PublishedIssue::issue).ifPresent(issue -> {
      String name = nameOf(issue);
      List<String> others = new ArrayList<>(alike.getOrDefault(name, List.of()));
      others.remove(issue.file());
      put(name, others);
    });
    after.map(PublishedIssue::issue).ifPresent(issue -> {
      String name = nameOf(issue);
      List<String> others = new ArrayList<>(alike.getOrDefault(name, List.of()));
      others.add(issue.file());
      put(name, others);
    });
  }

  private void add(SectionKey key, PublishedIssue issue) {
    int now = uses.merge(key, 1, Integer::sum);
    if (now == 1) {
      takeAlone(key, issue);
    } else if (now == RECURRING) {
      drop(key);
      areNamesOthers = true;
    }
  }

  private void takeAlone(SectionKey key, PublishedIssue issue) {
    once.put(key, issue);
    unseen.add(key);
  }

  private void drop(SectionKey key) {
    once.remove(key);
    warned.remove(key);
    unseen.remove(key);
  }

  private void remove(SectionKey key) {
    int now = uses.merge(key, -1, Integer::sum);
    if (now == 0) {
      uses.remove(key);
      drop(key);
    } else if (now == 1) {
      areNamesOthers = true;
      isOneLost = true;
    }
  }

  private void put(String name, List<String> files) {
    if (files.isEmpty()) {
      alike.remove(name);
    } else {
      alike.put(name, List.copyOf(files));
    }
    if (files.size() > 1) {
      doubles.add(name);
    } else {
      doubles.remove(name);
    }
  }

  private static String nameOf(Issue issue) {
    return issue.date().toLocalDate() + " " + issue.title();
  }

  private static Set<SectionKey> keys(PublishedIssue issue) {
    return keys(issue.parts());
  }

  private static Set<SectionKey> keys(List<PublishedIssue.PlacedPart> parts) {
    return parts.stream().map(placed -> placed.section().key()).collect(Collectors.toSet());
  }

  /**
   * Returns the warnings about a publication.
   *
   * @param all the issues that are counted
   */
  List<Problem> of(Publication made, Iterable<PublishedIssue> all) {
    if (isOneLost) {
      all.forEach(issue -> keys(issue).stream()
          .filter(key -> uses.getOrDefault(key, 0) == 1)
          .forEach(key -> takeAlone(key, issue)));
      isOneLost = false;
    }
    List<Problem> found = new ArrayList<>(headings(made));
    found.addAll(missingSections(made));
    found.addAll(doubles(made));
    return found;
  }

  private List<Problem> headings(Publication made) {
    if (areNamesOthers) {
      unseen.addAll(once.keySet());
      areNamesOthers = false;
    }
    if (!unseen.isEmpty()) {
      Map<Integer, List<Name>> known = known(made);
      for (SectionKey key : unseen) {
        warned.remove(key);
        Optional.ofNullable(once.get(key))
            .flatMap(issue -> heading(key, issue, known, made.vocabulary()))
            .ifPresent(warning -> warned.put(key, warning));
      }
      unseen.clear();
    }
    return List.copyOf(warned.values());
  }

  /** The names of the sections that occur more often or in the settings, by length. */
  private Map<Integer, List<Name>> known(Publication made) {
    Stream<Name> ofSettings = made.vocabulary().rules().stream()
        .flatMap(rule -> Stream.concat(Stream.of(rule.section().title()), rule.headings().stream()))
        .filter(name -> !name.contains("*"))
        .map(name -> Name.of(Slug.of(name), name));
    Stream<Name> recurring = made.sections().stream()
        .filter(section -> !once.containsKey(section.key()))
        .map(section -> Name.of(section.key().value(), section.title()));
    return Stream.concat(ofSettings, recurring)
        .collect(Collectors.groupingBy(name -> name.key().length()));
  }

  /** Returns the warning about a heading that occurs in one issue only. */
  private static Optional<Problem> heading(
      SectionKey key,
      PublishedIssue published,
      Map<Integer, List<Name>> known,
      SectionVocabulary vocabulary) {
    Optional<Issue.SectionText> part = published.parts().stream()
        .filter(placed -> placed.section().key().equals(key))
        .map(PublishedIssue.PlacedPart::part)
        .findFirst();
    String heading = part.map(Issue.SectionText::heading).orElse("");
    Name own = Name.of(key.value(), heading);
    int length = own.key().length();
    Optional<String> meant = IntStream.rangeClosed(length - 2, length + 2)
        .mapToObj(other -> known.getOrDefault(other, List.of()))
        .flatMap(List::stream)
        .filter(own::isNear)
        .map(Name::title)
        .min(Comparator.naturalOrder());
    boolean isKnown = vocabulary.find(heading).isPresent()
        || known.getOrDefault(length, List.of()).stream()
            .anyMatch(name -> name.key().equals(own.key()));
    Optional<String> message = isKnown
        ? Optional.empty()
        : meant
            .map(title ->
                "the heading \"%s\" occurs once; is \"%s\" meant?".formatted(heading, title))
            .or(() -> Optional.of(heading)
                .filter(text -> text.length() >= LONGEST_HEADING && text.contains(" "))
                .map(text ->
                    "the heading has %d characters; if it is a paragraph above a line of dashes, put a blank line between them"
                        .formatted(text.length())));
    return message.map(text -> new Problem(
        Problem.Kind.HEADING,
        published.issue().file(),
        part.map(found -> SourceLines.of(published.issue()).of(found)).orElse(0),
        text));
  }

  /** Looks at the newest issues, and those to come; a section that is gone for good is missed in the first few without it. */
  private static List<Problem> missingSections(Publication made) {
    List<Set<SectionKey>> newest =
        made.issues().stream().limit(2L * LAST).map(FolderWarnings::keys).toList();
    List<Problem> found = new ArrayList<>();
    for (int i = 0; i < Math.min(LAST, newest.size()); i++) {
      found.addAll(missing(
          made,
          made.issues().get(i).issue(),
          newest.subList(i + 1, Math.min(newest.size(), i + 1 + LAST))));
    }
    List<Set<SectionKey>> last = newest.subList(0, Math.min(newest.size(), LAST));
    made.heldBack().stream()
        .filter(issue -> !issue.draft())
        .forEach(issue -> found.addAll(missing(made, issue, last)));
    return found;
  }

  private static List<Problem> missing(Publication made, Issue issue, List<Set<SectionKey>> last) {
    Set<SectionKey> own = keys(made.vocabulary().partsOf(issue));
    Map<SectionKey, Long> had = last.stream()
        .flatMap(Set::stream)
        .filter(key -> !own.contains(key))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> titles = had.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_OF_LAST)
        .flatMap(entry -> made.findSection(entry.getKey()).stream())
        .map(section -> '"' + section.title() + '"')
        .sorted()
        .toList();
    return titles.isEmpty()
        ? List.of()
        : List.of(new Problem(
            Problem.Kind.SECTION,
            issue.file(),
            0,
            "has no section %s, which at least %d of the last %d issues had; %s"
                .formatted(
                    String.join(" and no ", titles),
                    LEAST_OF_LAST,
                    last.size(),
                    takenForTitle(made, issue, had.keySet())
                        .map(heading ->
                            "the heading \"%s\" stands alone above deeper ones, so it counts as a title: list it under \"sections\" in offprint.yaml, if it is a section"
                                .formatted(heading))
                        .orElse("is a heading missing?"))));
  }

  /** Returns the first heading of an issue, if it names one of these sections but counts as a title. */
  private static Optional<String> takenForTitle(
      Publication made, Issue issue, Set<SectionKey> missing) {
    return issue
        .top()
        .filter(heading -> !heading.isNamed())
        .map(Issue.TopHeading::text)
        .filter(heading -> missing.contains(made.vocabulary().sectionOf(heading).key()));
  }

  /** A copy that was left out has a warning already, and so has a file whose title is cut off. */
  private List<Problem> doubles(Publication made) {
    if (doubles.isEmpty()) {
      return List.of();
    }
    Set<String> files = Stream.concat(
            made.issues().stream().map(PublishedIssue::issue), made.heldBack().stream())
        .map(Issue::file)
        .collect(Collectors.toCollection(HashSet::new));
    made.problems().stream()
        .filter(problem -> problem.kind() == Problem.Kind.VALUE)
        .map(Problem::file)
        .forEach(files::remove);
    List<Problem> found = new ArrayList<>();
    for (String name : doubles) {
      List<String> same = alike.getOrDefault(name, List.of()).stream()
          .filter(files::contains)
          .sorted()
          .toList();
      same.stream()
          .skip(1)
          .forEach(file -> found.add(new Problem(
              Problem.Kind.COPY,
              file,
              0,
              "has the title and the date of %s; is it a copy?".formatted(same.get(0)))));
    }
    return found;
  }
}
