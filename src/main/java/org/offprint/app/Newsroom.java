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
import org.offprint.search.SearchIndex;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsReading;
import org.offprint.site.CurrentSite;
import org.offprint.site.LastFeeds;
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
  private final DataFolder data;
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
  /** The site whose feeds were kept last. */
  private Optional<Site> kept = Optional.empty();

  /**
   * Takes over a folder; nothing is read before {@link #serveLast} or {@link #refresh}.
   *
   * @param loader reads the folder
   * @param data keeps the feeds of the last run
   * @param settings what the settings file says, free of mistakes
   * @param sites what the server settles about what readers see
   * @param current where the site stands that readers see
   * @param passes is told how each change went
   * @param timed is told how long each took
   */
  Newsroom(
      Path folder,
      PublicationLoader loader,
      DataFolder data,
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
    this.data = data;
    this.listing = FolderListing.scan(folder);
    this.hasSettingsFile = listing.hasSettings();
  }

  /** The folder as it stood at the last refresh. */
  synchronized FolderListing listing() {
    return listing;
  }

  /** Serves the main feeds of the last run until the first {@link #refresh}. */
  synchronized void serveLast() {
    data.feeds()
        .flatMap(bytes ->
            LastFeeds.decode(bytes, settings.rules(sites.baseUrls()).masthead().baseUri()))
        .ifPresent(current::serveLast);
  }

  private Site site(Publication publication, Optional<Site> previous) {
    return new Site(
        publication, settings.feeds(), sites.mostBytes(), previous, sites.surroundings());
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
    Site next = site(publication, previous);
    current.replace(next);
    made = now;
    sites.surroundings().search().ifPresent(this::followed);
    report(publication, previous.map(Site::publication));
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
