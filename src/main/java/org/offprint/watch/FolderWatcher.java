package org.offprint.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a folder has changed. A scan of the whole folder is the truth: it is made every few
 * seconds, whatever happens. File events only bring forward what it would find, so that a lost event, or
 * a file system that has none, costs time but no change.
 *
 * <p>A change is told after the folder has been quiet for a moment, so that a file that is being
 * written, or a checkout under way, is seen once and whole. All calls to the look-out and to {@code
 * onChange} come from one thread.
 *
 * @param <S> what a look sees; two are equal if nothing changed between them
 */
public final class FolderWatcher<S> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
  /** A scan that comes upon a change waits that often for the folder to settle. */
  private static final int MOST_SCANS = 20;

  private final Pace pace;
  private final Lookout<S> lookout;
  private final Consumer<S> onChange;
  private final FolderEvents events;
  private final Thread thread;
  private S told;
  private long nextScan;

  /**
   * Prepares to watch; nothing happens before {@link #start}.
   *
   * @param root the folder; it may be a symbolic link
   * @param known what is known already: only what differs from it is told
   * @param onChange takes each change; what it throws is logged, and the watching goes on
   */
  public FolderWatcher(Path root, Pace pace, S known, Lookout<S> lookout, Consumer<S> onChange) {
    this.pace = pace;
    this.told = known;
    this.lookout = lookout;
    this.onChange = onChange;
    this.events = FolderEvents.open(root);
    this.thread = new Thread(this::run, "folder-watcher");
    this.thread.setDaemon(true);
  }

  /** Begins to watch. A change since {@code known} was scanned is told at once. */
  public void start() {
    events.watch(lookout.directories(told));
    thread.start();
  }

  private void run() {
    boolean isEvent = false;
    while (!thread.isInterrupted()) {
      try {
        try {
          look(isEvent);
        } catch (RuntimeException | StackOverflowError e) {
          LOG.error("a change of the folder could not be taken up; the next scan tries again", e);
        }
        isEvent = events.await(Duration.ofNanos(nextScan - System.nanoTime()));
      } catch (InterruptedException e) {
        thread.interrupt();
      }
    }
  }

  private void look(boolean afterEvent) throws InterruptedException {
    if (!afterEvent) {
      scan(false);
      return;
    }
    awaitQuiet();
    Optional<Set<Path>> touched = events.touched();
    Optional<S> seen = touched.flatMap(some -> lookout.rescan(told, some));
    if (seen.isEmpty()) {
      scan(true);
    } else if (isOther(seen.get())) {
      tell(seen.get());
    }
  }

  /** Scans, and tells of a change once the folder is quiet. */
  private void scan(boolean isQuiet) throws InterruptedException {
    long begun = System.nanoTime();
    nextScan = begun + pace.interval().toNanos();
    boolean isSettled = isQuiet;
    boolean hasNewFolders = true;
    while (hasNewFolders) {
      S seen = isSettled ? lookout.scan() : settled();
      // A file may have come into a new folder between the scan and the watch: look again.
      hasNewFolders = events.watch(lookout.directories(seen));
      if (!seen.equals(told)) {
        tell(seen);
      }
      isSettled = false;
    }
    long ended = System.nanoTime();
    nextScan = ended + pace.betweenScans(Duration.ofNanos(ended - begun)).toNanos();
  }

  @SuppressWarnings("ReferenceEquality") // A rescan gives back the very object that it was given.
  private boolean isOther(S seen) {
    return seen != told;
  }

  private void tell(S seen) {
    onChange.accept(seen);
    told = seen;
  }

  /** Scans until two scans, with a quiet moment between them, see the same. */
  private S settled() throws InterruptedException {
    S seen = lookout.scan();
    for (int i = 0; !seen.equals(told) && i < MOST_SCANS; i++) {
      awaitQuiet();
      S again = lookout.scan();
      if (again.equals(seen)) {
        return again;
      }
      seen = again;
    }
    return seen;
  }

  private void awaitQuiet() throws InterruptedException {
    long begun = System.nanoTime();
    Duration busy = Duration.ZERO;
    while (busy.compareTo(pace.longestWait()) < 0 && events.await(pace.quietAfter(busy))) {
      busy = Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  /** Stops watching; returns when no further call will come. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    events.close();
  }
}
