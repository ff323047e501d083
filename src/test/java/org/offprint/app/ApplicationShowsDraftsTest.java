package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.PreviewAddresses;
import org.offprint.testing.IssueFiles;

/** Holds how authors see issues before they are published. */
final class ApplicationShowsDraftsTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse(LiveNewsletter.NOW), ZoneOffset.UTC);
  private static final String KEY = "0123456789abcdef";

  private final Path folder;
  private final IssueFiles files;

  /** An issue, a draft and one to come. */
  ApplicationShowsDraftsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.files = new IssueFiles(folder);
    files.given("offprint.yaml", "base-url: https://news.example.org/\n");
    files.givenIssue("1.md", "One", "2026-06-01", "Text.");
    files.given("2.md", """
        ---
        title: Two
        date: 2026-06-02
        draft: true
        ---
        A letter with ![a knot](knot.png).

        ## Tools

        [Splice](https://splice.example.org/) joins ropes.

        [Whip](https://whip.example.org/) ends them.
        """);
    files.givenIssue("3.md", "Three", "2026-08-01", "Text of three.");
    Files.write(folder.resolve("knot.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    Files.writeString(folder.resolve("other.png"), "private");
  }

  @Nested
  final class WithDrafts {
    private LiveNewsletter start(Map<String, String> more) {
      Map<String, String> flags = new HashMap<>(more);
      flags.put("drafts", "on");
      return LiveNewsletter.of(folder, CLOCK, flags);
    }

    @Test
    void everythingIsEverywhereAndMarked() {
      try (LiveNewsletter live = start(Map.of())) {
        assertThat(live.titles()).containsExactly("To come: Three", "Draft: Two", "One");
        assertThat(live.body("/issues/2"))
            .contains("Draft: Two", "Preview: this page shows what is not published yet");
        assertThat(live.body("/archive")).contains("Draft: Two", "To come: Three");
        assertThat(live.body("/sections/tools/items.json")).contains("Splice");
        assertThat(live.body("/robots.txt")).contains("Disallow: /\n");
        assertThat(live.get("/issues/2/knot.png").status()).isEqualTo(200);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "off, localhost, 200",
      "off, evil.example.org, 421",
      // A proxy passes on the name of the newsletter.
      "on, evil.example.org, 200"
    })
    void scriptsOfOtherSitesCannotReadThemUnderAnotherName(
        String isBehindProxy, String host, int status) throws IOException {
      try (LiveNewsletter live = start(Map.of("behind-proxy", isBehindProxy));
          Socket socket = new Socket(
              InetAddress.getLoopbackAddress(), live.application().localUri().getPort())) {
        String request =
            "GET /issues/2 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 " + status);
      }
    }

    @Test
    void nothingOfItIsKept(@TempDir Path data) throws IOException {
      try (LiveNewsletter live = start(Map.of("data", data.toString()))) {
        assertThat(live.titles()).hasSize(3);
      }

      try (Stream<Path> kept = Files.list(data)) {
        assertThat(kept).isEmpty();
      }
    }
  }

  @Nested
  final class WithAKey {
    private final PreviewAddresses addresses = new PreviewAddresses(KEY);
    private LiveNewsletter live;

    WithAKey() {
      live = LiveNewsletter.of(
          folder,
          CLOCK,
          Map.of("status", "private", "metrics-port", "0"),
          Map.of("OFFPRINT_PREVIEW_KEY", KEY));
    }

    @AfterEach
    void close() {
      live.close();
    }

    private String path(String slug) {
      return live.application().publication().withHeldBack(slug).stream()
          .flatMap(future -> future.findIssue(slug).stream())
          .map(issue -> addresses.path(issue.issue()))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void anIssueIsAtItsSecretAddressWithItsEntries() {
      String path = path("2");

      assertThat(path).matches("/preview/2-[0-9a-f]{32}");
      assertThat(live.body(path))
          .contains("<h1 class=\"p-name\">Two</h1>", "Preview: this page")
          .contains("Its entries in feeds", ">Splice</a></h3>", ">Whip</a></h3>")
          .contains("\"https://news.example.org" + path + "/issues/2/knot.png\"");
      assertThat(live.header(path, "Cache-Control")).hasValue("no-store");
      assertThat(live.header(path, "X-Robots-Tag")).hasValue("noindex");
    }

    @Test
    void theStatusPageOfThePublisherLinksToIt() {
      assertThat(live.body(live.application().statusUri().orElseThrow().toString()))
          .contains("<a href=\"https://news.example.org" + path("2") + "\">Two</a>");
    }

    @Test
    void itsPicturesAreThereAndNoOtherFiles() {
      assertThat(live.get(path("2") + "/issues/2/knot.png").status()).isEqualTo(200);
      assertThat(live.header(path("2") + "/issues/2/knot.png", "Cache-Control"))
          .hasValue("no-store");
      assertThat(live.get(path("2") + "/issues/2/other.png").status()).isEqualTo(404);
      assertThat(live.get("/issues/2/knot.png").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/preview/2",
          "/preview/2-",
          "/preview/2-00000000000000000000000000000000",
          "/preview/2-00000000000000000000000000000000/issues/2/knot.png",
          "/preview/"
        })
    void otherAddressesAreNotThere(String path) {
      assertThat(live.get(path).status()).isEqualTo(404);
    }

    @Test
    void theCodeOfAnotherIssueOrKeyIsWrong() {
      String code = path("3").substring("/preview/3-".length());
      PreviewAddresses other = new PreviewAddresses(KEY + "0");

      assertThat(live.get("/preview/2-" + code).status()).isEqualTo(404);
      assertThat(other.find(path("2"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/",
          "/feed.atom",
          "/feed/items.json",
          "/archive",
          "/sitemap.xml",
          "/feeds",
          "/llms.txt",
          "/search?q=splice"
        })
    void nothingElseTellsOfIt(String path) {
      live.body(path("2"));

      assertThat(live.body(path)).doesNotContain("preview", "Splice", "Preview");
    }

    @Test
    void anIssueThatIsPublishedIsAtItsOwnAddress() {
      String path = path("2");
      live.close();
      files.givenIssue("2.md", "Two", "2026-06-02", "Text.");
      live = LiveNewsletter.of(folder, CLOCK, Map.of(), Map.of("OFFPRINT_PREVIEW_KEY", KEY));

      assertThat(live.header(path, "Location"))
          .map(URI::create)
          .hasValue(URI.create("https://news.example.org/issues/2"));
    }
  }
}
