package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offprint.push.Job;
import org.offprint.push.PushStore;
import org.offprint.push.PushStoreContract;
import org.offprint.push.Receiver;
import org.offprint.push.StoreException;
import org.offprint.push.Worker;

/** Promises of {@link Store} that both databases keep, beside those of its port. */
abstract class StoreContract extends PushStoreContract {
  private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
  private static final String TOPIC = "https://news.example/feed.atom";
  private static final long MOST_SECONDS = 20;

  /** The scheduler's. */
  private final Clock clock = Clock.systemUTC();

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private Place place;
  private Store store;

  /** Finds a place for an empty database. */
  abstract Place place();

  @BeforeEach
  void open() {
    place = place();
    store = place.open();
  }

  @AfterEach
  void close() throws Exception {
    stop();
    store.close();
  }

  /** Has jobs done until the end of the test. */
  private void start(Worker worker) {
    running.push(store.start(worker));
  }

  private void stop() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  @Override
  protected PushStore store() {
    return store.push();
  }

  /** Does the same on several threads at once. */
  private static <T> List<T> atOnce(int threads, Callable<T> work)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future :
          executor.invokeAll(IntStream.range(0, threads).mapToObj(i -> work).toList())) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void migratesOnceWhenSeveralStoresOpenAtOnce() throws Exception {
    Place empty = place();
    List<Store> stores = atOnce(4, empty::open);
    stores.forEach(Store::close);

    assertThat(stores).hasSize(4);
    assertThat(empty.number("select count(*) from push_schema")).isEqualTo(1);
    assertThat(empty.number("select count(*) from push_topic")).isZero();
  }

  @Test
  void refusesADatabaseThatANewerProgramHasChanged() {
    store.close();
    long version = place.number("select version from push_schema");
    place.run("update push_schema set version = 999");

    assertThatThrownBy(place::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Offprint")
        .hasMessageContaining("999");

    assertThat(place.number("select version from push_schema")).isEqualTo(999);
    place.run("update push_schema set version = " + version);
    store = place.open();
  }

  @Test
  void keepsWhatItHasWhenItIsOpenedAgain() {
    store().remember(Map.of(TOPIC, content("one")), NOW);
    store.close();
    store = place.open();

    assertThat(store().topic(TOPIC)).isPresent();
  }

  @Test
  void publishesAVersionOnceOnSeveralMachines() throws Exception {
    store().remember(Map.of(TOPIC, content("one")), NOW);

    List<Boolean> published =
        atOnce(4, () -> store().publish(TOPIC, content("two"), Set.of(), Receiver.Kind.HUB, NOW));

    assertThat(published).containsOnlyOnce(true);
    assertThat(store().topic(TOPIC).orElseThrow().version()).isEqualTo(2);
  }

  // Jobs.

  /** A piece of work that was handed out. */
  private record Done(Job job, long id) {}

  /** Keeps what once-only jobs were handed out. */
  private static Worker keeping(BlockingQueue<Done> done) {
    return (job, id) -> {
      if (id > 0) {
        done.add(new Done(job, id));
      }
      return Optional.empty();
    };
  }

  private static Optional<Done> next(BlockingQueue<Done> done) throws InterruptedException {
    return Optional.ofNullable(done.poll(MOST_SECONDS, TimeUnit.SECONDS));
  }

  private void awaitNoJobs() {
    Eventually.await(
        Duration.ofSeconds(MOST_SECONDS), () -> jobs() == 0, () -> jobs() + " jobs are left");
  }

  private long jobs() {
    return place.number("select count(*) from push_job where task_name in ('verify', 'deliver')");
  }

  @Test
  void doesAJobThatIsWokenOnce() throws Exception {
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    start(keeping(done));

    store().wake(Job.VERIFY, List.of(7L), clock.instant());
    store().wake(Job.DELIVER, List.of(7L), clock.instant());

    assertThat(List.of(next(done), next(done)))
        .containsExactlyInAnyOrder(
            Optional.of(new Done(Job.VERIFY, 7)), Optional.of(new Done(Job.DELIVER, 7)));
    awaitNoJobs();
    assertThat(done).isEmpty();
  }

  @Test
  void bringsAJobForwardButNeverBack() throws Exception {
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    start(keeping(done));

    Instant later = clock.instant().plus(Duration.ofHours(1));
    store().wake(Job.DELIVER, List.of(7L), later);
    store().wake(Job.DELIVER, List.of(7L), clock.instant());
    store().wake(Job.DELIVER, List.of(7L), later);

    assertThat(next(done)).contains(new Done(Job.DELIVER, 7));
  }

  @Test
  void doesAJobAgainWhenItAsksForThat() {
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    start((job, id) -> {
      if (id > 0) {
        done.add(new Done(job, id));
      }
      return id > 0 && done.size() < 2 ? Optional.of(clock.instant()) : Optional.empty();
    });

    store().wake(Job.DELIVER, List.of(7L), clock.instant());

    awaitNoJobs();
    assertThat(done).hasSize(2);
  }

  @Test
  void doesEachOfManyJobsOnTwoMachines() {
    List<Long> ids = LongStream.rangeClosed(1, 500).boxed().toList();
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    start(keeping(done));
    Store other = place.open();
    running.push(other);
    running.push(other.start(keeping(done)));

    store().wake(Job.DELIVER, ids, clock.instant());
    other.push().wake(Job.DELIVER, ids, clock.instant());

    awaitNoJobs();
    assertThat(done.stream().map(Done::id).distinct()).hasSize(500);
  }

  @Test
  void doesAfterTheNextStartWhatWasNotDone() throws Exception {
    start((job, id) -> Optional.empty());
    store().wake(Job.DELIVER, List.of(7L), clock.instant().plus(Duration.ofSeconds(2)));
    close();
    store = place.open();
    BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    start(keeping(done));

    assertThat(next(done)).contains(new Done(Job.DELIVER, 7));
  }

  @Test
  void looksForWhatIsDueFromTheStart() {
    BlockingQueue<Job> recurring = new LinkedBlockingQueue<>();
    start((job, id) -> {
      recurring.add(job);
      return Optional.empty();
    });

    Eventually.await(
        Duration.ofSeconds(MOST_SECONDS),
        () -> recurring.containsAll(List.of(Job.SWEEP, Job.CHECK, Job.EXPIRE)),
        recurring::toString);
  }
}
