package org.offprint.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.offprint.audience.Audience;
import org.offprint.audience.FeedTraffic;
import org.offprint.http.AccessEvent;
import org.offprint.http.Operations;
import org.offprint.metrics.Metrics;
import org.offprint.publication.PreviewAddresses;
import org.offprint.search.SearchIndex;
import org.offprint.settings.ServerSettings.Observation;
import org.offprint.site.CurrentSite;
import org.offprint.site.SiteHooks;

/** The observers of the server: metrics, audience, access log, search index, health. Thread-safe. */
final class Observability implements AutoCloseable {
  private static final String STARTING = "the issues are being read";

  private final Observation observation;
  private final CurrentSite site;
  private final RefreshHealth health;
  private final AccessLog accessLog;
  private final Audience audience;
  private final FeedTraffic traffic;
  private final Metrics metrics;
  private final SearchIndex search;
  private final Clock clock;
  private final Optional<PushService> push;

  /**
   * Prepares the observers.
   *
   * @param push the hub, if there is one
   */
  Observability(
      Observation observation,
      CurrentSite site,
      RefreshHealth health,
      Clock clock,
      Optional<PushService> push) {
    this.push = push;
    this.observation = observation;
    this.site = site;
    this.health = health;
    this.clock = clock;
    this.accessLog = new AccessLog(observation.accessLog());
    this.audience = new Audience(clock, () -> new SecureRandom().nextLong(), this::offersFeed);
    this.traffic = new FeedTraffic(clock);
    this.metrics = new Metrics(site, health::lastSuccess, health::failures, ProgramVersion.text());
    this.search = new SearchIndex(SearchIndex.Limits.DEFAULT, metrics::searched);
  }

  /** Returns the site that is observed. */
  CurrentSite site() {
    return site;
  }

  RefreshHealth health() {
    return health;
  }

  Optional<PushService> push() {
    return push;
  }

  Clock clock() {
    return clock;
  }

  /** Returns the hooks of the HTTP server. */
  Operations operations() {
    boolean isBesideTheFeeds = observation.hasMetrics() && observation.ownPort().isEmpty();
    Optional<Supplier<String>> beside =
        isBesideTheFeeds ? Optional.of(this::metricsText) : Optional.empty();
    return new Operations(this::answered, this::unready, beside, push.map(hub -> hub));
  }

  /**
   * Returns the hooks of sites.
   *
   * @param previews the secret addresses of issues that are held back
   */
  SiteHooks hooks(Optional<PreviewAddresses> previews) {
    return new SiteHooks(
        metrics::rendered,
        metrics::packed,
        audience::readers,
        () -> traffic.lastWeek().costliest(),
        () -> push.map(PushService::state),
        () -> Optional.of(health.last()),
        Optional.of(search),
        true,
        observation.isStatusPublic(),
        previews,
        clock::instant);
  }

  boolean isStatusPublic() {
    return observation.isStatusPublic();
  }

  Metrics metrics() {
    return metrics;
  }

  String metricsText() {
    push.ifPresent(hub -> metrics.pushed(hub.status(), hub.isUp()));
    return metrics.text(audience.readers(), traffic.lastWeek());
  }

  private void answered(AccessEvent answer) {
    metrics.answered(answer);
    accessLog.answered(answer);
    traffic.answered(answer);
    if (observation.countsReaders()) {
      audience.answered(answer);
    }
  }

  private boolean offersFeed(String path) {
    return site.findLast()
        .map(last -> last.find(path).isPresent())
        .or(() -> site.find().map(current -> current.offersFeed(path)))
        .orElse(false);
  }

  private Optional<String> unready() {
    return site.find().isEmpty() ? Optional.of(STARTING) : health.trouble();
  }

  @Override
  public void close() {
    search.close();
    metrics.close();
  }
}
