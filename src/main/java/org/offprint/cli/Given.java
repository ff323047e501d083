package org.offprint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.offprint.settings.Printable;
import org.offprint.settings.SettingsException;

/**
 * What was typed behind a command.
 *
 * @param line options that the command has, and at most as many arguments as it takes
 */
record Given(CommandLine line) {
  /** Nothing at all. */
  static final Given NOTHING = new Given(CommandLine.builder().get());

  private static final String DEFAULT_FOLDER = "issues";

  /** Whether an option stands there. */
  boolean has(String option) {
    return line.hasOption(option);
  }

  /**
   * The value of an option.
   *
   * @throws SettingsException if it stands there more than once
   */
  Optional<String> value(String option) {
    List<String> values = values(option);
    if (values.size() > 1) {
      throw new SettingsException(
          "--%s is given more than once: \"%s\" and \"%s\"; leave one of them out"
              .formatted(option, values.get(0), values.get(1)));
    }
    return values.stream().findFirst();
  }

  /** The values of an option that may stand there more than once. */
  List<String> values(String option) {
    return Optional.ofNullable(line.getOptionValues(option)).map(List::of).orElse(List.of());
  }

  /** One of the arguments, which are counted from 0. */
  Optional<String> argument(int index) {
    return line.getArgList().stream().skip(index).findFirst();
  }

  /** The folder that is named; else {@code issues}. */
  static Path folder(Optional<String> name) {
    String folder = name.orElse(DEFAULT_FOLDER);
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new SettingsException("\"%s\" can be no folder".formatted(Printable.of(folder)));
    }
  }

  /** The folder of issues, where that is the first argument. */
  Path folder() {
    return folder(argument(0));
  }

  /** What is more than a command takes. */
  Stream<String> beyond(int arguments) {
    return line.getArgList().stream().skip(arguments);
  }
}
