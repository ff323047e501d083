package org.offprint.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the addresses of clients. Thread-safe. */
final class Clients {
  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");
  private static final int UNIQUE_LOCAL_MASK = 0xfe;
  private static final int UNIQUE_LOCAL = 0xfc;

  private final boolean areBehindProxy;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  /**
   * Serves clients directly, or through a proxy.
   *
   * @param areBehindProxy true if a proxy sets the address of the client in {@code X-Forwarded-For}
   */
  Clients(boolean areBehindProxy) {
    this.areBehindProxy = areBehindProxy;
  }

  /** Lets Jetty take the address of the client from the proxy, but no host, scheme or port. */
  void configure(HttpConfiguration http) {
    if (areBehindProxy) {
      ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
      // A proxy that sets one header passes on whatever the client wrote into the others.
      customizer.setForwardedHeader("");
      customizer.setForwardedHostHeader("");
      customizer.setForwardedServerHeader("");
      customizer.setForwardedProtoHeader("");
      customizer.setForwardedPortHeader("");
      customizer.setForwardedHttpsHeader("");
      customizer.setForwardedCipherSuiteHeader("");
      customizer.setForwardedSslSessionIdHeader("");
      http.addCustomizer(customizer);
    }
  }

  /** Returns the address that the proxy reports, or else that of the peer. */
  static InetAddress of(Request request) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    InetSocketAddress reported = (InetSocketAddress) connection.getRemoteSocketAddress();
    SocketAddress peer = connection.getConnection().getEndPoint().getRemoteSocketAddress();
    return IpAddresses.parse(BRACKETS.matcher(reported.getHostString()).replaceAll(""))
        .orElseGet(() -> IpAddresses.of(((InetSocketAddress) peer).getAddress().getAddress()));
  }

  /** Returns the address of the client, and warns once if it is that of a proxy. */
  InetAddress find(HttpRequest request) {
    InetAddress client = request.client().get();
    if (!areBehindProxy
        && !hasWarned.get()
        && request.find(HttpHeader.X_FORWARDED_FOR.asString()).isPresent()
        && isNear(client)
        && !hasWarned.getAndSet(true)) {
      LOG.warn(
          "requests come through a proxy at {}, but behind-proxy is off: all its clients count as one",
          client.getHostAddress());
    }
    return client;
  }

  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || (address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
  }
}
