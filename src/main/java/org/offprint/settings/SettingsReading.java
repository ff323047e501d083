package org.offprint.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;

/**
 * The parsed {@code offprint.yaml}.
 *
 * @param settings empty if the file has a mistake
 * @param given the newsletter's settings that the file has, in words
 * @param server the {@code server:} block, as text
 * @param problems every mistake, with its line
 */
public record SettingsReading(
    Optional<PublicationSettings> settings,
    Map<String, String> given,
    Map<String, String> server,
    List<Problem> problems) {
  static final SettingsReading OF_NO_FILE =
      new SettingsReading(Optional.of(PublicationSettings.DEFAULT), Map.of(), Map.of(), List.of());

  public SettingsReading {
    given = Map.copyOf(given);
    server = Map.copyOf(server);
    problems = List.copyOf(problems);
  }

  /** Returns all settings of the newsletter. */
  public List<EffectiveSetting> effective() {
    return SettingsTable.NEWSLETTER.settings().stream()
        .filter(setting -> !setting.key().equals(SettingsFile.SERVER))
        .map(setting -> Optional.ofNullable(given.get(setting.key()))
            .map(value -> new EffectiveSetting(setting.key(), value, Folder.SETTINGS_FILE))
            .orElseGet(() -> EffectiveSetting.byDefault(setting)))
        .toList();
  }

  /**
   * Returns the settings.
   *
   * @param folder the folder of the file, for the message
   * @throws SettingsException if the file has a mistake
   */
  public PublicationSettings orThrow(Path folder) {
    return settings.orElseThrow(() -> new SettingsException(problems.stream()
        .map(problem -> TerminalSafe.of(folder + "/" + problem))
        .collect(Collectors.joining("\n"))));
  }
}
