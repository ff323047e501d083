package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.SampleIssues.issue;
import static org.offprint.publication.SampleIssues.issueWithId;
import static org.offprint.publication.SampleIssues.item;
import static org.offprint.publication.SampleIssues.section;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.offprint.issue.Issue;

final class EntryIdsTest {
  private static final Section TOOLS = section("tools", "Tools");

  private final EntryIds ids = new EntryIds("tag:example.org,2010", Optional.empty());
  private final Issue issue = issue("139", "2026-01-04T10:00:00Z");

  @Test
  void ofIssueComesFromItsSlug() {
    assertThat(ids.issue(issue)).hasToString("tag:example.org,2010:139");
  }

  @Test
  void ofIssueIsTheAuthorsWhereThereIsOne() {
    assertThat(ids.issue(issueWithId("139", "https://old.example.org/?p=7")))
        .hasToString("https://old.example.org/?p=7");
  }

  @Test
  void ofSelectionDiffersFromItsIssue() {
    assertThat(ids.selection(issue, "tools")).hasToString("tag:example.org,2010:139/tools");
  }

  @Test
  void ofSelectionComesFromTheSlugEvenWhenTheAuthorSetAnId() {
    assertThat(ids.selection(issueWithId("139", "https://old.example.org/?p=7"), "tools"))
        .hasToString("tag:example.org,2010:139/tools");
  }

  @Test
  void ofItemComesFromSlugSectionAndKey() {
    assertThat(ids.item(issue, Optional.of(TOOLS), item("0a1b2c", 0)))
        .hasToString("tag:example.org,2010:139/tools/0a1b2c");
  }

  @Test
  void ofItemStaysWhenItMoves() {
    assertThat(ids.item(issue, Optional.of(TOOLS), item("0a1b2c", 7)))
        .isEqualTo(ids.item(issue, Optional.of(TOOLS), item("0a1b2c", 0)));
  }

  @Test
  void ofItemStaysWhenTheSectionGetsAnotherTitle() {
    assertThat(ids.item(issue, Optional.of(section("tools", "Software")), item("0a1b2c", 0)))
        .isEqualTo(ids.item(issue, Optional.of(TOOLS), item("0a1b2c", 0)));
  }

  @Test
  void ofFeedIsNoIdOfAnIssue() {
    assertThat(ids.feed("/sections/tools"))
        .hasToString("tag:example.org,2010:/sections/tools")
        .isNotEqualTo(ids.issue(issue("sections-tools", "2026-01-04T10:00:00Z")));
  }
}
