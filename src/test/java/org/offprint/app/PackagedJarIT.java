package org.offprint.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** The jar as an operator starts and stops it. */
@Timeout(60)
final class PackagedJarIT {
  private static final String LISTENING = "Listening on ";
  private static final String SERVED_EARLY = "the feeds of the last run are served";
  /** Less than the 30 s for which an open connection is kept, enough for a busy machine. */
  private static final long MOST_SECONDS_TO_END = 20;

  private static final String SMALLEST_HEAP = "-Xmx64m";
  private static final int WHOLE_FILE = 512 * 1024 - 100;

  /** Each fills a file: what is large when it is read, or stopped by a limit while it is read. */
  private static final List<String> HOSTILE = List.of(
      "Words. ".repeat(20) + "\n\n",
      "日本語 ".repeat(20) + "\n\n",
      "# Tools\n\n[x](https://x.example/) and words.\n\n",
      "- a\n  - b\n    - c\n",
      "<ul><li>a",
      "> ".repeat(50) + "a\n\n",
      "|a|b|c|\n|-|-|-|\n|d|e|f|\n\n",
      "_a__b*c**",
      "![[",
      "<div><a <a",
      "[x]: /u (\n",
      "&amp;");

  private static final Duration MOST_TO_WAIT = Duration.ofSeconds(5);

  @TempDir
  private Path folder = Path.of("");

  private final HttpClient reader = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void secondStartServesTheSameFromWhatTheFirstHasKept() throws IOException, InterruptedException {
    givenAnIssue(folder);
    Path data = folder.resolveSibling(folder.getFileName() + "-data");
    String[] serve = {
      "serve",
      folder.toString(),
      "--port",
      "0",
      "--base-url",
      "https://news.example.org/",
      "--data",
      data.toString()
    };

    String first = feedOf(start(folder, serve), data);
    assertThat(errors()).doesNotContain(SERVED_EARLY);
    List<Path> kept = GoldenCase.list(data.resolve("readings"));
    String second = feedOf(start(folder, serve), data);

    assertThat(errors()).contains(SERVED_EARLY);
    assertThat(second).isEqualTo(first).contains("<entry");
    assertThat(GoldenCase.list(data.resolve("readings"))).isNotEmpty().isEqualTo(kept);
  }

