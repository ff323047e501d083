package org.offprint.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.offprint.issue.Problem;
import org.offprint.publication.Absences;
import org.offprint.publication.FolderListing;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.search.SearchIndex;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsReading;
import org.offprint.site.CurrentSite;
import org.offprint.site.KeptFeeds;
import org.offprint.site.NewestFeeds;
import org.offprint.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the site up to date with the folder. One thread at a time makes the next site, any number
 * read the current one. A pass that fails leaves the last site in place.
 */
final class Newsroom {
  private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

  private final Path folder;
  private final SiteSettings sites;
  private final Clock clock;
  private final PublicationLoader loader;
  private final FeedKeeper keeper;
  private final CurrentSite current;
  private final Passes passes;
  private final Consumer<Duration> timed;
  private PublicationSettings settings;
  private FolderListing listing;
  private final Absences absences = new Absences();
  /** Whether the settings are those of a file. */
  private boolean hasSettingsFile;
  /** For which moment the current site was made. */
  private Instant made = Instant.MIN;
  /** When it was last looked whether a file that could not be read can be now. */
  private Optional<Instant> lastLook = Optional.empty();
  /** When what was due could not be published. */
  private Optional<Instant> lastFailure = Optional.empty();
  /** Until anything changes. */
  private Optional<First> first = Optional.empty();

  /** The first site, and for which moment it was made. */
  private record First(Site site, Instant made) {}

  /**
   * Takes over a folder; nothing is read before {@link #serveEarly} or {@link #refresh}.
   *
   * @param loader reads the folder
   * @param keeper has the feeds of the last start
   * @param settings what the settings file says, free of mistakes
   * @param sites what the server settles about what readers see
   * @param current where the site stands that readers see
   * @param passes is told how each change went
   * @param timed is told how long each took
   */
  Newsroom(
      Path folder,
      PublicationLoader loader,
      FeedKeeper keeper,
      PublicationSettings settings,
      SiteSettings sites,
      Clock clock,
      CurrentSite current,
      Passes passes,
      Consumer<Duration> timed) {
    this.folder = folder;
    this.settings = settings;
    this.sites = sites;
    this.clock = clock;
    this.current = current;
    this.passes = passes;
    this.timed = timed;
    this.loader = loader;
    this.keeper = keeper;
    this.listing = FolderListing.scan(folder);
    this.hasSettingsFile = listing.hasSettings();
  }

  /** The folder as it stood at the last refresh. */
  synchronized FolderListing listing() {
    return listing;
  }

  /**
   * Serves the feeds of the whole newsletter until all issues are read: those of the last start if nothing has changed since,
   * else those of the newest issues, where it takes long to read all. What goes wrong is logged.
   */
  synchronized void serveEarly() {
    PublicationRules rules = settings.rules(sites.baseUrls());
    try {
      Optional<KeptFeeds> kept = keeper.find(listing, rules, sites.surroundings());
      if (kept.isPresent()) {
        current.serveEarly(kept.get());
        LOG.info("the feeds of the last start are served, the issues are being read");
      } else {
        loader
            .loadNewest(
                listing, rules, clock.instant(), settings.feeds().window().issues())
            .ifPresent(this::serveNewest);
      }
    } catch (RuntimeException | Error e) {
      current.withdrawEarly();
      LOG.warn("the feeds cannot be served before all issues are read", e);
    }
  }

  private void serveNewest(Publication newest) {
    NewestFeeds early = new NewestFeeds(site(newest, Optional.empty()));
    current.serveEarly(early);
    early.prepare();
    LOG.info(
        "the newest of {} issues are served, the others are being read",
        newest.issues().size());
  }

  private Site site(Publication publication, Optional<Site> previous) {
    return new Site(
        publication, settings.feeds(), sites.mostBytes(), previous, sites.surroundings());
  }

  /** Keeps the feeds for the next start, unless something has changed since this one. What goes wrong is logged. */
  void keepFeeds() {
    Optional<First> unchanged;
    FolderListing before;
    PublicationRules rules;
    synchronized (this) {
      unchanged = first;
      before = listing;
      rules = settings.rules(sites.baseUrls());
    }
    try {
      unchanged.ifPresent(of -> keeper.keep(of.site(), of.made(), before, rules));
    } catch (RuntimeException | Error e) {
      LOG.warn("the feeds cannot be kept for the next start", e);
    }
  }

