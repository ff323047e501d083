package org.offprint.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@link HubProcess}. Closing it kills it at once. */
final class Machine implements AutoCloseable {
  private static final Duration MOST_TO_WAIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final BufferedReader output;
  private final BufferedWriter commands;

  /**
   * Starts a process and waits until it is ready.
   *
   * @param folder where its log is kept; {@code feed} in it is the newsletter
   */
  Machine(Path folder, String database, int port, CrashPoint point) {
    try {
      log = Files.createTempFile(folder, "hub", ".log");
      process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx128m",
              "-cp",
              System.getProperty("java.class.path"),
              HubProcess.class.getName(),
              database,
              folder.resolve("feed").toString(),
              Integer.toString(port),
              point.name())
          .redirectError(log.toFile())
          .start();
      output = process.inputReader(UTF_8);
      commands = process.outputWriter(UTF_8);
      assertThat(output.readLine()).as(this::log).isEqualTo(HubProcess.READY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the feed that all processes with the folder have. */
  static void feed(Path folder, String content) {
    try {
      Path draft = Files.writeString(folder.resolve("draft"), content);
      Files.move(draft, folder.resolve("feed"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void command(String line) throws IOException {
    commands.write(line);
    commands.newLine();
    commands.flush();
  }

  /** Sends a request to the hub; returns the status, or {@code null} as a word if the process dies of it. */
  String request(String form) {
    return asked(form);
  }

  /** Returns the number of deliveries that this process has made. */
  int deliveries() {
    return Integer.parseInt(asked("delivered"));
  }

  private String asked(String line) {
    try {
      command(line);
      return String.valueOf(output.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reports that the newsletter has changed. */
  void changed() {
    try {
      command("changed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the process has halted by itself. */
  void awaitCrash() throws InterruptedException {
    assertThat(process.waitFor(MOST_TO_WAIT.toSeconds(), TimeUnit.SECONDS))
        .as(this::log)
        .isTrue();
    assertThat(process.exitValue()).as(this::log).isEqualTo(137);
  }

  /** Kills the process, as kill -9 does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  List<String> logLines() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log() {
    return String.join("\n", logLines());
  }

  @Override
  public void close() {
    kill();
  }
}