  /** The feed of a process, which is ended when it has kept its feeds. */
  private String feedOf(Process process, Path data) throws IOException, InterruptedException {
    String feed = answerOf(awaitListening(process).resolve("/feed.atom")).body();
    await(() -> Files.exists(data.resolve("offprint.feeds")), "no feeds are kept");
    process.destroy();
    assertThat(process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    return feed;
  }

  @Test
  void servesAFolder() throws IOException, InterruptedException {
    givenAnIssue(folder);
    Process process = start(folder, "serve", folder.toString(), "--port", "0");
    URI uri = awaitListening(process);

    HttpResponse<String> answer = answerOf(uri.resolve("/feed.atom"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    assertThat(LiveNewsletter.titlesIn(answer.body())).containsExactly("One");
  }

  @Test
  void tellsWhatItFound() throws IOException {
    givenAnIssue(folder);
    new IssueFiles(folder).given("broken.md", "---\ntitle: Broken\ndate: never\n---\n");
    Process process = start(folder, "serve", folder.toString(), "--port", "0");

    BufferedReader banner = process.inputReader(UTF_8);
    assertThat(banner.readLine()).matches("Offprint [0-9].*");
    assertThat(banner.readLine()).isEqualTo("Newsletter: 1 issue, 1 section, 1 item, 1 problem");
  }

  @Test
  void tellsWhereTheStatusIs() throws IOException, InterruptedException {
    givenAnIssue(folder);
    Process process =
        start(folder, "serve", folder.toString(), "--port", "0", "--metrics-port", "0");

    BufferedReader said = process.inputReader(UTF_8);
    String line = said.readLine();
    while (!line.startsWith("Status at ")) {
      line = said.readLine();
    }

    assertThat(answerOf(URI.create(line.replaceFirst("Status at +", ""))).body())
        .contains("<h1>Status</h1>");
  }

  @Test
  void servesTheFolderIssuesWithoutArguments() throws IOException, InterruptedException {
    givenAnIssue(folder.resolve("issues"));
    Process process = start(folder);
    URI uri = awaitListening(process);

    HttpResponse<String> answer = answerOf(uri.resolve("/feed.rss"));

    assertThat(answer.body()).contains("One");
  }

  @Test
  void signalEndsItInTime() throws IOException, InterruptedException {
    givenAnIssue(folder);
    Process process = start(folder, "serve", folder.toString(), "--port", "0");
    awaitListening(process);

    process.destroy();

    assertThat(process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isIn(0, 143);
  }

  @Test
  void signalEndsItInTimeWhileAReaderKeepsAConnection() throws IOException, InterruptedException {
    givenAnIssue(folder);
    Process process = start(folder, "serve", folder.toString(), "--port", "0");
    URI uri = awaitListening(process);
    assertThat(answerOf(uri).statusCode()).isEqualTo(200);

    process.destroy();

    assertThat(process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void signalLetsARequestInFlightFinish() throws IOException, InterruptedException {
    givenALargeFeed();
    Process process = start(folder, "serve", folder.toString(), "--port", "0");
    URI uri = awaitListening(process);
    assertThat(answerOf(uri.resolve("/feed.atom")).statusCode()).isEqualTo(200);
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4096);
      slow.setSoTimeout(5000);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
      slow.getOutputStream()
          .write("GET /feed.atom HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
      InputStream answer = slow.getInputStream();
      String beginning = new String(answer.readNBytes(2000), UTF_8);

      long signalled = System.nanoTime();
      process.destroy();
      awaitNoLongerListening(uri.getPort());
      int rest = answer.readAllBytes().length;

      assertThat(beginning).startsWith("HTTP/1.1 200").contains("Content-Length: ");
      int headerEnd = beginning.indexOf("\r\n\r\n") + 4;
      int length = Integer.parseInt(beginning.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
      assertThat(2000 - headerEnd + rest).isEqualTo(length);
      assertThat(process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - signalled))
          .isLessThan(Duration.ofSeconds(MOST_SECONDS_TO_END));
      assertThat(process.exitValue()).isIn(0, 143);
    }
  }

  @Test
  void hostileFilesLeaveTheSmallestHeapThatIsDocumentedToGoodIssues()
      throws IOException, InterruptedException {
    givenAnIssue(folder);
    IssueFiles files = new IssueFiles(folder);
    HOSTILE.forEach(piece -> files.givenIssue(
        "hostile-%02d.md".formatted(HOSTILE.indexOf(piece)),
        "Hostile",
        "2026-05-01",
        piece.repeat(WHOLE_FILE / piece.getBytes(UTF_8).length)));
    Process process =
        start(folder, List.of(SMALLEST_HEAP), "serve", folder.toString(), "--port", "0");

    URI uri = awaitListening(process);

    assertThat(answerOf(uri.resolve("/issues/1")).statusCode()).isEqualTo(200);
    for (String path : List.of("/feed.rss", "/feed/items.atom", "/feed/archive/1.rss")) {
      assertThat(answerOf(uri.resolve(path)).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(errors()).doesNotContain("memory to be read", "lack of memory");
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void missingFolderIsOneLine() throws IOException, InterruptedException {
    Process process = start(folder, "serve", "missing", "--port", "0");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(errors().strip()).hasLineCount(1).contains("missing").doesNotContain("Exception");
  }

  @Test
  void problemsAreTheExitCodeOfCheck() throws IOException, InterruptedException {
    new IssueFiles(folder).given("issues/broken.md", "---\ntitle: Broken\ndate: never\n---\n");
    Process process = start(folder, "check");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("issues/broken.md:3: ");
    assertThat(errors()).isEmpty();
  }

  private Process start(Path directory, String... arguments) throws IOException {
    return start(directory, List.of(), arguments);
  }

  private Process start(Path directory, List<String> options, String... arguments)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String jar = Objects.requireNonNull(System.getProperty("offprint.jar"), "offprint.jar");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", jar));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectError(folder.resolve(".stderr").toFile());
    builder.environment().put("OFFPRINT_PORT", "0");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** By a client that keeps its connection open afterwards. */
  private HttpResponse<String> answerOf(URI uri) throws IOException, InterruptedException {
    return reader.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve(".stderr"));
  }

  private URI awaitListening(Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        return URI.create(line.substring(LISTENING.length()));
      }
    }
    throw new AssertionError("it ended before it listened: " + errors());
  }

  private static void awaitNoLongerListening(int port) {
    await(() -> !isListening(port), "port " + port + " still answers");
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition, String otherwise) {
    long deadline = System.nanoTime() + MOST_TO_WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(otherwise).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void givenAnIssue(Path directory) {
    new IssueFiles(directory)
        .givenIssue("1.md", "One", "2026-06-01", "# Tools\n\nA [tool](https://x.org/) here.\n");
  }

  /** Larger than what the system takes off the server's hands. */
  private void givenALargeFeed() {
    IssueFiles files = new IssueFiles(folder).given("offprint.yaml", "window:\n  bytes: 5000000\n");
    String text = ("Many words of a long issue. ".repeat(4_000) + "\n\n").repeat(3);
    for (int i = 1; i <= 9; i++) {
      files.givenIssue(i + ".md", "Number " + i, "2026-06-0" + i, text);
    }
  }
}
