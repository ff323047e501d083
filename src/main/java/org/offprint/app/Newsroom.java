package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedRules;
import org.offprint.issue.Problem;
import org.offprint.publication.Absences;
import org.offprint.publication.Addresses;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.search.SearchIndex;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
import org.offprint.site.Site;
import org.offprint.site.SiteHooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the site up to date with the folder. One thread at a time makes the next site, any number read the current one. A
 * refresh that fails leaves the last site in place.
 */
final class Newsroom {
  private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
  private static final int SHARE_OF_LOOKS = 20;

  private final Path folder;
  private final ServerSettings server;
  private final PublicationLoader loader;
  private final DataFolder data;
  private final Observability observability;
  private final CurrentSite current;
  private final RefreshHealth health;
  private final SiteHooks hooks;
  private final Clock clock;
  /** Scans of the folder read it, too. */
  private volatile PublicationSettings settings;

  private Optional<SettingsRead> settingsRead = Optional.empty();
  private Folder listing;
  private final Absences absences = new Absences();
  /** False once the settings file is gone for longer than a save takes. */
  private boolean hadSettings;
  /** The moment for which the current site was made. */
  private Instant made = Instant.MIN;
  /** The last check of files that could not be read. */
  private Optional<Instant> lastLook = Optional.empty();
  /** The last look at the files to which issues refer; for the thread of {@link #refreshIfDue} alone, as is the next one. */
  private Optional<Instant> lastLookAtFiles = Optional.empty();

  private Duration betweenLooksAtFiles = Duration.ZERO;
  /** The last failure to publish what is due. */
  private Optional<Instant> lastFailure = Optional.empty();
  /** The advice that was logged last. */
  private Optional<Problem> advice = Optional.empty();
  /** The site whose feeds were kept last. */
  private Optional<Site> kept = Optional.empty();

  /** The state of the settings file when it was parsed, and the mistakes in it. */
  private record SettingsRead(Optional<Folder.FileStamp> file, List<Problem> mistakes) {}

  /**
   * Prepares a folder; nothing is read before {@link #serveLast} or {@link #refresh}.
   *
   * @param settings the settings of the file, without mistakes
   * @param server has the port that was taken
   * @param data keeps parsed issues, and the feeds of the last run
   * @param observability counts refreshes
   */
  Newsroom(
      Path folder,
      PublicationSettings settings,
      ServerSettings server,
      DataFolder data,
      Observability observability) {
    this.folder = folder;
    this.settings = settings;
    this.server = server;
    this.data = data;
    this.observability = observability;
    this.current = observability.site();
    this.health = observability.health();
    this.hooks = observability.hooks(server.previews());
    this.clock = observability.clock();
    this.loader = new PublicationLoader(folder, data.readings());
    this.listing = Folder.scan(folder, settings.files());
    this.hadSettings = hasSettings(listing);
  }

  /** Returns the choice of files that is in force. */
  FileRules fileRules() {
    return settings.files();
  }

  /** Returns the folder as it was at the last refresh. */
  synchronized Folder listing() {
    return listing;
  }

  /** Serves the main feeds of the last run until the first {@link #refresh}. */
  synchronized void serveLast() {
    URI base = server.baseUri(settings);
    data.feeds().flatMap(bytes -> LastFeeds.decode(bytes, base)).ifPresent(feeds -> {
      current.serveLast(feeds);
      LOG.info("the feeds of the last run are served until all issues are read");
    });
  }

  /** Returns the size of the render cache: as it is set, or 64 MiB, or a quarter of a smaller heap. */
  static long cacheBytes(ServerSettings server, long heap) {
    return server.memory().orElseGet(() -> Math.min(Site.DEFAULT_MOST_BYTES, heap / 4));
  }

  /** Deletes the parsed issues of earlier runs that this one has not used. */
  void tidy() {
    data.tidy();
  }

  /** Keeps the main feeds for the next run, if the site is another than the last time. For one thread. */
  void keepFeeds() {
    Optional<Site> site = current.find().filter(now -> data.keepsFeeds());
    if (!site.equals(kept)) {
      kept = site;
      try {
        site.map(LastFeeds::of).map(LastFeeds::encode).ifPresent(data::keepFeeds);
      } catch (RuntimeException | Error e) {
        LOG.warn("the feeds cannot be kept for the next start", e);
      }
    }
  }

