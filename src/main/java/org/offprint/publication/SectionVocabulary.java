package org.offprint.publication;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.HeadingRules;
import org.offprint.issue.Issue;
import org.offprint.issue.ItemRule;
import org.offprint.issue.Slug;

/**
 * The mapping of headings to sections. Immutable.
 *
 * @param rules in order: the first one that matches a heading decides
 */
public record SectionVocabulary(List<Rule> rules) implements HeadingRules {
  /** A vocabulary that leaves every heading a section of its own. */
  public static final SectionVocabulary EMPTY = new SectionVocabulary(List.of());

  public SectionVocabulary {
    rules = List.copyOf(rules);
  }

  /** The section that the vocabulary names for a heading: by a pattern, else by one that differs in signs alone. */
  public Optional<Section> find(String heading) {
    return ruleOf(heading).map(Rule::section);
  }

  private Optional<Rule> ruleOf(String heading) {
    String slug = Slug.of(heading);
    return rules.stream()
        .filter(rule -> rule.matches(heading))
        .findFirst()
        .or(() -> rules.stream().filter(rule -> rule.slugs.contains(slug)).findFirst());
  }

  @Override
  public ItemRule itemsUnder(String heading) {
    return ruleOf(heading).map(rule -> rule.items).orElse(ItemRule.AUTO);
  }

  @Override
  public boolean names(String heading) {
    return ruleOf(heading).isPresent() || PaidHeading.is(heading);
  }

  /** Returns what affects how an issue is parsed: two are equal if they cut items alike, so that other changes need not parse it again. */
  HeadingRules forReading() {
    return new ForReading(
        rules.stream().allMatch(rule -> rule.items == ItemRule.AUTO)
            ? EMPTY
            : new SectionVocabulary(rules.stream().map(Rule::forReading).toList()),
        this);
  }

  /** The names of few headings matter for reading, so that they make no difference here. */
  private record ForReading(SectionVocabulary items, SectionVocabulary names)
      implements HeadingRules {
    @Override
    public ItemRule itemsUnder(String heading) {
      return items.itemsUnder(heading);
    }

    @Override
    public boolean names(String heading) {
      return names.names(heading);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ForReading reading && items.equals(reading.items);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /** The section of a heading: from the vocabulary, else one of its own. */
  public Section sectionOf(String heading) {
    return find(heading).orElseGet(() -> ownSection(heading));
  }

  private Section ownSection(String heading) {
    SectionKey key = SectionKey.ofHeading(heading);
    for (int number = 2; isTaken(key); number++) {
      key = new SectionKey(SectionKey.ofHeading(heading) + "-" + number);
    }
    return new Section(key, heading.isBlank() ? "Untitled" : heading, PaidHeading.is(heading));
  }

  /** A heading that fits no pattern is none of the sections, even if it looks like the key of one. */
  private boolean isTaken(SectionKey key) {
    return rules.stream().anyMatch(rule -> rule.section().key().equals(key));
  }

  /** The parts of an issue, each with its section, without those to skip. Headings of one key are one section: the first names it. */
  List<PublishedIssue.PlacedPart> partsOf(Issue issue) {
    Map<SectionKey, Section> sections = new HashMap<>();
    return issue.parts().stream()
        .filter(part -> ruleOf(part.heading()).filter(Rule::isSkipped).isEmpty())
        .map(part -> {
          Section named = sectionOf(part.heading());
          return new PublishedIssue.PlacedPart(
              sections.computeIfAbsent(named.key(), key -> named), part);
        })
        .toList();
  }

  /** The section whose title, key or pattern comes nearest to a heading. */
  public Optional<Section> nearMiss(String heading) {
    return DidYouMean.of(heading, rules, SectionVocabulary::names).map(Rule::section);
  }

  private static Stream<String> names(Rule rule) {
    return Stream.concat(
        Stream.of(rule.section().title(), rule.section().key().value()),
        rule.headings().stream().map(pattern -> pattern.replace("*", "")));
  }

  /**
   * One line of the vocabulary: a section and the headings that mean it. Immutable; two rules are equal
   * if their section and headings are.
   */
  public static final class Rule {
    private final Section section;
    private final List<String> headings;
    private final ItemRule items;
    private final boolean isSkipped;
    private final Pattern pattern;
    private final Set<String> slugs;

    /**
     * Creates a rule.
     *
     * @param headings patterns, compared without regard to case; {@code *} stands for anything
     */
    public Rule(Section section, List<String> headings) {
      this(section, headings, ItemRule.AUTO, false);
    }

    private Rule(Section section, List<String> headings, ItemRule items, boolean isSkipped) {
      this.section = section;
      this.headings = List.copyOf(headings);
      this.items = items;
      this.isSkipped = isSkipped;
      this.pattern = Pattern.compile(
          headings.stream().map(Rule::expression).collect(Collectors.joining("|")), Pattern.DOTALL);
      this.slugs = headings.stream()
          .filter(heading -> !heading.isBlank() && !heading.contains("*"))
          .map(Slug::of)
          .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns a copy for a section with these items.
     *
     * @param skip true if it stays in the issue, but has no feed
     */
    public Rule with(ItemRule other, boolean skip) {
      return new Rule(section, headings, other, skip);
    }

    private Rule forReading() {
      return new Rule(new Section(section.key(), "", false), headings, items, false);
    }

    /** Returns true if the section stays in the issue, but has no feed. */
    public boolean isSkipped() {
      return isSkipped;
    }

    private static String expression(String heading) {
      return Stream.of(fold(heading).split("\\*", -1))
          .map(Pattern::quote)
          .collect(Collectors.joining(".*"));
    }

    private static String fold(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The section. */
    public Section section() {
      return section;
    }

    /** The patterns as the publisher wrote them. */
    public List<String> headings() {
      return headings;
    }

    boolean matches(String heading) {
      return pattern.matcher(fold(heading)).matches();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rule rule
          && section.equals(rule.section)
          && headings.equals(rule.headings)
          && items == rule.items
          && isSkipped == rule.isSkipped;
    }

    @Override
    public int hashCode() {
      return section.hashCode() * 31 + headings.hashCode();
    }

    /** Returns its section, headings and items, which are part of the name of readings. */
    @Override
    public String toString() {
      return section + " " + headings + " " + items;
    }
  }

  /**
   * Returns the sections of issues, which are given newest first: those that the publisher names, in order, then the others, named as
   * in their first issue, so that one that is added moves none and renames none.
   */
  List<Section> sectionsOf(List<PublishedIssue> issues) {
    Map<SectionKey, Section> sections = new LinkedHashMap<>();
    rules.stream()
        .filter(rule -> !rule.isSkipped())
        .forEach(rule -> sections.put(rule.section().key(), rule.section()));
    for (int i = issues.size() - 1; i >= 0; i--) {
      issues
          .get(i)
          .sections()
          .forEach(own -> sections.putIfAbsent(own.section().key(), own.section()));
    }
    return List.copyOf(sections.values());
  }
}
