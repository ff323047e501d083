package org.offprint.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
import org.offprint.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a site over HTTP/1.1. Until there is a site it answers 503, but for the feeds of the last run, probes and metrics. Any number of threads; each
 * request sees one site from beginning to end.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final long MILLIS_TO_FINISH = 1500;
  /** Then connections are closed on which nothing goes on. */
  static final long MILLIS_TO_LEAVE = 500;

  private static final Duration MOST_SILENCE = Duration.ofSeconds(30);
  /** How many connections may wait to be accepted, when a restart makes all clients come at once. */
  private static final int MOST_WAITING = 512;

  /**
   * How many references stand in a line of the processor's cache, a property of the whole process. Jetty would ask the JVM, for which
   * that has to set up all its management: a tenth of a start, to learn by how much to space out two counters.
   */
  private static final String REFERENCES_PER_CACHE_LINE =
      "org.eclipse.jetty.util.referencesPerCacheLine";

  private static final int JETTYS_CHOICE = -1;
  static final String METRICS = "/metrics";

  private final CurrentSite site;
  private final Delivery delivery;
  private final Operations operations;
  private final Probes probes;
  private final Witness witness;
  private final Javalin javalin;

  /**
   * Prepares a server that nobody watches.
   *
   * @param site what is served at this moment; empty while nothing has been read yet
   * @param clock no date of ours lies after it
   * @param rules what the operator settles
   */
  public HttpServer(CurrentSite site, Clock clock, ServingRules rules) {
    this(site, clock, rules, Operations.NONE);
  }

  /**
   * Prepares a server.
   *
   * @param site what is served at this moment; empty while nothing has been read yet
   * @param clock no date of ours lies after it
   * @param rules what the operator settles
   * @param operations what the operator sees
   */
  public HttpServer(CurrentSite site, Clock clock, ServingRules rules, Operations operations) {
    if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
      System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
    }
    this.site = site;
    Clients clients = new Clients(rules.proxies());
    this.delivery = new Delivery(clock, rules, clients);
    this.operations = operations;
    this.probes = new Probes(operations);
    this.witness = new Witness(operations, clients);
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
   * Stops listening and lets requests in flight finish, for 1.5 seconds at most. A client that neither sends nor takes
   * anything for half a second is not waited for.
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
      server.setErrorHandler(new PlainErrors(witness));
      // Javalin puts its own handler inside.
      server.setHandler(new ReadyAnswers(site, delivery, probes, witness));
      server.addEventListener(new SlowRequests(MOST_SILENCE));
    });
    config.jetty.modifyHttpConfiguration(http -> {
      http.setIdleTimeout(MOST_SILENCE.toMillis());
      http.setSendServerVersion(false);
    });
    config.routes.get("/*", this::answer);
    // Javalin's own HEAD does not run the handler: it would lack type, length and validators.
    config.routes.head("/*", this::answer);
    config.routes.get("/", this::answer);
    config.routes.head("/", this::answer);
    config.routes.options("/*", this::answer);
    config.routes.options("/", this::answer);
    config.routes.exception(
        Exception.class,
        (fault, request) -> answer(
            request, (asked, path) -> ErrorResponses.fault(fault, asked.method(), request.path())));
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

  private void answer(Context request) {
    answer(request, this::replyWhatever);
  }

  /** Errors of the JVM end neither a thread nor a connection. */
  private Reply replyWhatever(Asked asked, String path) {
    try {
      return reply(asked, path);
    } catch (OutOfMemoryError e) {
      return ErrorResponses.lackOfMemory(e, asked.method(), path);
    } catch (StackOverflowError e) {
      return ErrorResponses.fault(e, asked.method(), path);
    }
  }

  private void answer(Context request, BiFunction<Asked, String, Reply> answers) {
    String path = decoded(request.path());
    Asked asked = new Asked(
        request.req().getMethod(),
        Optional.ofNullable(request.req().getQueryString()).orElse(""),
        () -> peer(ServletContextRequest.getServletContextRequest(request.req())),
        name -> Collections.list(request.req().getHeaders(name)));
    Reply reply = answers.apply(asked, path).to(asked);
    witness.saw(asked, path, reply);
    send(request, reply);
  }

  private Reply reply(Asked asked, String path) {
    if (asked.isPreflight()) {
      return options(path);
    }
    if (path.equals(METRICS) && operations.metrics().isPresent()) {
      return Reply.metrics(operations.metrics().get().get());
    }
    Optional<Reply> probe = probes.find(path);
    // Before the site, which takes their place: whoever finds neither has missed nothing.
    Optional<LastFeeds> last = site.findLast();
    Optional<Site> current = site.find();
    if (probe.isPresent() || current.isEmpty()) {
      return probe
          .or(() -> last.flatMap(feeds -> last(asked, path, feeds)))
          .orElseGet(ErrorResponses::notReady);
    }
    Site own = current.get();
    Optional<Answer> searched = own.search(path, asked.query());
    if (searched.isPresent()) {
      return new SearchReplies(delivery).of(asked, own, searched.get());
    }
    Answer answer = own.findBuilt(path, asked.query()).orElseGet(() -> own.find(path));
    return answer instanceof Answer.Found found
        ? delivery.found(asked, own, path, found.representation())
        : reply(asked, own, answer);
  }

  private Reply options(String path) {
    boolean isForScripts = site.findLast()
        .map(last -> last.find(path).isPresent())
        .or(() -> site.find().map(own -> own.leadsToFeed(path)))
        .orElse(false);
    return isForScripts ? Reply.preflight() : Reply.notAllowed();
  }

  /** Before there is a site; the page that a person would get instead of a feed has to wait. */
  private Optional<Reply> last(Asked asked, String path, LastFeeds last) {
    return asked.isNavigation()
        ? Optional.empty()
        : last.find(path).map(feed -> delivery.found(asked, last, path, feed));
  }

  private static Reply reply(Asked asked, Site site, Answer answer) {
    if (answer instanceof Answer.Moved moved) {
      return Reply.moved(moved.location());
    }
    if (answer instanceof Answer.SeeOther other) {
      return Reply.seeOther(other.location());
    }
    if (answer instanceof Answer.Later later) {
      return Delivery.later(asked, site, later);
    }
    return answer instanceof Answer.Refused refused
        ? Delivery.refused(asked, site, refused.page())
        : Delivery.missing(asked, site, ((Answer.Missing) answer).page());
  }

  /** Who opened the connection of a request. */
  static InetAddress peer(Request request) {
    InetSocketAddress peer =
        (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
    return peer.getAddress();
  }

  private static void send(Context request, Reply reply) {
    HttpServletResponse response = request.res();
    response.setStatus(reply.status());
    // Javalin presets a type, which a cache might store with a 304.
    response.setContentType(null);
    // Past the servlet layer, which writes types in another form than the shorter way does.
    HttpFields.Mutable headers = ServletContextRequest.getServletContextRequest(request.req())
        .getServletContextResponse()
        .getWrapped()
        .getHeaders();
    reply.headers().forEach(headers::put);
    if (reply.hasLength()) {
      response.setContentLength(reply.length());
    } else {
      flush(response);
    }
    reply.body().ifPresent(body -> {
      if (request.path().startsWith("//")) {
        // Jetty would take what follows for a host when it goes on later, and refuse some.
        sendAtOnce(response, body);
      } else {
        request.future(() -> sent(response, body));
      }
    });
  }

  /** What nobody links to is small enough to be sent without waiting. */
  private static void sendAtOnce(HttpServletResponse response, ByteBuffer body) {
    try {
      ((HttpOutput) response.getOutputStream()).write(body);
    } catch (IOException e) {
      LOG.debug("the client has gone", e);
    }
  }

  /** With the last write Jetty would add a length of 0. */
  private static void flush(HttpServletResponse response) {
    try {
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends without waiting: a client that reads slowly, or never, must not hold a thread. */
  private static CompletableFuture<Void> sent(HttpServletResponse response, ByteBuffer body) {
    Callback.Completable sent = new Callback.Completable();
    try {
      ((HttpOutput) response.getOutputStream()).sendContent(body, sent);
    } catch (IOException e) {
      sent.failed(e);
    }
    // Whoever has gone needs no other answer, and nobody has to be told.
    return sent.exceptionally(gone -> null);
  }

  /** The path with its percent-encodings undone; one that is malformed stays, and leads nowhere. */
  private static String decoded(String path) {
    try {
      return new URI("http://localhost" + path).getPath();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
