package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.rule;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SectionVocabularyRuleTest {
  @ParameterizedTest
  @CsvSource({
    "Tools, Tools",
    "Tools, TOOLS",
    "TOOLS, tools",
    "Événements, ÉVÉNEMENTS",
    "Sponsor*, Sponsor",
    "Sponsor*, Sponsored event",
    "* sponsors *, StackHawk sponsors Devops Weekly",
    "*issues, 500 Issues",
    "*, anything at all",
    "*, ''",
    "' Tools ', Tools",
    "C++ (and C), c++ (AND C)",
    "[a-z]\\E.+, [A-Z]\\e.+",
  })
  void matches(String pattern, String heading) {
    assertThat(rule("any", "Any", pattern).matches(heading)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Tools, Tool",
    "Tools, More tools",
    "Tools, Tools and more",
    "Sponsor*, Our sponsor",
    "*issues, issues 500",
    "C++, CCC",
    "a.c, abc",
    "[ab], a",
  })
  void matchesNothingElse(String pattern, String heading) {
    assertThat(rule("any", "Any", pattern).matches(heading)).isFalse();
  }

  @Test
  void matchesWhateverOneOfItsPatternsMatches() {
    SectionVocabulary.Rule events = rule("events", "Events", "Event*", "FOSDEM*");

    assertThat(List.of("Events", "Fosdem 2014")).allMatch(events::matches);
    assertThat(events.matches("Event FOSDEM")).isTrue();
    assertThat(events.matches("At FOSDEM")).isFalse();
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void matchesAlikeInTurkey() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));

      assertThat(rule("links", "Links", "LINKS").matches("links")).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Nested
  final class Equality {
    @Test
    void holdsWhenSectionAndPatternsAreTheSame() {
      assertThat(rule("tools", "Tools", "Tool*"))
          .isEqualTo(rule("tools", "Tools", "Tool*"))
          .hasSameHashCodeAs(rule("tools", "Tools", "Tool*"));
    }

    @Test
    void endsWithAnotherTitleOrPattern() {
      assertThat(rule("tools", "Tools", "Tool*"))
          .isNotEqualTo(rule("tools", "Software", "Tool*"))
          .isNotEqualTo(rule("tools", "Tools", "Tools"));
    }
  }
}
