package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.PictureFiles;

/** Pages follow the pictures that they show, though the issues do not change. */
final class ApplicationFollowsPicturesTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void pageOfAReplacedPictureIsRenderedAgain() {
    new IssueFiles(folder)
        .given("knot.png", PictureFiles.png(640, 480))
        .givenIssue("2026-01-04-knots.md", "Knots", "2026-01-04", "![x](knot.png)");
    try (LiveNewsletter live =
        LiveNewsletter.of(folder, Clock.systemUTC(), Map.of("scan-interval", "100ms"))) {
      LiveNewsletter.Answer before = live.get("/issues/knots");
      LiveNewsletter.Answer picture = live.get("/issues/knots/knot.png");
      assertThat(before.body()).contains("width=\"640\" height=\"480\"");

      live.files().given("knot.png", PictureFiles.png(64, 48));

      assertThat(live.get("/issues/knots/knot.png").tag()).isNotEqualTo(picture.tag());
      live.awaitText("/issues/knots", "width=\"64\" height=\"48\"");
      assertThat(live.get("/issues/knots").tag()).isNotEqualTo(before.tag());
    }
  }
}
