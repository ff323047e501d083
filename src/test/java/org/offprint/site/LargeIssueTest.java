package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedFormat;
import org.offprint.issue.Problem;
import org.offprint.publication.Publication;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** An issue that is far longer than any letter is served in every format. */
@Timeout(60)
final class LargeIssueTest {
  private static final int PARAGRAPH = 50_000;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void halfAMegabyteOfTextIsServedInEveryFormat() {
    String piece = "far more words than anybody wants to read & 😀 ]]> <3 in one letter ";
    String paragraph = piece.repeat(PARAGRAPH / piece.getBytes(StandardCharsets.UTF_8).length);
    String body = (paragraph + "\n\n").repeat(10);
    new IssueFiles(folder).givenIssue("large.md", "Large", "2020-01-01", "## Text\n\n" + body);
    assertEverythingIsServed();
  }

  @Test
  void headingOfThousandsOfWordsIsServedInEveryFormat() {
    new IssueFiles(folder)
        .givenIssue(
            "large.md",
            "Large",
            "2020-01-01",
            "word ".repeat(5000) + "\n====\n\n[Link](https://example.org/)\n");
    assertEverythingIsServed();
  }

  /** The loop that tells them apart must not begin anew for each. */
  @Test
  @Timeout(8)
  void thousandsOfEqualEntriesAreReadInSeconds() {
    new IssueFiles(folder)
        .givenIssue(
            "large.md",
            "Large",
            "2020-01-01",
            "## Links\n\n" + "- [entry](https://example.org/)\n".repeat(2500));
    assertThat(TestPublications.read(folder).itemCount()).isEqualTo(2500);
  }

  private void assertEverythingIsServed() {
    Publication publication = TestPublications.read(folder);
    assertThat(publication.problems()).noneMatch(Problem::isError);
    int written = publication.issues().get(0).issue().content().markup().length();
    Site site = TestSites.of(publication);
    for (FeedFormat format : FeedFormat.values()) {
      assertThat(length(site, "/feed." + format.suffix())).isGreaterThanOrEqualTo(written);
      assertThat(length(site, "/feed/items." + format.suffix())).isPositive();
    }
    assertThat(length(site, "/issues/large")).isGreaterThanOrEqualTo(written);
  }

  private static int length(Site site, String path) {
    assertThat(site.find(path)).as(path).isInstanceOf(Answer.Found.class);
    return ((Answer.Found) site.find(path)).representation().length();
  }
}
