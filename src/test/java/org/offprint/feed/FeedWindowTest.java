package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedWindowTest {
  private static final int MANY = 1_000_000;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void isTwentyIssuesHundredItemsHalfMegabyteByDefault() {
    assertThat(FeedWindow.DEFAULT).isEqualTo(new FeedWindow(20, 100, 500_000));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "-1, 1, 1"})
  void isNeverEmpty(int issues, int items, int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeedWindow(issues, items, bytes))
        .withMessageContaining(">= 1");
  }

  @Nested
  final class ByCount {
    private Newsletter newsletter = new Newsletter(folder);

    @BeforeEach
    void givenFiveIssuesOfThreeTools() {
      newsletter = new Newsletter(folder);
      for (int i = 1; i <= 5; i++) {
        newsletter.givenTools(
            String.valueOf(i), LocalDate.of(2026, 1, i).toString(), "a" + i, "b" + i, "c" + i);
      }
    }

    @Test
    void holdsTheNewestIssues() {
      assertThat(newsletter.whole(Lens.ISSUES, new FeedWindow(2, MANY, MANY)).entries())
          .extracting(Entry::title)
          .containsExactly("Issue 5", "Issue 4");
    }

    @Test
    void holdsTheNewestItems() {
      assertThat(newsletter.whole(Lens.ITEMS, new FeedWindow(1, 4, MANY)).entries())
          .extracting(Entry::title)
          .containsExactly("a5 is a tool", "b5 is a tool", "c5 is a tool", "a4 is a tool");
    }

    @Test
    void holdsAllWhenThereAreFewer() {
      assertThat(newsletter.whole(Lens.ISSUES, new FeedWindow(6, MANY, MANY)).entries())
          .hasSize(5);
    }
  }

  @Nested
  final class ByBytes {
    private Newsletter newsletter = new Newsletter(folder);

    @BeforeEach
    void givenThreeIssuesOfMoreThanThousandBytes() {
      newsletter = new Newsletter(folder);
      for (int i = 1; i <= 3; i++) {
        newsletter.given(
            i + ".md",
            "---\ntitle: Issue %d\ndate: 2026-01-0%1$d\n---\n\n%s\n".formatted(i, "é".repeat(500)));
      }
    }

    @Test
    void countsWhatIsSentInUtf8() {
      int html = "&lt;p id=\"i-0123456789ab\"&gt;&lt;/p&gt;\n".length() + 1000;
      int markdown = 1000;
      int summary = 2 * 299 + "…".getBytes(StandardCharsets.UTF_8).length;
      int addresses =
          "https://news.example.org/issues/3".length() + "tag:example.org,2010:3".length();
      int bytesOfOne = 400 + addresses + "Issue 3".length() + summary + html + markdown;

      assertThat(newsletter.whole(Lens.ISSUES, bytes(2 * bytesOfOne)).entries()).hasSize(2);
      assertThat(newsletter.whole(Lens.ISSUES, bytes(2 * bytesOfOne - 1)).entries())
          .hasSize(1);
    }

    @Test
    void holdsOneEntryHoweverLarge() {
      assertThat(newsletter.whole(Lens.ISSUES, bytes(1)).entries())
          .extracting(Entry::title)
          .containsExactly("Issue 3");
    }

    @Test
    void leavesNoGapForSmallerEntryFurtherDown() {
      newsletter.given("0.md", "---\ntitle: Small\ndate: 2025-12-01\n---\n\nx\n");

      assertThat(newsletter.whole(Lens.ISSUES, bytes(1500)).entries())
          .extracting(Entry::title)
          .containsExactly("Issue 3");
    }

    private FeedWindow bytes(int most) {
      return new FeedWindow(MANY, MANY, most);
    }
  }
}
