package org.offprint.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.offprint.issue.Problem;
import org.offprint.publication.FolderListing;

/**
 * What came of reading {@code offprint.yaml}.
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

  /** All settings of the newsletter, in the order of {@link SettingsFile#KEYS}. */
  public List<EffectiveSetting> effective() {
    return SettingsFile.KEYS.stream()
        .filter(key -> !key.equals(SettingsFile.SERVER))
        .map(key -> given.containsKey(key)
            ? new EffectiveSetting(key, given.getOrDefault(key, ""), FolderListing.SETTINGS_FILE)
            : new EffectiveSetting(key, "not set", "default"))
        .toList();
  }

  /**
   * The settings.
   *
   * @param folder what they were read from
   * @throws SettingsException if the file has a mistake
   */
  public PublicationSettings orThrow(Path folder) {
    return settings.orElseThrow(() -> new SettingsException(problems.stream()
        .map(problem -> Printable.of(folder + "/" + problem))
        .collect(Collectors.joining("\n"))));
  }
}
