package org.offprint.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.offprint.issue.Problem;
import org.offprint.issue.YamlMapping;
import org.offprint.page.Palette;
import org.offprint.publication.Accent;

/** Reads {@code colors:}: each must be one that can be read on its paper. */
record ColourSettings(String file, List<Problem> problems) {
  static final String BLOCK = "colors";
  static final String ACCENT = "accent";
  static final String ACCENT_DARK = "accent-dark";
  static final List<String> KEYS = List.of(ACCENT, ACCENT_DARK);

  private static final String EXPECTED = "a colour such as \"#8a2f1b\", in quotes";

  Optional<Accent> read(SettingValues read) {
    return read.mapping(BLOCK).flatMap(this::accent);
  }

  private Optional<Accent> accent(YamlMapping values) {
    SettingValues read = new SettingValues(values, file, problems);
    read.allowOnly(KEYS);
    Optional<String> onLight =
        colour(read, ACCENT, Palette::isReadableOnLight, "light paper: choose a darker one");
    Optional<String> onDark =
        colour(read, ACCENT_DARK, Palette::isReadableOnDark, "dark paper: choose a lighter one");
    if (onDark.isPresent() && values.find(ACCENT).isEmpty()) {
      problems.add(new Problem(
          file,
          values.lineOf(ACCENT_DARK),
          "\"%s\" needs an \"%s\" beside it, for light paper".formatted(ACCENT_DARK, ACCENT)));
    }
    return onLight
        .map(Palette::accent)
        .map(made -> new Accent(made.onLight(), onDark.orElse(made.onDark())));
  }

  private Optional<String> colour(
      SettingValues read, String key, Predicate<String> isReadable, String advice) {
    Optional<String> colour = read.checked(key, EXPECTED, Palette::colour);
    colour
        .filter(isReadable.negate())
        .ifPresent(faint -> problems.add(new Problem(
            file,
            read.values().lineOf(key),
            "\"%s\" has too little contrast on %s".formatted(key, advice))));
    return colour;
  }
}
