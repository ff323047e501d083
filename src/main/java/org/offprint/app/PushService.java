package org.offprint.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.offprint.feed.FeedRules;
import org.offprint.http.Hub;
import org.offprint.issue.Problem;
import org.offprint.page.HubState;
import org.offprint.push.CallbackRules;
import org.offprint.push.HubReply;
import org.offprint.push.Job;
import org.offprint.push.Push;
import org.offprint.push.PushRules;
import org.offprint.push.PushStatus;
import org.offprint.push.StoreException;
import org.offprint.settings.HubSettings;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.PushSettings;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.site.CurrentSite;
import org.offprint.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub of this server with its database: follows the newsletter, and looks after what is due. A PostgreSQL database that cannot be
 * reached at the start is tried again, since feeds can be served without it. Thread-safe.
 */
final class PushService implements Hub, AutoCloseable {
  /** The longest time for which something may be due before the log warns. */
  static final Duration LATE = Duration.ofMinutes(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);
  private static final String DOWN =
      "The database of the hub fails: nobody can subscribe, and nothing is sent. The log says why.";
  private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
  private static final HubReply CLOSED = new HubReply(
      503, "the hub cannot keep requests: try again later\n", Optional.of(BETWEEN_TRIES));

  private final HubSettings settings;
  private final Optional<Path> data;
  private final Map<String, String> environment;
  private final PushedFeeds feeds;
  private final Clock clock;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(PushService::thread);

  private Optional<Open> open = Optional.empty();
  private Optional<PushRules> rules = Optional.empty();
  private Optional<Instant> lastTry = Optional.empty();
  private boolean isLate;
  private boolean isClosed;
  private volatile Optional<Push> push = Optional.empty();
  private volatile PushStatus status = new PushStatus(Optional.empty(), List.of());

  /** An open database, and its jobs. */
  private record Open(Store store, AutoCloseable jobs) {}

