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
import java.util.function.IntFunction;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.jspecify.annotations.Nullable;
import org.offprint.publication.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the publication. It is followed by a thread of its own, so that neither a start nor a change waits for
 * it; until the first one is written, searches are told to come later. Thread-safe: a search never waits, and sees one
 * publication from beginning to end.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final int SECONDS_TO_BUILD = 5;
  private static final int SECONDS_TO_REST = 1;
  private static final int SECONDS_TO_END = 1;

  private final SearchLimits limits;
  private final Consumer<Duration> timed;
  private final Semaphore places;
  private final ExecutorService writing = Executors.newSingleThreadExecutor(SearchIndex::thread);
  /** The work that comes next, if any: only the last that was asked for. */
  private final BlockingQueue<Runnable> wanted = new LinkedBlockingQueue<>();

  private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
  /** Of the writing thread alone. */
  private Optional<IndexedIssues> issues = Optional.empty();

  private long snapshots;

  /**
   * An index of nothing yet.
   *
   * @param limits what searching may cost
   * @param timed is told how long each search took
   */
  public SearchIndex(SearchLimits limits, Consumer<Duration> timed) {
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
   * Follows a publication once nothing has changed for a rest, or after the longest one; of several in a row only the
   * last counts. Does not wait.
   */
  public void follow(Publication publication) {
    want(() -> catchUp(publication));
  }

  /** Gives up the index, after the same rest: nobody searches any more until a publication is followed. */
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

  /** Waits until nothing more has been asked for during a rest, but not for ever. */
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

  /** The number of what is searched at this moment, which every change raises; 0 before the first. */
  public long number() {
    Snapshot snapshot = current.get();
    return snapshot == null ? 0 : snapshot.number();
  }

  /**
   * Searches.
   *
   * @param now what readers see at this moment: hits are of it
   */
  public SearchOutcome search(SearchRequest request, Publication now) {
    Optional<Snapshot> held = hold();
    if (held.isEmpty()) {
      return new SearchOutcome.Later("the issues are being indexed", SECONDS_TO_BUILD);
    }
    try (Snapshot snapshot = held.get()) {
      if (!places.tryAcquire()) {
        return new SearchOutcome.Later("too many search at the moment", SECONDS_TO_REST);
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
        .orElseGet(() -> new SearchOutcome.Later("the search takes too long", SECONDS_TO_REST));
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
      try {
        index(publication, IndexFolder::of);
      } catch (IOException e) {
        LOG.warn("the index cannot be written to the disk; it is made anew in memory", e);
        discard();
        index(publication, count -> IndexFolder.inMemory());
      }
      LOG.debug("indexed after {} ms", (System.nanoTime() - begun) / 1_000_000);
    } catch (IOException | RuntimeException e) {
      LOG.error("the issues cannot be indexed; searches find what they found before", e);
      discard();
    }
  }

  private void index(Publication publication, IntFunction<IndexFolder> place) throws IOException {
    IndexedIssues own = issues.isPresent()
        ? issues.get()
        : new IndexedIssues(place.apply(publication.issues().size()));
    issues = Optional.of(own);
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

  /** The next publication is indexed anew. */
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

  /** Stops following; what runs is broken off, which takes a second at most. */
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
