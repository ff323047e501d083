package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of feeds, the lists of feeds, the page for nothing, and what headers lead to. */
final class FamilyPagesTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeIssues() {
    FamilySite.write(folder);
  }

  private String text(String path) {
    return FamilySite.text(FamilySite.found(FamilySite.of(folder), path));
  }

  private Document page(String path) {
    return Jsoup.parse(text(path), FamilySite.BASE);
  }

  private Document missing(String path) {
    Answer answer = FamilySite.of(folder).find(path);
    assertThat(answer).isInstanceOf(Answer.Missing.class);
    return Jsoup.parse(FamilySite.text(((Answer.Missing) answer).page()), FamilySite.BASE);
  }

  @Nested
  final class PageOfAFeed {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/sections/news+tools|News, Tools|News, Tools",
          "/except/sponsor|all but Sponsor|All but Sponsor",
          "/views/editorial|Editorial|Editorial",
          "/views/links|Links|Links"
        })
    void isNamedAsTheFeedAndLeadsToBothLenses(String path, String heading, String title) {
      Document page = page(path);

      assertThat(page.select("h1").text()).isEqualTo(heading);
      assertThat(page.title()).isEqualTo(title + " · Runbook Weekly");
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("https://news.example.org" + path);
      String other = path.equals("/views/links") ? "/issues" : "/items";
      assertThat(page.select(".index a").eachAttr("href"))
          .containsExactlyInAnyOrder(
              path + ".atom",
              path + ".rss",
              path + ".json",
              path + other + ".atom",
              path + other + ".rss",
              path + other + ".json");
      assertThat(page.select("link[type=application/atom+xml]").eachAttr("href"))
          .startsWith("https://news.example.org" + path + ".atom")
          .endsWith("https://news.example.org/feed.atom")
          .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void listsTheItemsOfItsSectionsOnly() {
      assertThat(page("/sections/news+tools").select("main .items li").eachText())
          .containsExactly("Flood", "Restic", "Book");
      assertThat(page("/except/news").select("main .items li").eachText())
          .containsExactly("Thornbeck Sponsored", "Restic");
    }

    @Test
    void saysOfEachItemWhetherItIsPaidFor() {
      assertThat(page("/sections/sponsor").select("main small").text()).isEqualTo("Sponsored");
      assertThat(page("/sections/news+sponsor").select("main small")).hasSize(1);
      assertThat(page("/sections/news+tools").select("main small")).isEmpty();
    }
  }

  @Nested
  final class PageForNothing {
    @Test
    void namesEverySectionAndView() {
      assertThat(missing("/sections/gadgets.atom").select("main li a").eachAttr("href"))
          .containsExactly(
              "/sections/sponsor",
              "/sections/news",
              "/sections/tools",
              "/views/editorial",
              "/views/links");
    }

    @ParameterizedTest
    @CsvSource({
      "/sections/tool.atom, /sections/tools",
      "/sections/Toolz/items.rss, /sections/tools",
      "/sections/news+tols.atom, /sections/tools",
      "/except/sponser, /sections/sponsor",
      "/views/editoral.json, /views/editorial",
      "/views/tool, /sections/tools",
      "/sections/editorial, /views/editorial"
    })
    void namesTheNearestMatch(String path, String meant) {
      Document page = missing(path);

      assertThat(page.select("p:contains(Did you mean) a").eachAttr("href")).containsExactly(meant);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/sections/gadgets.atom", "/nothing", "/tools", "/issues/140", "/sections/.atom"
        })
    void namesNoneWhereNothingIsNear(String path) {
      assertThat(missing(path).select("main").text()).doesNotContain("Did you mean");
    }

    @Test
    void showsNothingOfAHostileAddress() {
      assertThat(missing("/sections/tool<script>alert(1)</script>.atom").select("script"))
          .allMatch(script -> script.hasAttr("src"));
    }
  }

  @Nested
  final class ListOfFeeds {
    @ParameterizedTest
    @CsvSource({
      "/feeds/all.opml, atom, ''",
      "/feeds/all/rss.opml, rss, RSS2",
      "/feeds/all/json.opml, json, ''"
    })
    void hasEveryFeedInItsFormatAndEachAnswers(String path, String suffix, String version) {
      Site site = FamilySite.of(folder);
      Representation list = FamilySite.found(site, path);
      Document opml = Jsoup.parse(FamilySite.text(list), "", Parser.xmlParser());

      assertThat(list.contentType()).isEqualTo("text/x-opml; charset=utf-8");
      assertThat(opml.select("opml > body > outline").eachAttr("text"))
          .containsExactly(
              "Runbook Weekly: Everything",
              "Runbook Weekly: Sections",
              "Runbook Weekly: Without sponsors",
              "Runbook Weekly: Views");
      assertThat(opml.select("outline[xmlUrl]")).hasSize(13).allSatisfy(feed -> {
        URI address = URI.create(feed.attr("xmlUrl"));
        assertThat(address.toString()).startsWith(FamilySite.BASE).endsWith("." + suffix);
        Representation answer = FamilySite.found(site, address.getPath());
        assertThat(answer.kind()).isEqualTo(Representation.Kind.FEED);
        assertThat(FamilySite.text(answer)).contains(feed.attr("title"));
        assertThat(FamilySite.found(site, URI.create(feed.attr("htmlUrl")).getPath())
                .kind())
            .isEqualTo(Representation.Kind.PAGE);
        assertThat(feed.attr("type")).isEqualTo("rss");
        assertThat(feed.attr("version")).isEqualTo(version);
      });
      assertThat(opml.select("outline[xmlUrl]").eachAttr("xmlUrl")).doesNotHaveDuplicates();
    }

    @Test
    void toImportHasEachRecurringSectionOnceByItem() {
      Document opml = Jsoup.parse(
          FamilySite.text(FamilySite.found(FamilySite.of(folder), "/feeds.opml")),
          "",
          Parser.xmlParser());

      assertThat(opml.select("opml > body > outline").eachAttr("text"))
          .containsExactly("Runbook Weekly: Sections");
      assertThat(opml.select("outline[xmlUrl]").eachAttr("xmlUrl"))
          .isNotEmpty()
          .allMatch(address -> address.matches(".*/sections/[a-z-]+/items[.]atom"));
    }

    @Test
    void forPeopleHasTheSameFeeds() {
      Document page = page("/feeds");

      assertThat(page.select("h2").eachText())
          .startsWith("Everything", "Sections", "Without sponsors", "Views");
      assertThat(page.select(".index a[href$=.json]")).hasSize(13);
      assertThat(page.select("main > p a").eachAttr("href"))
          .containsExactly(
              "#build",
              "/feeds.opml",
              "/feeds/rss.opml",
              "/feeds/json.opml",
              "/feeds/all.opml",
              "/feeds/all/rss.opml",
              "/feeds/all/json.opml");
    }

    @Test
    void isLinkedFromEveryPage() {
      for (String path : List.of("/", "/issues/139", "/sections/tools", "/feeds", "/status")) {
        assertThat(page(path).select("link[rel=outline]").attr("href"))
            .as(path)
            .isEqualTo("/feeds.opml");
      }
    }
  }

  @Nested
  final class Links {
    private List<String> links(String path) {
      return FamilySite.found(FamilySite.of(folder), path).links(true);
    }

    @Test
    void ofTheHomePageLeadToTheListOfFeeds() {
      assertThat(links("/"))
          .containsExactly(
              "<https://news.example.org/feeds.opml>; rel=\"outline\"; type=\"text/x-opml\"");
    }

    @ParameterizedTest
    @CsvSource({
      "/feed.rss, feed.rss, application/rss+xml",
      "/views/links/issues.json, views/links/issues.json, application/feed+json",
      "/feed/archive/1.atom, feed/archive/1.atom, application/atom+xml",
      "/feed.xml, feed.atom, application/atom+xml"
    })
    void ofAFeedLeadToItself(String path, String self, String type) {
      assertThat(links(path))
          .containsExactly(
              "<https://news.example.org/%s>; rel=\"self\"; type=\"%s\"".formatted(self, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/issues/139", "/feeds", "/feeds.opml", "/status", "/issues/139.md"})
    void ofAllElseAreNone(String path) {
      assertThat(links(path)).isEmpty();
    }

    @Test
    void areGivenToARepresentation() {
      Representation linked = new Representation(
          Representation.Kind.FILE,
          "text/plain",
          new byte[0],
          Optional.empty(),
          new Representation.Links(Optional.empty(), List.of(), List.of("<a>")));

      assertThat(linked.links(true)).containsExactly("<a>");
      assertThat(new Representation(
                  Representation.Kind.FILE, "text/plain", new byte[0], Optional.empty())
              .links(true))
          .isEmpty();
    }
  }
}
