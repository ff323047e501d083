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
import org.apache.commons.cli.Option;
import org.offprint.app.Application;
import org.offprint.app.Logs;
import org.offprint.publication.Publication;
import org.offprint.settings.LogFormat;
import org.offprint.settings.Observation;
import org.offprint.settings.Printable;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.slf4j.LoggerFactory;

/** {@code offprint serve [FOLDER]}. */
final class ServeCommand implements Command {
  static final String NAME = "serve";

  private static final int FAILED = 1;

  private static final List<Option> OPTIONS = List.of(
      Usage.option("host", "ADDRESS", "the address to listen on (default: 0.0.0.0, all of them)"),
      Usage.option("port", "N", "the port to listen on, 0 for a free one (default: 8080)"),
      Usage.option(
          "base-url",
          "URL",
          "the address that readers use (default: the base-url in offprint.yaml, else"
              + " http://localhost:PORT/)"),
      Usage.option(
          "scan-interval",
          "TIME",
          "how often to look for changes where the system does not tell of them, such as on"
              + " network mounts (default: 2s)"),
      Usage.option(
          "feed-max-age",
          "TIME",
          "how long a copy of a feed may be used without asking (default: by the rhythm of the"
              + " newsletter, 15m to 240m)"),
      Usage.option(
          "memory",
          "BYTES",
          "how much of what was rendered is remembered (default: 64M, but not over a quarter of"
              + " the heap)"),
      Usage.option(
          ServerSettings.DATA,
          "FOLDER",
          "where what came of reading the issues is kept, so that the next start is faster"
              + " (default: nowhere)"),
      Usage.option(
          "poll-limit",
          "N",
          "how many times an hour a client gets all of one feed without asking whether it has"
              + " changed; then it is told when to come again (default: off)"),
      Usage.option(
          ServerSettings.TRUSTED_PROXIES,
          "LIST",
          "the proxies that say for whom they ask, by Forwarded or X-Forwarded-For: addresses,"
              + " ranges such as 10.0.0.0/8, loopback, private (default: none)"),
      Usage.option(
          Observation.METRICS_PORT,
          "N",
          "where /metrics stands, for Prometheus: on the same port as the feeds, on one of its"
              + " own, or off (default: same)"),
      Usage.option(
          Observation.LOG_FORMAT, "FORMAT", "text or json, on standard error (default: text)"),
      Usage.option(
          Observation.ACCESS_LOG,
          "WHICH",
          "which answers are logged: off, on, or one of so many (default: off)"),
      Usage.option(
          Observation.COUNT_READERS,
          "ON",
          "whether readers are counted, keeping no address: on or off (default: on)"));

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
        OPTIONS,
        List.of(
            "offprint serve",
            "offprint serve ~/newsletter/issues --port 9000",
            "offprint serve issues --base-url https://news.example.org/",
            "offprint serve issues --poll-limit 60 --trusted-proxies loopback"));
  }

  @Override
  public int run(Given given, PrintWriter out, PrintWriter err) {
    try {
      serve(given, out);
    } catch (SettingsException e) {
      throw e;
    } catch (RuntimeException | VirtualMachineError e) {
      err.println(fault(given, e));
    }
    return FAILED;
  }

  /** Serves; returns if it cannot go on. */
  private void serve(Given given, PrintWriter out) {
    Application application =
        Application.start(given.folder(), flags(given), environment, Clock.systemUTC());
    // What nobody catches is one line of the log, too.
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> LoggerFactory.getLogger(getClass())
        .error("the thread {} has ended by a fault", thread.getName(), fault));
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
    tell(application, out);
    try {
      // As a rule a signal ends the program first.
      application.awaitEnd();
      LoggerFactory.getLogger(getClass())
          .error(
              "changes of the folder are not followed any more; the program ends, to be started again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The one line that says why it did not start, in the form of the log as far as that is known. */
  @Override
  public String refusal(Given given, String message) {
    LogFormat format = logFormat(given);
    return format == LogFormat.JSON
        ? Logs.fault(format, ServeCommand.class, message, Optional.empty())
        : CommandLineInterface.refusal(message);
  }

  /** The same for a fault of ours, with all that is known of it. */
  private String fault(Given given, Throwable fault) {
    return Logs.fault(
        logFormat(given), ServeCommand.class, "it could not be started", Optional.of(fault));
  }

  private LogFormat logFormat(Given given) {
    Map<String, String> flags = new LinkedHashMap<>();
    // Of one that is given twice the first counts: this must not fail.
    given.values(Observation.LOG_FORMAT).stream()
        .findFirst()
        .ifPresent(format -> flags.put(Observation.LOG_FORMAT, format));
    return Observation.logFormat(
        new ServerSettings.Sources(flags, environment, settingsOfTheFolder(given)));
  }

  private static Map<String, String> settingsOfTheFolder(Given given) {
    try {
      Path folder = given.folder();
      return Files.isDirectory(folder) ? SettingsFile.read(folder).server() : Map.of();
    } catch (SettingsException e) {
      // A name that can be no folder's is what is being refused.
      return Map.of();
    }
  }

  private static Map<String, String> flags(Given given) {
    Map<String, String> flags = new LinkedHashMap<>();
    OPTIONS.stream()
        .map(Option::getLongOpt)
        .forEach(name -> given.value(name).ifPresent(value -> flags.put(name, value)));
    return flags;
  }

  private static void tell(Application application, PrintWriter out) {
    Publication publication = application.publication();
    out.printf(
        Locale.ROOT,
        "%s: %d issues, %d sections, %d items, %d problems%n",
        Printable.of(publication.masthead().title()),
        publication.issues().size(),
        publication.sections().size(),
        publication.itemCount(),
        publication.problems().size());
    out.printf(Locale.ROOT, "Listening on %s%n", application.localUri());
    if (!publication.masthead().baseUri().equals(application.localUri())) {
      out.printf(Locale.ROOT, "Readers use  %s%n", publication.masthead().baseUri());
    }
    out.flush();
  }
}
