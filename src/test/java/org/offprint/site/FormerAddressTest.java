package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.redirect;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.FormerSite;
import org.offprint.testing.IssueFiles;

/** Addresses of another generator that the publisher leads on. */
final class FormerAddressTest {
  private static final FormerSite.Redirect[] REDIRECTS = {
    redirect("/about.html", "/"),
    redirect("/status", "https://status.example.org/weekly"),
    redirect("/category/tools/feed", "/sections/tools.rss"),
    redirect("/{slug}.html", "/issues/{slug}"),
    redirect("/{slug}", "/issues/{slug}"),
    redirect("/{year}/{month}/{slug}", "/issues/{slug}"),
    redirect("/issues/{slug}", "/never/{slug}")
  };

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssues() {
    FamilySite.write(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "/about.html, https://news.example.org/",
    "/about.html/, https://news.example.org/",
    "/139, https://news.example.org/issues/139",
    "/139/, https://news.example.org/issues/139",
    "/139.html, https://news.example.org/issues/139",
    "/2025/01/139/, https://news.example.org/issues/139",
    "/category/tools/feed/, https://news.example.org/sections/tools.rss",
    "/status, https://status.example.org/weekly"
  })
  void leadsToAnAbsoluteAddress(String path, String target) {
    assertThat(FamilySite.of(folder, REDIRECTS).find(path)).isEqualTo(new Answer.Moved(target));
  }

  @Test
  void veryPathWinsOverOurOwnPage() {
    assertThat(FamilySite.of(folder).find("/status")).isInstanceOf(Answer.Found.class);
    assertThat(FamilySite.of(folder, REDIRECTS).find("/status")).isInstanceOf(Answer.Moved.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/feeds", "/issues/139", "/feed.xml", "/feeds.opml", "/issues/139.md"})
  void ourOwnPageWinsOverAPattern(String path) {
    assertThat(FamilySite.of(folder, REDIRECTS).find(path)).isInstanceOf(Answer.Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/140", "/140.html", "/logo.ico", "/2025/01/", "/2025/01/140"})
  void patternWithoutSuchAnIssueLeadsNowhere(String path) {
    assertThat(FamilySite.of(folder, REDIRECTS).find(path)).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void guessesStillLeadOnWhereAPatternWouldMatch() {
    assertThat(FamilySite.of(folder, REDIRECTS).find("/rss.xml"))
        .isEqualTo(new Answer.Moved(FamilySite.BASE + "feed.rss"));
  }

  @Test
  void standsBelowTheBaseOrAboveIt() {
    Site site =
        FamilySite.of(folder, "https://example.org/weekly/", Site.DEFAULT_MOST_BYTES, REDIRECTS);

    assertThat(site.find("/weekly/139/"))
        .isEqualTo(new Answer.Moved("https://example.org/weekly/issues/139"));
    assertThat(site.find("/139/"))
        .isEqualTo(new Answer.Moved("https://example.org/weekly/issues/139"));
    assertThat(site.find("/weekly/about.html"))
        .isEqualTo(new Answer.Moved("https://example.org/weekly/"));
  }

  @Test
  void isForgottenWithTheSetting() {
    assertThat(FamilySite.of(folder).find("/139/")).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void thePathsThatAnIssueNamesLeadToItsPage() {
    new IssueFiles(folder).given("140.md", """
        ---
        title: Issue 140
        date: 2025-01-26
        aliases: [/alt/140.html, /feeds, /issues/139, /issues/140, /Zurück/]
        ---

        Text.
        """);
    Site site = FamilySite.of(folder, redirect("/older", "/alt/140.html"));
    String page = FamilySite.BASE + "issues/140";

    assertThat(List.of("/alt/140.html", "/alt/140.html/", "/Zurück", "/older"))
        .allSatisfy(path -> assertThat(site.find(path)).isEqualTo(new Answer.Moved(page)));
    assertThat(List.of("/feeds", "/issues/139", "/issues/140"))
        .allSatisfy(path -> assertThat(site.find(path)).isInstanceOf(Answer.Found.class));
    assertThat(site.redirects())
        .containsEntry("/alt/140.html", page)
        .containsEntry("/Zurück", page)
        .containsEntry("/older", page)
        .doesNotContainKeys("/feeds", "/issues/139", "/issues/140");
  }

  /** Redirects that the settings accept, since only the issues or the base URL show the mistake. */
  @Nested
  final class Loop {
    @ParameterizedTest
    @CsvSource({
      "/a, /a",
      "/a, /a/",
      "/a, /a?page=1",
      "/a, /a#top",
      "/a, https://news.example.org/a",
      "/{slug}, /{slug}/"
    })
    void ofOneAddressIsNotEntered(String from, String to) {
      assertThat(FamilySite.of(folder, redirect(from, to)).find(from.replace("{slug}", "139")))
          .isInstanceOf(Answer.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/b", "/c/", "/into"})
    void ofSeveralAddressesIsNotEntered(String path) {
      Site site = FamilySite.of(
          folder,
          redirect("/a", "/b"),
          redirect("/b", "https://news.example.org/c"),
          redirect("/c", "/a?from=c"),
          redirect("/into", "/a"));

      assertThat(site.find(path)).isInstanceOf(Answer.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/139", "/old/139"})
    void ofPatternsIsNotEntered(String path) {
      Site site = FamilySite.of(
          folder, redirect("/{slug}", "/old/{slug}"), redirect("/old/{slug}", "/{slug}"));

      assertThat(site.find(path)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void leavesOurOwnPageInItsPlace() {
      Site site = FamilySite.of(folder, redirect("/feeds", "/all"), redirect("/all", "/feeds"));

      assertThat(site.find("/feeds")).isInstanceOf(Answer.Found.class);
    }
  }
}
