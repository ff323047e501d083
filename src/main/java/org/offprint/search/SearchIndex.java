package org.offprint.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  /** What is to be done next; null while nobody has asked for anything. */
  private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();

  private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
  /** Tells the writing thread that something else is wanted. */
  private final Semaphore asked = new Semaphore(0);
  /** Of the writing thread alone. */
  private Optional<IndexedIssues> issues = Optional.empty();

  private long snapshots;

  /** What is to be followed; nothing if the index is to be given up. */
  private record Wish(Optional<Publication> publication) {}

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
    want(Optional.of(publication));
  }

  /** Gives up what is indexed, as soon as it would be followed: nobody searches any more until a publication is. */
  public void forget() {
    want(Optional.empty());
  }

  private void want(Optional<Publication> next) {
    wanted.set(new Wish(next));
    asked.release();
    writing.execute(this::catchUp);
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
    try {
      if (!places.tryAcquire()) {
        return new SearchOutcome.Later("too many search at the moment", SECONDS_TO_REST);
      }
      try {
        return search(request, now, held.get());
      } finally {
        places.release();
      }
    } finally {
      release(held.get());
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

  private static void release(Snapshot snapshot) {
    try {
      snapshot.reader().decRef();
    } catch (IOException e) {
      LOG.error("what was searched cannot be closed", e);
    }
  }

  private void catchUp() {
    if (wanted.get() == null) {
      return;
    }
    try {
      rest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Wish next = wanted.getAndSet(null);
    if (next == null) {
      return;
    }
    if (next.publication().isPresent()) {
      catchUp(next.publication().get());
    } else {
      show(null);
      discard();
    }
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

  /** Until nothing more is asked for for a while, but not for ever. */
  private void rest() throws InterruptedException {
    long end = System.nanoTime() + limits.mostRest().toNanos();
    long rest;
    do {
      asked.drainPermits();
      rest = Math.min(limits.rest().toNanos(), end - System.nanoTime());
    } while (rest > 0 && asked.tryAcquire(rest, TimeUnit.NANOSECONDS));
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
      release(last);
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
