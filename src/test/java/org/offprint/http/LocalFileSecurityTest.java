package org.offprint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.testing.IssueFiles;

/** No request and no file of an issue gets at anything but the files that issues bring with them. */
@Timeout(30)
final class LocalFileSecurityTest {
  private static final String SECRET = "the secret";
  private static final int LARGE = 30_000_000;
  private static final int MORE_THAN_READERS = 30;

  @TempDir
  private Path temp = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private ServedNewsletter served;

  @BeforeEach
  void serve() {
    folder = temp.resolve("site/issues");
    new IssueFiles(temp)
        .given("secret.png", SECRET)
        .given("site/secret.png", SECRET)
        .given("site/static/.hidden.png", SECRET)
        .given("site/issues/.hidden.png", SECRET)
        .given("site/issues/.git/secret.png", SECRET)
        .given("site/issues/a/knot.png", "knot")
        .given("site/issues/a/page.html", SECRET)
        .given("site/issues/offprint.yaml", "title: " + SECRET);
    served = ServedNewsletter.of(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void givenIssue(String body) {
    new IssueFiles(folder).givenIssue("a/2026-06-01-knots.md", "Knots", "2026-06-01", body);
    served.publish(folder);
  }

  private RawResponse assertIsNotServed(String path) {
    RawResponse answer = served.get(path);
    assertThat(answer.status()).as(path).isIn(301, 400, 404);
    assertThat(answer.body()).as(path).doesNotContain(SECRET);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issues/knots/../../secret.png",
        "/issues/knots/%2e%2e/%2e%2e/secret.png",
        "/issues/knots/%2E%2E%2F%2E%2E%2Fsecret.png",
        "/issues/knots/..%2f..%2fsecret.png",
        "/issues/knots/..%5c..%5csecret.png",
        "/issues/knots/..\\..\\secret.png",
        "/issues/knots/%252e%252e/%252e%252e/secret.png",
        "/issues/knots/%c0%ae%c0%ae/secret.png",
        "/issues/knots/..;/..;/secret.png",
        "/issues/knots/....//....//secret.png",
        "/issues/knots/./knot.png/../../../secret.png",
        "/issues/knots//../secret.png",
        "/files/../secret.png",
        "/files/%2e%2e/secret.png",
        "/files/..%2fsecret.png",
        "/files//etc/passwd.png",
        "/files/.hidden.png",
        "/files/.git/secret.png",
        "/files/%2ehidden.png",
        "/issues/knots/.hidden.png",
        "/issues/knots/../.hidden.png",
        "/.hidden.png",
        "/issues/knots/page.html",
        "/issues/knots/knot.png%00.html",
        "/issues/knots/knot.png/page.html",
        "/files/a/knot.png%00",
        "/files/offprint.yaml",
        "/offprint.yaml",
        "/issues/knots/offprint.yaml",
        "//secret.png",
      })
  void noRequestLeavesTheFilesOfIssues(String path) {
    givenIssue("![](knot.png) [](page.html)\n");

    assertIsNotServed(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.png",
        "../../../secret.png",
        "../../../../../../../../etc/secret.png",
        "%2e%2e/%2e%2e/secret.png",
        "..%2f..%2fsecret.png",
        "..\\..\\secret.png",
        "/../secret.png",
        "/../../secret.png",
        "../.hidden.png",
        "../.git/secret.png",
        "/.hidden.png",
        "/.git/secret.png",
        "page.html",
        "../offprint.yaml",
        "/secret.png",
        "../../static/.hidden.png",
        "../../static/../secret.png",
        "file:///etc/passwd.png",
      })
  void noIssueBringsAnythingElse(String reference) {
    givenIssue("![x](<" + reference + ">) [y](<" + reference + ">)\n");

    served.publication().files().paths().forEach(this::assertIsNotServed);
    assertIsNotServed("/issues/knots/" + reference.replace("\\", "%5c"));
    assertIsNotServed("/files/" + reference.replace("\\", "%5c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../secret.png",
        "../../secret.png",
        "../.git/secret.png",
        "../.hidden.png",
        "gone.png",
        "page.html",
        "../offprint.yaml",
        "pic.png",
        ".",
        "/dev/zero",
        "/dev/null",
        "/dev/stdin",
        "/proc/self/environ"
      })
  void linkToSomethingElseIsNotFollowed(String target) throws Exception {
    givenIssue("![x](pic.png)\n");
    Files.createSymbolicLink(folder.resolve("a/pic.png"), Path.of(target));

    assertIsNotServed("/issues/knots/pic.png");
  }

  @Test
  void linkedFolderOutsideIsNotEntered() throws Exception {
    Files.createSymbolicLink(folder.resolve("a/out"), temp);
    Files.createSymbolicLink(folder.resolve("static"), temp);
    givenIssue("![x](out/secret.png) ![y](/secret.png)\n");

    assertIsNotServed("/issues/knots/out/secret.png");
    assertIsNotServed("/secret.png");
  }

  @Test
  void linkWithinTheFolderIsFollowed() throws Exception {
    givenIssue("![x](pic.png)\n");
    Files.createSymbolicLink(folder.resolve("a/pic.png"), Path.of("knot.png"));

    assertThat(served.get("/issues/knots/pic.png").body()).isEqualTo("knot");
  }

  @Test
  void folderAndPipeAreNoFiles() throws Exception {
    Files.createDirectories(folder.resolve("a/dir.png"));
    givenIssue("![x](dir.png) ![y](pipe.png)\n");
    assertIsNotServed("/issues/knots/dir.png");

    assumeTrue(new ProcessBuilder("mkfifo", folder.resolve("a/pipe.png").toString())
            .start()
            .waitFor()
        == 0);
    assertIsNotServed("/issues/knots/pipe.png");
  }

  @Test
  void fileAboveTheLimitIsNotServed() throws Exception {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("a/huge.mp4").toFile(), "rw")) {
      sparse.setLength(10L << 30);
    }
    givenIssue("[x](huge.mp4)\n");

    assertIsNotServed("/issues/knots/huge.mp4");
    assertThat(served.head("/issues/knots/huge.mp4").status()).isEqualTo(404);
  }

