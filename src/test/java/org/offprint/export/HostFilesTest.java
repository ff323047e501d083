package org.offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.cli.CommandLineRun;
import org.offprint.testing.IssueFiles;

/** The files that tell static hosts how to serve an export. */
@Timeout(30)
final class HostFilesTest {
  private static final String CACHED =
      "public, max-age=900, stale-while-revalidate=60, stale-if-error=86400";

  @TempDir
  private Path temp = Path.of("");

  private Path issues = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void writeIssues() {
    issues = temp.resolve("issues");
    out = temp.resolve("out");
    new IssueFiles(issues)
        .given("offprint.yaml", """
            base-url: https://news.example.org/
            redirects:
              /archive.html: /
              "/it%27s%20a%20%22$5%22%20(deal)/": https://shop.example.org/?a=1&price=$5
              "/{year}/{month}/{slug}/": /issues/{slug}
              /feeds: /issues/1
              /404.html: /feeds
            """)
        .givenIssue("1.md", "One", "2026-06-01", "Text.");
  }

  private String written(String hosts, String name, String... more) throws IOException {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"export", issues.toString(), out.toString(), "--server-files", hosts},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(out.resolve(name));
  }

  @Test
  void noneAreWrittenUnlessAskedFor() throws IOException {
    assertThat(written("none", ExportManifest.NAME).lines())
        .contains("feed.xml")
        .noneMatch(name -> name.startsWith(".") || name.startsWith("_") || name.endsWith("conf"));
  }

  @Test
  void severalAreWrittenAtOnceAndRemovedWhenNoLongerAskedFor() throws IOException {
    assertThat(written("Netlify,github", ExportManifest.NAME).lines())
        .contains("_headers", "_redirects", ".nojekyll");
    assertThat(written("netlify", ExportManifest.NAME).lines())
        .contains("_headers", "_redirects")
        .doesNotContain(".nojekyll");
    assertThat(out.resolve(".nojekyll")).doesNotExist();
  }

  @Test
  void whatThePublisherRedirectsIsNoFile() throws IOException {
    written("none", ExportManifest.NAME);

    assertThat(out.resolve("feeds.html")).doesNotExist();
  }

  @Test
  void pageForWhatIsNotThereIsNoRedirect() throws IOException {
    assertThat(written("netlify", "_redirects")).contains("/feeds ").doesNotContain("404");
  }

  @Test
  void netlifyKnowsTypesHeadersAndRedirects() throws IOException {
    assertThat(written("netlify", "_headers"))
        .contains("/*\n  X-Content-Type-Options: nosniff\n  Content-Security-Policy: default-src ")
        .contains("""
            /*.rss
              Content-Type: application/rss+xml; charset=utf-8
              Cache-Control: %s
              Access-Control-Allow-Origin: *
              Access-Control-Expose-Headers: ETag, Last-Modified, Link
            """.formatted(CACHED))
        .contains("\n/sitemap.xml\n  Content-Type: application/xml; charset=utf-8\n")
        .contains("\n/*.txt\n  Content-Type: text/plain; charset=utf-8\n")
        .containsOnlyOnce("nosniff");
    assertThat(Files.readString(out.resolve("_redirects")))
        .contains(
            "/archive.html https://news.example.org/ 301\n",
            "/it%27s%20a%20%22%245%22%20%28deal%29 https://shop.example.org/?a=1&price=$5 301\n",
            "/index.xml https://news.example.org/feed.atom 301\n")
        .doesNotContain("/rss/ ");
  }

  @Test
  void pathOfTheBaseUrlStandsBeforeEveryRule() throws IOException {
    String[] base = {"--base-url", "https://example.net/my.letters/"};
    assertThat(written("netlify", "_headers", base)).contains("/my.letters/*.atom\n");
    assertThat(Files.readString(out.resolve("_redirects")))
        .contains("/my.letters/rss https://example.net/my.letters/feed.rss 301\n")
        .doesNotContain("/my.letters ");
  }
}
