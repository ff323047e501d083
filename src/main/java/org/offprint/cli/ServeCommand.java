package org.offprint.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.offprint.app.Application;
import org.offprint.app.Logs;
import org.offprint.app.ProgramVersion;
import org.offprint.issue.Problem;
import org.offprint.publication.Publication;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.ServerSettings.LogFormat;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsTable;
import org.offprint.settings.SettingsTable.Setting;
import org.offprint.settings.TerminalSafe;
import org.slf4j.LoggerFactory;

/** {@code offprint serve [FOLDER]}. */
final class ServeCommand implements Command {
  static final String NAME = "serve";

  private static final int FAILED = 1;

  private final Map<String, String> environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Serves a folder of issues over HTTP, and follows its changes.",
        "",
        List.of(Usage.Argument.FOLDER),
        Stream.concat(
                SettingsTable.SERVER.settings().stream().map(ServeCommand::option),
                Stream.of(Usage.flag(
                    ServerSettings.DRAFTS,
                    "show drafts and issues to come, marked as such, on this machine alone unless --host says"
                        + " otherwise; nothing is kept in --data")))
            .toList(),
        List.of(
            "offprint serve",
            "offprint serve ~/newsletter/issues --port 9000",
            "offprint serve --drafts",
            "offprint serve issues --base-url https://news.example.org/",
            "offprint serve issues --poll-limit 60 --behind-proxy on"));
  }

  private static Option option(Setting setting) {
    String fallback = setting.fallback().isEmpty() ? "none" : setting.fallback();
    String description = "%s%s: %s (default: %s)"
        .formatted(
            setting.sentence().substring(0, 1).toLowerCase(Locale.ROOT),
            setting.sentence().substring(1),
            setting.allowed(),
            fallback);
    return Usage.option(setting.key(), setting.label(), description);
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    try {
      serve(given, out);
    } catch (SettingsException e) {
      throw e;
    } catch (RuntimeException | VirtualMachineError e) {
      err.println(fault(given, e));
    }
    return FAILED;
  }

  /** Serves until a fault ends the following of changes. */
  private void serve(ParsedArguments given, PrintWriter out) {
    Application application =
        Application.start(given.folder(), flags(given), environment, Clock.systemUTC());
    // An exception that nobody catches is one line of the log, too.
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> LoggerFactory.getLogger(getClass())
        .error("the thread {} has ended by a fault", thread.getName(), fault));
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
    tell(application, out);
    try {
      // In general a signal ends the program first.
      application.awaitEnd();
      LoggerFactory.getLogger(getClass())
          .error(
              "changes of the folder are not followed any more; the program ends, to be started again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the reason in the format of the log, as far as that is known. */
  @Override
  public String refusal(ParsedArguments given, String message) {
    LogFormat format = logFormat(given);
    return format == LogFormat.JSON
        ? Logs.fault(format, ServeCommand.class, message, Optional.empty())
        : CommandLineInterface.refusal(message);
  }

  /** Returns the line for a fault in the program, with its stack trace. */
  private String fault(ParsedArguments given, Throwable fault) {
    return Logs.fault(
        logFormat(given), ServeCommand.class, "it could not be started", Optional.of(fault));
  }

  private LogFormat logFormat(ParsedArguments given) {
    // This must not fail where a flag is given twice.
    Map<String, String> flags = given.values("log-format").stream()
        .findFirst()
        .map(format -> Map.of("log-format", format))
        .orElse(Map.of());
    return new ServerSettings.Sources(flags, environment, settingsOfTheFolder(given)).logFormat();
  }

  private static Map<String, String> settingsOfTheFolder(ParsedArguments given) {
    try {
      Path folder = given.folder();
      return Files.isDirectory(folder) ? SettingsFile.read(folder).server() : Map.of();
    } catch (SettingsException e) {
      // The name of the folder is the mistake to be reported.
      return Map.of();
    }
  }

  private static Map<String, String> flags(ParsedArguments given) {
    Map<String, String> flags = new LinkedHashMap<>();
    SettingsTable.SERVER
        .keys()
        .forEach(name -> given.value(name).ifPresent(value -> flags.put(name, value)));
    if (given.has(ServerSettings.DRAFTS)) {
      flags.put(ServerSettings.DRAFTS, "on");
    }
    return flags;
  }

  private static void tell(Application application, PrintWriter out) {
    Publication publication = application.publication();
    out.printf(Locale.ROOT, "Offprint %s%n", ProgramVersion.text());
    out.printf(
        Locale.ROOT,
        "%s: %s, %s, %s, %s%n",
        TerminalSafe.of(publication.masthead().title()),
        Problem.count(publication.issues().size(), "issue"),
        Problem.count(publication.sections().size(), "section"),
        Problem.count(publication.itemCount(), "item"),
        Problem.count(publication.problems()));
    out.printf(Locale.ROOT, "Listening on %s%n", application.localUri());
    if (!publication.masthead().baseUri().equals(application.localUri())) {
      out.printf(Locale.ROOT, "Readers use  %s%n", publication.masthead().baseUri());
    }
    application
        .statusUri()
        .ifPresent(status -> out.printf(Locale.ROOT, "Status at    %s%n", status));
    out.flush();
  }
}
