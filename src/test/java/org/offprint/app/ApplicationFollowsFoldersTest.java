package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;

/** Changes of the whole folder at once, changes without events, and the passing of time. */
final class ApplicationFollowsFoldersTest {
  @TempDir
  private Path above = Path.of("");

  @Nested
  final class Links {
    @Test
    void switchedLinkIsFollowed() throws IOException {
      Path folder = givenTwoReleases();
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.titles()).containsExactly("Old Two", "Old One");
        pointTo(folder, "release-2");
        live.awaitTitles("New Three", "New Two", "New One");

        new IssueFiles(above.resolve("release-2"))
            .givenIssue("4.md", "New Four", "2026-06-04", "Text.");
        live.awaitTitles("New Four", "New Three", "New Two", "New One");
      }
    }

    @Test
    void switchedDataOfAMountIsFollowed() throws IOException {
      Path folder = above.resolve("mounted");
      new IssueFiles(folder)
          .givenIssue("..v1/1.md", "Old One", "2026-06-01", "Text.")
          .givenIssue("..v2/1.md", "New One", "2026-06-01", "Text.");
      Files.createSymbolicLink(folder.resolve("..data"), Path.of("..v1"));
      Files.createSymbolicLink(folder.resolve("1.md"), Path.of("..data/1.md"));
      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        assertThat(live.titles()).containsExactly("Old One");
        pointTo(folder.resolve("..data"), "..v2");

        live.awaitTitles("New One");
      }
    }
  }

  @Nested
  final class Checkout {
    @Test
    void whichBranchIsCheckedOutIsFollowed() throws IOException, InterruptedException {
      assumeTrue(isThereGit(), "the command git is missing");
      Path folder = above.resolve("checkout");
      Files.createDirectories(folder);
      git(folder, "init", "--quiet", "--initial-branch=summer");
      for (int i = 1; i <= 12; i++) {
        givenNumbered(folder, i, "Summer");
      }
      commit(folder);
      git(folder, "checkout", "--quiet", "-b", "winter");
      for (int i = 1; i <= 18; i += 2) {
        givenNumbered(folder, i, "Winter");
      }
      new IssueFiles(folder).remove("2.md");
      commit(folder);
      git(folder, "checkout", "--quiet", "summer");

      try (LiveNewsletter live = LiveNewsletter.of(folder)) {
        List<String> summer = live.titles();
        assertThat(summer).hasSize(12).allMatch(title -> title.startsWith("Summer"));

        git(folder, "checkout", "--quiet", "winter");
        List<String> winter = new ArrayList<>();
        for (int i = 17; i >= 1; i--) {
          if (i % 2 == 1 || (i <= 12 && i != 2)) {
            winter.add((i % 2 == 1 ? "Winter " : "Summer ") + i);
          }
        }
        live.awaitTitles(winter.toArray(String[]::new));

        git(folder, "checkout", "--quiet", "summer");
        live.awaitTitles(summer.toArray(String[]::new));
        assertThat(live.body("/status"))
            .contains("12 issues", "<h2 id=\"problems\">Problems</h2>\n<p>None.</p>");
      }
    }

    private void givenNumbered(Path folder, int number, String season) {
      new IssueFiles(folder)
          .givenIssue(
              number + ".md",
              season + " " + number,
              "2026-06-%02d".formatted(number),
              "Text of the " + season + ".");
    }

    private void commit(Path folder) throws IOException, InterruptedException {
      git(folder, "add", "--all");
      git(
          folder,
          "-c",
          "user.name=Author",
          "-c",
          "user.email=author@example.org",
          "-c",
          "commit.gpgsign=false",
          "commit",
          "--quiet",
          "-m",
          "Write issues");
    }

    private boolean isThereGit() throws InterruptedException {
      try {
        return new ProcessBuilder("git", "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false;
      }
    }

    private void git(Path folder, String... arguments) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(List.of(arguments));
      Process process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(command + ": " + output).isZero();
    }
  }

  @Nested
  final class WithoutEvents {
    /** The folder holds a link; the file that it leads to stands in a hidden folder, which nobody watches. */
    @Test
    void scanFindsTheChange() throws IOException {
      Path folder = Files.createDirectory(above.resolve("issues"));
      IssueFiles elsewhere = new IssueFiles(folder.resolve(".elsewhere"))
          .givenIssue("1.md", "One", "2026-06-01", "Text.");
      Files.createSymbolicLink(folder.resolve("1.md"), Path.of(".elsewhere/1.md"));
      try (LiveNewsletter live = LiveNewsletter.of(
          folder, TestClock.at(LiveNewsletter.NOW), Map.of("scan-interval", "100ms"))) {
        elsewhere.givenIssue("1.md", "One, edited", "2026-06-01", "Text.");

        live.awaitTitles("One, edited");
      }
    }
  }

  @Nested
  final class Time {
    @Test
    void issueOfTheFutureAppearsByItselfWhenItIsDue() {
      TestClock clock = TestClock.at("2026-06-02T00:00:00Z");
      new IssueFiles(above)
          .givenIssue("1.md", "One", "2026-06-01T08:00:00Z", "Text.")
          .givenIssue("2.md", "Two", "2026-06-08T08:00:00Z", "Text.")
          .givenIssue("3.md", "Three", "2026-06-15T08:00:00Z", "Text.");
      try (LiveNewsletter live =
          LiveNewsletter.of(above, clock, Map.of("scan-interval", LiveNewsletter.NEVER))) {
        assertThat(live.titles()).containsExactly("One");
        assertThat(live.get("/issues/2").status()).isEqualTo(404);

        clock.advance(Duration.ofDays(7));
        live.awaitTitles("Two", "One");

        clock.advance(Duration.ofDays(7));
        live.awaitTitles("Three", "Two", "One");
      }
    }

    @Test
    void issueAppearsAtItsSecondAndNotBefore() {
      TestClock clock = TestClock.at("2026-06-08T07:59:58Z");
      new IssueFiles(above)
          .givenIssue("1.md", "One", "2026-06-01T08:00:00Z", "Text.")
          .givenIssue("2.md", "Two", "2026-06-08T10:00:00+02:00", "Text.");
      try (LiveNewsletter live =
          LiveNewsletter.of(above, clock, Map.of("scan-interval", LiveNewsletter.NEVER))) {
        clock.advance(Duration.ofSeconds(1));
        live.files().givenIssue("3.md", "Three", "2026-06-02T08:00:00Z", "Text.");
        live.awaitTitles("Three", "One");

        clock.advance(Duration.ofSeconds(1));
        live.awaitTitles("Two", "Three", "One");
      }
    }

    @Test
    void issueOfTheFutureIsCountedOnTheStatusPage() {
      TestClock clock = TestClock.at("2026-06-02T00:00:00Z");
      new IssueFiles(above)
          .givenIssue("1.md", "One", "2026-06-01", "Text.")
          .givenIssue("2.md", "Two", "2026-06-08", "Text.");
      try (LiveNewsletter live = LiveNewsletter.of(above, clock, Map.of())) {
        assertThat(live.body("/status"))
            .contains("0 drafts, 1 issue to come.")
            .doesNotContain("2.md", "2026-06-08");
      }
    }
  }

  private Path givenTwoReleases() throws IOException {
    new IssueFiles(above)
        .givenIssue("release-1/1.md", "Old One", "2026-06-01", "Text.")
        .givenIssue("release-1/2.md", "Old Two", "2026-06-02", "Text.")
        .givenIssue("release-2/1.md", "New One", "2026-06-01", "Text.")
        .givenIssue("release-2/2.md", "New Two", "2026-06-02", "Text.")
        .givenIssue("release-2/3.md", "New Three", "2026-06-03", "Text.");
    return Files.createSymbolicLink(above.resolve("issues"), Path.of("release-1"));
  }

  private void pointTo(Path link, String target) throws IOException {
    Path prepared = Files.createSymbolicLink(above.resolve("prepared"), Path.of(target));
    Files.move(prepared, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
