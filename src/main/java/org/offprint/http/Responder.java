package org.offprint.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.offprint.http.AccessEvent.Route;
import org.offprint.publication.Addresses;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides on the reply to each request. Each reply is of one site from beginning to end. Thread-safe. */
final class Responder {

  /** The longest path. None of ours is half as long, and every possible reading of a path costs time. */
  private static final int MOST_CHARACTERS = 1000;

  /** Keeps search pages out of search engines: there is one for each query, and every hit can be found without it. */
  private static final HttpField NO_ROBOTS = new PreEncodedHttpField("X-Robots-Tag", "noindex");

  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
  private static final String LOCALHOST = "localhost";

  private final CurrentSite site;
  private final Delivery delivery;
  private final FileDelivery files;
  private final Operations operations;
  private final Optional<String> onlyHost;
  private final AtomicBoolean isToldOfHost = new AtomicBoolean();

  /**
   * Makes replies for a site.
   *
   * @param onlyHost as in {@link ServingRules}
   */
  Responder(
      CurrentSite site,
      Delivery delivery,
      FileDelivery files,
      Operations operations,
      Optional<String> onlyHost) {
    this.onlyHost = onlyHost;
    this.site = site;
    this.delivery = delivery;
    this.files = files;
    this.operations = operations;
  }

  /** Decides on the reply, and renders and compresses what it needs. Any fault becomes a reply. */
  Reply reply(HttpRequest request) {
    try {
      return cached(request).orElseGet(() -> rendered(request).to(request));
    } catch (OutOfMemoryError e) {
      return ErrorReplies.lackOfMemory(e, request).to(request);
    } catch (RuntimeException | StackOverflowError e) {
      return ErrorReplies.fault(e, request).to(request);
    }
  }

  /** Decides on the reply if that needs no rendering, no compressing and no waiting: the first half of {@link #reply}. */
  Optional<Reply> cached(HttpRequest request) {
    compareHosts(request);
    return refusal(request)
        .or(() -> request.isRead() ? ready(request) : Optional.empty())
        .map(reply -> reply.to(request));
  }

  private Optional<Reply> refusal(HttpRequest request) {
    if (onlyHost.filter(request::isForeign).isPresent()) {
      return Optional.of(Reply.misdirected());
    }
    if (!request.isRead() && !request.isPreflight()) {
      return Optional.of(Reply.notAllowed());
    }
    return request.path().length() > MOST_CHARACTERS
        ? Optional.of(Reply.tooLong())
        : Optional.empty();
  }

  /** Answers the probes: one while the process lives, one while it should get requests. */
  private Optional<Reply> probe(String path) {
    Optional<Reply> reply = switch (path) {
      case Addresses.ALIVE ->
        Optional.of(Reply.line(HttpStatus.OK_200, HttpFields.EMPTY, "alive\n"));
      case Addresses.READY ->
        Optional.of(operations
            .unready()
            .get()
            .map(ErrorReplies::unready)
            .orElseGet(() -> Reply.line(HttpStatus.OK_200, HttpFields.EMPTY, "ready\n")));
      default -> Optional.empty();
    };
    return reply.map(line -> line.at(Route.PROBE));
  }

  private Optional<Reply> ready(HttpRequest request) {
    Optional<Reply> probe = probe(request.path());
    // Before the site, which takes their place: whoever finds neither has missed nothing.
    Optional<LastFeeds> last = site.findLast();
    Optional<Site> current = site.find();
    if (probe.isPresent() || current.isEmpty()) {
      return probe.or(() -> beforeSite(request, last));
    }
    return current
        .get()
        .findReady(request.path())
        .filter(ready -> delivery.isCached(request, ready))
        .map(ready -> delivery.found(request, current, request.path(), ready));
  }

  /** Before there is a site most requests are refused, which must not wait for a thread. */
  private Optional<Reply> beforeSite(HttpRequest request, Optional<LastFeeds> last) {
    String path = request.path();
    Optional<Representation> feed = last.flatMap(feeds -> feeds.find(path));
    boolean isForThread = path.equals(Addresses.METRICS) || feed.isPresent();
    return feed.filter(ready -> delivery.isCached(request, ready))
        .map(ready -> delivery.found(request, Optional.empty(), path, ready))
        .or(() -> isForThread ? Optional.empty() : Optional.of(ErrorReplies.notReady()));
  }

