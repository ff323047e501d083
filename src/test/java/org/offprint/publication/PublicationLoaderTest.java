package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.publication.FollowedFolder.titles;
import static org.offprint.publication.SampleIssues.masthead;
import static org.offprint.publication.SampleIssues.rule;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Item;

final class PublicationLoaderTest {
  @TempDir
  private Path root = Path.of("");

  private FollowedFolder folder = new FollowedFolder(root);

  @BeforeEach
  void giveThreeIssues() {
    folder = new FollowedFolder(root)
        .givenIssue("1.md", 4, "One")
        .givenIssue("2.md", 11, "Two")
        .givenIssue("deep/er/3.md", 18, "Three");
  }

  @Test
  void readsEveryFileAtFirst() {
    Publication publication = folder.load();

    assertThat(titles(publication)).containsExactly("Three", "Two", "One");
    assertThat(publication.filesRead()).isEqualTo(3);
    assertThat(publication.problems()).isEmpty();
  }

  @Test
  void readsNothingWhenNothingChanged() {
    Publication first = folder.load();

    Publication second = folder.load();

    assertThat(second.filesRead()).isZero();
    assertThat(second.issues()).isEqualTo(first.issues());
  }

  @Test
  void publishesTheSameWhateverTheOrderOfTheListing() {
    Folder listing = Folder.scan(root);

    Publication publication = new FollowedFolder(root)
        .load(new Folder(
            listing.files().descendingMap(),
            listing.directories(),
            List.of(),
            true,
            listing.rules()));

    assertThat(publication.issues()).isEqualTo(folder.load().issues());
  }

  @Test
  void leavesTheSettingsFileAlone() {
    folder.given("offprint.yaml", "title: Runbook Weekly\n");

    assertThat(folder.load().filesRead()).isEqualTo(3);
  }

  @Nested
  final class OneChange {
    @BeforeEach
    void loadOnce() {
      folder.load();
    }

