package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Author;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

final class PageRendererTest {
  private static final String BASE = "https://news.example.org/";
  private static final String TITLE = "<script>alert(0)</script> \"&amp;\"";
  private static final String HOSTILE = "\"><script>alert('x')</script>&amp;<b>";

  @TempDir
  private Path folder = Path.of("");

  private static Document page(byte[] html) {
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8), BASE);
  }

  private static Stream<Document> all(Publication publication) {
    PageRenderer pages = renderer(publication);
    return Stream.of(
            Stream.of(
                pages.home(),
                pages.directory(),
                pages.archive(),
                pages.status(List.of(), Optional.empty()),
                pages.notFound("/nowhere")),
            publication.issues().stream().map(pages::issue),
            publication.sections().stream().map(section -> feed(publication, pages, section)))
        .flatMap(html -> html)
        .map(PageRendererTest::page);
  }

  private static PageRenderer renderer(Publication publication) {
    return new PageRenderer(publication, new FeedAssembler(publication, FeedRules.DEFAULT));
  }

  private static byte[] feed(Publication publication, PageRenderer pages, Section section) {
    FeedListing listing = new FeedAssembler(publication, FeedRules.DEFAULT)
        .findListing(FeedScope.of(section.key()), Lens.ISSUES)
        .orElseThrow();
    return pages.feed(listing, 1);
  }

  private Document issue(Publication publication, String slug) {
    return page(renderer(publication).issue(publication.findIssue(slug).orElseThrow()));
  }

  @Nested
  final class HostileWords {
    private Publication publication;

    @BeforeEach
    void writeHostileWordsEverywhere() {
      String quoted = "'" + HOSTILE.replace("'", "''") + "'";
      new IssueFiles(folder)
          .given("good.md", """
              ---
              title: '&lt;script&gt;alert(0)&lt;/script&gt; "&amp;amp;"'
              date: 2020-01-01
              author: %1$s
              tags: [%1$s]
              ---

              ## Heading \\"\\>\\<script\\>alert(1)\\</script\\>

              [A \\<script\\>alert(2)\\</script\\> link](https://example.org/)
              """.formatted(quoted))
          .givenIssue("older.md", "Older", "2019-01-01", "Text")
          .givenIssue("newer.md", "Newer", "2021-01-01", "Text")
          .givenIssue("<script>alert(3)<script>.md", "Later", "2099-01-01", "Text")
          .given(
              "broken<img src=x onerror=alert(4)>.md",
              "---\ntitle: x\ndate: " + quoted + "\n---\n");
      publication = TestPublications.read(
          folder,
          new Masthead(
              HOSTILE,
              HOSTILE,
              URI.create(BASE),
              "tag:news.example.org,2005",
              "en",
              ZoneOffset.UTC,
              List.of(Author.of(HOSTILE)),
              Optional.empty(),
              Optional.empty(),
              Optional.of(HOSTILE),
              Optional.empty(),
              Masthead.Additions.NONE));
    }

    @Test
    void areShownAndNeverRunOnAnyPage() {
      assertThat(publication.problems()).hasSize(1);
      assertThat(all(publication)).hasSize(9).allSatisfy(page -> {
        assertThat(page.select("b, img, [onerror]")).isEmpty();
        assertThat(page.select("script"))
            .allMatch(script ->
                script.hasAttr("src") || script.attr("type").equals("application/ld+json"));
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("header .name").text()).isEqualTo(HOSTILE);
        assertThat(page.select("footer").text()).startsWith(HOSTILE);
      });
    }

    @Test
    void areTheTitleAndAuthorOfTheIssuePage() {
      Document page = issue(publication, "good");
      assertThat(page.title()).startsWith(TITLE + ": ");
      assertThat(page.select("h1").text()).isEqualTo(TITLE);
      assertThat(page.select(".byline").text()).contains(HOSTILE);
    }

    @Test
    void areNamesOfNeighbours() {
      assertThat(issue(publication, "older").select("nav [rel=next]").text()).isEqualTo(TITLE);
    }

    @Test
    void areProblemsOnTheStatusPage() {
      Document page = page(renderer(publication).status(List.of(), Optional.empty()));
      assertThat(page.select("#problems ~ div td").eachText())
          .anySatisfy(cell -> assertThat(cell).isEqualTo("broken<img src=x onerror=alert(4)>.md"))
          .anySatisfy(cell -> assertThat(cell).contains(HOSTILE));
    }

    @Test
    void areSectionTitlesAndItemTitles() {
      Section section = publication.sections().get(0);
      Document page = page(feed(publication, renderer(publication), section));
      assertThat(page.select("h1").text()).isEqualTo("Heading \"><script>alert(1)</script>");
      assertThat(page.select("main .items li").text())
          .isEqualTo("A <script>alert(2)</script> link");
    }
  }

  @Nested
  final class EveryPage {
    private Publication publication;

    @BeforeEach
    void writeIssues() {
      new IssueFiles(folder)
          .givenIssue("1.md", "One", "2020-01-01", """
              ## Tools

              [First](https://example.org/1)

              - [Second](https://example.org/2)
              - [Third](https://example.org/3)

              ## News

              ### Sub-heading

              [Fourth](https://example.org/4)

              ![Only a picture](p.png)
              """)
          .givenIssue("2.md", "Two", "2020-01-02", """
              ## Tools

              [Fifth](https://example.org/5)

              * * *

              [Sixth](https://example.org/5)

              ## Ads

              [Paid](https://paid.example.org/)
              """);
      Masthead masthead = new Masthead(
          "Newsletter",
          "About things.",
          URI.create("https://example.org/news/"),
          "tag:news.example.org,2005",
          "de-CH",
          ZoneOffset.UTC,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Masthead.Additions.NONE);
      publication = TestPublications.read(
          folder,
          masthead,
          new SectionVocabulary(List.of(new SectionVocabulary.Rule(
              new Section(new SectionKey("sponsor"), "Partner", true), List.of("Ads")))));
    }

    @Test
    void saysItsLanguage() {
      assertThat(all(publication))
          .allSatisfy(page -> assertThat(page.select("html").attr("lang")).isEqualTo("de-CH"));
    }

    @Test
    void hasAtMostFourFeedsToDiscoverAndTheMainAtomFeedLast() {
      assertThat(all(publication)).allSatisfy(page -> {
        List<String> feeds =
            page.select("link[rel=alternate]:not([type=text/markdown])").eachAttr("href");
        assertThat(feeds).hasSizeBetween(1, 4).doesNotHaveDuplicates();
        boolean isHome =
            page.select("link[rel=canonical]").attr("href").equals("https://example.org/news/");
        assertThat(feeds.get(isHome ? 0 : feeds.size() - 1))
            .isEqualTo("https://example.org/news/feed.atom");
        assertThat(page.select("link[rel=alternate]:not([type=text/markdown])").eachAttr("type"))
            .containsOnly("application/atom+xml");
      });
    }

    @Test
    void hasOneTitleOneMainHeadingAndACharset() {
      assertThat(all(publication)).allSatisfy(page -> {
        assertThat(page.select("title")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("meta[charset]").attr("charset")).isEqualTo("utf-8");
      });
    }

    @Test
    void linksToNothingOutsideTheBaseOnItsOwn() {
      assertThat(all(publication))
          .allSatisfy(page -> assertThat(
                  page.select("header a, footer a, nav a, link[rel=stylesheet]").eachAttr("href"))
              .allMatch(target -> target.startsWith("/news/")));
    }

    @Test
    void namesItsOneAddressAsCanonical() {
      PageRenderer pages = renderer(publication);
      assertThat(canonical(pages.home())).isEqualTo("https://example.org/news/");
      assertThat(canonical(pages.issue(publication.findIssue("1").orElseThrow())))
          .isEqualTo("https://example.org/news/issues/1");
      assertThat(canonical(feed(publication, pages, publication.sections().get(0))))
          .isEqualTo("https://example.org/news/sections/sponsor");
      assertThat(canonical(pages.status(List.of(), Optional.empty())))
          .isEqualTo("https://example.org/news/status");
    }

    private static String canonical(byte[] html) {
      return page(html).select("link[rel=canonical]").attr("href");
    }

    @Test
    void rendersToTheSameBytesTwice() {
      PageRenderer first = renderer(publication);
      PageRenderer second = renderer(publication);
      assertThat(first.home()).isEqualTo(second.home()).isEqualTo(first.home());
    }

    @Test
    void ofAnIssueHasTheAnchorOfEachItemAndSectionExactlyOnce() {
      assertThat(publication.itemCount()).isGreaterThan(6);
      assertThat(publication.issues()).allSatisfy(published -> {
        Document page = issue(publication, published.issue().slug());
        assertThat(page.select("[id]").eachAttr("id"))
            .doesNotHaveDuplicates()
            .containsAll(published.sections().stream()
                .flatMap(section -> Stream.concat(
                    section.parts().stream().map(part -> part.anchor()),
                    section.items().stream().map(item -> item.anchor())))
                .toList());
      });
    }

    @Test
    void ofASectionListsItsItemsIssueByIssueNewestFirst() {
      Section tools = publication.findSection(new SectionKey("tools")).orElseThrow();
      Document page = page(feed(publication, renderer(publication), tools));
      assertThat(page.select("h2").eachText()).containsExactly("Two", "One");
      assertThat(page.select("main .items li").eachText())
          .containsExactly("Fifth", "Sixth", "First", "Second", "Third");
      assertThat(page.select("link[rel=alternate]:not([type=text/markdown])").eachAttr("href"))
          .contains("https://example.org/news/sections/tools.atom");
    }

    @Test
    void ofASponsoredSectionSaysSo() {
      Document page =
          page(feed(publication, renderer(publication), publication.sections().get(0)));
      assertThat(page.select("h1").text()).isEqualTo("Partner");
      assertThat(page.select("main").text()).contains("Anzeige");
    }

    @Test
    void ofNothingNamesTheSections() {
      Document page = page(renderer(publication).notFound("/nowhere"));
      assertThat(page.select("main li a").eachAttr("href"))
          .containsExactly("/news/sections/sponsor", "/news/sections/tools", "/news/sections/news");
    }

    @Test
    void atHomeListsIssuesNewestFirstAndEveryFeed() {
      Document page = page(renderer(publication).home());
      assertThat(page.select("#latest a").eachAttr("href")).containsExactly("/news/issues/2");
      assertThat(page.select("#issues + ol a").eachAttr("href")).containsExactly("/news/issues/1");
      assertThat(page.select("main a").eachAttr("href"))
          .contains("/news/feed.atom", "/news/feed.rss", "/news/feed.json", "/news/feed/items.atom")
          .contains("/news/sections/tools.atom", "/news/sections/sponsor.json");
    }
  }
}
