package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.app.Logs;
import org.offprint.settings.ServerSettings.LogFormat;
import org.offprint.testing.IssueFiles;

/** Whoever collects the log as JSON gets the reason of a start that failed as JSON, too. */
@Timeout(20)
final class StartFaultTest {
  private static final Map<String, String> JSON = Map.of("OFFPRINT_LOG_FORMAT", "json");

  @TempDir
  private Path folder = Path.of("");

  private static JsonObject refused(CommandLineRun run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).hasLineCount(1);
    JsonObject line = JsonParser.parseString(run.err()).getAsJsonObject();
    assertThat(line.keySet()).contains("timestamp", "level", "loggerName", "formattedMessage");
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    return line;
  }

  private static String message(CommandLineRun run) {
    return refused(run).get("formattedMessage").getAsString();
  }

  @Test
  void missingFolder() {
    String missing = folder.resolve("none").toString();

    assertThat(message(CommandLineRun.of("serve", missing, "--log-format", "json")))
        .startsWith("the folder " + missing + " does not exist");
    assertThat(message(CommandLineRun.of(JSON, "serve", missing))).contains("does not exist");
  }

  @Test
  void takenPort() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());

      assertThat(message(CommandLineRun.of(
              JSON, "serve", folder.toString(), "--host", "127.0.0.1", "--port", port)))
          .contains("cannot listen on 127.0.0.1 port " + port);
    }
  }

  @Test
  void formatIsKnownFromTheFileThatHasTheMistakes() {
    new IssueFiles(folder)
        .given("offprint.yaml", "titel: A\nlanguage: 5\nserver:\n  log-format: json\n");

    assertThat(message(CommandLineRun.of("serve", folder.toString(), "--port", "0"))
            .lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("offprint.yaml:1: "),
            second -> assertThat(second).contains("offprint.yaml:2: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "--port"})
  void mistypedCommand(String option) {
    assertThat(message(CommandLineRun.of(JSON, "serve", option))).contains(option, "--help");
    assertThat(message(CommandLineRun.of("serve", "--log-format", "json", option)))
        .contains(option);
  }

  @Test
  void flagComesBeforeTheVariableAndAFormatThatIsNoneIsText() {
    CommandLineRun text =
        CommandLineRun.of(JSON, "serve", folder + "/none", "--log-format", "text");
    CommandLineRun none = CommandLineRun.of("serve", folder.toString(), "--log-format", "xml");

    assertThat(text.err()).startsWith("offprint: the folder ");
    assertThat(none.err()).startsWith("offprint: --log-format: ");
  }

  @Test
  void otherCommandsSpeakToPeople() {
    assertThat(CommandLineRun.of(JSON, "check", folder + "/none").err()).startsWith("offprint: ");
  }

  @Test
  void memoryThatDoesNotSufficeEndsIt() {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    Map<String, String> environment = new AbstractMap<>() {
      @Override
      public Set<Entry<String, String>> entrySet() {
        if (isFirst.getAndSet(false)) {
          throw new OutOfMemoryError("not of this test");
        }
        return JSON.entrySet();
      }
    };

    CommandLineRun run = CommandLineRun.of(environment, "serve", folder.toString(), "--port", "0");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip()).hasLineCount(1).contains("OutOfMemoryError");
  }

  @Test
  void faultOfOursIsOneLineInBothForms() {
    IllegalStateException fault = new IllegalStateException("first\nsecond");

    for (LogFormat format : LogFormat.values()) {
      String line =
          Logs.fault(format, ServeCommand.class, "it could not be started", Optional.of(fault));
      assertThat(line)
          .hasLineCount(1)
          .contains("IllegalStateException", "first\\nsecond", "ServeCommand");
    }
  }
}
