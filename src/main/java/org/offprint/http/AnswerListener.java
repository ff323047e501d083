package org.offprint.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports every reply to the operator's listener. Thread-safe if that is. */
final class AnswerListener {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerListener.class);
  private static final String PLAIN = "identity";
  private static final int UNIQUE_LOCAL_MASK = 0xfe;
  private static final int UNIQUE_LOCAL = 0xfc;

  private final Consumer<AccessEvent> listener;
  private final boolean isBehindProxy;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  AnswerListener(Consumer<AccessEvent> listener, boolean isBehindProxy) {
    this.listener = listener;
    this.isBehindProxy = isBehindProxy;
  }

  /** Reports one reply. A fault of the listener does not disturb the client. */
  void answered(HttpRequest request, Reply reply) {
    try {
      listener.accept(event(request, reply));
    } catch (RuntimeException e) {
      LOG.warn("an answer could not be counted", e);
    }
  }

  private AccessEvent event(HttpRequest request, Reply reply) {
    long sent = reply.body().isPresent() ? reply.length() : 0;
    long whole = request.isHead() ? 0 : reply.whole();
    return new AccessEvent(
        request.method(),
        request.path(),
        reply.route(),
        reply.status(),
        Optional.ofNullable(reply.headers().get(HttpHeader.CONTENT_ENCODING)).orElse(PLAIN),
        sent,
        Math.max(0, whole - sent),
        request.find("User-Agent"),
        request::isConditional,
        request::isByPage,
        () -> client(request));
  }

  /** Returns the address of the client, and warns once if it is that of a proxy. */
  private InetAddress client(HttpRequest request) {
    InetAddress client = request.client().get();
    if (!isBehindProxy
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
