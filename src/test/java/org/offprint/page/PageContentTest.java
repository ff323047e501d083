package org.offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedCosts;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Problem;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.search.SearchOutcome;
import org.offprint.search.SearchQuery;
import org.offprint.search.SearchRequest;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** Checks the parts of each kind of page apart from its text. */
final class PageContentTest {
  private static final FeedScope TOOLS = FeedScope.of(new SectionKey("tools"));

  @TempDir
  private Path folder = Path.of("");

  private Publication publication;

  @BeforeEach
  void writeIssues() {
    IssueFiles files = new IssueFiles(folder);
    for (int number = 1; number <= 45; number++) {
      files.givenIssue(
          number + ".md",
          "'Letter \\#" + number + "'",
          "20%02d-03-%02dT10:00:00Z".formatted(20 + number / 20, number % 20 + 1),
          """
              Hello.

              ## Tools

              A tool for you. [It](https://tool.example.org/%d)

              Another one. [This](https://www.example.org/seen/?utm_source=%d)

              ## Sponsor

              Pay. [Ad](https://ad.example.org/)

              ## Toolz

              - [Same](https://same.example.org/%d)
              """.formatted(number, number, number % 20 + number / 20 * 100));
    }
    files.givenIssue("later.md", "Later", "2099-01-01T10:00:00Z", "Text.");
    publication = TestPublications.read(
        folder,
        TestPublications.masthead("Letter", "https://news.example.org/"),
        new SectionVocabulary(List.of(
            new SectionVocabulary.Rule(
                new Section(new SectionKey("tools"), "Tools", false), List.of("Tools")),
            new SectionVocabulary.Rule(
                new Section(new SectionKey("sponsor"), "Sponsor", true), List.of("Sponsor*")))));
  }

  private PageRenderer pages() {
    return new PageRenderer(publication, new FeedAssembler(publication, FeedRules.DEFAULT));
  }

  private Document issue(String slug) {
    return page(pages().issue(publication.findIssue(slug).orElseThrow()));
  }

  private static Document page(byte[] html) {
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
  }

  @Test
  void itemNamesTheEarlierIssuesThatHaveItsLink() {
    assertThat(issue("1").select(".also")).isEmpty();
    assertThat(issue("3").select(".also a").eachAttr("href"))
        .containsExactly("/issues/1", "/issues/2");
    assertThat(issue("3").select(".also").text()).isEqualTo("Also in 1, 2");
    assertThat(issue("45").select(".also a").eachText())
        .containsExactly("40", "41", "42", "43", "44");
  }

  @Test
  void eachItemAndSectionHasALinkToItsPlace() {
    Document page = issue("3");

    assertThat(page.select(".permalink").eachAttr("href"))
        .containsExactlyElementsOf(page.select(".outline a").eachAttr("href"))
        .hasSize(7)
        .allSatisfy(place -> assertThat(page.select(place)).hasSize(1));
    assertThat(page.select(".permalink"))
        .allMatch(link -> !link.attr("aria-label").isBlank());
    assertThat(page.select(".e-content h2").eachText())
        .containsExactly("Tools", "Sponsor", "Toolz");
  }

  @Test
  void issueTellsSoftwareWhatItIs() {
    Document page = issue("3");
    JsonObject data = JsonParser.parseString(
            page.select("script[type=application/ld+json]").html())
        .getAsJsonObject();

    assertThat(data.get("@type").getAsString()).isEqualTo("PublicationIssue");
    assertThat(data.get("issueNumber").getAsString()).isEqualTo("3");
    assertThat(data.getAsJsonObject("isPartOf").get("name").getAsString()).isEqualTo("Letter");
    assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
    assertThat(page.select("meta[property=article:published_time]").attr("content"))
        .isEqualTo("2020-03-04T10:00:00Z");
    assertThat(page.select("link[rel=prev]").attr("href")).isEqualTo("/issues/2");
    assertThat(page.select("article.h-entry > h1.p-name, article .dt-published, article .u-url"))
        .hasSize(3);
    assertThat(page.select("article").text()).contains("1 min read");
  }

