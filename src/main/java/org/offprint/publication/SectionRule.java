package org.offprint.publication;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the vocabulary: a section and the headings that mean it. Immutable; two rules are equal
 * if their section and headings are.
 */
public final class SectionRule {
  private final Section section;
  private final List<String> headings;
  private final Pattern pattern;

  /**
   * Creates a rule.
   *
   * @param headings patterns, compared without regard to case; {@code *} stands for anything
   */
  public SectionRule(Section section, List<String> headings) {
    this.section = section;
    this.headings = List.copyOf(headings);
    this.pattern = Pattern.compile(
        headings.stream().map(SectionRule::expression).collect(Collectors.joining("|")),
        Pattern.DOTALL);
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
    return other instanceof SectionRule rule
        && section.equals(rule.section)
        && headings.equals(rule.headings);
  }

  @Override
  public int hashCode() {
    return section.hashCode() * 31 + headings.hashCode();
  }
}
