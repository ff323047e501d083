package org.offprint.app;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.offprint.http.HttpServer;
import org.offprint.http.OperatorServer;
import org.offprint.http.ServingRules;
import org.offprint.publication.Addresses;
import org.offprint.publication.Folder;
import org.offprint.publication.Masthead;
import org.offprint.publication.Publication;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.ServerSettings.Observation;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsTable.EffectiveSetting;
import org.offprint.site.CurrentSite;
import org.offprint.watch.FolderWatcher;
import org.offprint.watch.ScanTiming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: a running server that watches one folder and serves it. The command line and the end-to-end tests start
 * it.
 */
public final class Application implements AutoCloseable {
  /** The pause after which a change is read: longer than the pauses of a save. */
  private static final Duration QUIET = Duration.ofMillis(10);
  /** The time between two checks for issues that are due. */
  private static final Duration DUE_CHECK = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Newsroom newsroom;
  private final HttpServer server;
  private final Observability observability;
  private final Optional<OperatorServer> operatorServer;
  private final FolderWatcher<Folder> watcher;
  private final CountDownLatch end = new CountDownLatch(1);
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(Application::alarmThread);

  private Application(
      Newsroom newsroom,
      HttpServer server,
      Observability observability,
      Optional<OperatorServer> operatorServer,
      FolderWatcher<Folder> watcher) {
    this.newsroom = newsroom;
    this.server = server;
    this.observability = observability;
    this.operatorServer = operatorServer;
    this.watcher = watcher;
  }

  /**
   * Starts serving a folder; returns when all issues have been read.
   *
   * @param flags settings of the command line, by key; they come before the environment's
   * @param environment all variables
   * @param clock decides which issues are published
   * @throws SettingsException if the folder, a setting or the port cannot be used
   */
  public static Application start(
      Path folder, Map<String, String> flags, Map<String, String> environment, Clock clock) {
    // The settings; a mistake ends the start.
    requireFolder(folder);
    SettingsFile file = SettingsFile.read(folder);
    PublicationSettings publication = file.orThrow(folder);
    ServerSettings.Sources sources = new ServerSettings.Sources(flags, environment, file.server());
    ServerSettings settings = ServerSettings.of(sources);

    // The log; every setting is in it for those who want to see more.
    Logs.write(settings.observation().logFormat(), settings.observation().logLevel());
    sources.effective().forEach(setting -> log("setting", setting));
    file.effective().forEach(setting -> log("setting of the newsletter", setting));

    // The parts that last as long as the server.
    CurrentSite site = new CurrentSite();
    ScanTiming timing = new ScanTiming(settings.scanInterval(), QUIET);
    RefreshHealth health = new RefreshHealth(clock, timing);
    Optional<PushService> push = PushService.of(settings, publication, environment, site, clock);
    Observability observability =
        new Observability(settings.observation(), site, health, clock, push);
    HttpServer server = new HttpServer(
        site,
        clock,
        new ServingRules(
            settings.feedMaxAge(),
            settings.pollLimit(),
            settings.isBehindProxy(),
            Optional.of(new InetSocketAddress(settings.host(), settings.port()))
                .filter(address -> settings.showsDrafts() && !settings.isBehindProxy())
                .flatMap(OperatorServer::onlyHost)),
        observability.operations());
    Optional<OperatorServer> operatorServer = Optional.empty();
    try {
      // Listening, so that a taken port is reported at once; until there is a site the answer is
      // 503.
      listen(server, settings);
      DataFolder data = DataFolder.open(settings.data(), System.getProperty("java.class.path", ""));
      push.ifPresent(PushService::open);
      operatorServer = operatorServer(settings.observation(), observability);
      // The first site, of all issues; until it is there, the main feeds of the last run.
      ServerSettings listening = settings.at(server.port());
      Newsroom newsroom = new Newsroom(folder, publication, listening, data, observability);
      newsroom.serveLast();
      newsroom.refresh(newsroom.listing());
      // The watching of the folder, and of the clock.
      Application application = new Application(
          newsroom,
          server,
          observability,
          operatorServer,
          new FolderWatcher<>(
              folder,
              timing,
              newsroom.listing(),
              new IssueFolderView(folder, health, newsroom::fileRules),
              newsroom::refresh));
      application.startWatching();
      application.logEffectiveValues(listening);
      return application;
    } catch (RuntimeException | Error e) {
      operatorServer.ifPresent(OperatorServer::close);
      server.close();
      push.ifPresent(PushService::close);
      observability.close();
      throw e;
    }
  }

