package org.offprint.push;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub, with its pings and webhooks. Requests come in by {@link #request}, changes of the newsletter by {@link #changed}, and a
 * scheduler calls {@link #run}. Thread-safe.
 */
public final class Push implements Worker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);
  private static final Duration STORE_RETRY = Duration.ofSeconds(30);
  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final int MOST_SWEPT = 1_000;

  private final PushStore store;
  private final Clock clock;
  private final HubRequests requests;
  private final Verifier verifier;
  private final Deliverer deliverer;
  private final Publisher publisher;
  private final Debounce debounce;
  private final Outcomes outcomes;
  private final Runnable end;
  private volatile boolean isFailing;

  /**
   * Makes a hub that does nothing by itself.
   *
   * @param timer runs something after a time
   * @param end is run when the hub is closed
   */
  Push(Newsletter newsletter, Outside outside, BiConsumer<Runnable, Duration> timer, Runnable end) {
    PushRules rules = newsletter.rules();
    Topics topics = newsletter.topics();
    Secrets secrets = new Secrets(rules.key());
    this.store = newsletter.store();
    this.clock = outside.clock();
    this.outcomes = outside.outcomes();
    this.requests = new HubRequests(store, rules, topics, secrets, clock);
    this.verifier = new Verifier(store, requests, topics, outside);
    this.deliverer = new Deliverer(store, rules, secrets, outside);
    this.publisher = new Publisher(store, rules, topics, clock);
    this.debounce = new Debounce(() -> quietly(publisher::check), clock, timer);
    this.end = end;
  }

  /** The three that a hub stands between. */
  record Newsletter(PushStore store, PushRules rules, Topics topics) {}

  /** Starts a hub. It compares the feeds with what was published last as soon as the newsletter has been quiet for two seconds. */
  public static Push open(PushStore store, PushRules rules, Topics topics, Clock clock) {
    Caller caller = new Caller(
        new AddressCheck(rules.callbacks().allowed()),
        InetAddress::getAllByName,
        rules.timeouts().connect(),
        "Offprint (+%s)".formatted(rules.base()));
    Outside outside = new Outside(
        clock, caller, new SecureRandom(), new Hosts(clock), new Outcomes(), rules.timeouts());
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "push-timer");
      thread.setDaemon(true);
      return thread;
    });
    Push push = new Push(
        new Newsletter(store, rules, topics),
        outside,
        (task, after) -> later(timer, task, after),
        () -> {
          timer.shutdownNow();
          caller.close();
        });
    ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
        push::probe, PROBE.toMillis(), PROBE.toMillis(), TimeUnit.MILLISECONDS);
    push.changed();
    return push;
  }

  private static void later(ScheduledThreadPoolExecutor timer, Runnable task, Duration after) {
    try {
      ScheduledFuture<?> unused = timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("the hub is closed", e);
    }
  }

  /**
   * Answers a request to subscribe or to unsubscribe.
   *
   * @param body its first bytes; more than 8,192 are too many
   * @param contentType its media type, with parameters
   * @param client the network address that the limits are for
   */
  public HubReply request(byte[] body, Optional<String> contentType, String client) {
    try {
      Request request = requests.read(body, contentType, client);
      return watched(() -> requests.accept(request, verifier.moment(request.callback())));
    } catch (HubRequests.RefusedRequestException e) {
      return e.reply();
    } catch (StoreException e) {
      return HubReply.later(503, "the hub cannot keep requests now", STORE_RETRY);
    }
  }

  /** Reports that the newsletter may have changed. Returns at once: feeds are published when it has been quiet. */
  public void changed() {
    debounce.changed();
  }

  /** Returns true while the store fails, as its last use has shown; it is used every ten seconds at least. Costs nothing. */
  public boolean isFailing() {
    return isFailing;
  }

  /** Returns the state of the hub. Reads the store. */
  public PushStatus status() {
    try {
      return new PushStatus(
          Optional.of(watched(() -> store.status(clock.instant()))), outcomes.all());
    } catch (StoreException e) {
      return new PushStatus(Optional.empty(), outcomes.all());
    }
  }

  @Override
  public Optional<Instant> run(Job job, long id) {
    return watched(() -> switch (job) {
      case VERIFY -> verifier.verify(id);
      case DELIVER -> deliverer.deliver(id);
      case SWEEP -> sweep();
      case CHECK -> {
        debounce.runIfQuiet();
        yield Optional.empty();
      }
      case EXPIRE -> {
        publisher.expire();
        yield Optional.empty();
      }
    });
  }

  private Optional<Instant> sweep() {
    Instant now = clock.instant();
    store.wake(Job.VERIFY, store.dueRequests(now, MOST_SWEPT), now);
    store.wake(Job.DELIVER, store.dueReceivers(now, MOST_SWEPT), now);
    return Optional.empty();
  }

  private void probe() {
    quietly(() -> store.topic(Publisher.ISSUES));
  }

  /** Does something in the background, where a failure is logged and comes right with the next time. */
  private void quietly(Runnable work) {
    try {
      watched(() -> {
        work.run();
        return true;
      });
    } catch (StoreException e) {
      LOG.debug("the store fails", e);
    } catch (RuntimeException e) {
      LOG.error("the hub could not compare the feeds with what was published", e);
    }
  }

  private <T> T watched(Supplier<T> work) {
    try {
      T result = work.get();
      isFailing = false;
      return result;
    } catch (StoreException e) {
      // The store tells the log.
      isFailing = true;
      throw e;
    }
  }

  /** Stops what the hub does by itself. The scheduler and the store are not its own; stop the scheduler before. */
  @Override
  public void close() {
    end.run();
  }
}
