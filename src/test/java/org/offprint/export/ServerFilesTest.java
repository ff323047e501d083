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

/** What hosts of static files are told. */
@Timeout(30)
final class ServerFilesTest {
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
    assertThat(written("Apache,nginx,netlify,github", ExportManifest.NAME).lines())
        .contains(".htaccess", "offprint.nginx.conf", "_headers", "_redirects", ".nojekyll");
    assertThat(written("netlify", ExportManifest.NAME).lines())
        .contains("_headers", "_redirects")
        .doesNotContain(".htaccess", "offprint.nginx.conf", ".nojekyll");
    assertThat(out.resolve(".htaccess")).doesNotExist();
  }

  @Test
  void whatThePublisherRedirectsIsNoFile() throws IOException {
    written("none", ExportManifest.NAME);

    assertThat(out.resolve("feeds.html")).doesNotExist();
  }

  @Test
  void apacheKnowsTypesHeadersPagesAndRedirects() throws IOException {
    assertThat(written("apache", ".htaccess"))
        .contains("""
            <FilesMatch "\\.atom$">
            ForceType "application/atom+xml; charset=utf-8"
            Header set Cache-Control "%s"
            Header set X-Content-Type-Options "nosniff"
            Header set Access-Control-Allow-Origin "*"
            Header set Access-Control-Expose-Headers "ETag, Last-Modified, Link"
            </FilesMatch>
            """.formatted(CACHED))
        .contains("<FilesMatch \"\\.md$\">\nForceType \"text/markdown; charset=utf-8\"\n")
        .contains("<FilesMatch \"\\.opml$\">\nForceType \"text/x-opml; charset=utf-8\"\n")
        .contains("Header set Content-Security-Policy \"default-src 'none'; ")
        .contains("DirectorySlash Off\n", "RewriteRule [^/]$ %{REQUEST_URI}.html [L]\n")
        .contains("RewriteRule ^ https://news.example.org%1 [R=301,L]\n")
        .contains(
            "RedirectMatch 301 \"^/archive\\x2Ehtml$\" \"https://news.example.org/\"\n",
            "RedirectMatch 301 \"^/it\\x27s\\x20a\\x20\\x22\\x245\\x22\\x20\\x28deal\\x29/$\""
                + " \"https://shop.example.org/?a=1&price=%245\"\n",
            "RedirectMatch 301 \"^/2026/06/1$\" \"https://news.example.org/issues/1\"\n",
            "RedirectMatch 301 \"^/feeds$\" \"https://news.example.org/issues/1\"\n",
            "RedirectMatch 301 \"^/rss$\" \"https://news.example.org/feed.rss\"\n",
            "RedirectMatch 301 \"^/rss/$\" \"https://news.example.org/feed.rss\"\n")
        .contains(
            "<FilesMatch \"^sitemap\\x2Exml$\">\nForceType \"application/xml; charset=utf-8\"\n")
        .contains(
            "<FilesMatch \"^feed\\x2Exml$\">\nForceType \"application/atom+xml; charset=utf-8\"\n")
        .contains("<FilesMatch \"\\.ico$\">\nForceType \"image/x-icon\"\n")
        .contains("\nErrorDocument 404 /404.html\n")
        .contains("""
            <Files "404.html">
            ForceType "text/html; charset=utf-8"
            Header set Cache-Control "no-store"
            """)
        .doesNotContain("\"^/$\"", "/feed\\x2Exml", "/404\\x2Ehtml");
  }

  @Test
  void nginxKnowsTypesHeadersPagesAndRedirects() throws IOException {
    assertThat(written("nginx", "offprint.nginx.conf"))
        .contains("""
            location ~ "^/.*\\.json$" {
              types { }
              default_type "application/feed+json; charset=utf-8";
              charset off;
              error_page 404 "/404.html";
              add_header Cache-Control "%s";
              add_header X-Content-Type-Options "nosniff";
              add_header Access-Control-Allow-Origin "*";
              add_header Access-Control-Expose-Headers "ETag, Last-Modified, Link";
            }
            """.formatted(CACHED))
        .contains("location = \"/\" {\n  try_files \"/index.html\" =404;\n")
        .contains("  rewrite ^(/.*[^/])/+$ https://news.example.org$1 permanent;\n")
        .contains("  try_files $uri $uri.html =404;\n  error_page 404 \"/404.html\";\n")
        .contains("""
            location = "/404.html" {
              internal;
              types { }
              default_type "text/html; charset=utf-8";
              charset off;
              add_header Cache-Control "no-store" always;
            """)
        .contains(
            "location ~ \"^/sitemap\\x2Exml$\" {\n  types { }\n  default_type \"application/xml;")
        .contains(
            "location ~ \"^/feed\\x2Exml$\" {\n  types { }\n  default_type \"application/atom+xml;")
        .contains(
            "location = \"/archive.html\" { return 301 \"https://news.example.org/\"; }\n",
            "location = \"/it's a \\\"$5\\\" (deal)/\" { return 301"
                + " \"https://shop.example.org/?a=1&price=%245\"; }\n",
            "location = \"/atom.xml\" { return 301 \"https://news.example.org/feed.atom\"; }\n");
  }

  @Test
  void pageForWhatIsNotThereIsNoRedirect() throws IOException {
    assertThat(written("nginx,netlify", "offprint.nginx.conf"))
        .containsOnlyOnce("location = \"/404.html\"");
    assertThat(Files.readString(out.resolve("_redirects"))).doesNotContain("404");
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
    assertThat(written("apache,nginx,netlify", ".htaccess", base))
        .contains(
            "RedirectMatch 301 \"^/my\\x2Eletters$\" \"https://example.net/my.letters/\"\n",
            "RedirectMatch 301 \"^/my\\x2Eletters/rss$\" \"https://example.net/my.letters/feed.rss\"\n",
            "ErrorDocument 404 /my.letters/404.html\n");
    assertThat(Files.readString(out.resolve("offprint.nginx.conf")))
        .contains(
            "location = \"/my.letters/\" {\n  try_files \"/my.letters/index.html\" =404;\n",
            "location ~ \"^/my\\x2Eletters/.*\\.atom$\" {\n",
            "  error_page 404 \"/my.letters/404.html\";\n",
            "location = \"/my.letters\" { return 301 \"https://example.net/my.letters/\"; }\n");
    assertThat(Files.readString(out.resolve("_headers"))).contains("/my.letters/*.atom\n");
    assertThat(Files.readString(out.resolve("_redirects")))
        .contains("/my.letters/rss https://example.net/my.letters/feed.rss 301\n")
        .doesNotContain("/my.letters ");
  }
}