  /** Logs the values that depend on the newsletter, the machine or a free port. */
  private void logEffectiveValues(ServerSettings settings) {
    Masthead masthead = publication().masthead();
    LOG.atInfo()
        .addKeyValue("version", ProgramVersion.text())
        .addKeyValue("address", localUri())
        .addKeyValue(
            "base-url", EffectiveSetting.withoutCredentials(masthead.baseUri().toString()))
        .addKeyValue("id", masthead.tag())
        .addKeyValue("language", masthead.language())
        .addKeyValue("time-zone", masthead.zone())
        .addKeyValue(
            "memory", Newsroom.cacheBytes(settings, Runtime.getRuntime().maxMemory()))
        .addKeyValue(
            "metrics-port", metricsPort().map(port -> (Object) port).orElse("none of its own"))
        .log("serving");
  }

  private static void log(String what, EffectiveSetting setting) {
    LOG.atDebug()
        .addKeyValue("key", setting.key())
        .addKeyValue("value", setting.value())
        .addKeyValue("from", setting.origin())
        .log(what);
  }

  /** A default port must not keep a newsletter from its readers. */
  private static Optional<OperatorServer> operatorServer(
      Observation settings, Observability observability) {
    return settings.ownPort().flatMap(own -> {
      try {
        return Optional.of(new OperatorServer(
            new InetSocketAddress(own.host(), own.port()),
            observability.site(),
            observability.clock(),
            observability::metricsText));
      } catch (BindException e) {
        String fault =
            "cannot listen on %s port %s for /metrics%s (%s); choose another with --metrics-port"
                .formatted(
                    own.host(),
                    own.port(),
                    settings.isStatusPublic() ? "" : " and /status",
                    e.getMessage());
        if (own.isChosen()) {
          throw new SettingsException(fault);
        }
        LOG.warn("{}; the server runs without them", fault);
        return Optional.empty();
      }
    });
  }

  private void startWatching() {
    watcher.start(end::countDown);
    alarm.execute(observability.metrics()::watchMachine);
    alarm.execute(newsroom::tidy);
    var unused = alarm.scheduleWithFixedDelay(
        this::refreshIfDue, DUE_CHECK.toMillis(), DUE_CHECK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void refreshIfDue() {
    try {
      newsroom.refreshIfDue();
      newsroom.keepFeeds();
    } catch (Throwable e) {
      // It will not be called again.
      end.countDown();
      throw e;
    }
  }

  /** Waits until a fault ends the following of changes; in general for ever. */
  public void awaitEnd() throws InterruptedException {
    end.await();
  }

  /** Refuses a path that is no readable folder. */
  public static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SettingsException("the folder %s does not exist%s"
          .formatted(
              folder,
              Files.exists(folder)
                  ? ": it is a file"
                  : "; name the folder that holds the issues, or begin one: offprint init "
                      + folder));
    }
    if (!Files.isReadable(folder)) {
      throw new SettingsException(
          "the folder %s cannot be read: permission denied; let the user of the program read it, for example with chmod -R a+rX %s"
              .formatted(folder, folder));
    }
  }

  private static void listen(HttpServer server, ServerSettings settings) {
    try {
      server.start(settings.host(), settings.port());
    } catch (BindException e) {
      throw new SettingsException(
          "cannot listen on %s port %s (%s); choose another with --host and --port"
              .formatted(settings.host(), settings.port(), e.getMessage()));
    }
  }

  private static Thread alarmThread(Runnable work) {
    Thread thread = new Thread(work, "due-issues");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the address for this machine. */
  public URI localUri() {
    return URI.create("http://localhost:" + server.port() + "/");
  }

  /** Returns the port of the metrics, if they have one of their own. */
  Optional<Integer> metricsPort() {
    return operatorServer.map(OperatorServer::port);
  }

  /** Returns the address of the status page for this machine; empty if there is none. */
  public Optional<URI> statusUri() {
    return observability.isStatusPublic()
        ? Optional.of(localUri().resolve(Addresses.STATUS))
        : operatorServer.map(OperatorServer::localUri).map(own -> own.resolve(Addresses.STATUS));
  }

  /** Returns the current publication. */
  public Publication publication() {
    return newsroom.publication().orElseThrow();
  }

  /** Stops watching and listening; requests in flight finish, for 1.5 seconds at most. */
  @Override
  public void close() {
    alarm.shutdownNow();
    server.close();
    operatorServer.ifPresent(OperatorServer::close);
    watcher.close();
    observability.push().ifPresent(PushService::close);
    observability.close();
    LOG.info("stopped");
  }
}