  /** Its reply has begun, and is too large for the buffers between. */
  private RawConnection receiving(byte letter) throws IOException {
    byte[] bytes = new byte[LARGE];
    Arrays.fill(bytes, letter);
    new IssueFiles(folder).given("a/large.png", bytes);
    givenIssue("![x](large.png)\n");
    RawConnection connection = served.connect();
    connection.send("GET /issues/knots/large.png HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(connection.nextWithoutBody().header("Content-Length"))
        .isEqualTo(String.valueOf(LARGE));
    return connection;
  }

  @Test
  void replyEndsEarlyIfItsFileIsOverwritten() throws Exception {
    try (RawConnection connection = receiving((byte) 'a');
        FileChannel file =
            FileChannel.open(folder.resolve("a/large.png"), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {(byte) 'b'}), LARGE - 1);

      assertThat(connection.rest()).hasSizeLessThan(LARGE).doesNotContain("b");
    }
  }

  @Test
  void replyEndsEarlyIfItsFileIsShortened() throws Exception {
    try (RawConnection connection = receiving((byte) 'a');
        FileChannel file =
            FileChannel.open(folder.resolve("a/large.png"), StandardOpenOption.WRITE)) {
      file.truncate(LARGE / 2);

      assertThat(connection.rest()).hasSizeLessThan(LARGE);
    }
    assertThat(served.get("/issues/knots/large.png").length()).isEqualTo(LARGE / 2);
  }

  @Test
  void replyGoesOnIfAnotherFileTakesThePlace() throws Exception {
    try (RawConnection connection = receiving((byte) 'a')) {
      Files.writeString(temp.resolve("new.png"), "new");
      Files.move(
          temp.resolve("new.png"),
          folder.resolve("a/large.png"),
          StandardCopyOption.REPLACE_EXISTING);
      connection.send(
          "GET /issues/knots/large.png HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      String rest = connection.rest();
      assertThat(rest.substring(0, LARGE)).doesNotContain("b").matches("a{10}[\\s\\S]*");
      assertThat(rest.substring(LARGE)).startsWith("HTTP/1.1 200").endsWith("new");
    }
  }

  @Test
  void slowClientsOfFilesHoldNobodyUp() throws Exception {
    List<RawConnection> clients = new ArrayList<>();
    clients.add(receiving((byte) 'a'));
    for (int i = 0; i < MORE_THAN_READERS; i++) {
      clients.add(
          served.connect().send("GET /issues/knots/large.png HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    assertThat(served.get("/feed.atom").status()).isEqualTo(200);
    assertThat(served.get("/issues/knots/large.png", "Range: bytes=0-1").body()).isEqualTo("aa");
    clients.forEach(RawConnection::close);
  }
}
