package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code offprint}; without a subcommand it serves the folder {@code issues}. */
@Command(
    name = "offprint",
    scope = ScopeType.INHERIT,
    versionProvider = CommandLineInterface.Version.class,
    mixinStandardHelpOptions = true,
    header = "Serves a newsletter, kept as a folder of Markdown issues, to feed readers.",
    synopsisSubcommandLabel = "[COMMAND]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:problems found", "2:it cannot be run as asked"})
final class CommandLineInterface implements Runnable {
  static final int PROBLEMS_FOUND = 1;

  private static final Set<String> ASKING = Set.of("-h", "--help", "-V", "--version");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** Runs one command and gives its exit code. */
  static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
    String[] given = withCommand(arguments);
    Map<String, Supplier<Callable<Integer>>> all = subcommands(environment);
    CommandLine commands = new CommandLine(new CommandLineInterface());
    // To look at all of them takes some 50 ms: only help, and mistakes, need those not asked for.
    all.forEach((name, command) -> {
      if (!all.containsKey(given[0]) || name.equals(given[0])) {
        commands.addSubcommand(command.get());
      }
    });
    commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((mistake, unused) -> {
          String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
          String message = mistake.getMessage() + "; see \"" + command + " --help\"";
          err.println(refusal(mistake.getCommandLine(), message));
          return CommandLine.ExitCode.USAGE;
        })
        .setExecutionExceptionHandler((fault, command, parsed) -> {
          if (fault instanceof SettingsException) {
            err.println(refusal(command, String.valueOf(fault.getMessage())));
            return CommandLine.ExitCode.USAGE;
          }
          if (command.getCommand() instanceof ServeCommand serve) {
            err.println(serve.fault(fault));
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw fault;
        });
    return commands.execute(given);
  }

  private static Map<String, Supplier<Callable<Integer>>> subcommands(
      Map<String, String> environment) {
    Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
    commands.put(ServeCommand.NAME, () -> new ServeCommand(environment));
    commands.put(InitCommand.NAME, () -> new InitCommand(Clock.systemUTC()));
    commands.put(CheckCommand.NAME, CheckCommand::new);
    commands.put(HeadingsCommand.NAME, HeadingsCommand::new);
    commands.put(HealthCommand.NAME, () -> new HealthCommand(environment));
    commands.put(ExportCommand.NAME, () -> new ExportCommand(environment));
    return commands;
  }

  private static String refusal(CommandLine command, String message) {
    return command.getCommand() instanceof ServeCommand serve
        ? serve.refusal(message)
        : refusal(message);
  }

  /** What people are told who run a command. */
  static String refusal(String message) {
    return "offprint: " + message;
  }

  /** Without a command it serves: {@code offprint --port 9000} is meant for {@code serve}. */
  private static String[] withCommand(String... arguments) {
    boolean isServe =
        arguments.length == 0 || (arguments[0].startsWith("-") && !ASKING.contains(arguments[0]));
    return isServe
        ? Stream.concat(Stream.of(ServeCommand.NAME), Stream.of(arguments)).toArray(String[]::new)
        : arguments;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
        properties.load(Objects.requireNonNull(file, "the jar has version.properties"));
      }
      return new String[] {"offprint " + properties.getProperty("version")};
    }
  }
}
