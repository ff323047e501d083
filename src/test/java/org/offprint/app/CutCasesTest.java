package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Site;
import org.offprint.testing.TestSites;

/**
 * Small newsletters that came out wrong elsewhere, and what must come out of them. Runs where the variable OFFPRINT_CASES names
 * their folder.
 */
final class CutCasesTest {
  private static final URI BASE = URI.create("https://news.example/");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  /** One newsletter as it is read and served. */
  private record Read(Path folder, Publication publication) {
    static Read of(String name) {
      Optional<Path> cases =
          Optional.ofNullable(System.getenv("OFFPRINT_CASES")).map(Path::of);
      Assumptions.assumeTrue(
          cases.filter(Files::isDirectory).isPresent(),
          "skipped: OFFPRINT_CASES names no folder of small inputs");
      Path folder = cases.orElseThrow().resolve(name);
      return of(folder, SettingsFile.read(folder));
    }

    private static Read of(Path folder, SettingsFile settings) {
      PublicationRules rules = settings.settings().orElseThrow().rules(BASE);
      return new Read(
          folder,
          new PublicationLoader(folder).load(Folder.scan(folder, rules.files()), rules, NOW));
    }

    /** Reads it again with other settings. */
    Read with(String settings) {
      return of(folder, SettingsFile.read(settings.getBytes(UTF_8)));
    }

    /** The dates of the issues, by title. */
    Map<String, String> dates() {
      return publication.issues().stream()
          .map(PublishedIssue::issue)
          .collect(
              Collectors.toMap(Issue::title, issue -> issue.date().toLocalDate().toString()));
    }

    PublishedIssue issue(String slug) {
      return publication.findIssue(slug).orElseThrow();
    }

    /** The keys of the sections of an issue, each with the titles of its items. */
    Map<String, List<String>> titles(String slug) {
      Map<String, List<String>> titles = new LinkedHashMap<>();
      for (PublishedIssue.IssueSection own : issue(slug).sections()) {
        titles.put(
            own.section().key().value(), own.items().stream().map(Item::title).toList());
      }
      return titles;
    }

    /** The keys of the sections of an issue. */
    Set<String> sections(String slug) {
      return titles(slug).keySet();
    }

    /** The text of each item of a section, in the one issue. */
    List<String> texts(String section) {
      return items(section).stream().map(item -> item.content().text()).toList();
    }

    List<Item> items(String section) {
      return publication.issues().get(0).sections().stream()
          .filter(own -> own.section().key().value().equals(section))
          .flatMap(own -> own.items().stream())
          .toList();
    }

    /** Everything that is served, by path. */
    Map<String, String> served() {
      return GoldenCase.everything(site());
    }

    Site site() {
      return TestSites.of(publication);
    }

    /** The HTML of the one issue. */
    String html() {
      return publication.issues().get(0).issue().content().markup();
    }

    /** The lines of the problems of a kind. */
    List<Integer> lines(Problem.Kind kind) {
      return publication.problems().stream()
          .filter(problem -> problem.kind() == kind)
          .map(Problem::line)
          .toList();
    }
  }

