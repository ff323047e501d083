package org.offprint.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.issue.YamlValue;
import org.offprint.publication.Nearest;

/** The values of one block of the settings, each checked and reported on with its line. */
record SettingValues(YamlMapping values, String file, List<Problem> problems) {
  void allowOnly(List<String> keys) {
    for (String key : values.keys()) {
      if (!keys.contains(key)) {
        problems.add(new Problem(
            file,
            values.lineOf(key),
            "there is no setting \"%s\" here%s; the settings are %s"
                .formatted(key, meant(key, keys), String.join(", ", keys))));
      }
    }
  }

  private static String meant(String key, List<String> keys) {
    return Nearest.of(key, keys, Stream::of)
        .map(near -> " (is \"%s\" meant?)".formatted(near))
        .orElse("");
  }

  Optional<String> text(String key) {
    return text(key, "");
  }

  /** A text, and what is said of it where there is none. */
  private Optional<String> text(String key, String hint) {
    Optional<YamlValue> value = values.find(key);
    Optional<String> text = value
        .flatMap(YamlValue::text)
        .map(String::strip)
        .filter(words -> words.lines().count() == 1);
    if (value.isPresent() && text.isEmpty()) {
      problems.add(value
          .get()
          .problem(
              "\"%s\" must be one line of text, %s%s".formatted(key, whatItIs(value.get()), hint)));
    }
    return text;
  }

  private static String whatItIs(YamlValue value) {
    if (value.isList()) {
      return "not a list";
    }
    if (value.isMapping()) {
      return "not a block";
    }
    boolean isEmpty = value.text().filter(text -> !text.isBlank()).isEmpty();
    return isEmpty ? "but it is empty" : "but it has several lines";
  }

  /** A text that must mean something. */
  <T> Optional<T> checked(String key, String expected, Function<String, Optional<T>> meaning) {
    Optional<String> text = text(key, "; it must be " + expected);
    Optional<T> value = text.flatMap(meaning);
    if (text.isPresent() && value.isEmpty()) {
      problems.add(new Problem(
          file,
          values.lineOf(key),
          "\"%s\" is no value for \"%s\"; it must be %s".formatted(text.get(), key, expected)));
    }
    return value;
  }

  /** The constant that a text names in lower case. */
  static <T extends Enum<T>> Optional<T> constant(T[] constants, String text) {
    return Stream.of(constants)
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  Optional<Integer> number(String key, int least, int most) {
    return checked(key, "a number from %s to %s".formatted(least, most), text -> {
      boolean isNumber = text.matches("\\d{1,9}");
      return isNumber && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most
          ? Optional.of(Integer.parseInt(text))
          : Optional.empty();
    });
  }

  List<YamlValue> list(String key) {
    return values.find(key).map(YamlValue::list).orElse(List.of());
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

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      // The caller reports it with its line.
      return Optional.empty();
    }
  }

  /** An address of the web, or one below the base URL. */
  static Optional<URI> reference(String text) {
    try {
      URI reference = new URI(text);
      String scheme = Optional.ofNullable(reference.getScheme()).orElse("https");
      return Optional.of(reference)
          .filter(uri -> scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
    } catch (URISyntaxException e) {
      // The caller reports it with its line.
      return Optional.empty();
    }
  }
}
