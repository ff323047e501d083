package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offprint.rules.Findings.Summary;

/** The tests of many feed documents: each keeps every rule, and all of them belong together. */
interface RulesContract {
  /** Returns the violations in the documents, and a summary of each. */
  Findings findings();

  /** Returns the rules that are to be kept. */
  default Stream<Rule> rules() {
    return Rule.all();
  }

  @TestFactory
  default Stream<DynamicTest> everyRuleIsKept() {
    return rules()
        .map(rule -> DynamicTest.dynamicTest(
            rule.toString(),
            () ->
                assertThat(findings().of(rule)).as("%s in %s", rule, findings()).isEmpty()));
  }

  @Test
  default void everyFormatAndItsArchiveWereLookedAt() {
    assertThat(findings().summaries().stream().map(Summary::format))
        .contains("atom", "rss", "json");
    assertThat(findings().summaries())
        .filteredOn(summary -> summary.number().filter(number -> number > 1).isPresent())
        .map(Summary::format)
        .contains("atom", "rss", "json");
  }

  @Test
  default void everyFormatHasTheSameEntries() {
    assertThat(by(Summary::document)).allSatisfy((document, summaries) -> {
      assertThat(summaries.stream().map(Summary::format))
          .containsExactlyInAnyOrder("atom", "rss", "json");
      assertThat(summaries.stream().map(Summary::ids).distinct()).hasSize(1);
    });
  }

  @Test
  default void feedDateIsTheSameInAtomAndRss() {
    assertThat(by(Summary::document))
        .allSatisfy((document, summaries) -> assertThat(summaries.stream()
                .flatMap(summary -> summary.updated().stream())
                .distinct())
            .hasSize(1));
  }

  @Test
  default void documentsOfAFeedHaveTheSameIdAndTitle() {
    assertThat(by(summary -> summary.feed() + " " + summary.format()))
        .allSatisfy((feed, summaries) -> {
          assertThat(summaries.stream().map(Summary::feedId).distinct()).hasSize(1);
          assertThat(summaries.stream().map(Summary::title).distinct()).hasSize(1);
        });
  }

  @Test
  default void feedsOfASiteHaveDifferentIdsAndTitles() {
    List<Summary> feeds = findings().summaries().stream()
        .filter(summary -> summary.format().equals("atom") && summary.number().isEmpty())
        .toList();
    assertThat(feeds.stream().map(feed -> site(feed) + feed.feedId())).doesNotHaveDuplicates();
    assertThat(feeds.stream().map(feed -> site(feed) + feed.title())).doesNotHaveDuplicates();
  }

  private static String site(Summary feed) {
    return feed.feed().substring(0, feed.feed().indexOf(' ') + 1);
  }

  @Test
  default void archiveIsReachedToItsFirstDocument() {
    assertThat(by(summary -> summary.feed() + " " + summary.format()))
        .allSatisfy((feed, summaries) -> {
          List<Integer> numbers = summaries.stream()
              .map(Summary::number)
              .flatMap(Optional::stream)
              .sorted()
              .toList();
          assertThat(numbers)
              .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        });
  }

  @Test
  default void noEntryStandsInTwoDocumentsOfAnArchive() {
    assertThat(by(summary -> summary.feed() + " " + summary.format()))
        .allSatisfy((feed, summaries) -> assertThat(summaries.stream()
                .filter(summary -> summary.number().isPresent())
                .flatMap(summary -> summary.ids().stream()))
            .doesNotHaveDuplicates());
  }

  @Test
  default void subscriptionDocumentAndArchiveHoldTheNewestEntriesAlike() {
    assertThat(by(summary -> summary.feed() + " " + summary.format()))
        .allSatisfy((feed, summaries) -> {
          List<String> archived = summaries.stream()
              .filter(summary -> summary.number().isPresent())
              .sorted((one, other) -> other.number().get() - one.number().get())
              .flatMap(summary -> summary.ids().stream())
              .toList();
          List<String> current = summaries.stream()
              .filter(summary -> summary.number().isEmpty())
              .flatMap(summary -> summary.ids().stream())
              .toList();
          assertThat(archived).startsWith(current.toArray(String[]::new));
        });
  }

  private Map<String, List<Summary>> by(Function<Summary, String> name) {
    return findings().summaries().stream().collect(Collectors.groupingBy(name));
  }
}