  private PushService(
      ServerSettings server, Map<String, String> environment, PushedFeeds feeds, Clock clock) {
    this.settings = server.hub();
    this.data = server.data();
    this.environment = environment;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Makes the hub that the settings ask for. It begins with {@link #open} and {@link #follow}.
   *
   * @return empty if it is off
   * @throws SettingsException if it has no place for what it remembers, or webhooks name a variable that is not set
   */
  static Optional<PushService> of(
      ServerSettings server,
      PublicationSettings newsletter,
      Map<String, String> environment,
      CurrentSite site,
      Clock clock) {
    if (server.hasHub(newsletter)) {
      var unused = newsletter.push().webhooks(environment);
      return Optional.of(new PushService(server, environment, new PushedFeeds(site), clock));
    }
    if (!newsletter.push().equals(PushSettings.NONE) && !server.showsDrafts()) {
      LOG.warn(
          "ping and webhooks need the hub, which is off: name a folder with --data, and a public https base URL, or set --websub on");
    }
    return Optional.empty();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "push");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the rules of feeds that name the hub, and those that are told of changes. */
  static FeedRules naming(FeedRules rules, URI hub, PushSettings newsletter) {
    return rules.with(new FeedRules.Hubs(Optional.of(hub), newsletter.hubs()));
  }

  /**
   * Opens the database, or tries to from now on.
   *
   * @throws SettingsException if it is a file that cannot be used
   */
  void open() {
    if (settings.database().isEmpty()) {
      try {
        opened(Store.open(data.orElseThrow(), clock));
      } catch (StoreException e) {
        throw new SettingsException(String.valueOf(e.getMessage()));
      }
    }
    var unused = watch.scheduleWithFixedDelay(
        this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void opened(Store store) {
    if (isClosed) {
      store.close();
      return;
    }
    open = Optional.of(new Open(store, store.start(this::run)));
    rules.ifPresent(this::begin);
  }

  /** Jobs of the last run may be due before there is a site. */
  private Optional<Instant> run(Job job, long id) {
    return push.isPresent()
        ? push.get().run(job, id)
        : Optional.of(clock.instant().plus(BETWEEN_LOOKS));
  }

  private void begin(PushRules next) {
    open.ifPresent(database -> {
      Optional<Push> last = push;
      push = Optional.of(Push.open(database.store().push(), next, feeds, clock));
      last.ifPresent(Push::close);
    });
  }

  /** Takes the settings of the newsletter and compares its feeds, soon. To be called for every new site. */
  synchronized void follow(PushSettings newsletter, URI base) {
    Optional<PushRules> next = Optional.of(rules(newsletter, base));
    if (next.equals(rules)) {
      push.ifPresent(Push::changed);
    } else {
      rules = next;
      next.ifPresent(this::begin);
    }
  }

  private PushRules rules(PushSettings newsletter, URI base) {
    boolean isHttpsOnly =
        "https".equalsIgnoreCase(base.getScheme()) && settings.allowed().isEmpty();
    return new PushRules(
        base,
        new CallbackRules(isHttpsOnly, settings.ports(), settings.allowed()),
        newsletter.hubs().stream().map(URI::toString).toList(),
        webhooks(newsletter),
        settings.key(),
        PushRules.Limits.DEFAULT.ofTopic(settings.limit()),
        PushRules.Timeouts.DEFAULT);
  }

  private List<PushRules.Webhook> webhooks(PushSettings newsletter) {
    try {
      return newsletter.webhooks(environment).stream()
          .map(hook -> new PushRules.Webhook(hook.url(), hook.secret(), hook.edits()))
          .toList();
    } catch (SettingsException e) {
      LOG.warn("{}; the last good webhooks stay in force", e.getMessage());
      return rules.map(PushRules::webhooks).orElse(List.of());
    }
  }

  private synchronized boolean isOpen() {
    return open.isPresent();
  }

  private void look() {
    try {
      if (!isOpen()) {
        openAgain();
      }
      push.ifPresent(hub -> {
        status = hub.status();
        status.stored().ifPresent(this::warnOfDelay);
      });
    } catch (RuntimeException e) {
      LOG.error("the hub could not be looked after; it is tried again", e);
    }
  }

  private void openAgain() {
    Instant now = clock.instant();
    if (lastTry.filter(last -> now.isBefore(last.plus(BETWEEN_TRIES))).isPresent()) {
      return;
    }
    boolean isFirst = lastTry.isEmpty();
    lastTry = Optional.of(now);
    try {
      opened(Store.open(settings.database().orElseThrow(), clock));
      if (!isFirst) {
        LOG.info("the database of the hub is there");
      }
    } catch (StoreException e) {
      if (isFirst) {
        LOG.error("{} Feeds are served without a hub; it is tried again.", e.getMessage());
      }
    }
  }

  private void warnOfDelay(PushStatus.Stored stored) {
    boolean isLateNow = isLate(stored);
    if (isLateNow && !isLate) {
      LOG.warn("{}; see /status", delay(stored));
    }
    isLate = isLateNow;
  }

  /** Returns the state of the hub some seconds ago, for the status page. */
  HubState state() {
    PushStatus now = status;
    return new HubState(
        isUp()
            ? now.stored().filter(PushService::isLate).map(PushService::delay)
            : Optional.of(DOWN),
        new TreeMap<>(now.stored().map(PushStatus.Stored::subscriptions).orElse(Map.of())),
        now.stored().map(PushService::work).orElse(DOWN),
        now.outcomes().stream()
            .map(outcome -> new HubState.Answers(
                outcome.kind().name().toLowerCase(Locale.ROOT), outcome.name(), outcome.count()))
            .toList(),
        now.stored().map(PushStatus.Stored::pings).orElse(List.of()).stream()
            .map(ping -> new HubState.Ping(ping.hub(), ping.topic(), answer(ping.lastStatus())))
            .toList());
  }

  private static String work(PushStatus.Stored stored) {
    return "%s, %s to be verified, %s to be sent to."
        .formatted(
            Problem.count(
                stored.subscriptions().values().stream()
                    .mapToInt(count -> count)
                    .sum(),
                "subscription"),
            Problem.count(stored.pending(), "request"),
            Problem.count(stored.due(), "receiver"));
  }

  private static String answer(int status) {
    return status == 0 ? "not told yet" : status < 0 ? "no answer" : Integer.toString(status);
  }

  private static boolean isLate(PushStatus.Stored stored) {
    return stored.oldestDue().compareTo(LATE) > 0;
  }

  private static String delay(PushStatus.Stored stored) {
    return "%s for what was published, one of them for %d minutes"
        .formatted(
            stored.due() == 1 ? "1 receiver waits" : stored.due() + " receivers wait",
            stored.oldestDue().toMinutes());
  }

  /** Returns the state of the hub some seconds ago; without what is stored if the database fails. */
  PushStatus status() {
    return status;
  }

  @Override
  public boolean isUp() {
    return push.filter(hub -> !hub.isFailing()).isPresent();
  }

  @Override
  public HubReply answer(byte[] body, Optional<String> contentType, String network) {
    return push.map(hub -> hub.request(body, contentType, network)).orElse(CLOSED);
  }

  /** Ends the jobs, which takes 2 seconds at most, then the hub, then the database. */
  @Override
  public void close() {
    watch.shutdownNow();
    Optional<Open> last;
    synchronized (this) {
      isClosed = true;
      last = open;
    }
    last.ifPresent(database -> {
      try {
        database.jobs().close();
      } catch (Exception e) {
        LOG.warn("the work of the hub did not end as it should", e);
      }
    });
    push.ifPresent(Push::close);
    last.map(Open::store).ifPresent(Store::close);
  }
}
