package org.offprint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.app.Application;
import org.offprint.cli.CommandLineRun;

/** The files of an export are what the server serves but for what only that can do, and nothing they link to is missing. */
@Timeout(60)
final class ExportedSiteTest {
  private static final Path ISSUES = Path.of("issues");
  private static final String BASE = "https://news.example.org/letters/";
  private static final String ROOT = "/letters/";
  private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");
  /** Searches, on every page. */
  private static final Pattern OF_SERVER =
      Pattern.compile("<link rel=\"search\"[^>]*>\\n|<form class=\"find\".*</form>");

  private static final Pattern FEED_LINK =
      Pattern.compile("(?:href=|xmlUrl=|htmlUrl=|_url\": ?|<link>)\"?(https://news[^\"<#]*)");

  @TempDir
  private static Path out = Path.of("");

  private static final SortedMap<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void export() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("export", ISSUES.toString(), out.toString(), "--base-url", BASE);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        FILES.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    assertThat(FILES.remove(ExportManifest.NAME)).isNotNull();
  }

  /** The address of a file, as static hosts serve it. */
  private static String path(String file) {
    return ROOT + file.replaceFirst("(?:^index)?\\.html$", "");
  }

  private static boolean isThere(String address) {
    String path = address.startsWith("/") ? address : URI.create(address).getRawPath();
    return path.startsWith(ROOT)
        && FILES.containsKey(Export.file("/" + path.substring(ROOT.length())));
  }

  @Test
  void everyFileHasTheBytesThatTheServerSendsButForWhatOnlyThatCanDo()
      throws IOException, InterruptedException {
    assertThat(FILES.keySet())
        .hasSizeGreaterThan(130)
        .contains(
            "index.html",
            "feeds.html",
            "feeds.opml",
            "feeds/rss.opml",
            "feed.atom",
            "feed.rss",
            "feed.json",
            "feed.xml",
            "feed/items.atom",
            "feed/archive/1.json",
            "sections/tools.html",
            "sections/tools.atom",
            "sections/tools/items/archive/1.rss",
            "except/sponsor.html",
            "except/sponsor.atom",
            "views/links.html",
            "views/links/issues.atom",
            "issues/44.html",
            "issues/44.md",
            "sections/tools.md",
            "sitemap.xml",
            "robots.txt",
            "llms.txt",
            "favicon.ico",
            "favicon.svg",
            "404.html",
            "archive.html",
            "archive/2025.html")
        .anyMatch(name -> name.matches("assets/offprint-[0-9a-f]{12}[.]css"))
        .doesNotContain("status.html", "search.html", "opensearch.xml");
    HttpClient client = HttpClient.newHttpClient();
    Map<String, String> flags =
        Map.of("port", "0", "host", "127.0.0.1", "status", "public", "base-url", BASE);
    try (Application server = Application.start(ISSUES, flags, Map.of(), Clock.systemUTC())) {
      for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
        URI address = server.localUri().resolve(path(file.getKey()));
        HttpResponse<byte[]> answer =
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        int status = file.getKey().equals(Export.MISSING) ? 404 : 200;
        assertThat(answer.statusCode()).as(address.toString()).isEqualTo(status);
        if (file.getKey().endsWith(".html")) {
          Matcher ofServer = OF_SERVER.matcher(text(answer.body()));
          assertThat(ofServer.results()).as(file.getKey()).hasSize(2);
          assertThat(text(file.getValue())).as(file.getKey()).isEqualTo(ofServer.replaceAll(""));
        } else {
          assertThat(answer.body()).as(file.getKey()).isEqualTo(file.getValue());
        }
      }
    }
  }

  @Test
  void everyAddressThatAFeedNamesIsThere() {
    int links = 0;
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().matches(".*\\.(?:atom|rss|json|xml|opml)")) {
        Matcher found = FEED_LINK.matcher(text(file.getValue()));
        while (found.find()) {
          links++;
          assertThat(isThere(found.group(1)))
              .as(found.group() + " in " + file.getKey())
              .isTrue();
        }
      }
    }
    assertThat(links).isGreaterThan(1000);
  }

  @Test
  void everyAddressThatAPageLinksToIsThere() {
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        Matcher found = HTML_LINK.matcher(text(file.getValue()));
        while (found.find()) {
          String address = found.group(1);
          boolean isOurs = address.startsWith("/") || address.startsWith(BASE);
          assertThat(!isOurs || isThere(address))
              .as(address + " in " + file.getKey())
              .isTrue();
        }
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
