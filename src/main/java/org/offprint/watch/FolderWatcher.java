package org.offprint.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a folder has changed. A scan of the whole folder is the truth: it is made every few
 * seconds, whatever happens. File events only bring it forward, so that a lost event, or a file
 * system that has none, costs time but no change.
 *
 * <p>A change is told after the folder has been quiet for a moment, so that a file that is being
 * written, or a checkout under way, is seen once and whole. All calls to {@code scan} and {@code
 * onChange} come from one thread.
 *
 * @param <S> what a scan sees; two scans are equal if nothing changed between them
 */
public final class FolderWatcher<S> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
  /** A folder that is never quiet is told of after so many quiet periods all the same. */
  private static final int MOST_QUIET_PERIODS = 20;

  private final Duration interval;
  private final Duration quiet;
  private final Supplier<S> scan;
  private final Function<S, Set<Path>> directories;
  private final Consumer<S> onChange;
  private final FolderEvents events;
  private final Thread thread;
  private S told;

  /**
   * Prepares to watch; nothing happens before {@link #start}.
   *
   * @param root the folder; it may be a symbolic link
   * @param interval how often it is scanned without any event
   * @param quiet how long nothing must happen before a change is told
   * @param known what is known already: only a scan that differs from it is told
   * @param directories the folders whose events bring a scan forward
   * @param onChange takes each changed scan; what it throws is logged, and the watching goes on
   */
  public FolderWatcher(
      Path root,
      Duration interval,
      Duration quiet,
      S known,
      Supplier<S> scan,
      Function<S, Set<Path>> directories,
      Consumer<S> onChange) {
    this.interval = interval;
    this.quiet = quiet;
    this.told = known;
    this.scan = scan;
    this.directories = directories;
    this.onChange = onChange;
    this.events = FolderEvents.open(root);
    this.thread = new Thread(this::run, "folder-watcher");
    this.thread.setDaemon(true);
  }

  /** Begins to watch. A change since {@code known} was scanned is told at once. */
  public void start() {
    events.watch(directories.apply(told));
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
        isEvent = events.await(interval);
      } catch (InterruptedException e) {
        thread.interrupt();
      }
    }
  }

  /** Scans, and tells of a change once the folder is quiet. */
  private void look(boolean afterEvent) throws InterruptedException {
    if (afterEvent) {
      awaitQuiet();
    }
    boolean isSettled = afterEvent;
    boolean hasNewFolders = true;
    while (hasNewFolders) {
      S seen = isSettled ? scan.get() : settled();
      // A file may have come into a new folder between the scan and the watch: look again.
      hasNewFolders = events.watch(directories.apply(seen));
      if (!seen.equals(told)) {
        onChange.accept(seen);
        told = seen;
      }
      isSettled = false;
    }
  }

  /** Scans until two scans, with a quiet moment between them, see the same. */
  private S settled() throws InterruptedException {
    S seen = scan.get();
    for (int i = 0; !seen.equals(told) && i < MOST_QUIET_PERIODS; i++) {
      awaitQuiet();
      S again = scan.get();
      if (again.equals(seen)) {
        return again;
      }
      seen = again;
    }
    return seen;
  }

  private void awaitQuiet() throws InterruptedException {
    long deadline = System.nanoTime() + quiet.multipliedBy(MOST_QUIET_PERIODS).toNanos();
    boolean isBusy = true;
    while (isBusy && System.nanoTime() < deadline) {
      isBusy = events.await(quiet);
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
