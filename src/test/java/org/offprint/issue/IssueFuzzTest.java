package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Collectors;
import org.offprint.testing.SafeHtml;

/** A file of any bytes is an issue that harms no reader, or has a problem. */
final class IssueFuzzTest {
  @FuzzTest
  void anyFileIsReadOrRefused(byte[] file) {
    IssueReading reading = Given.file("2026-01-31-a.md", file);

    assertThat(reading.issue().isPresent() || !reading.problems().isEmpty()).isTrue();
    assertThat(reading.problems())
        .extracting(Problem::message)
        .allSatisfy(message -> assertThat(message).doesNotContain("report it"));
    reading.issue().ifPresent(IssueFuzzTest::assertSound);
  }

  private static void assertSound(Issue issue) {
    String whole = issue.content().markup();
    String parts =
        issue.parts().stream().map(part -> part.content().markup()).collect(Collectors.joining());

    assertThat(issue.title()).isNotBlank();
    SafeHtml.assertContent(whole);
    issue.content().markdown().ifPresent(SafeHtml::assertMarkdown);
    assertThat(whole).startsWith(issue.lead().markup() + parts);
    for (Issue.SectionText part : issue.parts()) {
      for (Item item : part.items()) {
        assertThat(item.title()).isNotBlank();
        SafeHtml.assertContent(item.content().markup());
      }
    }
  }
}
