package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** Files that issues bring with them. */
final class LocalFileTest {
  private static final String PATH = "/issues/knots/knot.png";

  @TempDir
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeEach
  void serve() {
    new IssueFiles(folder)
        .given("a/knot.png", "0123456789")
        .given("a/notes.txt", "private")
        .given("a/other.png", "other")
        .given("b/knot.png", "another")
        .given("up.png", "up")
        .given("static/images/root.gif", "root")
        .given("a/clip.mp4", "clip")
        .given("a/knots.pdf", "pdf")
        .given("a/days.ics", "days")
        .given("a/all.zip", "all")
        .given("a/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")
        .given("a/empty.png", "")
        .given("draft/secret.png", "secret")
        .givenIssue("a/2026-06-01-knots.md", "Knots", "2026-06-01", """
            ![a](knot.png) ![b](../up.png) ![c](/images/root.gif) [d](clip.mp4) [e](knots.pdf)
            [f](days.ics) [g](all.zip) ![h](drawing.svg) ![i](empty.png) [j](notes.txt)
            """)
        .givenIssue("b/2026-06-02-ropes.md", "Ropes", "2026-06-02", "![a](knot.png)\n")
        .given(
            "draft/2026-06-03-sails.md",
            "---\ntitle: Sails\ndraft: true\n---\n\n![a](secret.png)\n");
    served = ServedNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/issues/knots/knot.png, image/png, 0123456789",
    "/issues/ropes/knot.png, image/png, another",
    "/files/up.png, image/png, up",
    "/images/root.gif, image/gif, root",
    "/issues/knots/clip.mp4, video/mp4, clip",
    "/issues/knots/knots.pdf, application/pdf, pdf",
    "/issues/knots/days.ics, text/calendar, days",
    "/issues/knots/all.zip, application/zip, all",
    "/issues/knots/empty.png, image/png, ''",
  })
  void areSentWithTheirType(String path, String type, String content) {
    RawResponse answer = served.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(answer.contentType()).isEqualTo(type);
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(content.length()));
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("ETag")).matches("\"[\\w-]{16}\"");
    assertThat(answer.headers()).doesNotContainKeys("Last-Modified", "Vary");
  }

  @Test
  void headIsTheSameWithoutTheBytes() {
    RawResponse head = served.head(PATH);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.content()).isEmpty();
    assertThat(head.headersWithoutDate()).isEqualTo(served.get(PATH).headersWithoutDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issues/knots/notes.txt",
        "/issues/knots/other.png",
        "/issues/sails/secret.png",
        "/files/draft/secret.png",
        "/files/a/knot.png",
        "/files/",
        "/files",
        "/issues/knots/",
        "/images/",
        "/static/images/root.gif",
        "/issues/knots/2026-06-01-knots.md",
        "/files/offprint.yaml",
      })
  void nothingElseIsServed(String path) {
    assertThat(served.get(path).status()).as(path).isIn(301, 404);
    assertThat(served.get(path).body()).doesNotContain("private", "secret", "0123456789");
  }

  @Test
  void removedFileIsNotThere() throws Exception {
    Files.delete(folder.resolve("a/knot.png"));

    assertThat(served.get(PATH).status()).isEqualTo(404);
  }

  @Test
  void filesThatComeLaterAreServed() {
    new IssueFiles(folder).givenIssue("c/2026-06-04-sails.md", "Sails", "2026-06-04", "![](s.png)");
    served.publish(folder);
    assertThat(served.get("/issues/sails/s.png").status()).isEqualTo(404);
    new IssueFiles(folder).given("c/s.png", "sail");

    assertThat(served.get("/issues/sails/s.png").body()).isEqualTo("sail");
  }

  @Test
  void clientThatHasItGetsNoBytes() {
    String tag = served.get(PATH).header("ETag");

    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      RawResponse answer = served.get(PATH, "If-None-Match: " + known);
      assertThat(answer.status()).as(known).isEqualTo(304);
      assertThat(answer.content()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(tag);
    }
    assertThat(served.get(PATH, "If-None-Match: \"other\"").status()).isEqualTo(200);
  }

  @Test
  void otherBytesHaveAnotherTag() {
    String tag = served.get(PATH).header("ETag");
    new IssueFiles(folder).given("a/knot.png", "9876543210");

    RawResponse answer = served.get(PATH, "If-None-Match: " + tag);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("9876543210");
    assertThat(served.get(PATH, "If-Match: " + tag).status()).isEqualTo(412);
    assertThat(served.get(PATH, "If-Match: " + answer.header("ETag")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0-0",
    "bytes=2-4, 234, 2-4",
    "bytes=7-, 789, 7-9",
    "bytes=7-99, 789, 7-9",
    "bytes=-2, 89, 8-9",
    "bytes=-99, 0123456789, 0-9",
    "bytes=0-, 0123456789, 0-9",
  })
  void partIsSent(String range, String content, String place) {
    RawResponse answer = served.get(PATH, "Range: " + range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes " + place + "/10");
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(content.length()));
    assertThat(answer.header("ETag")).isEqualTo(served.get(PATH).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=a-b",
        "bytes=5-2x",
        "bytes 0-1",
        "lines=0-1",
        "bytes=0-1,3-4",
        "bytes=-",
        "x",
        "bytes=99999999999999999999-"
      })
  void whatIsNoSinglePartIsIgnored(String range) {
    RawResponse answer = served.get(PATH, "Range: " + range);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("0123456789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=999999999999-", "bytes=-0"})
  void partBehindTheEndIsRefused(String range) {
    RawResponse answer = served.get(PATH, "Range: " + range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
  }

  @Test
  void partIsSentOnlyOfTheVersionThatIsWanted() {
    String tag = served.get(PATH).header("ETag");
    Map.of(tag, 206, "W/" + tag, 200, "\"other\"", 200, "Sun, 07 Jun 2026 10:00:00 GMT", 200)
        .forEach((wanted, status) -> assertThat(
                served.get(PATH, "Range: bytes=0-1", "If-Range: " + wanted).status())
            .as(wanted)
            .isEqualTo(status));
  }

  @Test
  void headHasNoParts() {
    assertThat(served.head(PATH, "Range: bytes=0-1").header("Content-Length")).isEqualTo("10");
  }

  @Test
  void scriptsInDrawingsDoNotRun() {
    assertThat(served.get("/issues/knots/drawing.svg").header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  @Test
  void otherMethodsAreRefused() {
    assertThat(served.ask("POST", PATH).status()).isEqualTo(405);
  }
}