  /** Publishes what changed in the folder. */
  synchronized void refresh(Folder now) {
    long begun = System.nanoTime();
    try {
      apply(now);
    } catch (Throwable e) {
      health.failed();
      throw e;
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    health.refreshed(now.isComplete(), time);
    observability.metrics().passed(time);
  }

  private void apply(Folder now) {
    if (!areSettingsAwaited(now) && !loader.hasVanished(now) && !areSettingsRead(now)) {
      SettingsFile reading = SettingsFile.read(folder);
      reading.settings().ifPresent(read -> settings = read);
      settingsRead = Optional.of(new SettingsRead(now.settings(), reading.problems()));
    }
    listing = now.rules().equals(settings.files()) ? now : Folder.scan(folder, settings.files());
    publish(settingsRead.map(SettingsRead::mistakes).orElse(List.of()));
  }

  /** A file that could not be read is read again, whatever its state. */
  private boolean areSettingsRead(Folder now) {
    return settingsRead
        .filter(read -> read.file().equals(now.settings()))
        .filter(read -> read.mistakes().stream().noneMatch(Problem::isOfReading))
        .isPresent();
  }

  private static boolean hasSettings(Folder now) {
    return now.settings().filter(file -> file.size() > 0).isPresent();
  }

  /** Tells of settings that were there a moment ago: the file is missing, or empty as between two steps of a save. */
  private boolean areSettingsAwaited(Folder now) {
    boolean areThere = hasSettings(now);
    boolean isAwaited = !absences
        .await(hadSettings && !areThere ? Set.of(Folder.SETTINGS_FILE) : Set.of(), clock.instant())
        .isEmpty();
    hadSettings = isAwaited || areThere;
    return isAwaited;
  }

  /**
   * Publishes issues that are due or have become readable, and withdraws those of the future after the clock was set back. A
   * fault is logged, and the refresh is tried again.
   */
  void refreshIfDue() {
    Instant now = clock.instant();
    // Without the lock, since a save must not wait for the disk.
    refreshIfDue(now, issuesToLookAt(now));
  }

  private synchronized void refreshIfDue(Instant now, Set<String> toLookAt) {
    if (isSoonAfter(lastFailure, now, BETWEEN_TRIES)) {
      return;
    }
    try {
      loader.lookAtFilesOf(toLookAt);
      boolean isToLook = !toLookAt.isEmpty() && !loader.hasVanished(listing);
      if (isDue(now) || canReadMore(now) || isToLook) {
        refresh(listing);
      }
      lastFailure = Optional.empty();
    } catch (RuntimeException | Error e) {
      lastFailure = Optional.of(now);
      LOG.error("what is due could not be published; it is tried again", e);
    }
  }

  /** Returns the issues whose pictures have changed; looks as often as the folder is scanned, and for a twentieth of the time at most. */
  private Set<String> issuesToLookAt(Instant now) {
    if (isSoonAfter(lastLookAtFiles, now, betweenLooksAtFiles)) {
      return Set.of();
    }
    long begun = System.nanoTime();
    Set<String> found = Set.of();
    try {
      found = publication().map(made -> made.files().issuesToLookAt()).orElse(found);
    } catch (RuntimeException | Error e) {
      LOG.error("the pictures of issues could not be looked at; it is tried again", e);
    }
    Duration least = Duration.ofNanos((System.nanoTime() - begun) * SHARE_OF_LOOKS);
    betweenLooksAtFiles = Collections.max(List.of(least, health.betweenLooks()));
    lastLookAtFiles = Optional.of(now);
    return found;
  }

  private static boolean isSoonAfter(Optional<Instant> then, Instant now, Duration time) {
    return then.filter(last -> !now.isBefore(last) && now.isBefore(last.plus(time)))
        .isPresent();
  }

  /** Tells of a file that has become readable; checks as often as the folder is scanned. */
  private boolean canReadMore(Instant now) {
    if (isSoonAfter(lastLook, now, health.betweenLooks())) {
      return false;
    }
    lastLook = Optional.of(now);
    return publication().stream()
        .flatMap(published -> published.problems().stream())
        .filter(Problem::isOfReading)
        .anyMatch(problem -> isReadable(folder.resolve(problem.file())));
  }

  private static boolean isReadable(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      // Some systems let a file be opened and refuse to read it.
      int unused = stream.read();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isDue(Instant now) {
    return now.isBefore(made)
        || Stream.of(
                publication().flatMap(Publication::nextDue),
                loader.nextWithdrawal(),
                absences.end())
            .flatMap(Optional::stream)
            .anyMatch(due -> !due.isAfter(now));
  }

  /** Returns the current publication. */
  Optional<Publication> publication() {
    return current.find().map(Site::publication);
  }

  private void publish(List<Problem> ofSettings) {
    Instant now = clock.instant();
    PublicationRules rules = settings.rules(server.baseUri(settings));
    Publication publication =
        loader.load(listing, server.showsDrafts() ? rules.forAuthors() : rules, now);
    publication = publication.withProblems(settings.problemsWith(publication));
    if (!ofSettings.isEmpty()) {
      publication = publication.withProblems(ofSettings.stream()
          .map(problem -> problem.and(" (the last good settings stay in force)"))
          .toList());
    }
    Optional<Site> previous = current.find();
    long mostBytes = cacheBytes(server, Runtime.getRuntime().maxMemory());
    current.replace(new Site(publication, feeds(), mostBytes, previous, hooks));
    made = now;
    observability.push().ifPresent(hub -> hub.follow(settings.push(), server.baseUri(settings)));
    hooks.search().ifPresent(this::followed);
    report(publication, previous.map(Site::publication));
    Optional<Problem> next = settings.adviceOnId(server.baseUri(settings));
    next.filter(given -> !advice.equals(next)).ifPresent(given -> LOG.warn("{}", given));
    advice = next;
  }

  private FeedRules feeds() {
    URI hub = new Addresses(server.baseUri(settings)).of(Addresses.HUB);
    return observability.push().isPresent()
        ? PushService.naming(settings.feeds(), hub, settings.push())
        : settings.feeds();
  }

  private void followed(SearchIndex search) {
    if (settings.feeds().hasSearch()) {
      current.find().map(Site::publication).ifPresent(search::follow);
    } else {
      search.forget();
    }
  }

  private static void report(Publication publication, Optional<Publication> previous) {
    LOG.info(
        "{}, {}, {}; {} read",
        Problem.count(publication.issues().size(), "issue"),
        Problem.count(publication.sections().size(), "section"),
        Problem.count(publication.problems()),
        Problem.count(publication.filesRead(), "file"));
    Set<Problem> known = previous.stream()
        .flatMap(last -> last.problems().stream())
        .map(Newsroom::anywhere)
        .collect(Collectors.toSet());
    List<Problem> news = publication.problems().stream()
        .filter(problem -> !known.contains(anywhere(problem)))
        .toList();
    Problem.summedUp(news).forEach(problem -> LOG.warn("{}", problem));
  }

  /** A warning that moves to another line has been told. */
  private static Problem anywhere(Problem problem) {
    return problem.isError()
        ? problem
        : new Problem(problem.kind(), problem.file(), 0, problem.message());
  }
}
