package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.cli.CommandLineRun;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.PictureFiles;
import org.offprint.testing.TestClock;

/** The publisher's own pages, links, footer and stylesheet follow their files, and no feed or list of issues has them. */
final class ApplicationServesOwnPagesTest {
  private static final String SETTINGS = """
      title: Knots
      pages:
        - file: about.md
        - file: legal/imprint.md
          path: /legal
          title: Legal notice
      stylesheet: style.css
      links:
        - title: Subscribe by mail
          url: https://mail.example.org/
      footer: |
        Tied with *care* by [Mara](about.md).

        <script>alert(1)</script>
      """;

  @TempDir
  private Path folder = Path.of("");

  @TempDir
  private Path out = Path.of("");

  @BeforeEach
  void write() {
    new IssueFiles(folder)
        .given("offprint.yaml", SETTINGS)
        .givenIssue("1.md", "Hitches", "2026-01-04", "See [us](about.md) and [the law](/legal).")
        .given(
            "about.md", "# About us\n\nSplices. See [the first](1.md). ![x](us.png)\n\n## Where\n")
        .given("us.png", PictureFiles.png(64, 48))
        .given(
            "legal/imprint.md",
            "---\ntitle: Imprint\ndate: 2026-01-05\n---\nHarbour 1. [About](../about.md)\n")
        .given("style.css", ":root { --accent: teal; }\n");
  }