  private Reply rendered(HttpRequest request) {
    String path = request.path();
    if (request.isPreflight()) {
      return preflight(path);
    }
    if (path.equals(Addresses.METRICS) && operations.metrics().isPresent()) {
      return Reply.metrics(operations.metrics().get().get());
    }
    Optional<LastFeeds> last = site.findLast();
    return site.find()
        .map(own -> ofSite(request, own))
        // The page that a person would get instead of a feed has to wait.
        .or(() -> last.filter(feeds -> !request.isNavigation())
            .flatMap(feeds -> feeds.find(path))
            .map(feed -> delivery.found(request, Optional.empty(), path, feed)))
        .orElseGet(ErrorReplies::notReady);
  }

  /** Scripts of other sites may ask for feeds. */
  private Reply preflight(String path) {
    boolean isForScripts = site.findLast()
        .map(last -> last.find(path).isPresent())
        .or(() -> site.find().map(own -> own.leadsToFeed(path)))
        .orElse(false);
    return isForScripts ? Reply.preflight() : Reply.notAllowed();
  }

  /** Tells once of readers who get addresses that lead to their own machines. */
  private void compareHosts(HttpRequest request) {
    boolean isTelling = !isToldOfHost.get()
        && site.find()
            .filter(
                own -> LOCALHOST.equals(own.publication().masthead().baseUri().getHost()))
            .isPresent()
        && request.isForeign(LOCALHOST)
        && probe(request.path()).isEmpty()
        && isToldOfHost.compareAndSet(false, true);
    if (isTelling) {
      LOG.warn(
          "somebody asks for {}, a name that feeds and pages do not use: set base-url to the address that readers type",
          request.find("Host").orElse(""));
    }
  }

  private Reply ofSite(HttpRequest request, Site own) {
    String path = request.path();
    return own.search(path, request.query())
        .map(answer -> reply(request, own, answer).with(NO_ROBOTS).at(Route.SEARCH))
        .or(() -> own.findBuilt(path, request.query()).map(answer -> reply(request, own, answer)))
        .or(() -> own.findPreview(path).map(answer -> found(request, own, answer)))
        .or(() -> own.findFileOfPreview(path)
            .map(file -> files.found(request, file).with(NO_ROBOTS).with(Reply.NO_STORE)))
        .or(() -> own.findFile(path).map(file -> files.found(request, file)))
        .orElseGet(() -> found(request, own, own.find(path)));
  }

  /** The status page and previews may change with every request, and no crawler has a use for them. */
  private Reply found(HttpRequest request, Site own, Answer answer) {
    Reply reply = reply(request, own, answer);
    return answer instanceof Answer.Found && reply.route() == Route.STATE
        ? reply.with(NO_ROBOTS)
        : reply;
  }

  private Reply reply(HttpRequest request, Site own, Answer answer) {
    if (answer instanceof Answer.Found found) {
      return delivery.found(request, Optional.of(own), request.path(), found.representation());
    }
    if (answer instanceof Answer.Searched searched) {
      return delivery.found(
          request, Optional.of(own), searched.target(), searched.representation());
    }
    if (answer instanceof Answer.Moved moved) {
      return Reply.moved(moved.location());
    }
    if (answer instanceof Answer.SeeOther other) {
      return Reply.seeOther(other.location());
    }
    if (answer instanceof Answer.Later later) {
      return Delivery.later(request, later);
    }
    if (answer instanceof Answer.Refused refused) {
      return Delivery.refused(request, refused.page());
    }
    return answer instanceof Answer.Malformed malformed
        ? Reply.line(HttpStatus.BAD_REQUEST_400, HttpFields.EMPTY, malformed.reason() + "\n")
        : Delivery.missing(request, (Answer.Missing) answer);
  }
}
