package org.offprint.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Folder;

/**
 * The values of one block of {@code offprint.yaml}. Every mistake becomes a problem with its line.
 *
 * @param table the settings that the block may have
 */
record SettingValues(YamlMapping values, SettingsTable table, List<Problem> problems) {
  private static final String LINE = "one line of text";

  /** Reports the keys that the table does not have. */
  SettingValues withoutOthers() {
    List<String> keys = table.keys();
    values.keys().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> report(
            key,
            isOfServer(key)
                ? "\"%s\" is a setting of the server: put it below \"server:\", indented, or start with --%s"
                    .formatted(key, key)
                : "there is no setting \"%s\" here%s; the settings are %s"
                    .formatted(key, meant(key, keys), String.join(", ", keys))));
    return this;
  }

  private boolean isOfServer(String key) {
    return table.equals(SettingsTable.NEWSLETTER) && SettingsTable.SERVER.keys().contains(key);
  }

  private static String meant(String key, List<String> keys) {
    return DidYouMean.of(key, keys, Stream::of)
        .map(near -> " (is \"%s\" meant?)".formatted(near))
        .orElse("");
  }

  void report(String key, String message) {
    problems.add(new Problem(Folder.SETTINGS_FILE, values.lineOf(key), message));
  }

  boolean has(String key) {
    return values.find(key).isPresent();
  }

  Optional<String> text(String key) {
    return text(key, "");
  }

  <T> Optional<T> find(String key, Function<String, Optional<T>> parser) {
    String allowed = table.setting(key).allowed();
    Optional<String> text = text(key, allowed.equals(LINE) ? "" : "; it must be " + allowed);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      report(
          key, "\"%s\" is no value for \"%s\"; it must be %s".formatted(text.get(), key, allowed));
    }
    return value;
  }

  <T> T get(String key, Function<String, Optional<T>> parser) {
    return find(key, parser)
        .orElseGet(() -> parser.apply(table.setting(key).fallback()).orElseThrow());
  }

  /** Returns one line of text; a value that is none is reported with a hint. */
  private Optional<String> text(String key, String hint) {
    Optional<YamlValue> value = values.find(key);
    Optional<String> text = value
        .flatMap(YamlValue::text)
        .map(String::strip)
        .filter(words -> words.lines().count() == 1);
    if (value.isPresent() && text.isEmpty()) {
      problems.add(value
          .get()
          .problem("\"%s\" must be one line of text, %s%s"
              .formatted(key, difference(value.get()), hint)));
    }
    return text;
  }

  private static String difference(YamlValue value) {
    if (value.isList()) {
      return "not a list";
    }
    if (value.isMapping()) {
      return "not a block";
    }
    boolean isEmpty = value.text().filter(text -> !text.isBlank()).isEmpty();
    return isEmpty ? "but it is empty" : "but it has several lines";
  }

  /** Returns the members of a list; a single value is a list of one. */
  List<YamlValue> list(String key) {
    return values.find(key).map(YamlValue::list).orElse(List.of());
  }

  /** Returns the members of a list of texts. */
  List<String> lines(String key) {
    return list(key).stream().flatMap(value -> line(value, key).stream()).toList();
  }

  /** Returns a member of a list of texts; one that YAML takes for something else is a mistake. */
  Optional<String> line(YamlValue member, String key) {
    Optional<String> line = member.text().filter(text -> !text.isBlank());
    if (line.isEmpty()) {
      problems.add(member.problem(
          "each of \"%s\" must be one line of text; put it in quotes".formatted(key)));
    }
    return line;
  }

  Optional<YamlMapping> mapping(String key) {
    Optional<YamlValue> value = values.find(key);
    if (value.isPresent() && !value.get().isMapping()) {
      problems.add(value
          .get()
          .problem("\"%s\" is a block: its settings stand below it, indented".formatted(key)));
    }
    return value.flatMap(block -> block.mapping(problems));
  }

  Optional<SettingValues> block(String key, SettingsTable own) {
    return mapping(key).map(block -> new SettingValues(block, own, problems).withoutOthers());
  }

  /**
   * Reads a list of blocks.
   *
   * @param hint the message for a member that is no block
   * @param reader makes a value of a block and of its place
   */
  <T> List<T> blocks(
      String key, SettingsTable own, String hint, Function<Member, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    for (YamlValue value : list(key)) {
      if (!value.isMapping()) {
        problems.add(value.problem(hint));
      }
      value
          .mapping(problems)
          .map(block -> new SettingValues(block, own, problems).withoutOthers())
          .flatMap(block -> reader.apply(new Member(value, block)))
          .ifPresent(read::add);
    }
    return read;
  }

  /** A block in a list, and its place. */
  record Member(YamlValue place, SettingValues values) {
    void report(String message) {
      values.problems().add(place.problem(message));
    }
  }
}
