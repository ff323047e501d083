package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import org.offprint.testing.SafeHtml;

/** Any front matter makes an issue, or problems that name a line of the file. */
final class FrontMatterFuzzTest {
  @FuzzTest
  void anyFrontMatterIsReadOrRefused(byte[] yaml) {
    String text = new String(yaml, StandardCharsets.UTF_8);
    IssueReading reading = Given.file("weekly.md", "---\n" + text + "\n---\n\nText.\n");

    assertThat(reading.issue().isPresent() || !reading.problems().isEmpty()).isTrue();
    assertThat(reading.problems()).allSatisfy(problem -> {
      assertThat(problem.line()).isBetween(0, (int) text.lines().count() + 3);
      assertThat(problem.message()).isNotBlank().hasLineCount(1).doesNotContain("report it");
    });
    reading.issue().ifPresent(FrontMatterFuzzTest::assertSound);
  }

  private static void assertSound(Issue issue) {
    assertThat(issue.title()).isNotBlank().hasLineCount(1);
    assertThat(issue.slug()).matches("[^/?#\\s]+");
    assertThat(issue.date().getYear()).isBetween(1583, Year.MAX_VALUE);
    assertThat(issue.tags()).doesNotContain("");
    issue.image().ifPresent(image -> assertThat(image.isAbsolute()).isTrue());
    issue.id().ifPresent(id -> assertThat(id.isAbsolute()).isTrue());
    for (Author author : issue.authors()) {
      assertThat(author.name()).isNotBlank();
      author.uri().ifPresent(page -> assertThat(page.toString()).matches(SafeHtml::isHarmless));
    }
  }
}