  @Test
  void sectionHasTwentyIssuesOnAPage() {
    List<Document> all = Stream.of(1, 2, 3)
        .map(number -> page(pages()
            .feed(
                new FeedAssembler(publication, FeedRules.DEFAULT)
                    .findListing(TOOLS, Lens.ISSUES)
                    .orElseThrow(),
                number)))
        .toList();

    assertThat(pages().pages(TOOLS)).isEqualTo(3);
    assertThat(all).map(one -> one.select(".group").size()).containsExactly(20, 20, 5);
    assertThat(all)
        .map(one -> one.select("link[rel=canonical]").attr("href"))
        .containsExactly(
            "https://news.example.org/sections/tools",
            "https://news.example.org/sections/tools/page/2",
            "https://news.example.org/sections/tools/page/3");
    assertThat(all)
        .map(one -> one.select("nav a[rel]").eachAttr("href"))
        .containsExactly(
            List.of("/sections/tools/page/2"),
            List.of("/sections/tools", "/sections/tools/page/3"),
            List.of("/sections/tools/page/2"));
  }

  @Test
  void archiveHasEachIssueUnderItsMonthAndYear() {
    assertThat(pages().years()).containsExactly(2022, 2021, 2020);
    Document year = page(pages().archive(2021));

    assertThat(year.select("h2").eachText()).containsExactly("March");
    assertThat(year.select(".issues li")).hasSize(20);
    assertThat(year.select(".issues .folio").eachText()).startsWith("39", "38").endsWith("20");
    assertThat(year.select("[aria-current]").text()).isEqualTo("2021 20");
    assertThat(year.select("link[rel=prev], link[rel=next]").eachAttr("href"))
        .containsExactly("/archive/2020", "/archive/2022");
    assertThat(page(pages().archive()).select(".years a").eachAttr("href"))
        .containsExactly("/archive/2022", "/archive/2021", "/archive/2020");
  }

  @Test
  void homeLeadsToSubscriptionsAndToTheArchive() {
    Document home = page(pages().home());

    assertThat(home.select("#subscribe ~ ul button").eachAttr("data-copy"))
        .startsWith("https://news.example.org/feed.atom")
        .contains("https://news.example.org/sections/tools.atom");
    assertThat(home.select("#issues + ol li")).hasSize(10);
    assertThat(home.select("main a[href=/archive]")).hasSize(1);
    assertThat(home.select("main").text()).contains("45 issues since 2020");
  }

  @Test
  void directorySaysHowOftenAndWhenAFeedHasSomethingNew() {
    Element tools = page(pages().directory())
        .select(".dense li:has(a[href=/sections/tools])")
        .get(0);

    assertThat(tools.text()).contains("in 45 issues · daily · last 6 March 2022");
    assertThat(tools.select("button")).hasSize(2);
    assertThat(tools.select("details a").eachText())
        .containsExactly("RSS", "JSON Feed", "RSS", "JSON Feed");
  }

  @Test
  void statusSuggestsWhatToWriteForAHeadingThatIsUnknown() {
    Document status = status(Optional.empty());

    assertThat(status.select(".suggestions li").text()).startsWith("Toolz 45×, near Tools");
    assertThat(status.select(".suggestions code").text())
        .isEqualTo("headings: [\"Tools\", \"Toolz\"]");
    assertThat(status.select("#held-back + p").text()).startsWith("0 drafts, 1 issue to come.");
    assertThat(status.text()).doesNotContain("Last refresh:");
  }