  @Test
  void pagesHaveAddressesOfTheirOwnAndAreLinkedAtTheFootOfEveryPage() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.body("/about"))
          .contains("<title>About us: Knots</title>", "<h1>About us</h1>", "Splices.")
          .contains("href=\"http://localhost:", "/issues/1\"", "/about/us.png\"", "width=\"64\"");
      assertThat(live.body("/about")).containsOnlyOnce(">About us</h").contains(">Where</h2>");
      assertThat(live.get("/about/us.png").status()).isEqualTo(200);
      assertThat(live.body("/legal")).contains("<h1>Legal notice</h1>", "/about\">About</a>");
      assertThat(live.body("/issues/1")).contains("/about\">us</a>", "/legal\">the law</a>");
      assertThat(live.body("/"))
          .contains("<a href=\"/about\">About us</a>", "<a href=\"/legal\">Legal notice</a>");
      assertThat(live.header("/about/", "Location").orElse("")).endsWith("/about");
      assertThat(live.get("/about").tag()).isPresent();
      assertThat(live.body("/status")).doesNotContain("about.md:", "imprint.md:", "1.md:");
    }
  }

  @Test
  void pagesAreInTheSitemapButInNoFeedArchiveOrSearch() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.titles()).containsExactly("Hitches");
      assertThat(live.body("/sitemap.xml")).contains("/about</loc>", "/legal</loc>");
      assertThat(live.body("/archive")).contains("Hitches").doesNotContain("Splices");
      assertThat(live.body("/feed/items.atom")).doesNotContain("Splices", "Harbour");
      live.awaitText("/search?q=hitches", "Hitches");
      assertThat(live.body("/search?q=splices")).doesNotContain("Splices");
      assertThat(live.get("/issues/about").status()).isEqualTo(404);
    }
  }

  @Test
  void pageFollowsItsFileAndKeepsItsLastGoodVersion() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      live.files().given("about.md", "# About us\n\nBends.\n");
      live.awaitText("/about", "Bends.");

      live.files().given("about.md", "---\ntitle: [\n---\nHalf\n");
      live.awaitText("/status", "about.md");
      assertThat(live.body("/about")).contains("Bends.");

      live.files().remove("about.md");
      live.awaitText("/status", "which is not in the folder");
      assertThat(live.get("/about").status()).isEqualTo(404);
      assertThat(live.body("/")).doesNotContain("href=\"/about\">About us");
      live.awaitText("/status", "<td>offprint.yaml</td><td>3</td>");
    }
  }

  @Test
  void draftOfAPageIsNotServed() {
    new IssueFiles(folder).given("about.md", "---\ntitle: About us\ndraft: true\n---\nSoon\n");
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.get("/about").status()).isEqualTo(404);
      assertThat(live.body("/")).doesNotContain("About us</a>");
      assertThat(live.body("/sitemap.xml")).doesNotContain("/about</loc>");
      assertThat(live.body("/status")).contains("1 draft,").doesNotContain("about.md");
    }
    try (LiveNewsletter live = LiveNewsletter.of(
        folder,
        TestClock.at(LiveNewsletter.NOW),
        Map.of("status", "private", "metrics-port", "0"))) {
      assertThat(live.body(live.application().statusUri().orElseThrow().toString()))
          .contains("<td>about.md</td><td>About us</td><td>as a draft</td>");
    }
  }

  @Test
  void linksToAPageThatIsHeldBackAreWarnings() {
    new IssueFiles(folder)
        .given("about.md", "---\ntitle: About us\ndraft: true\n---\nSoon\n")
        .given("legal/imprint.md", "---\ntitle: Imprint\ndate: 2999-01-05\n---\nHarbour\n");

    assertThat(CommandLineRun.of("check", folder.toString()).out())
        .contains("1.md:6: warning: \"about.md\" leads to a page that is not published yet")
        .contains("1.md:6: warning: \"/legal\" leads to a page that is not published yet")
        .contains(
            "offprint.yaml:3: warning: \"footer\" or \"links\" leads to about.md, which is not published yet")
        .contains("about.md: held back as a draft")
        .doesNotContain("leads nowhere", "offprint.yaml:4");
  }

  @Test
  void linksOfTheFooterAndTheHeadThatLeadNowhereAreWarnings() {
    new IssueFiles(folder).given("offprint.yaml", """
        pages: [{file: about.md}]
        links:
          - {title: Join, url: /join}
          - {title: All, url: /feeds}
        footer: "[us](about.md) [one](1.md) [gone](gone.md) [x](https://x.example/)"
        """);

    assertThat(CommandLineRun.of("check", folder.toString()).out().lines())
        .filteredOn(line -> line.contains("offprint.yaml"))
        .extracting(line -> line.replaceAll("^.* leads to|, where .*", ""))
        .containsExactly(" /issues/gone", " /join");
  }

  @Test
  void pathThatAPageAndARedirectShareIsAWarningThatSaysWhichOneReadersGet() {
    new IssueFiles(folder)
        .given("offprint.yaml", SETTINGS + "redirects:\n  /legal/: /archive\n")
        .given("2.md", "---\ntitle: Bends\ndate: 2026-01-11\naliases:\n- /about\n---\nText.\n");

    assertThat(CommandLineRun.of("check", folder.toString()).out())
        .contains("offprint.yaml:4: warning: nobody can open the page legal/imprint.md")
        .contains(
            "2.md:5: warning: the path \"/about\" leads to the page of about.md, and not to this issue");
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.header("/legal", "Location").orElse("")).endsWith("/archive");
      assertThat(live.body("/about")).contains("Splices.");
    }
  }

  @Test
  void pageThatTheSettingsNoLongerNameIsAFileLikeOthers() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      assertThat(live.get("/legal").status()).isEqualTo(200);

      live.files().given("offprint.yaml", "title: Knots\n");

      live.awaitTitles("Imprint", "Hitches");
      assertThat(live.get("/legal").status()).isEqualTo(404);
    }
  }

  @Test
  void footerAndLinksAreOnEveryPage() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      for (String path : new String[] {"/", "/issues/1", "/about", "/feeds"}) {
        assertThat(live.body(path))
            .contains("<a href=\"https://mail.example.org/\">Subscribe by mail</a>")
            .contains("Tied with <em>care</em> by <a href=", "/about\">Mara</a>")
            .doesNotContain("<script>alert");
      }
    }
  }

  @Test
  void stylesheetIsLoadedAfterOursAndFollowsItsFile() {
    try (LiveNewsletter live = LiveNewsletter.of(folder)) {
      String before = stylesheet(live.body("/"));
      assertThat(live.body("/").indexOf("/assets/own-"))
          .isGreaterThan(live.body("/").indexOf("/assets/offprint-"));
      assertThat(live.body(before)).contains("--accent: teal");
      assertThat(live.header(before, "Cache-Control").orElse("")).contains("immutable");
      assertThat(live.header("/", "Content-Security-Policy").orElse(""))
          .contains("style-src 'self';");

      live.files().given("style.css", ":root { --accent: navy; }\n");
      live.awaitText("/assets/own.css", "navy");
      assertThat(stylesheet(live.body("/"))).isNotEqualTo(before);

      live.files().given("style.css", "a".repeat(200_001));
      live.awaitText("/status", "200,000 bytes");
      assertThat(live.body("/assets/own.css")).contains("navy");

      live.files().remove("style.css");
      live.awaitText("/status", "<td>offprint.yaml</td><td>7</td>");
    }
  }

  private static String stylesheet(String page) {
    int begin = page.indexOf("/assets/own-");
    return page.substring(begin, page.indexOf('"', begin));
  }

  @Test
  void exportHasPagesAndStylesheet() throws IOException {
    CommandLineRun run = CommandLineRun.of(
        "export", folder.toString(), out.toString(), "--base-url", "https://example.org/");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("about.html"))).contains("Splices.");
    assertThat(Files.readString(out.resolve("legal.html"))).contains("Harbour");
    assertThat(out.resolve("about/us.png")).exists();
    assertThat(
            out.resolve(stylesheet(Files.readString(out.resolve("index.html"))).substring(1)))
        .content()
        .contains("teal");
  }
}
