package org.offprint.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports changes of a folder. It decides by a scan of the whole folder, every few seconds. File events only trigger
 * a scan earlier, so that a lost event, or a file system that has none, costs time but no change.
 *
 * <p>A change is reported after the folder has been quiet for a moment, so that a file that is being written, or a
 * checkout under way, is seen once and whole. Scans run in a thread of their own, so that no event waits for the end
 * of one. All calls to {@code onChange} come from one thread.
 *
 * @param <S> the state of a folder; two that are equal show no change between them
 */
public final class FolderWatcher<S> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
  /** The most scans after which a change is reported even if the folder does not settle. */
  private static final int MOST_SCANS = 20;
  /**
   * The number of outdated scans in a row after which the next one counts all the same: there may be more changes
   * than events report.
   */
  private static final int MOST_OUTDATED = 3;

  private static final long NANOS_TO_END = 500_000_000;

  /** The time between two checks whether a scan has ended. */
  private static final Duration LOOK_AT_SCAN = Duration.ofMillis(20);

  private final ScanTiming timing;
  private final FolderView<S> folder;
  private final Consumer<S> onChange;
  private final FolderEvents events;
  private final Thread thread;
  private final ExecutorService scanner =
      Executors.newSingleThreadExecutor(work -> thread(work, "folder-scanner"));
  private Optional<Scan<S>> underWay = Optional.empty();
  private Runnable onEnd = () -> {};
  private int outdated;
  private S told;
  /** True if the last reported change was not applied: it is reported again, even if nothing differs any more. */
  private boolean isFailing;

  private long nextScan = System.nanoTime();

  /** A scan in the other thread, and the last reported state when it started. */
  private record Scan<S>(S told, Future<Outcome<S>> outcome) {}

  /** The result of a scan, and its duration. */
  private record Outcome<S>(S seen, Duration time) {}

  /**
   * Prepares to watch; nothing happens before {@link #start}.
   *
   * @param root the folder; it may be a symbolic link
   * @param known the state that is known already: only differences from it are reported
   * @param onChange receives each change; an exception from it is logged, and the watching goes on
   */
  public FolderWatcher(
      Path root, ScanTiming timing, S known, FolderView<S> folder, Consumer<S> onChange) {
    this.timing = timing;
    this.told = known;
    this.folder = folder;
    this.onChange = onChange;
    this.events = FolderEvents.open(root);
    this.thread = thread(this::run, "folder-watcher");
  }

  /**
   * Starts watching. A change since {@code known} was scanned is reported at once.
   *
   * @param onEnd is called if the watching ends by itself, after a fault that cannot even be logged
   */
  public void start(Runnable onEnd) {
    events.watch(folder.directories(told));
    this.onEnd = onEnd;
    thread.start();
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void run() {
    try {
      watch();
    } catch (Throwable e) {
      onEnd.run();
      throw e;
    }
  }

  private void watch() {
    boolean isEvent = false;
    while (!thread.isInterrupted()) {
      try {
        try {
          if (isEvent) {
            lookAtTouched();
          }
          scanBeside();
        } catch (RuntimeException | Error e) {
          LOG.error("a change of the folder could not be applied; the next scan tries again", e);
        }
        isEvent = events.await(
            underWay.isPresent() ? LOOK_AT_SCAN : Duration.ofNanos(nextScan - System.nanoTime()));
      } catch (InterruptedException e) {
        thread.interrupt();
      }
    }
  }

  private void lookAtTouched() throws InterruptedException {
    awaitQuiet();
    Optional<Set<Path>> touched = events.touched();
    Optional<S> seen = touched.flatMap(some -> folder.rescan(told, some));
    if (seen.isEmpty()) {
      scan(true);
    } else if (isFailing || isOther(seen.get())) {
      tell(seen.get());
    }
  }

  /** Starts the scan that is due, or applies the result of one that has ended. */
  private void scanBeside() throws InterruptedException {
    if (underWay.isEmpty() && System.nanoTime() - nextScan >= 0) {
      // If it cannot even begin, it is not tried again at once.
      nextScan = System.nanoTime() + timing.interval().toNanos();
      underWay = Optional.of(new Scan<>(told, scanner.submit(this::timedScan)));
    } else if (underWay.filter(scan -> scan.outcome().isDone()).isPresent()) {
      Scan<S> scan = underWay.get();
      underWay = Optional.empty();
      nextScan = System.nanoTime() + timing.interval().toNanos();
      apply(scan);
    }
  }

  private Outcome<S> timedScan() {
    long begun = System.nanoTime();
    S seen = folder.scan();
    return new Outcome<>(seen, Duration.ofNanos(System.nanoTime() - begun));
  }

  private void apply(Scan<S> scan) throws InterruptedException {
    Outcome<S> outcome = outcome(scan);
    nextScan = System.nanoTime() + timing.betweenScans(outcome.time()).toNanos();
    boolean isOutdated = isOther(scan.told());
    if (isOutdated && ++outdated < MOST_OUTDATED) {
      // It may have seen what was there before the last save.
      return;
    }
    outdated = 0;
    boolean hasNewFolders = events.watch(folder.directories(outcome.seen()));
    if (hasNewFolders || isNews(outcome.seen())) {
      scan(false);
    }
  }

  private Outcome<S> outcome(Scan<S> scan) throws InterruptedException {
    try {
      return scan.outcome().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the folder could not be scanned", e.getCause());
    }
  }

  /** Scans, and reports a change once the folder is quiet. */
  private void scan(boolean isQuiet) throws InterruptedException {
    long begun = System.nanoTime();
    nextScan = begun + timing.interval().toNanos();
    boolean isSettled = isQuiet;
    boolean hasNewFolders = true;
    while (hasNewFolders) {
      S seen = isSettled ? folder.scan() : settled();
      // A file may have come into a new folder between the scan and the watch: look again.
      hasNewFolders = events.watch(folder.directories(seen));
      if (isNews(seen)) {
        tell(seen);
      }
      isSettled = false;
    }
    long ended = System.nanoTime();
    nextScan = ended + timing.betweenScans(Duration.ofNanos(ended - begun)).toNanos();
  }

  @SuppressWarnings("ReferenceEquality") // A rescan gives back the very object that it was given.
  private boolean isOther(S seen) {
    return seen != told;
  }

  private boolean isNews(S seen) {
    return isFailing || !seen.equals(told);
  }

  private void tell(S seen) {
    isFailing = true;
    onChange.accept(seen);
    isFailing = false;
    told = seen;
  }

  /** Scans until two scans, with a quiet moment between them, see the same. */
  private S settled() throws InterruptedException {
    S seen = folder.scan();
    for (int i = 0; isNews(seen) && i < MOST_SCANS; i++) {
      awaitQuiet();
      S again = folder.scan();
      if (again.equals(seen)) {
        return again;
      }
      seen = again;
    }
    return seen;
  }

  /** Waits until nothing has happened for a moment. */
  private void awaitQuiet() throws InterruptedException {
    long begun = System.nanoTime();
    long last = begun;
    boolean isBusy = true;
    while (isBusy && last - begun < timing.longestWait().toNanos()) {
      long end = last + timing.quietAfter(Duration.ofNanos(last - begun)).toNanos();
      isBusy = events.await(Duration.ofNanos(end - System.nanoTime()));
      last = System.nanoTime();
    }
  }

  /**
   * Stops watching; returns when no further call will come, or after half a second: a file system that hangs
   * must not keep the program.
   */
  @Override
  public void close() {
    thread.interrupt();
    scanner.shutdownNow();
    long end = System.nanoTime() + NANOS_TO_END;
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, NANOS_TO_END);
      boolean unused = scanner.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    events.close();
  }
}
