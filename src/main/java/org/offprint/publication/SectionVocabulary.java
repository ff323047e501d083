package org.offprint.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offprint.issue.Issue;
import org.offprint.issue.Part;

/**
 * Which heading means which section. Immutable.
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

  /** The sections of an issue in the order of their first heading. */
  List<IssueSection> sectionsOf(Issue issue) {
    Map<SectionKey, Section> sections = new HashMap<>();
    Map<Section, List<Part>> parts = new LinkedHashMap<>();
    for (Part part : issue.parts()) {
      Section named = sectionOf(part.heading());
      Section section = sections.computeIfAbsent(named.key(), key -> named);
      parts.computeIfAbsent(section, first -> new ArrayList<>()).add(part);
    }
    return parts.entrySet().stream()
        .map(entry -> new IssueSection(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The section whose title, key or pattern a heading contains, or nearly is: a third of its letters
   * apart, two at most. */
  public Optional<Section> nearMiss(String heading) {
    return rules.stream()
        .filter(rule -> isNear(heading, rule.section().title())
            || isNear(heading, rule.section().key().value())
            || rule.headings().stream()
                .anyMatch(pattern -> isNear(heading, pattern.replace("*", ""))))
        .map(SectionRule::section)
        .findFirst();
  }

  private static boolean isNear(String heading, String name) {
    String a = heading.strip().toLowerCase(Locale.ROOT);
    String b = name.strip().toLowerCase(Locale.ROOT);
    return b.length() > 2
        && (a.contains(b) || EditDistance.between(a, b) <= Math.min(2, b.length() / 3));
  }
}
