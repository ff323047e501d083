package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.Issue;

/**
 * The mapping of headings to sections. Immutable.
 *
 * @param rules in order: the first one that matches a heading decides
 */
public record SectionVocabulary(List<SectionRule> rules) {
  /** A vocabulary that leaves every heading a section of its own. */
  public static final SectionVocabulary EMPTY = new SectionVocabulary(List.of());

  public SectionVocabulary {
    rules = List.copyOf(rules);
  }

  /** The section that the vocabulary names for a heading. */
  public Optional<Section> find(String heading) {
    return rules.stream()
        .filter(rule -> rule.matches(heading))
        .map(SectionRule::section)
        .findFirst();
  }

  /** The section of a heading: from the vocabulary, else one of its own. */
  Section sectionOf(String heading) {
    return find(heading).orElseGet(() -> ownSection(heading));
  }

  private Section ownSection(String heading) {
    SectionKey key = SectionKey.ofHeading(heading);
    return rules.stream()
        .map(SectionRule::section)
        .filter(section -> section.key().equals(key))
        .findFirst()
        .orElseGet(() -> new Section(key, heading.isBlank() ? "Untitled" : heading, false));
  }

  /** The parts of an issue, each with its section. Headings of one key are one section: the first names it. */
  List<PublishedPart> partsOf(Issue issue) {
    Map<SectionKey, Section> sections = new HashMap<>();
    return issue.parts().stream()
        .map(part -> {
          Section named = sectionOf(part.heading());
          return new PublishedPart(sections.computeIfAbsent(named.key(), key -> named), part);
        })
        .toList();
  }

  /** The section whose title, key or pattern comes nearest to a heading. */
  public Optional<Section> nearMiss(String heading) {
    return Nearest.of(heading, rules, SectionVocabulary::names).map(SectionRule::section);
  }

  private static Stream<String> names(SectionRule rule) {
    return Stream.concat(
        Stream.of(rule.section().title(), rule.section().key().value()),
        rule.headings().stream().map(pattern -> pattern.replace("*", "")));
  }
}
