package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.offprint.issue.Problem;

/** Settings as tests write them: a text in place of a file. */
public final class GivenSettings {
  private GivenSettings() {}

  static SettingsFile read(String yaml) {
    return SettingsFile.read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** The settings of a server. */
  static ServerSettings ofServer(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    return ServerSettings.of(new ServerSettings.Sources(flags, environment, file));
  }

  /** Settings without any mistake. */
  public static PublicationSettings good(String yaml) {
    SettingsFile reading = read(yaml);
    assertThat(reading.problems()).as(yaml).isEmpty();
    return reading.settings().orElseThrow();
  }

  /** The only problem of settings that cannot be used. */
  static Problem only(String yaml) {
    SettingsFile reading = read(yaml);
    assertThat(reading.problems()).as(yaml).hasSize(1);
    assertThat(reading.settings()).isEmpty();
    return reading.problems().get(0);
  }

  static void assertProblem(Problem problem, int line, String... words) {
    assertThat(problem.file()).isEqualTo("offprint.yaml");
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.message()).contains(words);
  }
}
