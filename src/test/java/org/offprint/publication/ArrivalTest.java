package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** An issue may be dated long before its file arrives; readers that go by dates must still get it. */
final class ArrivalTest {
  private static final Instant DATED = Instant.parse("2025-12-01T10:00:00Z");
  private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-01T12:00:00.250Z");
  private static final Instant LATER_IN_FULL_SECONDS = Instant.parse("2026-01-01T12:00:01Z");

  @TempDir
  private Path folder = Path.of("");

  private PublicationLoader loader = new PublicationLoader(folder);

  @BeforeEach
  void startWithOneIssue() {
    loader = new PublicationLoader(folder);
    given("1", "Words.");
    assertThat(changed("1", STARTED)).isEqualTo(DATED);
  }

  private void given(String slug, String words) {
    new IssueFiles(folder)
        .given(
            slug + ".md",
            "---\ntitle: Issue %s\ndate: 2025-12-01T10:00:00Z\n---\n\n%s\n".formatted(slug, words));
  }

  private Instant changed(String slug, Instant now) {
    Masthead masthead = TestPublications.masthead("Newsletter", "https://news.example.org/");
    PublicationRules rules = new PublicationRules(
        masthead,
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return loader
        .load(Folder.scan(folder), rules, now)
        .findIssue(slug)
        .orElseThrow()
        .changed();
  }

  @Test
  void issueThatArrivesLateChangedWhenItWasSeen() {
    given("2", "More words.");

    assertThat(changed("2", LATER)).isEqualTo(LATER_IN_FULL_SECONDS);
    assertThat(changed("1", LATER)).isEqualTo(DATED);
  }

  @Test
  void editChangedWhenItWasSeenAndStaysThere() {
    given("1", "Better words.");

    assertThat(changed("1", LATER)).isEqualTo(LATER_IN_FULL_SECONDS);
    assertThat(changed("1", LATER.plusSeconds(60))).isEqualTo(LATER_IN_FULL_SECONDS);
  }

  @Test
  void fileThatIsWrittenAgainWithTheSameWordsDidNotChange() {
    given("1", "Other words, for a moment.");
    given("1", "Words.");

    assertThat(changed("1", LATER)).isEqualTo(DATED);
  }

  @Test
  void datesOfAPublicationNeverLieBeforeItsIssues() {
    new IssueFiles(folder)
        .given("3.md", "---\ntitle: Three\ndate: 2026-01-01T13:00:00Z\n---\n\nDue later.\n");
    assertThat(loader
            .load(
                Folder.scan(folder),
                new PublicationRules(
                    TestPublications.masthead("Newsletter", "https://news.example.org/"),
                    SectionVocabulary.EMPTY,
                    FileRules.NONE,
                    FormerSite.NONE,
                    MediaRules.NONE,
                    PublicationRules.Readers.EVERYONE),
                LATER)
            .findIssue("3"))
        .isEmpty();

    assertThat(changed("3", LATER.plusSeconds(3600)))
        .isEqualTo(Instant.parse("2026-01-01T13:00:00Z"));
  }
}
