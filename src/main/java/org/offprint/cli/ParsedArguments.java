package org.offprint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.offprint.issue.DidYouMean;
import org.offprint.settings.SettingsException;
import org.offprint.settings.TerminalSafe;

/** The options and arguments behind a command. */
record ParsedArguments(CommandLine line) {
  private static final String DEFAULT_FOLDER = "issues";

  /**
   * Parses options; {@link #require} checks the arguments.
   *
   * @throws SettingsException if the command has no such option, or a value is missing
   */
  static ParsedArguments parse(Usage usage, List<String> arguments) {
    try {
      return split(usage, arguments);
    } catch (UnrecognizedOptionException e) {
      String option = e.getOption();
      List<String> names = usage.allOptions().getOptions().stream()
          .map(known -> "--" + known.getLongOpt())
          .toList();
      throw new SettingsException("there is no option %s%s"
          .formatted(TerminalSafe.of(option), meant(option.replaceFirst("=.*", ""), names)));
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new SettingsException("--%s lacks its value: --%s=%s"
          .formatted(option.getLongOpt(), option.getLongOpt(), option.getArgName()));
    } catch (ParseException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** Parses the arguments before the first mistake. */
  static ParsedArguments understood(Usage usage, List<String> arguments) {
    return IntStream.iterate(arguments.size() - 1, end -> end > 0, end -> end - 1)
        .mapToObj(end -> findSplit(usage, arguments.subList(0, end)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new ParsedArguments(CommandLine.builder().get()));
  }

  private static Optional<ParsedArguments> findSplit(Usage usage, List<String> arguments) {
    try {
      return Optional.of(split(usage, arguments));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static ParsedArguments split(Usage usage, List<String> arguments) throws ParseException {
    return new ParsedArguments(DefaultParser.builder()
        .setAllowPartialMatching(false)
        .setStripLeadingAndTrailingQuotes(false)
        .get()
        .parse(usage.allOptions(), arguments.toArray(String[]::new)));
  }

  /** Returns a hint at the name that may be meant. */
  static String meant(String name, Collection<String> names) {
    return DidYouMean.of(name, names, Stream::of)
        .map(near -> " (is \"%s\" meant?)".formatted(near))
        .orElse("");
  }

  /**
   * Checks the number of arguments.
   *
   * @throws SettingsException if one is missing, or there are too many
   */
  void require(Usage usage) {
    line.getArgList().stream().skip(usage.arguments().size()).findFirst().ifPresent(more -> {
      throw new SettingsException("\"%s\" is more than \"%s\" takes; see \"%s --help\""
          .formatted(TerminalSafe.of(more), usage.fullName(), usage.fullName()));
    });
    usage.arguments().stream()
        .skip(line.getArgList().size())
        .filter(Usage.Argument::isRequired)
        .findFirst()
        .ifPresent(missing -> {
          throw new SettingsException("%s is missing (%s); see \"%s --help\""
              .formatted(missing.label(), missing.description(), usage.fullName()));
        });
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  /**
   * Returns the value of an option.
   *
   * @throws SettingsException if the option is given more than once
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

  /** Returns the values of an option that may be given more than once. */
  List<String> values(String option) {
    return Optional.ofNullable(line.getOptionValues(option)).map(List::of).orElse(List.of());
  }

  /** Returns an argument, counted from 0. */
  Optional<String> argument(int index) {
    return line.getArgList().stream().skip(index).findFirst();
  }

  /** Returns the folder of a name, or {@code issues}. */
  static Path folder(Optional<String> name) {
    String folder = name.orElse(DEFAULT_FOLDER);
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new SettingsException("\"%s\" can be no folder".formatted(TerminalSafe.of(folder)));
    }
  }

  /** Returns the folder of issues, for commands whose first argument it is. */
  Path folder() {
    return folder(argument(0));
  }
}