  @Test
  void attributesOfHeadingsAreNoText() {
    Read read = Read.of("cut/11-heading-attributes");

    assertThat(List.of("a", "b", "c"))
        .allSatisfy(slug -> assertThat(read.sections(slug)).containsExactly("news", "tools"));
    assertThat(read.issue("a").issue().content().markup()).contains("<h2 id=\"tools\">Tools</h2>");
    assertThat(read.issue("a").issue().content().markup())
        .contains("href=\"https://news.example/issues/a#tools\"");
    assertThat(read.served())
        .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("{#", "{:", ".big"));
  }

  @Test
  void headingsThatDifferInLettersOfOtherScriptsAreDifferentSections() {
    Read read = Read.of("cut/12-headings-non-latin");

    assertThat(read.sections("a"))
        .containsExactly("ai-新闻", "ai-工具", "новости-it", "вакансии-it", "第1部", "東京-1");
    assertThat(read.publication().sections()).extracting(Section::title).contains("AI 新闻", "東京 1");
  }

  @Test
  void headingsThatDifferInSignsAreDifferentSections() {
    assertThat(Read.of("cut/12b-headings-signs").sections("a"))
        .containsExactly("c", "c-plus-plus", "c-sharp", "f-sharp", "dot-net", "net", "node-js");
  }

  @Test
  void everyEmbedLeavesALinkWithItsTitleOrHost() {
    Read read = Read.of("cut/13-embeds");

    assertThat(links(read.html()))
        .contains(
            "https://www.youtube.com/embed/abc123 Knots for all",
            "https://a.example/v.mp4 a.example",
            "https://a.example/w.mp4 a.example",
            "https://a.example/ep1.mp3 a.example",
            "https://a.example/ep2.mp3 a.example",
            "https://player.vimeo.com/video/1 player.vimeo.com",
            "https://a.example/o.swf a.example");
    assertThat(Jsoup.parseBodyFragment(read.html()).select("img").eachAttr("src"))
        .containsExactly(
            "https://a.example/v.jpg",
            "https://a.example/p.jpg",
            "https://a.example/lazy.jpg",
            "https://a.example/lazy2.jpg",
            "https://a.example/s2.jpg",
            "https://a.example/f.jpg");
    assertThat(Jsoup.parseBodyFragment(read.html()).text())
        .contains("inline data", "By reference", "Caption", "a.example Your browser");
    assertThat(read.lines(Problem.Kind.EMBED)).containsExactly(10, 16, 18, 22, 26, 26, 30);
    assertThat(read.lines(Problem.Kind.PICTURE)).hasSize(2).contains(42);
  }

  private static List<String> links(String html) {
    return Jsoup.parseBodyFragment(html).select("a[href]").stream()
        .map(link -> link.attr("href") + " " + link.text())
        .toList();
  }

  @Test
  void aTitleInOtherWordsIsNoSection() {
    Read read = Read.of("cut/18-h1-title");

    assertThat(List.of("12", "13", "14"))
        .allSatisfy(slug -> assertThat(read.sections(slug)).containsExactly("news", "tools"));
  }

  @Test
  void aTitleThatOneIssueRepeatsIsNoSection() {
    Read read = Read.of("cut/32b-one-differs");

    assertThat(read.sections("9")).containsExactly("news", "tools", "jobs");
    assertThat(List.of("1", "2", "3", "4"))
        .allSatisfy(slug -> assertThat(read.sections(slug)).containsExactly("news", "tools"));
    assertThat(read.publication().sections()).hasSize(3);
  }

  @Test
  void aPictureWithoutAddressNeverGetsThatOfThePage() {
    Read read = Read.of("cut/30-img-without-src");

    assertThat(Jsoup.parseBodyFragment(read.html()).select("img").eachAttr("src"))
        .containsExactly("https://a.example/lazy.jpg", "https://a.example/2x.jpg");
    assertThat(Jsoup.parseBodyFragment(read.html()).text())
        .contains(
            "1 Placeholder",
            "2 No src at all",
            "3 Empty src",
            "6 Data",
            "7 File",
            "8 Win",
            "9",
            "Nope",
            "10 Hash");
    assertThat(read.items("news")).hasSize(10);
    assertThat(read.lines(Problem.Kind.PICTURE)).hasSize(7).contains(22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31-unclosed-em", "31-unclosed-table", "31-unclosed-ul"})
  void anUnclosedTagSwallowsNoSection(String name) {
    Read read = Read.of("cut/" + name);

    assertThat(read.titles("a").keySet()).containsExactly("news", "tools", "jobs");
    assertThat(read.titles("a")).containsEntry("tools", List.of("B"));
    assertThat(read.titles("a")).containsEntry("jobs", List.of("C"));
    assertInEveryFormat(read, "a");
    assertThat(read.lines(Problem.Kind.TAG)).containsOnly(8);
  }

  @Test
  void anUnclosedBoldSwallowsNoSection() {
    Read read = Read.of("cut/51-one-bold");

    assertThat(read.sections("b")).containsExactly("news", "tools");
    assertThat(read.titles("b")).containsEntry("tools", List.of("U"));
    assertInEveryFormat(read, "b");
    assertThat(read.lines(Problem.Kind.TAG)).containsOnly(8);
  }

  @Test
  void copiesAreLeftAlone() {
    Read read = Read.of("cut/17-copies");

    assertThat(read.publication().issues())
        .extracting(published -> published.issue().file())
        .containsExactly("2026-01-04-12.md");
    assertThat(read.publication().problems().stream()
            .filter(problem -> problem.kind() == Problem.Kind.COPY)
            .map(Problem::file))
        .containsExactlyInAnyOrder(
            "2026-01-04-12 (Mara's conflicted copy 2026-01-05).md",
            "2026-01-04-12 - Copy.md",
            "2026-01-04-12 2.md",
            "2026-01-04-12.sync-conflict-20260105-101010-ABCDEFG.md",
            "2026-01-04-12_BASE_4711.md",
            "2026-01-04-12_LOCAL_4711.md",
            "Copy of 2026-01-04-12.md");
  }

  @Test
  void whatOtherGeneratorsHoldBackIsNotPublished() {
    Read read = Read.of("cut/37-held-back");

    assertThat(read.publication().issues()).isEmpty();
    assertThat(read.served()).allSatisfy((path, text) -> assertThat(text).doesNotContain("Secret"));
  }

  private static void assertInEveryFormat(Read read, String slug) {
    Map<String, String> served = read.served();
    for (String section : read.sections(slug)) {
      for (String ending : List.of("", ".atom", ".rss", ".json", "/items.atom")) {
        assertThat(served.get("/sections/" + section + ending))
            .as(section + ending)
            .contains("/issues/" + slug);
      }
    }
  }

  @Test
  void aStoryThatSharesALinkIsNoRepeat() {
    Read read = Read.of("cut/33-same-link-jobs");

    assertThat(read.titles("a"))
        .containsExactly(
            Map.entry(
                "news",
                List.of(
                    "Knot Ltd has a new office", "A second story links in passing to and more")),
            Map.entry(
                "jobs",
                List.of(
                    "Knot Ltd is looking for a rigger in Hull", "Pier Ltd is looking for a diver")),
            Map.entry("tools", List.of("Knot", "Other")));
    assertThat(ids(read)).doesNotHaveDuplicates();
  }

  private static List<String> ids(Read read) {
    return read.publication().issues().get(0).sections().stream()
        .flatMap(own -> own.items().stream())
        .map(Item::key)
        .toList();
  }

  @Test
  void aSummaryOnTopTakesNoItemFromItsSection() {
    Read read = Read.of("cut/54-highlights");

    assertThat(read.titles("a"))
        .containsEntry("in-short", List.of("Tide tables are free", "Knotty 2.0", "Rigger wanted"));
    assertThat(read.texts("news")).hasSize(2);
    assertThat(read.texts("tools"))
        .containsExactly(
            "Knotty 2.0 ties bowlines and undoes them again. It needs no network. https://knotty.example");
    assertThat(read.texts("jobs")).hasSize(1);
    assertThat(ids(read)).doesNotHaveDuplicates();
  }

  @Test
  void whatYamlEatsIsReportedWithItsLine() {
    Map<String, Set<Integer>> reported =
        Read.of("cut/35-yaml-eats").publication().problems().stream()
            .filter(problem -> problem.message().contains("quotes"))
            .collect(Collectors.groupingBy(
                Problem::file,
                Collectors.mapping(Problem::line, Collectors.toCollection(TreeSet::new))));

    assertThat(reported)
        .isEqualTo(Map.of(
            "2026-01-04-a.md", Set.of(4, 5),
            "2026-01-05-b.md", Set.of(2, 4),
            "2026-01-06-c.md", Set.of(2, 5),
            "2026-01-07-d.md", Set.of(2),
            "2026-01-08-e.md", Set.of(2, 4),
            "2026-01-09-f.md", Set.of(6)));
  }

  @Test
  void commentsUnknownFrontMatterAndAddressesOfAuthorsAreNowhere() {
    Read read = Read.of("cut/39-private-notes");

    assertThat(read.served())
        .allSatisfy((path, text) -> assertThat(text)
            .as(path)
            .doesNotContain("private.example", "call the printer", "Ida leaves"));
  }

  @Test
  void kramdownAttributesAreNoText() {
    Read read = Read.of("cut/40-jekyll");

    assertThat(read.sections("a")).containsExactly("news");
    assertThat(read.html())
        .contains("<h2 id=\"latest\">News</h2>")
        .doesNotContain("{:", "no_toc", "_blank");
  }

  @Test
  void tagsOfLiquidAreNoText() {
    Read read = Read.of("cut/40-jekyll");

    assertThat(read.served())
        .allSatisfy(
            (path, text) -> assertThat(path.endsWith(".md") || path.equals("/status") ? "" : text)
                .doesNotContain("{%", "{{"));
    // The issue of the link is not there.
    assertThat(links(read.html())).noneMatch(link -> link.endsWith(" post"));
    assertThat(Jsoup.parseBodyFragment(read.html()).select("pre").text())
        .isEqualTo("puts \"# not a heading\"");
  }

  @Test
  void mistakesInTitlesAreExplainedToTheirAuthor() throws Exception {
    Read read = Read.of("cut/41-yaml-messages");
    Map<String, String> messages = read.publication().problems().stream()
        .filter(problem -> problem.kind() != Problem.Kind.COPY)
        .collect(Collectors.toMap(Problem::file, Problem::message));
    List<String> fine = List.of("13.md", "14.md", "15.md", "22.md", "26.md", "28.md", "30.md");

    for (Path file : GoldenCase.list(read.folder())) {
      String name = file.getFileName().toString();
      if (name.endsWith(".md") && fine.stream().noneMatch(name::endsWith)) {
        assertThat(messages.get(name)).as(Files.readString(file)).contains("in quotes: title: ");
      }
    }
    assertThat(read.publication().problems().stream()
            .filter(problem -> problem.kind() != Problem.Kind.COPY)
            .map(Problem::line))
        .containsOnly(2);
  }

  @Test
  void codeAndQuotationsAreVerbatim() {
    Read read = Read.of("cut/46-mail-from");

    assertThat(read.html()).contains("&gt;From here to there").contains("<blockquote>");
    assertThat(Jsoup.parseBodyFragment(read.html()).select("blockquote").text())
        .isEqualTo("From the pier you see the harbour.");
  }

  @Test
  void aHeadingThatFitsNoPatternIsASectionOfItsOwn() {
    Read read = Read.of("cut/55-config-swallows");

    assertThat(read.sections("a")).containsExactly("it", "новости-it", "c", "c-plus-plus");
    assertThat(read.publication().sections().stream()
            .filter(Section::isSponsored)
            .map(section -> section.key().value()))
        .containsExactly("it");
  }

  @Test
  void whatTheStatusPageRecommendsIsAccepted() {
    Read read = Read.of("cut/12b-headings-signs");
    List<String> advice =
        Jsoup.parse(GoldenCase.text(read.site(), "/status")).select(".suggestions code").stream()
            .map(code -> code.wholeText())
            .toList();

    assertThat(advice).hasSizeGreaterThanOrEqualTo(7);
    assertThat(SettingsFile.read(("sections:\n" + String.join("\n", advice)).getBytes(UTF_8))
            .problems())
        .isEmpty();
  }

  @Test
  void textStandsWithTheLinkBeforeItInAllLayouts() {
    Read read = Read.of("cut/62-link-first");

    assertThat(read.texts("bold-line"))
        .containsExactly(
            "Knotty 2.0 It ties bowlines and undoes them again.",
            "Ropey It splices ropes while you sleep.",
            "Sailor It mends sails.");
    assertThat(read.texts("plain-line"))
        .containsExactly("Knotty 3.0 It ties bowlines.", "Ropey 3 It splices.");
    assertThat(read.texts("same-paragraph"))
        .containsExactly(
            "Knotty 4 is a new tool for bowlines. I have used it for a year and like it much.",
            "Ropey 4 splices ropes. It broke twice in my hands, so mind your fingers.");
    assertThat(read.texts("next-line"))
        .containsExactly("Knotty 5 It ties bowlines.", "Ropey 5 It splices.");
    assertThat(pictures(read, "picture-first"))
        .containsExactly("https://img.example/k.png", "https://img.example/r.png");
    assertThat(read.texts("quote-after"))
        .containsExactly(
            "Knotty 7 has a manual: To tie a bowline, begin with the end.",
            "Ropey 7 has none: Just pull.");
    assertThat(read.texts("code-after"))
        .containsExactly("Knotty 8 is installed so: knot install", "Ropey 8 so: rope install");
    assertThat(read.texts("number-line"))
        .containsExactly("Knotty 9 Ties. Read", "Ropey 9 Splices. Read");
  }

  /** The pictures of the items of a section, one line for each item. */
  private static List<String> pictures(Read read, String section) {
    return read.items(section).stream()
        .map(item -> Jsoup.parseBodyFragment(item.content().markup()))
        .map(item -> String.join(" ", item.select("img").eachAttr("src")))
        .toList();
  }

  @Test
  void attributesBehindBlocksAndLinksAreNoText() {
    Read read = Read.of("movein/22-attributes");

    assertThat(read.titles("12"))
        .containsExactly(
            Map.entry("guides", List.of("A guide to knots")),
            Map.entry("plugins", List.of("Plug")));
    assertThat(read.html())
        .contains("id=\"guides\"", "id=\"plugins\"")
        .doesNotContain("{", "}", "TOC");
  }

  @Test
  void chineseSectionsHaveReadableKeysAndEachTextItsLink() {
    Read read = Read.of("movein/38-cjk-sections");

    assertThat(read.titles("12"))
        .containsExactly(
            Map.entry("科技动态", List.of("新的绳子", "旧的船")), Map.entry("工具", List.of("Knotty")));
    assertThat(pictures(read, "科技动态")).containsExactly("https://img.example.org/rope.webp", "");
    assertThat(read.texts("科技动态").get(0)).contains("不会湿");
  }

  @Test
  void boldLinesAreSectionsWhereThereAreNoHeadings() {
    assertThat(Read.of("movein/39-bold-lines-as-headings").titles("12"))
        .containsExactly(
            Map.entry("articles", List.of("On knots")), Map.entry("tools", List.of("Knotty")));
  }

  @Test
  void aQuotationBelongsToItsIntroduction() {
    assertThat(Read.of("movein/41-quote-after-its-introduction").texts("forum"))
        .containsExactly(
            "Ida wrote about knots: A knot is a rope that had second thoughts.",
            "Mara proposes a pulley: We should lift things.",
            "Unrelated last words.");
  }

  @Test
  void aSubHeadingIsTheGroupOfItsList() {
    Read read = Read.of("movein/42-subsections-with-lists");
    List<String> items = Stream.of("updates-from-the-community", "jobs")
        .flatMap(section -> read.items(section).stream())
        .map(item -> item.group().orElse("") + " " + item.primaryLink().orElseThrow())
        .toList();

    assertThat(items)
        .containsExactly(
            "Official https://a.example.org/1",
            "Official https://a.example.org/2",
            "Blog posts https://a.example.org/3",
            "Blog posts https://a.example.org/4",
            "Blog posts https://a.example.org/5",
            " https://job.example.org/");
  }

  @Test
  void picturesAndTextStandWithTheLinkBeforeThem() {
    Read read = Read.of("movein/43-link-first-picture-after");

    assertThat(pictures(read, "c-projects"))
        .containsExactly("https://img.example.org/rope.gif", "https://img.example.org/boat.gif");
    assertThat(read.texts("articles"))
        .containsExactly(
            "Why knots hold Friction, says the author, and shows ten pictures.",
            "Why boats float Water, says the other.");
  }

  @Test
  void anIssueWithoutFrontMatterHasItsHeadingForATitleAndNeedsADate() {
    Read read = Read.of("movein/01-no-front-matter");

    assertThat(read.publication().issues()).isEmpty();
    assertThat(read.publication().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith("docs/issue-12.md:1: the date is missing")
            .contains("dates: {issue: 1", "dates: FILE"));
    assertThat(read.with("dates: {issue: 1, on: 2018-04-20, every: 7d}").dates())
        .isEqualTo(Map.of("Harbour Weekly (issue 12): ropes and knots", "2018-07-06"));
  }

  @Test
  void foldersAndNamesGiveDates() {
    Read read = Read.of("movein/09-date-in-folders");

    assertThat(read.dates())
        .isEqualTo(Map.of("Ropes", "2023-10-11", "Sails", "2022-08-15", "Knots", "2022-08-08"));
    assertThat(read.publication().problems()).isEmpty();
  }

  @Test
  void titlesGiveNumbers() {
    assertThat(Read.of("movein/34-numbers").publication().issues())
        .extracting(published -> published.issue().number().orElse(""))
        .containsExactly("12", "100", "12", "12", "300", "100", "273");
  }

  @Test
  void issuesOfOneNameGetTheirDates() {
    Read read = Read.of("movein/11-same-name-each-month");

    assertThat(read.publication().issues())
        .extracting(published -> published.issue().slug())
        .containsExactly(
            "month-in-harbour-2026-03-31", "month-in-harbour-2026-02-28", "month-in-harbour");
  }

  @Test
  void linksToFilesOfIssuesLeadToTheirPages() {
    Read read = Read.of("movein/29-pictures-and-relative-links");

    assertThat(links(read.issue("twelve").issue().content().markup()))
        .contains(
            "https://news.example/issues/eleven issue 11",
            "https://news.example/issues/eleven the same",
            "https://news.example/issues/eleven old address");
    // The link to a page that only the old site has.
    assertThat(read.lines(Problem.Kind.LINK)).containsExactly(8);
  }

  @Test
  void tagsOfLiquidBeforeLinkDefinitionsAreBlankLines() {
    Read read = Read.of("movein/20-liquid");

    assertThat(links(read.html()))
        .contains("https://list.example.org/knot posted")
        .noneMatch(link -> link.endsWith(" site"));
    assertThat(read.served())
        .allSatisfy((path, text) ->
            assertThat(path.equals("/status") ? "" : text).doesNotContain("{%", "{{"));
  }

  @Test
  void commentsOfLiquidAreNowhere() {
    Read read = Read.of("movein/32-liquid-comment");

    assertThat(links(read.html())).containsExactly("https://k.example.org/ Knotty");
    assertThat(read.served())
        .allSatisfy((path, text) -> assertThat(text)
            .as(path)
            .doesNotContain("Notes to ourselves", "Ask Ida", "a line", "and another"));
  }
}
