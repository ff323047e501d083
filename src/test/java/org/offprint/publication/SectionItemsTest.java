package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Item;
import org.offprint.issue.ItemRule;

/** The publisher's decision about the items of a section. */
final class SectionItemsTest {
  private static final Section TOOLS = new Section(new SectionKey("tools"), "Tools", false);

  private FollowedFolder folder;

  @BeforeEach
  void follow(@TempDir Path root) {
    folder = new FollowedFolder(root).givenIssue("1.md", 1, "One");
  }

  private Publication with(ItemRule items, boolean isSkipped) {
    return folder
        .under(new SectionVocabulary.Rule(TOOLS, List.of("Tools")).with(items, isSkipped))
        .load();
  }

  private static List<Item> items(Publication publication) {
    return publication.issues().get(0).sections().stream()
        .flatMap(section -> section.items().stream())
        .toList();
  }

  @Test
  void takesEffectOnIssuesThatAreRead() {
    assertThat(items(with(ItemRule.AUTO, false))).hasSize(1);
    assertThat(items(with(ItemRule.NONE, false))).isEmpty();
    assertThat(items(with(ItemRule.PARAGRAPHS, false))).hasSize(1);
  }

  @Test
  void leavesASectionWithoutItemsItsFeed() {
    Publication publication = with(ItemRule.NONE, false);

    assertThat(publication.issues().get(0).sections())
        .extracting(PublishedIssue.IssueSection::section)
        .containsExactly(TOOLS);
  }

  @Test
  void leavesASkippedSectionInItsIssueOnly() {
    Publication publication = with(ItemRule.AUTO, true);

    assertThat(publication.issues().get(0).issue().content().text()).contains("A tool of One.");
    assertThat(publication.issues().get(0).sections()).isEmpty();
    assertThat(publication.sections()).isEmpty();
    assertThat(publication.findSection(TOOLS.key())).isEmpty();
  }

  @Test
  void parsesNoIssueAgainWhereOnlyTitleOrKindChange() {
    with(ItemRule.LIST, false);
    Section paid = new Section(TOOLS.key(), "Gear", true);
    SectionVocabulary.Rule other = new SectionVocabulary.Rule(paid, List.of("Tools"));

    assertThat(folder.under(other.with(ItemRule.LIST, false)).load().filesRead())
        .isZero();
    assertThat(folder.under(other).load().filesRead()).isOne();
  }

  @Test
  void aTitleHeadingThatTheVocabularyNamesStaysASection() {
    folder.given(
        "2.md",
        "---\ntitle: Letter\ndate: 2026-01-05\n---\n\n# All news\n\nHello.\n\n## One\n\nText.\n\n## Two\n\nText.\n");
    SectionVocabulary.Rule news = new SectionVocabulary.Rule(
        new Section(new SectionKey("news"), "News", false), List.of("All news"));

    assertThat(keys(folder.load())).containsExactly("one", "two");
    Publication named = folder.under(news).load();
    assertThat(keys(named)).containsExactly("news");
    assertThat(named.filesRead()).isOne();
    Publication unnamed =
        folder.under(new SectionVocabulary.Rule(TOOLS, List.of("Tools"))).load();
    assertThat(keys(unnamed)).containsExactly("one", "two");
    assertThat(unnamed.filesRead()).isOne();
    assertThat(folder.load().filesRead()).isZero();
  }

  private static List<String> keys(Publication publication) {
    return publication.issues().get(0).sections().stream()
        .map(own -> own.section().key().value())
        .toList();
  }
}
