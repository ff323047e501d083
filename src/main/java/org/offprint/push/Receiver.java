package org.offprint.push;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who gets what is published of one topic: a verified subscriber, another hub, or a webhook.
 *
 * @param id given by the store
 * @param topic the address of the topic
 * @param address where it is sent to
 * @param secret of a subscriber, as it is stored
 * @param expires the end of the lease; {@link Instant#MAX} for hubs and webhooks
 * @param wanted the version of the topic that is to be sent
 * @param progress how far that has come; something is due while its version is below the wanted one
 */
public record Receiver(
    long id,
    Kind kind,
    String topic,
    String address,
    Optional<byte[]> secret,
    Instant expires,
    long wanted,
    Progress progress) {

  /** The kind of a receiver. */
  public enum Kind {
    /** Subscribed at our hub, and gets the content. */
    SUBSCRIBER,
    /** A subscriber whose topic is gone: it is told so once, then deleted. */
    DENIED,
    /** Another hub, which is told that the topic has changed. */
    HUB,
    /** A webhook, which gets a message about an issue. */
    WEBHOOK
  }

  /** Returns true if the newest version has not been sent, and the sending was not given up. */
  public boolean isDue() {
    return wanted > progress.version();
  }

  /** Returns the host of an address, in lower case and without a dot at its end; empty if it has none. */
  public static String host(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
