package org.offprint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.offprint.publication.Nearest;
import org.offprint.settings.Printable;
import org.offprint.settings.SettingsException;

/** The command {@code offprint}; without a subcommand it serves the folder {@code issues}. */
final class CommandLineInterface {
  static final int PROBLEMS_FOUND = 1;
  static final int CANNOT_RUN = 2;

  private static final Set<String> ASKING_FOR_HELP = Set.of("-h", "--help");
  private static final Set<String> ASKING_FOR_THE_VERSION = Set.of("-V", "--version");

  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, Supplier<Command>> commands;

  private CommandLineInterface(
      PrintWriter out, PrintWriter err, Map<String, Supplier<Command>> commands) {
    this.out = out;
    this.err = err;
    this.commands = commands;
  }

  /** Runs one command and gives its exit code. */
  static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
    return new CommandLineInterface(out, err, commands(environment)).run(List.of(arguments));
  }

  private static Map<String, Supplier<Command>> commands(Map<String, String> environment) {
    Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
    commands.put(ServeCommand.NAME, () -> new ServeCommand(environment));
    commands.put(InitCommand.NAME, () -> new InitCommand(Clock.systemUTC()));
    commands.put(CheckCommand.NAME, CheckCommand::new);
    commands.put(HeadingsCommand.NAME, HeadingsCommand::new);
    commands.put(HealthCommand.NAME, () -> new HealthCommand(environment));
    commands.put(ExportCommand.NAME, () -> new ExportCommand(environment));
    return commands;
  }

  private int run(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (ASKING_FOR_HELP.contains(first)) {
      out.print(help());
      out.flush();
      return 0;
    }
    if (ASKING_FOR_THE_VERSION.contains(first)) {
      out.println(version());
      return 0;
    }
    // Without a command it serves: "offprint --port 9000" is meant for "serve".
    boolean isServe = arguments.isEmpty() || first.startsWith("-");
    String name = isServe ? ServeCommand.NAME : first;
    Supplier<Command> command = commands.get(name);
    if (command == null) {
      err.println(refusal("there is no command \"%s\"%s; see \"offprint --help\""
          .formatted(Printable.of(name), meant(name, commands.keySet()))));
      return CANNOT_RUN;
    }
    return run(command.get(), isServe ? arguments : arguments.subList(1, arguments.size()));
  }

  private int run(Command command, List<String> arguments) {
    Usage usage = command.usage();
    Given given;
    try {
      given = parse(usage, arguments);
    } catch (SettingsException e) {
      String message = e.getMessage() + "; see \"" + usage.fullName() + " --help\"";
      return refuse(command, understood(usage, arguments), message);
    }
    if (given.has(Usage.HELP)) {
      out.print(usage.help(List.of()));
      out.flush();
      return 0;
    }
    if (given.has(Usage.VERSION)) {
      out.println(version());
      return 0;
    }
    try {
      requireArguments(usage, given);
      return command.run(given, out, err);
    } catch (SettingsException e) {
      return refuse(command, given, String.valueOf(e.getMessage()));
    }
  }

  private int refuse(Command command, Given given, String message) {
    err.println(command.refusal(given, message));
    return CANNOT_RUN;
  }

  private static Given parse(Usage usage, List<String> arguments) {
    try {
      return split(usage, arguments);
    } catch (UnrecognizedOptionException e) {
      String option = e.getOption();
      List<String> names = usage.allOptions().getOptions().stream()
          .map(known -> "--" + known.getLongOpt())
          .toList();
      throw new SettingsException("there is no option %s%s"
          .formatted(Printable.of(option), meant(option.replaceFirst("=.*", ""), names)));
    } catch (MissingArgumentException e) {
      throw new SettingsException("--%s lacks its value: --%s=%s"
          .formatted(
              e.getOption().getLongOpt(),
              e.getOption().getLongOpt(),
              e.getOption().getArgName()));
    } catch (ParseException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** What stands before a mistake. */
  private static Given understood(Usage usage, List<String> arguments) {
    return IntStream.iterate(arguments.size() - 1, end -> end > 0, end -> end - 1)
        .mapToObj(end -> findSplit(usage, arguments.subList(0, end)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Given.NOTHING);
  }

  private static Optional<Given> findSplit(Usage usage, List<String> arguments) {
    try {
      return Optional.of(split(usage, arguments));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Given split(Usage usage, List<String> arguments) throws ParseException {
    return new Given(DefaultParser.builder()
        .setAllowPartialMatching(false)
        .setStripLeadingAndTrailingQuotes(false)
        .get()
        .parse(usage.allOptions(), arguments.toArray(String[]::new)));
  }

  private static void requireArguments(Usage usage, Given given) {
    given.beyond(usage.arguments().size()).findFirst().ifPresent(more -> {
      throw new SettingsException("\"%s\" is more than \"%s\" takes; see \"%s --help\""
          .formatted(Printable.of(more), usage.fullName(), usage.fullName()));
    });
    for (int i = 0; i < usage.arguments().size(); i++) {
      Usage.Argument argument = usage.arguments().get(i);
      if (argument.isRequired() && given.argument(i).isEmpty()) {
        throw new SettingsException("%s is missing (%s); see \"%s --help\""
            .formatted(argument.label(), argument.description(), usage.fullName()));
      }
    }
  }

  private static String meant(String name, Collection<String> names) {
    return Nearest.of(name, names, Stream::of)
        .map(near -> " (is \"%s\" meant?)".formatted(near))
        .orElse("");
  }

  /** What people are told who run a command. */
  static String refusal(String message) {
    return "offprint: " + message;
  }

  private String help() {
    return new Usage(
            "",
            "Serves a newsletter, kept as a folder of Markdown issues, to feed readers.",
            "Without a command it serves the folder issues.",
            List.of(),
            List.of(),
            List.of())
        .help(commands.values().stream().map(command -> command.get().usage()).toList());
  }

  /** The version that the build wrote into the jar. */
  private static String version() {
    try (InputStream file = CommandLineInterface.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(file, "the jar has version.properties"));
      return "offprint " + properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
