package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of every issue; the seed in a failed test's name repeats it. */
final class IssuePropertyTest {
  private static final int CASES = 100;
  private static final Pattern WORD = Pattern.compile("w\\d+x");

  static LongStream seeds() {
    long first = Long.getLong("seed", 0);
    return LongStream.range(first, first + CASES);
  }

  private static Issue tools(List<RandomIssues.Entry> entries) {
    return Given.body("## Tools\n\n"
        + entries.stream().map(RandomIssues.Entry::markdown).collect(Collectors.joining("\n")));
  }

  private static Stream<Item> items(Issue issue) {
    return issue.parts().stream().flatMap(part -> part.items().stream());
  }

  private static Map<String, List<String>> identitiesByLink(Issue issue) {
    return items(issue)
        .collect(Collectors.toMap(
            item -> item.primaryLink().orElseThrow().toString(),
            item -> List.of(item.key(), item.anchor())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void editingAnItemsTextNeverChangesItsKeyWhileItsFirstLinkStays(long seed) {
    RandomIssues random = new RandomIssues(seed);
    List<RandomIssues.Entry> entries = random.entries(8);
    List<RandomIssues.Entry> edited = new ArrayList<>(entries);
    edited.replaceAll(entry ->
        random.number(2) == 0 ? entry : new RandomIssues.Entry(random.sentence(), entry.link()));

    assertThat(items(tools(edited)).map(Item::key))
        .isEqualTo(items(tools(entries)).map(Item::key).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reorderingItemsNeverChangesKeysOrAnchors(long seed) {
    RandomIssues random = new RandomIssues(seed);
    List<RandomIssues.Entry> entries = random.entries(8);

    assertThat(identitiesByLink(tools(random.shuffled(entries))))
        .hasSameSizeAs(entries)
        .isEqualTo(identitiesByLink(tools(entries)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingAnItemNeverChangesTheKeysOfTheOthers(long seed) {
    RandomIssues random = new RandomIssues(seed);
    List<RandomIssues.Entry> entries = random.entries(8);
    List<RandomIssues.Entry> more = new ArrayList<>(entries);
    more.add(random.number(entries.size() + 1), random.entry());

    assertThat(identitiesByLink(tools(more)))
        .containsAllEntriesOf(identitiesByLink(tools(entries)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anchorsAndKeysAreUniqueWithinAnIssue(long seed) {
    Issue issue = Given.body(new RandomIssues(seed).body());
    List<String> anchors = Stream.concat(
            issue.parts().stream().map(Issue.SectionText::anchor), items(issue).map(Item::anchor))
        .toList();

    assertThat(anchors).doesNotHaveDuplicates();
    assertThat(items(issue).map(Item::key)).doesNotHaveDuplicates();
    assertThat(Jsoup.parseBodyFragment(issue.content().markup()).select("[id]").eachAttr("id"))
        .doesNotHaveDuplicates()
        .containsAll(anchors);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contentIsLeadAndPartsWithoutLoss(long seed) {
    Issue issue = Given.body(new RandomIssues(seed).body());
    String pieces = issue.lead().markup()
        + issue.parts().stream().map(part -> part.content().markup()).collect(Collectors.joining());

    assertThat(pieces).isEqualTo(issue.content().markup());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contentIsLeadAndPartsAndFootnotesWithoutLoss(long seed) {
    RandomIssues random = new RandomIssues(seed);
    Issue issue = Given.body(random.body() + "\nNoted.[^1]\n\n[^1]: A footnote.\n");
    String pieces = issue.lead().markup()
        + issue.parts().stream().map(part -> part.content().markup()).collect(Collectors.joining());

    assertThat(issue.content().markup()).startsWith(pieces);
    assertThat(issue.content().markup().substring(pieces.length()))
        .startsWith("<section class=\"footnotes\">")
        .contains("A footnote.");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWordOfABodyAppearsInTheContentInOrder(long seed) {
    String body = new RandomIssues(seed).body();
    List<String> words = WORD.matcher(body.replaceAll("\\]\\([^)]*\\)", ""))
        .results()
        .map(match -> match.group())
        .toList();
    String text = Given.body(body).content().text();

    assertThat(WORD.matcher(text).results().map(match -> match.group())).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyItemHasATitleAndStandsInItsPart(long seed) {
    Issue issue = Given.body(new RandomIssues(seed).body());

    for (Issue.SectionText part : issue.parts()) {
      for (Item item : part.items()) {
        assertThat(item.title()).isNotBlank().hasSizeLessThanOrEqualTo(141);
        assertThat(item.content().text()).isNotEmpty();
        assertThat(part.content().markup()).contains(item.content().markup());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPieceIsWellFormed(long seed) {
    Issue issue = Given.body(new RandomIssues(seed).body());

    assertThat(issue.parts().stream()
            .flatMap(part -> Stream.concat(
                Stream.of(part.content(), part.distinct()),
                part.items().stream().map(Item::content))))
        .allSatisfy(IssuePropertyTest::assertWellFormed);
    assertWellFormed(issue.content());
    assertWellFormed(issue.lead());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingTwiceGivesTheSame(long seed) {
    String body = new RandomIssues(seed).body();

    assertThat(Given.body(body)).isEqualTo(Given.body(body));
  }

  private static void assertWellFormed(Html html) {
    Parser parser = Parser.xmlParser().setTrackErrors(5);
    Document document = parser.parseInput(
        "<r>" + html.markup().replaceAll("<(br|hr|img|wbr)([^>]*)>", "<$1$2/>") + "</r>", "");
    ParseErrorList errors = parser.getErrors();
    assertThat(errors).as("errors in %s", html).isEmpty();
    assertThat(Arrays.asList(document.childrenSize())).containsExactly(1);
  }
}
