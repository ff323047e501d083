package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** Searches follow the folder, and can be switched off. */
@Timeout(60)
final class ApplicationSearchesTest {
  private static final String FEED = "/search.atom?q=lighthouse";

  @TempDir
  private Path folder = Path.of("");

  @Test
  void searchesFollowTheFolder() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2026-06-01", "Nothing yet.");
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      live.awaitText(FEED, "Search for lighthouse");

      live.files()
          .givenIssue(
              "2.md", "Two", "2026-06-02", "## Sea\n\n[A lighthouse](https://a.example/)\n");
      live.awaitText(FEED, "A lighthouse");

      live.files()
          .givenIssue("2.md", "Two", "2026-06-02", "## Sea\n\n[A buoy](https://a.example/)\n");
      live.awaitText("/search?q=buoy", "1 hit");
      assertThat(live.body(FEED)).doesNotContain("<entry>");
    }
  }

  @Test
  void searchesAreSwitchedOffAndOn() {
    new IssueFiles(folder)
        .givenIssue("1.md", "One", "2026-06-01", "A lighthouse.")
        .given("offprint.yaml", "search: false\n");
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.get(FEED).status()).isEqualTo(404);
      assertThat(live.get("/search").status()).isEqualTo(404);
      assertThat(live.get("/opensearch.xml").status()).isEqualTo(404);
      assertThat(live.body("/")).doesNotContain("<form", "opensearch");

      live.files().given("offprint.yaml", "search: true\n");
      live.awaitText(FEED, "A lighthouse");

      live.files().given("offprint.yaml", "search: false\n");
      live.awaitText(FEED, "Page not found");
    }
  }
}
