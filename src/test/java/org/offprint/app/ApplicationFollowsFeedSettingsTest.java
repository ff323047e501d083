package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.cli.CommandLineRun;
import org.offprint.testing.IssueFiles;

/** Views, ids and redirects follow the settings file without a restart. */
final class ApplicationFollowsFeedSettingsTest {
  private static final String BASE = "base-url: https://news.example.org/\nid: example.org,2010\n";

  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private LiveNewsletter live;

  @BeforeEach
  void serveOneIssue() {
    new IssueFiles(folder)
        .given("offprint.yaml", BASE)
        .givenIssue("1.md", "One", "2026-06-01", "# Tools\n\nA [tool](https://x.org/) here.");
    live = LiveNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private Optional<String> location(String path) {
    try {
      HttpURLConnection connection = (HttpURLConnection)
          live.application().localUri().resolve(path).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Connection", "close");
      return Optional.ofNullable(connection.getHeaderField("Location"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void newIdsAreServedAndNoIssueIsReadAgain() {
    assertThat(live.body("/feed.atom")).contains("<id>tag:example.org,2010:1</id>");
    live.files().given("offprint.yaml", BASE + "ids: \"{base}/{slug}\"\n");

    live.awaitText("/feed.atom", "<id>https://news.example.org/1</id>");
    assertThat(live.body("/feed.rss")).contains(">https://news.example.org/1</guid>");
    assertThat(live.body("/feed.json")).contains("\"id\":\"https://news.example.org/1\"");
    assertThat(live.body("/feed.atom")).contains("<id>tag:example.org,2010:/feed</id>");
    assertThat(live.application().publication().filesRead()).isZero();
  }

  @Test
  void newRedirectIsAnsweredAndForgottenWithItsLine() {
    assertThat(live.get("/1/").status()).isEqualTo(404);
    live.files().given("offprint.yaml", BASE + "redirects:\n  '/{slug}': /issues/{slug}\n# a\n");
    live.files().givenIssue("2.md", "Two", "2026-06-02", "Text.");
    live.awaitTitles("Two", "One");

    assertThat(location("/1/")).contains("https://news.example.org/issues/1");
    live.files().given("offprint.yaml", BASE);
    live.files().givenIssue("3.md", "Three", "2026-06-03", "Text.");
    live.awaitTitles("Three", "Two", "One");
    assertThat(live.get("/1/").status()).isEqualTo(404);
  }

  @Test
  void newViewIsServedListedAndForgottenWithItsLine() {
    live.files().given("offprint.yaml", BASE + "views:\n  - key: links\n    sections: tools\n");
    live.awaitText("/views/links.atom", "A tool here");

    assertThat(live.body("/feeds/all.opml")).contains("https://news.example.org/views/links.atom");
    live.files().given("offprint.yaml", BASE);
    live.awaitText("/views/links.atom", "Page not found");
    assertThat(live.body("/feeds/all.opml")).doesNotContain("views");
  }

  @Test
  void pagesOfFeedsAreSwitchedOff() {
    live.files().given("offprint.yaml", BASE + "feed-pages: false\ntitle: No pages\n");
    live.awaitText("/feed.atom", "No pages");

    assertThat(typeForABrowser()).startsWith("application/atom+xml");
    live.files().given("offprint.yaml", BASE + "title: Pages\n");
    live.awaitText("/feed.atom", "Pages");
    assertThat(typeForABrowser()).startsWith("text/html");
  }

  @Test
  void markdownOfIssuesIsSwitchedOff() {
    assertThat(live.body("/issues/1.md")).startsWith("# One\n");
    live.files().given("offprint.yaml", BASE + "markdown: false\ntitle: No Markdown\n");
    live.awaitText("/", "No Markdown");

    assertThat(live.body("/issues/1.md")).contains("Page not found");
    assertThat(live.body("/issues/1")).doesNotContain("/issues/1.md");
  }

  private String typeForABrowser() {
    HttpRequest request = HttpRequest.newBuilder(
            live.application().localUri().resolve("/feed.atom"))
        .setHeader("Sec-Fetch-Dest", "document")
        .setHeader("Sec-Fetch-Mode", "navigate")
        .setHeader("Priority", "u=0, i")
        .build();
    return HttpClient.newHttpClient()
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .join()
        .headers()
        .firstValue("Content-Type")
        .orElse("");
  }

  @Test
  void itemLinksAreSwitched() {
    assertThat(live.body("/feed/items.json")).contains("\"external_url\":\"https://x.org/\"");
    live.files().given("offprint.yaml", BASE + "item-link: external\n");

    live.awaitText("/feed/items.json", "\"url\":\"https://x.org/\"");
    assertThat(live.body("/feed/items.json")).doesNotContain("external_url");
  }

  @Test
  void mistakeInRedirectsKeepsTheLastGoodSettings() {
    live.files().given("offprint.yaml", BASE + "redirects:\n  /old: /feeds\n");
    live.files().givenIssue("2.md", "Two", "2026-06-02", "Text.");
    live.awaitTitles("Two", "One");
    live.files().given("offprint.yaml", BASE + "redirects:\n  /old: feeds\n");

    live.awaitText("/status", "<td>offprint.yaml</td><td>4</td>");
    assertThat(location("/old")).contains("https://news.example.org/feeds");
  }

  @Test
  void viewOfASectionThatThereIsNotIsAProblemWithAHintUntilThereIsOne() {
    live.files()
        .given("offprint.yaml", BASE + "views:\n  - key: odd\n    except: [toolz, gadgets]\n");
    live.awaitText("/status", "the view \"odd\" names the section \"toolz\"");

    assertThat(live.body("/status"))
        .contains("is \"tools\" meant?", "names the section \"gadgets\", which there is not<")
        .contains("<td>offprint.yaml</td><td>%d</td>"
            .formatted((BASE + "views:\n  - key: odd\n    x").lines().count()));
    assertThat(live.get("/views/odd.atom").status()).isEqualTo(200);
    live.files().givenIssue("2.md", "Two", "2026-06-02", """
        # Toolz

        [A](https://a.org/)

        # Gadgets

        [B](https://b.org/)
        """);
    live.awaitTitles("Two", "One");
    assertThat(live.body("/status")).doesNotContain("the view");
  }

  @Test
  void viewOfASectionThatThereIsNotFailsTheCheck() {
    live.files().given("offprint.yaml", BASE + "views:\n  - key: odd\n    sections: [toolz]\n");

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("offprint.yaml", "the view \"odd\" names the section \"toolz\"")
        .contains("is \"tools\" meant?", "1 problem");
  }

  @Test
  void viewOfAValueThatNoIssueHasYetIsAWarningWithItsLine() {
    live.files().given("offprint.yaml", """
            title: Weekly
            authors: Mara Lindqvist
            language: en
            views:
              - key: some
                authors:
                  - Mara Lindqvist
                  - Mara Lindquist
                tags: kubernetes
                languages: [en, de]
            """);

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(line -> line.replace(folder + "/", "")))
        .contains(
            "offprint.yaml:8: warning: the view \"some\" names the author \"Mara Lindquist\", which no published"
                + " issue has; is \"Mara Lindqvist\" meant?",
            "offprint.yaml:9: warning: the view \"some\" names the tag \"kubernetes\", which no published issue has",
            "offprint.yaml:10: warning: the view \"some\" names the language \"de\", which no published issue has");
  }

  @Test
  void viewsOfKnownSectionsAreNoProblem() {
    live.files().given("offprint.yaml", """
        sections:
          - key: jobs
            headings: [Jobs]
        views:
          - key: fine
            sections: [tools, jobs]
        """);

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.exitCode()).as(run.out()).isZero();
  }
}
