package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.export.Export;
import org.offprint.export.ExportFolder;
import org.offprint.export.HostFiles;
import org.offprint.publication.Section;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Headings and names of files in any script have addresses of their own. */
final class OtherScriptsTest {
  @TempDir
  private Path temp = Path.of("");

  @BeforeEach
  void writeIssues() {
    String body = """
        ## AI 新闻

        Text. <https://a.example/1>

        ## AI 工具

        Text. <https://a.example/2>

        ## C++

        Text. <https://a.example/3>

        ## ![Вакансии](/jobs.png)

        Text. <https://a.example/4>
        """;
    new IssueFiles(temp.resolve("issues"))
        .givenIssue("周刊-1.md", "One", "2025-06-01", body)
        .givenIssue("周刊-2.md", "Two", "2025-06-08", body);
  }

  private Site site() {
    return TestSites.of(TestPublications.read(temp.resolve("issues")));
  }

  private static String text(Site site, String path) {
    return StandardCharsets.UTF_8
        .decode(((Answer.Found) site.find(path)).representation().body())
        .toString();
  }

  @Test
  void areSectionsWithReadableKeys() {
    assertThat(site().publication().sections())
        .extracting(Section::title, section -> section.key().value())
        .containsExactly(
            tuple("AI 新闻", "ai-新闻"),
            tuple("AI 工具", "ai-工具"),
            tuple("C++", "c-plus-plus"),
            tuple("Вакансии", "вакансии"));
  }

  @ParameterizedTest
  @CsvSource({
    "/feed/items.atom",
    "/feed.rss",
    "/feed.json",
    "/sections/ai-新闻.json",
    "/sections/ai-新闻+вакансии.atom",
    "/sitemap.xml",
    "/feeds.opml",
    "/feeds",
    "/llms.txt",
    "/issues/周刊-1"
  })
  void haveAddressesAndIdsInPercentEncoding(String path) {
    String text = text(site(), path);

    assertThat(text.lines())
        .noneMatch(
            line -> line.matches(
                ".*(?:https://news\\.example\\.org|tag:news\\.example\\.org,2005:|href=\"/)[^\"<>\\s)]*[^\\x00-\\x7F].*"));
    assertThat(text)
        .containsAnyOf("/sections/ai-%E6%96%B0%E9%97%BB", "/issues/%E5%91%A8%E5%88%8A-1");
  }

  @Test
  void areFoundInAnotherOrderAndInUpperCase() {
    assertThat(site().find("/sections/ВАКАНСИИ.atom"))
        .isEqualTo(
            new Answer.Moved(
                "https://news.example.org/sections/%D0%B2%D0%B0%D0%BA%D0%B0%D0%BD%D1%81%D0%B8%D0%B8.atom"));
  }

  @Test
  void areFilesOfAnExport() {
    Export.Outcome outcome = new Export(site(), EnumSet.noneOf(HostFiles.class))
        .to(ExportFolder.open(temp.resolve("out"), temp.resolve("issues")));

    assertThat(outcome.failed()).isEmpty();
    assertThat(List.of("sections/ai-新闻.atom", "sections/ai-新闻.html", "issues/周刊-1.html"))
        .allMatch(file -> Files.isRegularFile(temp.resolve("out").resolve(file)));
  }
}
