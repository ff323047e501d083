package org.offprint.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.offprint.publication.Addresses;
import org.offprint.site.CurrentSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a site over HTTP/1.1. Until there is a site it answers 503, but for the feeds of the last run, probes and
 * metrics. Any number of threads; each request sees one site from beginning to end.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final long MILLIS_TO_FINISH = 1500;
  /** The time after which idle connections are closed when the server stops. */
  static final long MILLIS_TO_LEAVE = 500;

  private static final Duration MOST_SILENCE = Duration.ofSeconds(30);
  /** The accept backlog, large enough for a restart, after which all clients reconnect at once. */
  private static final int MOST_WAITING = 512;

  /**
   * The number of references in a processor's cache line, a system property. Without it Jetty asks the JVM, which has
   * to set up all its management for that: a tenth of a start, only to space out two counters.
   */
  private static final String REFERENCES_PER_CACHE_LINE =
      "org.eclipse.jetty.util.referencesPerCacheLine";

  private static final int MOST_READERS = 16;

  private static final int JETTYS_CHOICE = -1;

  /**
   * The addresses, as the README lists them. One {@link Responder} decides for all of them, since the path of the base URL may stand
   * before each.
   */
  private static final List<String> ADDRESSES = List.of(
      Addresses.ALIVE,
      Addresses.READY,
      Addresses.METRICS,
      Addresses.SEARCH,
      // The form that combines sections into a feed.
      Addresses.BUILDER,
      Addresses.HOME,
      // Everything else that the site offers: feeds, pages, issues, files.
      "/*");

  private final boolean isBehindProxy;
  /** Files are read by threads of their own: those of a disk that has gone may wait for ever. */
  private final QueuedThreadPool readers = new QueuedThreadPool(MOST_READERS);

  private final Responder responder;
  private final AnswerListener listener;
  private final HubEndpoint hub;
  private final Javalin javalin;

  /**
   * Prepares a server.
   *
   * @param site the site at this moment; empty until the issues have been read
   * @param clock the upper limit of all our dates
   * @param rules the operator's rules
   * @param operations the operator's hooks
   */
  public HttpServer(CurrentSite site, Clock clock, ServingRules rules, Operations operations) {
    if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
      System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
    }
    this.isBehindProxy = rules.isBehindProxy();
    readers.setName("files");
    readers.setReservedThreads(0);
    readers.setStopTimeout(MILLIS_TO_LEAVE);
    this.responder = new Responder(
        site,
        new Delivery(clock, rules, operations.hub()),
        new FileDelivery(readers),
        operations,
        rules.onlyHost());
    this.listener = new AnswerListener(operations.answers(), isBehindProxy);
    this.hub = new HubEndpoint(operations.hub(), site, listener);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Begins to listen.
   *
   * @param port 0 chooses a free one
   * @throws BindException if the address is taken, or is none of this machine
   */
  public void start(String host, int port) throws BindException {
    try {
      javalin.start(host, port);
    } catch (JavalinBindException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String reason = cause instanceof UnresolvedAddressException
          ? "there is no such address"
          : String.valueOf(cause.getMessage());
      throw (BindException) new BindException(reason).initCause(e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * Stops listening and lets requests in flight finish, for 1.5 seconds at most. Connections that are idle for half a
   * second are closed.
   */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // The server has ended all the same; what comes after it has to end, too.
      if (e.getCause() instanceof TimeoutException) {
        LOG.info("what had not ended in time was cut off");
      } else {
        LOG.warn("the server did not end as it should", e);
      }
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.generateEtags = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
    config.router.treatMultipleSlashesAsSingleSlash = false;
    config.jetty.addConnector((server, http) -> connector(server, http, config));
    config.jetty.modifyServer(server -> {
      server.setStopTimeout(MILLIS_TO_FINISH);
      server.setErrorHandler(new ErrorReplies(listener));
      // Javalin puts its own handler inside.
      server.setHandler(new SiteHandler(responder, listener, hub));
      server.addBean(readers);
      server.addEventListener(new SlowRequests(MOST_SILENCE));
    });
    config.jetty.modifyHttpConfiguration(http -> {
      http.setIdleTimeout(MOST_SILENCE.toMillis());
      http.setSendServerVersion(false);
      if (isBehindProxy) {
        Clients.trustProxy(http);
      }
    });
    for (String address : ADDRESSES) {
      config.routes.get(address, this::answer);
      // Javalin's own HEAD does not run the handler: it would lack type, length and validators.
      config.routes.head(address, this::answer);
      config.routes.options(address, this::answer);
    }
  }

  /**
   * The connections are shared out to as many threads as there are cores: Jetty's half of them are too few,
   * since the thread that reads a request answers it.
   */
  private static ServerConnector connector(
      Server server, HttpConfiguration http, JavalinConfig config) {
    ServerConnector connector = new ServerConnector(
        server,
        JETTYS_CHOICE,
        Runtime.getRuntime().availableProcessors(),
        new HttpConnectionFactory(http));
    connector.setHost(config.jetty.host);
    connector.setPort(config.jetty.port);
    connector.setAcceptQueueSize(MOST_WAITING);
    connector.setShutdownIdleTimeout(MILLIS_TO_LEAVE);
    return connector;
  }

  /** Sends without waiting: a client that reads slowly, or never, must not hold a thread. */
  private void answer(Context context) {
    ServletContextRequest servlet = ServletContextRequest.getServletContextRequest(context.req());
    HttpRequest request = HttpRequest.of(servlet);
    Reply reply = responder.reply(request);
    listener.answered(request, reply);
    // Javalin presets a type, which a cache might store with a 304.
    context.res().setContentType(null);
    // Past the servlet layer, which writes types in another form.
    Response response = servlet.getServletContextResponse().getWrapped();
    if (request.path().startsWith("//")) {
      // Jetty would take what follows for a host when it goes on later, and refuse some. What
      // nobody links to is small.
      reply.send(response, Callback.NOOP);
    } else {
      context.future(() -> {
        Callback.Completable sent = new Callback.Completable();
        reply.send(response, sent);
        // Whoever has gone needs no other answer.
        return sent.exceptionally(gone -> null);
      });
    }
  }
}
