package org.offprint.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;

/**
 * A heading, the number of sections with it, and its meaning in the vocabulary.
 *
 * @param heading as plain text
 * @param count the number of its occurrences
 * @param section its section in the vocabulary; empty if the vocabulary lacks it
 * @param own its section in the publication
 * @param near the section that it nearly matches, if it means none
 */
public record HeadingUse(
    String heading, long count, Optional<Section> section, Section own, Optional<Section> near) {

  /** All headings: near misses first, then others that the vocabulary lacks, then those that it has. */
  public static List<HeadingUse> of(Publication publication) {
    return of(publication, Stream.concat(published(publication), publication.heldBack().stream()));
  }

  /** Returns all headings like {@link #of}, but without those of issues held back only, which are not public yet. */
  public static List<HeadingUse> ofPublished(Publication publication) {
    return of(publication, published(publication));
  }

  /** Returns the headings of sections that occur so often and hold something, one for each section, the most frequent first. */
  public static List<HeadingUse> recurring(Publication publication, long least) {
    Map<String, HeadingUse> bySection = of(publication).stream()
        .collect(Collectors.toMap(
            use -> use.own.key().value(),
            Function.identity(),
            (one, other) -> one.count >= other.count ? one.and(other) : other.and(one)));
    return bySection.values().stream()
        .filter(
            use -> use.count >= least && publication.findSection(use.own.key()).isPresent())
        .sorted(Comparator.comparingLong(HeadingUse::count)
            .reversed()
            .thenComparing(HeadingUse::heading))
        .toList();
  }

  private static Stream<Issue> published(Publication publication) {
    return publication.issues().stream().map(PublishedIssue::issue);
  }

  private static List<HeadingUse> of(Publication publication, Stream<Issue> issues) {
    Map<String, Long> counts = issues
        .map(Issue::parts)
        .flatMap(List::stream)
        .map(Issue.SectionText::heading)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), publication.vocabulary()))
        .sorted(Comparator.comparingInt(HeadingUse::rank)
            .thenComparing(HeadingUse::meaning)
            .thenComparing(Comparator.comparingLong(HeadingUse::count).reversed()))
        .toList();
  }

  private static HeadingUse of(String heading, long count, SectionVocabulary vocabulary) {
    Optional<Section> section = vocabulary.find(heading);
    return new HeadingUse(
        heading,
        count,
        section,
        vocabulary.sectionOf(heading),
        section.isPresent() ? Optional.empty() : vocabulary.nearMiss(heading));
  }

  /** Returns this heading with the occurrences of another one that means the same section. */
  public HeadingUse and(HeadingUse other) {
    return new HeadingUse(heading, count + other.count, section, own, near);
  }

  private int rank() {
    return section.isPresent() ? 2 : near.isPresent() ? 0 : 1;
  }

  /** The key of its section; in brackets the one that it has by itself, and the one that is near. */
  public String meaning() {
    return section
        .map(known -> known.key().value())
        .orElseGet(() ->
            "(" + own.key() + ")" + near.map(close -> ", near " + close.key()).orElse(""));
  }
}
