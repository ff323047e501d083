package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.BASE;
import static org.offprint.site.FamilySite.found;
import static org.offprint.site.FamilySite.text;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.TestClock;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** Files for crawlers, browsers and other programs, beside pages and feeds. */
final class FilesForMachinesTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssues() {
    FamilySite.write(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "/robots.txt,        text/plain; charset=utf-8",
    "/llms.txt,          text/plain; charset=utf-8",
    "/sitemap.xml,       application/xml; charset=utf-8",
    "/sections/tools.md, text/markdown; charset=utf-8",
    "/views/links.md,    text/markdown; charset=utf-8",
    "/favicon.svg,       image/svg+xml",
    "/favicon.ico,       image/x-icon",
  })
  void eachHasItsTypeAndTheSameBytesEachTime(String path, String type) {
    Site site = FamilySite.of(folder);
    Representation file = found(site, path);

    assertThat(site.paths()).contains(path);
    assertThat(file.contentType()).isEqualTo(type);
    assertThat(file.kind()).isEqualTo(Representation.Kind.FILE);
    assertThat(found(FamilySite.of(folder), path).tag()).isEqualTo(file.tag());
  }

  private Site site(Masthead masthead, boolean isForCrawlers) {
    PublicationRules rules = new PublicationRules(
        masthead,
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        isForCrawlers ? PublicationRules.Readers.EVERYONE : PublicationRules.Readers.NO_CRAWLERS);
    return TestSites.of(new PublicationLoader(folder)
        .load(Folder.scan(folder), rules, TestClock.at("2026-01-01T00:00:00Z").instant()));
  }

  @Nested
  final class Robots {
    @Test
    void areKeptFromWhatCanBeMadeUpButNotFromItsFeeds() {
      assertThat(text(found(FamilySite.of(folder), "/robots.txt")).lines())
          .startsWith("User-agent: *")
          .contains(
              "Disallow: /except/",
              "Disallow: /sections/*+",
              "Disallow: /search?",
              "Allow: /except/*.atom$",
              "Allow: /sections/*+*.json$",
              "Sitemap: " + BASE + "sitemap.xml")
          .doesNotContain("Disallow: /");
    }

    @Test
    void areToldPathsBelowTheBase() {
      Site site = FamilySite.of(folder, "https://example.org/weekly/", Site.DEFAULT_MOST_BYTES);

      assertThat(text(found(site, "/robots.txt")).lines())
          .contains("Disallow: /weekly/except/", "Sitemap: https://example.org/weekly/sitemap.xml");
    }

    @Test
    void stayAwayIfThePublisherWantsThem() {
      Site site = site(TestPublications.masthead("Newsletter", BASE), false);

      assertThat(text(found(site, "/robots.txt"))).isEqualTo("User-agent: *\nDisallow: /\n");
    }
  }

  @Nested
  final class Icon {
    private static final String LINK = "<link rel=\"icon\" ";

    private Site with(String icon) {
      Masthead plain = TestPublications.masthead("Newsletter", BASE);
      return site(
          new Masthead(
              plain.title(),
              plain.description(),
              plain.baseUri(),
              plain.tag(),
              plain.language(),
              plain.zone(),
              plain.authors(),
              Optional.of(URI.create(icon)),
              plain.logo(),
              plain.copyright(),
              Optional.empty(),
              Masthead.Additions.NONE),
          true);
    }

    @Test
    void isOursWhereThePublisherHasNone() {
      Site site = FamilySite.of(folder);
      ByteBuffer ico = found(site, "/favicon.ico").body().order(ByteOrder.LITTLE_ENDIAN);

      assertThat(text(found(site, "/")))
          .contains(LINK + "href=\"/favicon.ico\" sizes=\"32x32\">")
          .contains(LINK + "type=\"image/svg+xml\" href=\"/favicon.svg\">");
      assertThat(List.of(ico.getShort(0), ico.getShort(2), ico.getShort(4)))
          .containsExactly((short) 0, (short) 1, (short) 3);
    }

    @Test
    void isFoundWhereBrowsersLook() {
      Site site = with("https://cdn.example.org/icon.png");

      assertThat(site.find("/favicon.ico"))
          .isEqualTo(new Answer.Moved("https://cdn.example.org/icon.png"));
      assertThat(site.redirects())
          .containsEntry("/favicon.ico", "https://cdn.example.org/icon.png");
      assertThat(site.paths()).doesNotContain("/favicon.ico", "/favicon.svg");
      assertThat(text(found(site, "/issues/139")))
          .contains(LINK + "href=\"https://cdn.example.org/icon.png\">")
          .doesNotContain("favicon");
    }

    @Test
    void doesNotLeadToItself() {
      assertThat(with(BASE + "favicon.ico").find("/favicon.ico")).isInstanceOf(Answer.Found.class);
    }
  }

  @Nested
  final class Markdown {
    @Test
    void ofSectionHasWhatItsFeedHasIssueByIssue() {
      assertThat(text(found(FamilySite.of(folder), "/sections/news.md")))
          .isEqualTo("""
              # News · Runbook Weekly

              Feeds: [Atom](%1$ssections/news.atom), [RSS](%1$ssections/news.rss), \
              [JSON Feed](%1$ssections/news.json). Page: <%1$ssections/news>.

              ## [Issue 139](%1$sissues/139#news)

              2025-01-12

              [Flood](https://flood.example.org/)

              ## [Issue 138](%1$sissues/138#news)

              2025-01-05

              [Book](https://book.example.org/)
              """.formatted(BASE));
    }

    @Test
    void ofWhatIsPaidForSaysSo() {
      assertThat(text(found(FamilySite.of(folder), "/sections/sponsor.md"))).contains("Sponsor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sections/news", "/views/editorial", "/issues/139"})
    void isNamedByItsPage(String page) {
      assertThat(text(found(FamilySite.of(folder), page)))
          .contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"" + page + ".md\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sections/nowhere.md", "/.md", "/feed.md", "/sections/tools.md/x"})
    void isNotThereWhereNoPageIs(String path) {
      assertThat(FamilySite.of(folder).find(path)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void ofCombinationsDoesNotDriveOutWhatEverybodyReads() {
      Site site = FamilySite.of(folder, BASE, 40_000);
      Representation page = found(site, "/sections/news");
      for (String made : List.of("news+sponsor", "news+tools", "sponsor+tools")) {
        found(site, "/sections/" + made + ".md");
        found(site, "/except/" + made + ".md");
      }

      assertThat(site.findReady("/sections/news")).containsSame(page);
    }
  }

  @Test
  void guideNamesTheNewsletterAndLeadsToItsMarkdownAndFeeds() {
    assertThat(text(found(FamilySite.of(folder), "/llms.txt")))
        .startsWith("# Runbook Weekly\n\n")
        .contains(
            "\n## Issues\n\n- [Issue 139](" + BASE + "issues/139.md): 2025-01-12\n",
            "\n## Sections\n\n- [Sponsor](" + BASE + "sections/sponsor.md)\n",
            "- [Links](" + BASE + "views/links.md)\n",
            "\n## Feeds\n\n- [Atom](" + BASE + "feed.atom): ",
            "\n## Optional\n\n- [All pages](" + BASE + "sitemap.xml)\n");
  }
}
