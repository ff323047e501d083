package org.offprint.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.jspecify.annotations.Nullable;
import org.offprint.publication.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the publication. A thread of its own indexes each publication, so that neither a start nor a change waits for
 * the index; until the first one is indexed, searches return {@link SearchOutcome.Later}. Thread-safe: a search never
 * waits, and sees one publication from beginning to end.
 */
public final class SearchIndex implements AutoCloseable {
  /**
   * The limits of searching.
   *
   * @param mostTime the longest that one search may take
   * @param mostAtOnce the greatest number of searches at a time
   * @param rest the time without a change after which the publication is indexed
   * @param mostRest the time after which it is indexed in any case
   */
  public record Limits(Duration mostTime, int mostAtOnce, Duration rest, Duration mostRest) {
    /**
     * 1 s, four searches per core, 500 ms, and 30 s: feed readers that poll for the change come first. Nobody saves for
     * 30 s without a pause, and a copy of a whole archive would be indexed over and over.
     */
    public static final Limits DEFAULT = new Limits(
        Duration.ofSeconds(1),
        4 * Runtime.getRuntime().availableProcessors(),
        Duration.ofMillis(500),
        Duration.ofSeconds(30));
  }

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final int SECONDS_TO_BUILD = 5;
  private static final int SECONDS_TO_REST = 1;
  private static final int SECONDS_TO_END = 1;

  private final Limits limits;
  private final Consumer<Duration> timed;
  private final Semaphore places;
  private final ExecutorService writing = Executors.newSingleThreadExecutor(SearchIndex::thread);
  /** The next work, if any: only the last one that was wanted. */
  private final BlockingQueue<Runnable> wanted = new LinkedBlockingQueue<>();

  private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
  /** Used by the writing thread alone. */
  private Optional<IndexedIssues> issues = Optional.empty();

  private long snapshots;

  /**
   * Creates an index without issues.
   *
   * @param limits of searching
   * @param timed receives the duration of each search
   */
  public SearchIndex(Limits limits, Consumer<Duration> timed) {
    this.limits = limits;
    this.timed = timed;
    this.places = new Semaphore(limits.mostAtOnce());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "search-index");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Indexes a publication later, after a time without changes; of several in a row only the last is indexed. Does not
   * wait.
   */
  public void follow(Publication publication) {
    want(() -> catchUp(publication));
  }

  /** Deletes the index, after the same time; searches fail until a publication is followed. */
  public void forget() {
    want(() -> {
      show(null);
      discard();
    });
  }

  private void want(Runnable work) {
    wanted.clear();
    wanted.add(work);
    writing.execute(this::work);
  }

  /** Waits until nothing more is wanted for a while, but not for ever. */
  private void work() {
    try {
      long end = System.nanoTime() + limits.mostRest().toNanos();
      Runnable last = wanted.poll();
      for (Runnable next = last; next != null; next = poll(end)) {
        last = next;
      }
      if (last != null) {
        last.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Runnable poll(long end) throws InterruptedException {
    return wanted.poll(
        Math.min(limits.rest().toNanos(), end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  /** Returns the number of the current snapshot, which every change raises; 0 before the first. */
  public long number() {
    Snapshot snapshot = current.get();
    return snapshot == null ? 0 : snapshot.number();
  }

  /**
   * Searches.
   *
   * @param now the publication that readers see: hits are from it
   */
  public SearchOutcome search(SearchRequest request, Publication now) {
    Optional<Snapshot> held = hold();
    if (held.isEmpty()) {
      return new SearchOutcome.Later(SearchOutcome.Later.INDEXING, SECONDS_TO_BUILD);
    }
    try (Snapshot snapshot = held.get()) {
      if (!places.tryAcquire()) {
        return new SearchOutcome.Later(SearchOutcome.Later.TOO_MANY, SECONDS_TO_REST);
      }
      try {
        return search(request, now, snapshot);
      } finally {
        places.release();
      }
    }
  }

  private SearchOutcome search(SearchRequest request, Publication now, Snapshot snapshot) {
    long begun = System.nanoTime();
    QueryTimeout timeout = new QueryTimeoutImpl(limits.mostTime().toMillis());
    Optional<SearchOutcome.Found> found = snapshot.search(request, now, timeout);
    timed.accept(Duration.ofNanos(System.nanoTime() - begun));
    return found
        .<SearchOutcome>map(outcome -> outcome)
        .orElseGet(() -> new SearchOutcome.Later(SearchOutcome.Later.TOO_LONG, SECONDS_TO_REST));
  }

  private Optional<Snapshot> hold() {
    Snapshot snapshot = current.get();
    while (snapshot != null && !snapshot.reader().tryIncRef()) {
      snapshot = current.get();
    }
    return Optional.ofNullable(snapshot);
  }

  private void catchUp(Publication publication) {
    long begun = System.nanoTime();
    try {
      if (issues.isEmpty()) {
        issues = Optional.of(new IndexedIssues());
      }
      index(publication, issues.get());
      LOG.debug("indexed after {} ms", (System.nanoTime() - begun) / 1_000_000);
    } catch (IOException | RuntimeException e) {
      LOG.error("the issues cannot be indexed; searches use the last index", e);
      discard();
    }
  }

  private void index(Publication publication, IndexedIssues own) throws IOException {
    if (own.follow(publication)) {
      snapshots++;
      show(new Snapshot(snapshots, own.read()));
    }
  }

  private void show(@Nullable Snapshot next) {
    Snapshot last = current.getAndSet(next);
    if (last != null) {
      last.close();
    }
  }

  /** Closes the index: the next publication is indexed from the start. */
  private void discard() {
    try {
      if (issues.isPresent()) {
        issues.get().close();
      }
    } catch (IOException e) {
      LOG.error("the index cannot be closed", e);
    }
    issues = Optional.empty();
  }

  /** Stops the writing thread, which takes a second at most. */
  @Override
  public void close() {
    writing.shutdownNow();
    try {
      if (writing.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        show(null);
        discard();
      }
    } catch (InterruptedException e) {
      // Whoever interrupts the end of the program wants it at once.
      Thread.currentThread().interrupt();
    }
  }
}
