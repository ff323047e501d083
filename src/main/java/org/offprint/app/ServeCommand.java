package org.offprint.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.offprint.publication.Publication;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code offprint serve [FOLDER]}. */
@Command(
    name = ServeCommand.NAME,
    header = "Serves a folder of issues over HTTP, and follows its changes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  offprint serve",
      "  offprint serve ~/newsletter/issues --port 9000",
      "  offprint serve issues --base-url https://news.example.org/",
      "  offprint serve issues --poll-limit 60 --trusted-proxies loopback"
    })
final class ServeCommand implements Callable<Integer> {
  static final String NAME = "serve";

  private final Map<String, String> environment;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private IssuesFolder folder = new IssuesFolder();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "the address to listen on (default: 0.0.0.0, all of them)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port to listen on, 0 for a free one (default: 8080)")
  private @Nullable String port;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "the address that readers use (default: the base-url in offprint.yaml, else"
          + " http://localhost:PORT/)")
  private @Nullable String baseUrl;

  @Option(
      names = "--scan-interval",
      paramLabel = "TIME",
      description =
          "how often to look for changes where the system does not tell of them, such as on"
              + " network mounts (default: 2s)")
  private @Nullable String scanInterval;

  @Option(
      names = "--feed-max-age",
      paramLabel = "TIME",
      description = "how long a copy of a feed may be used without asking"
          + " (default: by the rhythm of the newsletter, 15m to 240m)")
  private @Nullable String feedMaxAge;

  @Option(
      names = "--memory",
      paramLabel = "BYTES",
      description = "how much of what was rendered is remembered"
          + " (default: 64M, but not over a quarter of the heap)")
  private @Nullable String memory;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "where what came of reading the issues is kept, so that the next start is faster"
              + " (default: nowhere)")
  private @Nullable String data;

  @Option(
      names = "--poll-limit",
      paramLabel = "N",
      description = "how many times an hour a client gets all of one feed without asking whether it"
          + " has changed; then it is told when to come again (default: off)")
  private @Nullable String pollLimit;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "LIST",
      description = "the proxies that say for whom they ask, by Forwarded or X-Forwarded-For:"
          + " addresses, ranges such as 10.0.0.0/8, loopback, private (default: none)")
  private @Nullable String trustedProxies;

  @Option(
      names = "--metrics-port",
      paramLabel = "N",
      description =
          "where /metrics stands, for Prometheus: on the same port as the feeds, on one of"
              + " its own, or off (default: same)")
  private @Nullable String metricsPort;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "text or json, on standard error (default: text)")
  private @Nullable String logFormat;

  @Option(
      names = "--access-log",
      paramLabel = "WHICH",
      description = "which answers are logged: off, on, or one of so many (default: off)")
  private @Nullable String accessLog;

  @Option(
      names = "--count-readers",
      paramLabel = "ON",
      description = "whether readers are counted, keeping no address: on or off (default: on)")
  private @Nullable String countReaders;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Application application =
        Application.start(folder.path(), flags(), environment, Clock.systemUTC());
    // What nobody catches is one line of the log, too.
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> LoggerFactory.getLogger(getClass())
        .error("the thread {} has ended by a fault", thread.getName(), fault));
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
    tell(application);
    // Until a signal ends the program.
    new CountDownLatch(1).await();
    return 0;
  }

  /** The one line that says why it did not start, in the form of the log as far as that is known. */
  String refusal(String message) {
    LogFormat format = logFormat();
    return format == LogFormat.JSON
        ? Logs.fault(format, ServeCommand.class, message, Optional.empty())
        : CommandLineInterface.refusal(message);
  }

  /** The same for a fault of ours, with all that is known of it. */
  String fault(Exception fault) {
    return Logs.fault(
        logFormat(), ServeCommand.class, "it could not be started", Optional.of(fault));
  }

  private LogFormat logFormat() {
    Map<String, String> file =
        Files.isDirectory(folder.path()) ? SettingsFile.read(folder.path()).server() : Map.of();
    return Observation.logFormat(new ServerSettings.Sources(flags(), environment, file));
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    put(flags, "host", host);
    put(flags, "port", port);
    put(flags, "base-url", baseUrl);
    put(flags, "scan-interval", scanInterval);
    put(flags, "feed-max-age", feedMaxAge);
    put(flags, "memory", memory);
    put(flags, ServerSettings.DATA, data);
    put(flags, "poll-limit", pollLimit);
    put(flags, ServerSettings.TRUSTED_PROXIES, trustedProxies);
    put(flags, Observation.METRICS_PORT, metricsPort);
    put(flags, Observation.LOG_FORMAT, logFormat);
    put(flags, Observation.ACCESS_LOG, accessLog);
    put(flags, Observation.COUNT_READERS, countReaders);
    return flags;
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }

  private void tell(Application application) {
    Publication publication = application.publication();
    PrintWriter out = spec.commandLine().getOut();
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