    @Test
    void readsOnlyTheNewFile() {
      Publication publication = folder.givenIssue("4.md", 25, "Four").load();

      assertThat(titles(publication)).containsExactly("Four", "Three", "Two", "One");
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void readsOnlyTheEditedFile() {
      Publication publication = folder.givenIssue("2.md", 11, "Two, corrected").load();

      assertThat(titles(publication)).containsExactly("Three", "Two, corrected", "One");
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void isSeenWhenOnlyTheTimeOfTheFileMoved() throws IOException {
      folder.givenIssue("2.md", 11, "Owt");
      Files.setLastModifiedTime(
          root.resolve("2.md"), FileTime.from(Instant.parse("2026-01-12T00:00:00Z")));

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Three", "Owt", "One");
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void isSeenWhenAnotherFileOfThatSizeAndTimeTakesThePlace() throws IOException {
      Path file = root.resolve("2.md");
      FileTime time = Files.getLastModifiedTime(file);
      folder.givenIssue("2.md.tmp", 11, "Owt");
      Files.setLastModifiedTime(root.resolve("2.md.tmp"), time);
      Files.move(root.resolve("2.md.tmp"), file, StandardCopyOption.REPLACE_EXISTING);

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Three", "Owt", "One");
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void readsNothingForRemovedFile() {
      Publication publication = folder.remove("2.md").afterASecond().load();

      assertThat(titles(publication)).containsExactly("Three", "One");
      assertThat(publication.filesRead()).isZero();
    }

    @Test
    void readsRenamedFileUnderItsNewName() throws IOException {
      Files.move(root.resolve("2.md"), root.resolve("second.md"));

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
      assertThat(publication.findIssue("second")).isPresent();
      assertThat(publication.findIssue("2")).isEmpty();
      assertThat(publication.filesRead()).isEqualTo(1);
    }

    @Test
    void bringsBackRemovedFile() {
      folder.remove("2.md").afterASecond().load();

      assertThat(titles(folder.givenIssue("2.md", 11, "Two").load()))
          .containsExactly("Three", "Two", "One");
    }
  }

  /** Whoever saves by renaming takes a file away first; a slow disk takes its time. */
  @Nested
  final class MissingFile {
    @BeforeEach
    void removeOne() {
      folder.load();
      folder.remove("2.md");
    }

    @Test
    void keepsItsIssueForASecondAndThenTakesItAlong() {
      Instant gone = FollowedFolder.NOW.plusSeconds(1);
      assertThat(titles(folder.load())).containsExactly("Three", "Two", "One");
      assertThat(folder.nextWithdrawal()).contains(gone);
      assertThat(titles(folder.load(gone.minusMillis(1)))).contains("Two");

      assertThat(titles(folder.load(gone))).containsExactly("Three", "One");
      assertThat(folder.nextWithdrawal()).isEmpty();
    }

    @Test
    void isGoneInTimeThoughAnotherIsTouched() {
      Folder before = Folder.scan(root);
      assertThat(titles(folder.load(before))).contains("Two");
      folder.givenIssue("4.md", 25, "Four").letASecondPass();

      Publication publication =
          folder.load(before.rescan(root, Set.of(root.resolve("4.md"))).orElseThrow());

      assertThat(titles(publication)).containsExactly("Four", "Three", "One");
    }

    @Test
    void thatComesBackIsAsIfItHadNeverBeenAway() {
      folder.load();
      folder.givenIssue("2.md", 11, "Two, saved");

      assertThat(titles(folder.load())).containsExactly("Three", "Two, saved", "One");
      assertThat(folder.nextWithdrawal()).isEmpty();
    }

    @Test
    void hasMovedIfAnotherSaysTheSame() {
      folder.givenIssue("second.md", 11, "Two");

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Three", "Two", "One");
      assertThat(publication.findIssue("2")).isEmpty();
      assertThat(folder.nextWithdrawal()).isEmpty();
    }

    @Test
    void hasMovedIfAnotherHasItsAddress() {
      folder.givenIssue("2026-01-11-2.md", 11, "Two, renamed");

      Publication publication = folder.load();

      assertThat(titles(publication)).containsExactly("Three", "Two, renamed", "One");
      assertThat(publication.problems()).isEmpty();
    }

    @Test
    void isGoneWhereTheClockWasPutBack() {
      folder.load();

      assertThat(titles(folder.load(FollowedFolder.NOW.minusSeconds(1))))
          .containsExactly("Three", "One");
    }

    @Test
    void isNotWaitedForOnceAllAreMissing() {
      folder.load();
      folder.remove("1.md").remove("deep/er/3.md");

      assertThat(titles(folder.load())).containsExactly("Three", "Two", "One");
      assertThat(folder.nextWithdrawal()).isEmpty();
    }
  }

  @Test
  void publishesFutureIssueAtItsTimeWithoutReadingIt() {
    folder.given("4.md", "---\ntitle: Four\ndate: 2026-02-08T10:00:00Z\n---\n");
    Publication before = folder.load();
    Instant due = before.nextDue().orElseThrow();

    Publication after = folder.load(due);

    assertThat(titles(before)).containsExactly("Three", "Two", "One");
    assertThat(titles(folder.load(due.minusSeconds(1)))).containsExactly("Three", "Two", "One");
    assertThat(titles(after)).containsExactly("Four", "Three", "Two", "One");
    assertThat(after.filesRead()).isZero();
  }

  @Test
  void withdrawsAnIssueAtItsEndWithoutReadingIt() {
    folder.given(
        "4.md", "---\ntitle: Four\ndate: 2026-01-01\nexpiryDate: 2026-02-08T10:00:00Z\n---\n");
    Publication before = folder.load();
    Instant end = before.nextDue().orElseThrow();

    Publication after = folder.load(end);

    assertThat(titles(before)).contains("Four");
    assertThat(titles(folder.load(end.minusSeconds(1)))).contains("Four");
    assertThat(titles(after)).doesNotContain("Four");
    assertThat(after.filesRead()).isZero();
  }

  @Test
  void leavesAsideWhatTheRulesIgnore() {
    Publication publication = folder.ignoring("deep/**", "2.*").load();

    assertThat(titles(publication)).containsExactly("One");
    assertThat(publication.filesRead()).isEqualTo(1);
  }

  @Test
  void readsOnlyWhatIsIgnoredNoLonger() {
    folder.ignoring("2.md").load();

    Publication publication = folder.ignoring().load();

    assertThat(titles(publication)).containsExactly("Three", "Two", "One");
    assertThat(publication.filesRead()).isEqualTo(1);
  }

  @Nested
  final class ChangedRules {
    @BeforeEach
    void loadOnce() {
      folder.load();
    }

    @Test
    void mapHeadingsAnewWithoutReading() {
      Publication publication =
          folder.under(rule("software", "Software", "Tools")).load();

      assertThat(publication.filesRead()).isZero();
      assertThat(publication.sections())
          .containsExactly(SampleIssues.section("software", "Software"));
      assertThat(publication.issues())
          .allMatch(issue -> issue.sections().stream()
              .anyMatch(own -> own.section().key().value().equals("software")));
    }

    @Test
    void readAgainForAnotherBaseUrl() {
      folder.given(
          "1.md",
          "---\ntitle: One\ndate: 2026-01-04T10:00:00Z\n---\n\nTools\n=====\n\nA [tool](../archive/tool).\n");
      folder.load();

      Publication publication =
          folder.at(URI.create("https://example.org/weekly/")).load();

      assertThat(publication.filesRead()).isEqualTo(3);
      assertThat(links(publication, "1"))
          .containsExactly(URI.create("https://example.org/weekly/archive/tool"));
    }

    @Test
    void readAgainForAnotherTimeZone() {
      folder.given("1.md", "---\ntitle: One\ndate: 2026-01-04 10:00\n---\n");
      folder.load();

      Publication publication = folder.under(inZone("Australia/Sydney")).load();

      assertThat(publication.filesRead()).isEqualTo(3);
      assertThat(publication.findIssue("1").map(PublishedIssue::published))
          .contains(Instant.parse("2026-01-03T23:00:00Z"));
    }

    @Test
    void readNothingForAnotherTitle() {
      Masthead old = masthead(URI.create("https://news.example.org/"));
      Publication publication = folder
          .under(new Masthead(
              "Renamed Weekly",
              old.description(),
              old.baseUri(),
              old.tag(),
              old.language(),
              old.zone(),
              old.authors(),
              old.icon(),
              old.logo(),
              old.copyright(),
              Optional.empty(),
              Masthead.Additions.NONE))
          .load();

      assertThat(publication.masthead().title()).isEqualTo("Renamed Weekly");
      assertThat(publication.filesRead()).isZero();
    }
  }

  private static Masthead inZone(String zone) {
    Masthead utc = masthead(URI.create("https://news.example.org/"));
    return new Masthead(
        utc.title(),
        utc.description(),
        utc.baseUri(),
        utc.tag(),
        utc.language(),
        ZoneId.of(zone),
        utc.authors(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
  }

  private static List<URI> links(Publication publication, String slug) {
    return publication.findIssue(slug).stream()
        .flatMap(published -> published.sections().stream())
        .flatMap(section -> section.items().stream())
        .flatMap((Item item) -> item.links().stream())
        .toList();
  }
}
