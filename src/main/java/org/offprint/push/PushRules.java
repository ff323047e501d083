package org.offprint.push;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the hub.
 *
 * @param base the base URL of the newsletter, with a slash at its end; the hub is {@code hub} below it
 * @param callbacks the callbacks that subscribers may name
 * @param externalHubs addresses of other hubs that are told of changed feeds; may be empty
 * @param webhooks addresses that get a message about each new issue; may be empty
 * @param key the operator's key, with which the secrets of subscribers are encrypted in the database; without one they are stored plainly
 */
public record PushRules(
    URI base,
    CallbackRules callbacks,
    List<String> externalHubs,
    List<Webhook> webhooks,
    Optional<String> key,
    Limits limits,
    Timeouts timeouts) {

  /** Makes rules with a slash at the end of the base URL, and without lists that may change. */
  public PushRules {
    base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    externalHubs = List.copyOf(externalHubs);
    webhooks = List.copyOf(webhooks);
  }

  /** Returns the rules of a hub that sends to its subscribers only, stores their secrets plainly, and has the default limits. */
  public static PushRules of(URI base) {
    return new PushRules(
        base,
        CallbackRules.DEFAULT,
        List.of(),
        List.of(),
        Optional.empty(),
        Limits.DEFAULT,
        Timeouts.DEFAULT);
  }

  /** Returns the address of the hub. */
  public String hub() {
    return base + "hub";
  }

  /**
   * An address that gets a message, in JSON, about each new issue.
   *
   * @param secret with one, each message has the header {@code X-Hub-Signature-256: sha256=…}, the HMAC of its bytes as GitHub sends it
   * @param edits true if changed issues are sent, too
   */
  public record Webhook(String url, Optional<String> secret, boolean edits) {}

  /**
   * The limits of what anybody can ask for. A subscription in force can always be prolonged.
   *
   * @param perClient requests of one client in a minute
   * @param pending requests that wait to be verified
   * @param ofTopicAndHost subscriptions of one topic by callbacks on one host
   * @param ofHost subscriptions by callbacks on one host
   * @param ofTopic subscriptions of one topic
   */
  public record Limits(int perClient, int pending, int ofTopicAndHost, int ofHost, int ofTopic) {
    /** The limits without settings. */
    public static final Limits DEFAULT = new Limits(10, 1_000, 10, 200, 5_000);

    /** Returns the limits with another number of subscriptions of one topic. */
    public Limits ofTopic(int most) {
      return new Limits(perClient, pending, ofTopicAndHost, ofHost, most);
    }
  }

  /**
   * The longest times of an outgoing request, from its start to the last byte of the answer.
   *
   * @param connect the part of it in which the connection must stand
   */
  public record Timeouts(Duration connect, Duration verification, Duration delivery) {
    /** The times without settings. */
    public static final Timeouts DEFAULT =
        new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10));
  }
}
