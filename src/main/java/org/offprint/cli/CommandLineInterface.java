package org.offprint.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.offprint.app.ProgramVersion;
import org.offprint.settings.SettingsException;
import org.offprint.settings.TerminalSafe;

/** The command {@code offprint}; without a subcommand it serves the folder {@code issues}. */
final class CommandLineInterface {
  static final int PROBLEMS_FOUND = 1;
  static final int CANNOT_RUN = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  /** Made when they are needed: a health check must start fast. */
  private final Map<String, Supplier<Command>> commands = new LinkedHashMap<>();

  private CommandLineInterface(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    commands.put(ServeCommand.NAME, () -> new ServeCommand(environment));
    commands.put(InitCommand.NAME, () -> new InitCommand(Clock.systemUTC()));
    commands.put(FolderCommand.CHECK, FolderCommand::check);
    commands.put(FolderCommand.HEADINGS, FolderCommand::headings);
    commands.put(ExplainCommand.NAME, ExplainCommand::new);
    commands.put(PreviewCommand.NAME, () -> new PreviewCommand(environment));
    commands.put(HealthCommand.NAME, () -> new HealthCommand(environment));
    commands.put(ExportCommand.NAME, () -> new ExportCommand(environment));
  }

  /** Runs one command and returns its exit code. */
  static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
    return new CommandLineInterface(out, err, environment).run(List.of(arguments));
  }

  private int run(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (Set.of("-h", "--help").contains(first)) {
      return say(help());
    }
    if (Set.of("-V", "--version").contains(first)) {
      return say(version());
    }
    // Without a command it serves: "offprint --port 9000" is meant for "serve".
    boolean isServe = arguments.isEmpty() || first.startsWith("-");
    String name = isServe ? ServeCommand.NAME : first;
    return Optional.ofNullable(commands.get(name))
        .map(command ->
            run(command.get(), isServe ? arguments : arguments.subList(1, arguments.size())))
        .orElseGet(() -> {
          err.println(refusal("there is no command \"%s\"%s; see \"offprint --help\""
              .formatted(TerminalSafe.of(name), ParsedArguments.meant(name, commands.keySet()))));
          return CANNOT_RUN;
        });
  }

  private int run(Command command, List<String> arguments) {
    Usage usage = command.usage();
    ParsedArguments parsed;
    try {
      parsed = ParsedArguments.parse(usage, arguments);
    } catch (SettingsException e) {
      String message = e.getMessage() + "; see \"" + usage.fullName() + " --help\"";
      return refuse(command, ParsedArguments.understood(usage, arguments), message);
    }
    if (parsed.has(Usage.HELP)) {
      return say(usage.help(List.of()));
    }
    if (parsed.has(Usage.VERSION)) {
      return say(version());
    }
    try {
      parsed.require(usage);
      return command.run(parsed, out, err);
    } catch (SettingsException e) {
      return refuse(command, parsed, String.valueOf(e.getMessage()));
    }
  }

  private int say(String text) {
    out.print(text);
    out.flush();
    return 0;
  }

  private int refuse(Command command, ParsedArguments parsed, String message) {
    err.println(command.refusal(parsed, message));
    return CANNOT_RUN;
  }

  /** Returns the line for a command that cannot run. */
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

  private static String version() {
    return "offprint " + ProgramVersion.text() + System.lineSeparator();
  }
}
