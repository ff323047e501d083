package org.offprint.settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of {@link SettingsTable}.
 *
 * @param key the name in {@code offprint.yaml}, and of the flag
 * @param label the name of the value in the help; empty for a setting that is no flag
 * @param fallback the default: a value, or words that describe it; may be empty
 * @param allowed the values that are allowed, in the words of messages
 * @param sentence the effect, in the words of the help
 */
public record Setting(String key, String label, String fallback, String allowed, String sentence) {
  static Setting of(String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    List<String> name = List.of(cells.get(0).split(" ", -1));
    return new Setting(
        name.get(0), name.size() > 1 ? name.get(1) : "", cells.get(1), cells.get(2), cells.get(3));
  }
}