  /** Takes up what changed in the folder. */
  synchronized void refresh(FolderListing now) {
    long begun = System.nanoTime();
    try {
      takeUp(now);
    } catch (Throwable e) {
      passes.failed();
      throw e;
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    passes.tookUp(now.isComplete(), time);
    timed.accept(time);
  }

  private void takeUp(FolderListing now) {
    listing = now;
    List<Problem> ofSettings = List.of();
    if (!areSettingsAwaited(now) && !loader.hasVanished(now)) {
      SettingsReading reading = SettingsFile.read(folder);
      reading.settings().ifPresent(read -> settings = read);
      ofSettings = reading.problems();
    }
    publish(ofSettings);
  }

  /** Whether the settings file is missing, but was there a moment ago. */
  private boolean areSettingsAwaited(FolderListing now) {
    boolean isMissing = hasSettingsFile && !now.hasSettings();
    boolean isAwaited = !absences
        .await(isMissing ? Set.of(FolderListing.SETTINGS_FILE) : Set.of(), clock.instant())
        .isEmpty();
    hasSettingsFile = isAwaited || now.hasSettings();
    return isAwaited;
  }

  /**
   * Publishes what has become due, or could not be read before and can be now, and withdraws what is still to come now that the
   * clock was set back. What goes wrong is logged, and tried again soon.
   */
  synchronized void refreshIfDue() {
    Instant now = clock.instant();
    if (isSoonAfter(lastFailure, now, BETWEEN_TRIES)) {
      return;
    }
    try {
      if (isDue(now) || canReadMore(now)) {
        refresh(listing);
      }
      lastFailure = Optional.empty();
    } catch (RuntimeException | Error e) {
      lastFailure = Optional.of(now);
      LOG.error("what is due could not be published; it is tried again", e);
    }
  }

  private static boolean isSoonAfter(Optional<Instant> then, Instant now, Duration time) {
    return then.filter(last -> !now.isBefore(last) && now.isBefore(last.plus(time)))
        .isPresent();
  }

  /** Whether a file that could not be read can be now; it is looked as often as the folder is. */
  private boolean canReadMore(Instant now) {
    if (isSoonAfter(lastLook, now, passes.betweenLooks())) {
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
      // Some systems refuse only what is done with an open file.
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

  /** What is published at this moment. */
  Optional<Publication> publication() {
    return current.find().map(Site::publication);
  }

  private void publish(List<Problem> ofSettings) {
    Instant now = clock.instant();
    Publication publication = loader.load(listing, settings.rules(sites.baseUrls()), now);
    publication = publication.withProblems(settings.problemsWith(publication));
    if (!ofSettings.isEmpty()) {
      publication = publication.withProblems(ofSettings.stream()
          .map(problem -> new Problem(
              problem.file(),
              problem.line(),
              problem.message() + " (the last good settings stay in force)"))
          .toList());
    }
    Optional<Site> previous = current.find();
    Site next = site(publication, previous.or(this::early));
    current.replace(next);
    made = now;
    first = Optional.of(new First(next, now)).filter(since -> previous.isEmpty());
    sites.surroundings().search().ifPresent(this::followed);
    report(publication, previous.map(Site::publication));
  }

  /** The site of the newest issues, whose feeds need not be rendered again. */
  private Optional<Site> early() {
    return current
        .findEarly()
        .flatMap(feeds ->
            feeds instanceof NewestFeeds newest ? Optional.of(newest.source()) : Optional.empty());
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
        "{} issues, {} sections, {} problems; {} files read",
        publication.issues().size(),
        publication.sections().size(),
        publication.problems().size(),
        publication.filesRead());
    List<Problem> known = previous.map(Publication::problems).orElse(List.of());
    publication.problems().stream()
        .filter(problem -> !known.contains(problem))
        .forEach(problem -> LOG.warn("{}", problem));
  }
}