  @Test
  void statusListsWarningsApartFromProblems(@TempDir Path folder) {
    new IssueFiles(folder)
        .given("1.md", "---\ntitle: One\ndate: 2025-12-01\nupdated: some day\n---\n\nText.\n");
    Publication own = TestPublications.read(folder);

    Document status = page(new PageRenderer(own, new FeedAssembler(own, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(status.select("#problems + p").text()).isEqualTo("None.");
    assertThat(status.select("#warnings ~ div td").eachText())
        .startsWith("1.md", "4")
        .anyMatch(cell -> cell.startsWith("\"some day\" is no date"));
  }

  @Test
  void statusNamesNothingThatIsHeldBack() {
    new IssueFiles(folder)
        .given(
            "secret.md",
            "---\ntitle: Secret\ndate: 2020-01-02\nslug: secret\ndraft: true\n---\n\n## Whispers\n\na\n")
        .given(
            "secret-too.md",
            "---\ntitle: Too\ndate: 2098-02-03\nslug: secret\n---\n\n## Murmurs\n\na\n")
        .givenIssue("plain.md", "Plain", "2020-01-03", "## Tools\n\na");
    Publication own = TestPublications.read(folder);

    Document status = page(new PageRenderer(own, new FeedAssembler(own, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(own.problems())
        .filteredOn(Problem::isError)
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.toString()).contains("secret.md", "secret-too.md"));
    assertThat(status.text())
        .doesNotContainIgnoringCase("secret")
        .doesNotContain("Whispers", "Murmurs", "2098")
        .contains("Problems of issues held back: 3.");
  }

  @Test
  void statusNamesNoDraftWhoseSlugIsTaken() {
    new IssueFiles(folder)
        .given("plain.md", "---\ntitle: Plain\ndate: 2020-01-03\nslug: x\n---\n\n## Tools\n\na")
        .given(
            "secret/plain.md", "---\ntitle: S\ndate: 2020-01-02\nslug: x\ndraft: true\n---\n\na\n")
        .given("zecret/plain.md", "---\ntitle: S\ndate: 2098-01-02\nslug: x\n---\n\na\n");
    Publication own = TestPublications.read(folder);

    Document status = page(new PageRenderer(own, new FeedAssembler(own, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(own.problems()).filteredOn(Problem::isError).hasSize(2);
    assertThat(status.text())
        .doesNotContainIgnoringCase("ecret")
        .contains("Problems of issues held back: 3.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: true\ndate: 2020-01-02\n---\n\nNo title.",
        "title: Secret\ndate: soon\ndraft: perhaps\n---\n\nNo date.",
        "title: [\nDraft : 'yes'\n---\n\nNo YAML.",
        "title: Secret\ndate: 2020-01-02\ndraft: true\n\nNo end.",
        "title: Secret\ndate: 2020-01-02\ndraft: true\n---\n\nNo UTF-8: é.",
        "{title: 'Secret', \"draft\": true\n---\n\nNo YAML.",
        "title:\nx: abc\ndraft:\n  true\n---\n\nValue in the next line.",
        "date: 2098-01-02\n---\n\nNo title.",
        "x: [\ndate: '2098-01-02 10:00'\n---\n\nNo YAML.",
        "date: 2 January 2098\ntitle: Secret\n---\n\nNo date as it should be.",
        "date: 2098/01/02\ntitle: Secret\n---\n\nNo date as it should be.",
        "date: 2098-01-02 10 o'clock\ntitle: Secret\n---\n\nNo date as it should be.",
        "\0d\0r\0a\0f\0t\0:\0 \0t\0r\0u\0e\0\n---\n\nUTF-16."
      })
  void statusNamesNoDraftThatCannotBeRead(String rest) {
    new IssueFiles(folder)
        .given("secret.md", ("---\n" + rest).getBytes(StandardCharsets.ISO_8859_1))
        .given(
            "known.md", "---\ndraft: false\ndate: 2020-01-02\n---\n\nNo title; date: 2098-01-02.\n")
        .givenIssue("plain.md", "Plain", "2020-01-03", "## Tools\n\na");
    Publication own = TestPublications.read(folder);

    Document status = page(new PageRenderer(own, new FeedAssembler(own, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(own.problems()).extracting(Problem::file).contains("secret.md", "known.md");
    assertThat(status.text())
        .contains("known.md", "Problems of issues held back")
        .doesNotContainIgnoringCase("secret");
  }

  @Test
  void statusNamesNoFileWithAFaultBeforeTheDateInItsName() {
    new IssueFiles(folder)
        .given("2098-05-05-secret-launch.md", "---\nnumber: 7\n---\n\n<!-- Never closed.\n")
        .given("2098-05-06-secret/index.md", "---\nnumber: 7\n---\n\n<!-- Never closed.\n")
        .given(
            "secret-long.md", "---\nx: " + "x".repeat(10_000) + "\ndraft: true\n---\n\nNo title.\n")
        .given("2019-05-05-known.md", "---\nnumber: 7\n---\n\n<!-- Never closed.\n");
    Publication own = TestPublications.read(folder);

    Document status = page(new PageRenderer(own, new FeedAssembler(own, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(own.problems()).filteredOn(Problem::isError).hasSize(4);
    assertThat(status.text())
        .contains("2019-05-05-known.md", "Problems of issues held back: 4.")
        .doesNotContainIgnoringCase("secret")
        .doesNotContain("2098");
  }

  @Test
  void statusSaysWhenTheFolderWasLastRead() {
    Instant moment = Instant.parse("2026-01-02T03:04:05.678Z");

    assertThat(status(Optional.of(
                new PageRenderer.LastRefresh(moment, Duration.ofMillis(12), moment, "1.2.0")))
            .text())
        .contains("Last refresh: 2 January 2026, 03:04:05, in 12 ms");
  }

  @Test
  void statusOfThePublisherNamesProgramsThatCostMost() {
    List<FeedCosts.Program> costliest = List.of(
        new FeedCosts.Program("greedy/<1.0>", 12_345_678), new FeedCosts.Program("other/2", 9));
    Document status = page(pages()
        .fullStatus(
            List.of(),
            Optional.empty(),
            new PageRenderer.Insight(
                Instant.EPOCH, Optional.empty(), costliest, Optional.empty())));

    assertThat(status.select("#costs + p + div td").eachText())
        .containsExactly("greedy/<1.0>", "12,345,678", "other/2", "9");
    assertThat(status.select("#costs + p").text())
        .contains("If-None-Match", "--poll-limit", "docs/operating.md");
  }

  @Test
  void statusOfThePublisherShowsTheHub() {
    HubState hub = new HubState(
        Optional.of("2 receivers wait for what was published, one of them for 31 minutes"),
        new TreeMap<>(Map.of("https://a.example/feed.atom", 7)),
        "7 subscriptions, 0 requests to be verified, 2 receivers to be sent to.",
        List.of(new HubState.Answers("subscriber", "timeout", 3)),
        List.of(new HubState.Ping("https://hub.example/", "https://a.example/feed.rss", "204")));

    Document status = page(pages()
        .fullStatus(
            List.of(),
            Optional.empty(),
            new PageRenderer.Insight(
                Instant.EPOCH, Optional.empty(), List.of(), Optional.of(hub))));

    assertThat(status.select("#problems + p").text()).isEqualTo(hub.trouble().orElseThrow());
    assertThat(status.select("#hub + p").text()).isEqualTo(hub.work());
    assertThat(status.select("#hub ~ div td").eachText())
        .startsWith(
            "https://a.example/feed.atom",
            "7",
            "subscriber",
            "timeout",
            "3",
            "https://hub.example/",
            "https://a.example/feed.rss",
            "204");
    assertThat(status(Optional.empty()).select("#hub")).isEmpty();
  }

  private Document status(Optional<PageRenderer.LastRefresh> last) {
    return page(pages().status(List.of(), last));
  }

  @Test
  void itemsOfAMidnightIssueAreOfThatDayWhereTheirFeedIsOpened() {
    new IssueFiles(folder)
        .givenIssue(
            "midnight.md",
            "Midnight",
            "2025-10-08T00:00:00+02:00",
            "## Tools\n\n- [One](https://one.example.org/)\n- [Two](https://two.example.org/)\n");
    Publication own = TestPublications.read(folder);
    FeedAssembler feeds = new FeedAssembler(own, FeedRules.DEFAULT);
    Document page = page(new PageRenderer(own, feeds)
        .notice(
            feeds.findListing(TOOLS, Lens.ITEMS).orElseThrow(),
            new FeedAddress(TOOLS, Lens.ITEMS, FeedFormat.ATOM)));

    assertThat(page.select(".issues time").eachText())
        .startsWith("8 October 2025", "8 October 2025");
    assertThat(page.select(".issues time").eachAttr("datetime"))
        .startsWith("2025-10-08T00:00:00+02:00", "2025-10-08T00:00:00+02:00");
  }

  @Test
  void windowIsNeverWithoutTheNameOfTheNewsletter() {
    Document page = issue("3");

    assertThat(page.title()).isEqualTo("Letter #3");
    assertThat(page.select("[property=og:title]").attr("content")).isEqualTo("Letter #3");
    Publication other = TestPublications.read(
        folder, TestPublications.masthead("Bulletin", "https://news.example.org/"));
    byte[] same = new PageRenderer(other, new FeedAssembler(other, FeedRules.DEFAULT))
        .issue(other.findIssue("3").orElseThrow());
    assertThat(page(same).title()).isEqualTo("Letter #3: Bulletin");
    assertThat(page(same).select("[property=og:title]").attr("content")).isEqualTo("Letter #3");
  }

  @Test
  void newsletterThatIsWrittenFromRightToLeftSaysSo() {
    Publication hebrew = TestPublications.read(
        folder,
        TestPublications.masthead(
            "Letter", "https://news.example.org/", "he", "", Optional.empty()));
    Document page =
        page(new PageRenderer(hebrew, new FeedAssembler(hebrew, FeedRules.DEFAULT)).home());

    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.select("main").attr("dir")).isEqualTo("ltr");
    assertThat(issue("3").select("[dir]")).isEmpty();
  }

  @Test
  void statusHasWhatToPasteForAFirstVocabulary() {
    Publication plain = TestPublications.read(folder);
    Document status = page(new PageRenderer(plain, new FeedAssembler(plain, FeedRules.DEFAULT))
        .status(List.of(), Optional.empty()));

    assertThat(status.select(".suggestions pre").eachText())
        .contains("- key: tools\n    title: \"Tools\"\n    headings: [\"Tools\"]");
  }

  @Test
  void stylesheetAndPagesAgreeOnWhatIsWrittenFromRightToLeft() {
    String styles = new String(Asset.stylesheet(Optional.empty()).bytes(), StandardCharsets.UTF_8);
    String rule = styles.substring(0, styles.indexOf("direction: rtl"));

    assertThat(Pattern.compile("\\[lang\\|=\"([a-z]+)\"]")
            .matcher(rule.substring(rule.lastIndexOf(":is(")))
            .results()
            .map(language -> language.group(1)))
        .containsExactlyInAnyOrderElementsOf(PageLayout.RIGHT_TO_LEFT);
  }

  @Test
  void outlineAndHitsNameTheGroupOfAnItem() {
    new IssueFiles(folder).givenIssue("group.md", "Groups", "2025-03-01T10:00:00Z", """
            ## Tools

            ### Backups & co

            - [One](https://one.example.org/)
            - [Two](https://two.example.org/)
            """);
    publication = TestPublications.read(folder);
    PublishedIssue issue = publication.findIssue("group").orElseThrow();
    PublishedIssue.IssueSection tools = issue.sections().get(0);
    SearchQuery query = SearchQuery.of("one");
    SearchOutcome hit = new SearchOutcome.Found(
        1,
        List.of(new SearchOutcome.Hit(
            issue,
            Optional.of(new SearchOutcome.PlacedItem(
                Optional.of(tools.section()), tools.items().get(0))))));

    assertThat(issue("group").select(".outline ul li").eachText())
        .containsExactly("One Backups & co", "Two Backups & co");
    assertThat(page(pages()
                .search(
                    new SearchRequest(query, SearchRequest.Order.NEWEST, false, 0, 10),
                    hit,
                    Optional.empty()))
            .select(".hits .folio")
            .text())
        .endsWith("Tools Backups & co");
  }
}
