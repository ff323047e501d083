package org.offprint.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who asks, behind the proxies that the operator names. Thread-safe. */
final class Clients {
  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

  private final TrustedProxies proxies;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  Clients(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** The address of the client behind a request. */
  InetAddress find(HttpRequest asked) {
    return find(
        asked.peer().get(),
        asked.headers().apply("Forwarded"),
        asked.headers().apply("X-Forwarded-For"));
  }

  /**
   * The address of the client: going back from here, the last that a trusted proxy vouches for. If both
   * headers are there and do not agree, the peer counts as the client: most proxies write only one of them,
   * and pass on whatever their client put into the other, and nobody may choose who he is.
   *
   * @param peer who opened the connection
   * @param forwarded the lines of {@code Forwarded}
   * @param xForwardedFor the lines of {@code X-Forwarded-For}
   */
  InetAddress find(InetAddress peer, List<String> forwarded, List<String> xForwardedFor) {
    InetAddress nearest = IpAddresses.of(peer.getAddress());
    boolean isForwarded = !forwarded.isEmpty() || !xForwardedFor.isEmpty();
    if (!isForwarded) {
      return nearest;
    }
    if (!proxies.include(nearest)) {
      warnOf(nearest);
      return nearest;
    }
    List<InetAddress> said = Stream.of(
            ForwardedHops.ofForwarded(forwarded), ForwardedHops.ofXForwardedFor(xForwardedFor))
        .filter(hops -> !hops.isEmpty())
        .map(hops -> behind(nearest, hops))
        .distinct()
        .toList();
    return said.size() == 1 ? said.get(0) : nearest;
  }

  private InetAddress behind(InetAddress nearest, List<Optional<InetAddress>> hops) {
    InetAddress client = nearest;
    for (Optional<InetAddress> hop : hops) {
      if (hop.isEmpty() || !proxies.include(client)) {
        return client;
      }
      client = hop.get();
    }
    return client;
  }

  /** A proxy that was forgotten in the settings makes one client of all who come through it. */
  private void warnOf(InetAddress peer) {
    if (TrustedProxies.couldInclude(peer) && !hasWarned.getAndSet(true)) {
      LOG.warn(
          "requests come through a proxy at {}, which trusted-proxies does not name:"
              + " all its clients count as one",
          peer.getHostAddress());
    }
  }
}
