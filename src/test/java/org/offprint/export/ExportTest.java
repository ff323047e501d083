package org.offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.site.Site;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

final class ExportTest {
  @TempDir
  private Path temp = Path.of("");

  @BeforeEach
  void writeAnIssue() {
    new IssueFiles(temp.resolve("issues")).givenIssue("1.md", "One", "2025-06-01", "Text.");
  }

  private Export.Outcome export(String title) {
    Site site = TestSites.of(TestPublications.read(
        temp.resolve("issues"), TestPublications.masthead(title, "https://news.example.org/")));
    return new Export(site, EnumSet.noneOf(HostFiles.class))
        .to(ExportFolder.open(temp.resolve("out"), temp.resolve("issues")));
  }

  @ParameterizedTest
  @CsvSource({
    "/, index.html",
    "/feeds, feeds.html",
    "/feeds.opml, feeds.opml",
    "/sections/news+tools, sections/news+tools.html",
    "/sections/tools/archive/3.atom, sections/tools/archive/3.atom",
    "/issues/139, issues/139.html",
    "/issues/139.md, issues/139.md",
  })
  void everyPathHasAFile(String path, String file) {
    assertThat(Export.file(path)).isEqualTo(file);
  }

  @Test
  void pageOfThePublishersOwnForWhatIsNotThereStays() throws Exception {
    Path out = Files.createDirectories(temp.resolve("out"));
    Files.writeString(out.resolve(Export.MISSING), "mine");

    assertThat(export("Newsletter").written()).isPositive();
    assertThat(out.resolve(Export.MISSING)).hasContent("mine");
    assertThat(Files.readAllLines(out.resolve(ExportManifest.NAME)))
        .contains("index.html", "feeds.html")
        .doesNotContain(Export.MISSING);
  }

  @Test
  void feedThatCannotBeRenderedKeepsItsFile() throws Exception {
    export("Newsletter");
    String before = Files.readString(temp.resolve("out/feed.atom"));
    // No XML can hold a NUL.
    Export.Outcome outcome = export("News\u0000letter");

    assertThat(outcome.failed()).anyMatch(failure -> failure.startsWith("/feed.atom "));
    assertThat(outcome.removed()).isZero();
    assertThat(temp.resolve("out/feed.atom")).hasContent(before);
    assertThat(temp.resolve("out/index.html")).content().contains("letter");
  }

  @Test
  void filesOfIssuesAreCopied() throws Exception {
    new IssueFiles(temp.resolve("issues"))
        .given("2/knot.png", "knot")
        .given("2/other.png", "other")
        .given("up.png", "up")
        .givenIssue(
            "2/2.md", "Two", "2025-06-02", "![a](knot.png) ![b](../up.png) ![c](gone.png)\n");
    Path out = temp.resolve("out");

    assertThat(export("Newsletter").failed()).isEmpty();
    assertThat(out.resolve("issues/2/knot.png")).hasContent("knot");
    assertThat(out.resolve("files/up.png")).hasContent("up");
    assertThat(out.resolve("issues/2/gone.png")).doesNotExist();
    assertThat(out.resolve("issues/2/other.png")).doesNotExist();
    assertThat(export("Newsletter").written()).isZero();

    new IssueFiles(temp.resolve("issues")).given("2/knot.png", "tied");
    assertThat(export("Newsletter").written()).isEqualTo(1);
    Files.delete(temp.resolve("issues/up.png"));
    assertThat(export("Newsletter").removed()).isEqualTo(1);
    assertThat(out.resolve("issues/2/knot.png")).hasContent("tied");
    assertThat(out.resolve("files")).doesNotExist();
  }
}
