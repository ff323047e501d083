package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedRules;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IssuePattern;
import org.offprint.publication.MediaRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestClock;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** A site knows all that it offers. */
final class SitePathsTest {
  private static final String BASE = "https://news.example.org/";

  @TempDir
  private Path folder = Path.of("");

  private Site site(FormerSite.Redirect... redirects) {
    return site(TestSites.HOOKS, redirects);
  }

  private Site site(SiteHooks hooks, FormerSite.Redirect... redirects) {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Newsletter", BASE),
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        new FormerSite(Optional.empty(), List.of(redirects)),
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return new Site(
        new PublicationLoader(folder)
            .load(
                Folder.scan(folder), rules, TestClock.at("2026-01-01T00:00:00Z").instant()),
        FeedRules.DEFAULT,
        Site.DEFAULT_MOST_BYTES,
        Optional.empty(),
        hooks);
  }

  private static FormerSite.Redirect redirect(String from, String to) {
    return new FormerSite.Redirect(
        IssuePattern.find(from).orElseThrow(), IssuePattern.find(to).orElseThrow());
  }

  @Test
  void filesHaveAndNameNothingThatTakesAServer() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2025-06-01", "Text.");
    String[] ofServer = {"/status", "/opensearch.xml"};

    assertThat(ofServer)
        .allSatisfy(path -> assertThat(site().find(path)).isInstanceOf(Answer.Found.class));
    Site files = site(SiteHooks.FILES);
    assertThat(ofServer)
        .allSatisfy(path -> assertThat(files.find(path)).isInstanceOf(Answer.Missing.class));
    assertThat(StandardCharsets.UTF_8.decode(files.missing().body()).toString())
        .contains("Page not found", "href=\"/feeds\"")
        .doesNotContain("/status", "/opensearch.xml", "/search");
  }

  @Test
  void somethingStandsAtEveryPathOnce() {
    new RandomNewsletter(folder, 7).given(120);
    Site site = site();

    assertThat(site.paths())
        .doesNotHaveDuplicates()
        .contains(
            "/",
            "/feed.xml",
            "/feed/archive/3.atom",
            "/sections/tools/items/archive/1.json",
            "/sections/tools",
            "/issues/issue-999999",
            "/issues/issue-999999.md",
            "/archive",
            "/sections/tools/page/2")
        .anyMatch(path -> path.matches("/assets/offprint-[0-9a-f]{12}\\.css"))
        .anyMatch(path -> path.matches("/assets/offprint-[0-9a-f]{12}\\.js"))
        .doesNotContain("/status", "/feed/archive/4.atom", "/sections/news+tools.atom")
        .allSatisfy(path -> assertThat(site.find(path)).isInstanceOf(Answer.Found.class));
  }

  @Test
  void pathsAreInTheSameOrderEachTime() {
    new RandomNewsletter(folder, 8).given(9);

    assertThat(site().paths()).isEqualTo(site().paths());
  }

  @Test
  void newsletterWithoutIssuesHasItsHomeAndFeeds() {
    assertThat(site().paths()).contains("/", "/feed.atom", "/feeds");
  }

  @Test
  void redirectsLeadWhereTheSiteSays() {
    new IssueFiles(folder).givenIssue("2025-03-01-one.md", "One", "2025-03-01", "Text.");
    Site site = site(
        redirect("/{year}/{month}/{slug}", "/issues/{slug}"),
        redirect("/about", "https://example.org/about"),
        redirect("/feeds", "/about"),
        redirect("/loop", "/loop/"));

    assertThat(site.redirects())
        .containsEntry("/2025/03/one", BASE + "issues/one")
        .containsEntry("/about", "https://example.org/about")
        .containsEntry("/feeds", "https://example.org/about")
        .containsEntry("/rss", BASE + "feed.rss")
        .containsEntry("/issues", BASE + "archive")
        .doesNotContainKeys("/loop", "/feed.xml", "/feed.atom")
        .allSatisfy(
            (path, target) -> assertThat(site.find(path)).isEqualTo(new Answer.Moved(target)));
    assertThat(site.paths()).doesNotContain("/feeds").contains("/feeds.opml");
  }
}
