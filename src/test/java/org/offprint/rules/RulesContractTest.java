package org.offprint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.offprint.rules.Findings.Finding;
import org.offprint.rules.Findings.Summary;

/** Shows that each test of {@link RulesContract} can fail. */
final class RulesContractTest {
  private static final Instant DAY = Instant.parse("2024-05-02T00:00:00Z");

  /** Two feeds of a site in every format; the archives have three entries, a document holds two. */
  private static Stream<Summary> whole() {
    return Stream.of("/feed", "/sections/tools")
        .flatMap(
            feed -> Stream.of("atom", "rss", "json").flatMap(format -> documents(feed, format)));
  }

  private static Stream<Summary> documents(String feed, String format) {
    return Stream.of(
        document(feed, Optional.empty(), format, "3", "2"),
        document(feed, Optional.of(2), format, "3"),
        document(feed, Optional.of(1), format, "2", "1"));
  }

  private static Summary document(
      String feed, Optional<Integer> number, String format, String... ids) {
    return new Summary(
        "site " + feed,
        number,
        format,
        Optional.of(feed).filter(id -> format.equals("atom")),
        "Weekly " + feed,
        Optional.of(DAY).filter(day -> !format.equals("json")),
        List.of(ids));
  }

  private static RulesContract of(Stream<Summary> summaries) {
    Findings findings = new Findings();
    summaries.forEach(summary -> findings.add(new Finding(summary, Map.of())));
    return () -> findings;
  }

  /** The whole with one kind of documents changed. */
  private static RulesContract with(
      String format, Optional<Integer> number, UnaryOperator<Summary> change) {
    return of(whole()
        .map(summary -> summary.format().equals(format) && summary.number().equals(number)
            ? change.apply(summary)
            : summary));
  }

  private static Summary withIds(Summary summary, String... ids) {
    return document(summary.feed().substring(5), summary.number(), summary.format(), ids);
  }

  @Test
  void allIsWellBefore() {
    RulesContract contract = of(whole());
    assertThatCode(() -> {
          contract.everyFormatAndItsArchiveWereLookedAt();
          contract.everyFormatHasTheSameEntries();
          contract.feedDateIsTheSameInAtomAndRss();
          contract.documentsOfAFeedHaveTheSameIdAndTitle();
          contract.feedsOfASiteHaveDifferentIdsAndTitles();
          contract.archiveIsReachedToItsFirstDocument();
          contract.noEntryStandsInTwoDocumentsOfAnArchive();
          contract.subscriptionDocumentAndArchiveHoldTheNewestEntriesAlike();
        })
        .doesNotThrowAnyException();
  }

  @Test
  void brokenRuleIsNoticed() {
    Findings findings = new Findings();
    findings.add(new Finding(
        document("/feed", Optional.empty(), "atom", "1"),
        Map.of(AtomRules.IDS_ARE_IRIS, List.of("1 is none"))));
    RulesContract contract = () -> findings;
    assertThat(contract.everyRuleIsKept()).hasSameSizeAs(Rule.all().toList());
    assertThat(contract.everyRuleIsKept())
        .filteredOn(test -> catchThrowable(test.getExecutable()::execute) != null)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("IDS_ARE_IRIS");
  }

  @Test
  void missingArchiveIsNoticed() {
    RulesContract contract = of(whole().filter(summary -> summary.number().isEmpty()));
    fails(contract::everyFormatAndItsArchiveWereLookedAt);
  }

  @Test
  void otherEntriesInOneFormatAreNoticed() {
    RulesContract contract = with("rss", Optional.empty(), summary -> withIds(summary, "2", "3"));
    fails(contract::everyFormatHasTheSameEntries);
  }

  @Test
  void missingFormatIsNoticed() {
    RulesContract contract = of(whole()
        .filter(summary -> !summary.format().equals("rss") || summary.number().isEmpty()));
    fails(contract::everyFormatHasTheSameEntries);
  }

  @Test
  void otherFeedDateInOneFormatIsNoticed() {
    RulesContract contract = with(
        "rss",
        Optional.empty(),
        summary -> new Summary(
            summary.feed(),
            summary.number(),
            summary.format(),
            summary.feedId(),
            summary.title(),
            Optional.of(DAY.plusSeconds(1)),
            summary.ids()));
    fails(contract::feedDateIsTheSameInAtomAndRss);
  }

  @Test
  void otherTitleOfAnArchiveDocumentIsNoticed() {
    RulesContract contract =
        with("atom", Optional.of(1), summary -> named(summary, summary.feedId(), "Weekly, page 1"));
    fails(contract::documentsOfAFeedHaveTheSameIdAndTitle);
  }

  @Test
  void otherIdOfAnArchiveDocumentIsNoticed() {
    RulesContract contract = with(
        "atom", Optional.of(1), summary -> named(summary, Optional.of("other"), summary.title()));
    fails(contract::documentsOfAFeedHaveTheSameIdAndTitle);
  }

  @Test
  void twoFeedsOfOneIdAreNoticed() {
    RulesContract contract = with(
        "atom", Optional.empty(), summary -> named(summary, Optional.of("one"), summary.title()));
    fails(contract::feedsOfASiteHaveDifferentIdsAndTitles);
  }

  @Test
  void twoFeedsOfOneTitleAreNoticed() {
    RulesContract contract =
        with("atom", Optional.empty(), summary -> named(summary, summary.feedId(), "Weekly"));
    fails(contract::feedsOfASiteHaveDifferentIdsAndTitles);
  }

  @Test
  void archiveThatEndsTooEarlyIsNoticed() {
    RulesContract contract =
        of(whole().filter(summary -> !summary.number().equals(Optional.of(1))));
    fails(contract::archiveIsReachedToItsFirstDocument);
  }

  @Test
  void entryInTwoDocumentsOfAnArchiveIsNoticed() {
    RulesContract contract = with("json", Optional.of(1), summary -> withIds(summary, "3", "2"));
    fails(contract::noEntryStandsInTwoDocumentsOfAnArchive);
  }

  @Test
  void entryThatIsNotInTheArchiveIsNoticed() {
    RulesContract contract = with("json", Optional.of(2), summary -> withIds(summary));
    fails(contract::subscriptionDocumentAndArchiveHoldTheNewestEntriesAlike);
  }

  private static Summary named(Summary summary, Optional<String> feedId, String title) {
    return new Summary(
        summary.feed(),
        summary.number(),
        summary.format(),
        feedId,
        title,
        summary.updated(),
        summary.ids());
  }

  private static void fails(Runnable test) {
    assertThatThrownBy(test::run).isInstanceOf(AssertionError.class);
  }
}
