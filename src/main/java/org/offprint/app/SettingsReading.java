package org.offprint.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offprint.issue.Problem;

/**
 * What came of reading {@code offprint.yaml}.
 *
 * @param settings empty if the file has a mistake
 * @param server the {@code server:} block, as text
 * @param problems every mistake, with its line
 */
record SettingsReading(
    Optional<PublicationSettings> settings, Map<String, String> server, List<Problem> problems) {
  static final SettingsReading OF_NO_FILE =
      new SettingsReading(Optional.of(PublicationSettings.DEFAULT), Map.of(), List.of());

  SettingsReading {
    server = Map.copyOf(server);
    problems = List.copyOf(problems);
  }

  /**
   * The settings.
   *
   * @param folder what they were read from
   * @throws SettingsException if the file has a mistake
   */
  PublicationSettings orThrow(Path folder) {
    return settings.orElseThrow(() -> new SettingsException(problems.stream()
        .map(problem -> folder + "/" + problem)
        .collect(Collectors.joining("\n"))));
  }
}
