package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Hubs that die at the worst moments, with a file as their database: after the next start, everything arrives. */
@EnabledIfEnvironmentVariable(
    named = Place.VARIABLE,
    matches = ".+",
    disabledReason = Place.SKIPPED)
@Execution(ExecutionMode.CONCURRENT)
final class CrashPointsTest {
  /** A job that a dead process held is taken up after at most 26 seconds; the rest is for a busy machine. */
  private static final Duration MOST_TO_WAIT = Duration.ofSeconds(60);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(12);
  private static final int MANY = 200;

  @TempDir
  private Path folder = Path.of("");

  private final Readers readers = new Readers();
  private Optional<Machine> running = Optional.empty();

  @BeforeEach
  void publishTheFirstVersion() {
    Machine.feed(folder, "1");
  }

  @AfterEach
  void end() {
    running.ifPresent(Machine::close);
    readers.close();
  }

  private Machine start(CrashPoint point) {
    running.ifPresent(Machine::close);
    Machine machine = new Machine(folder, folder.toString(), readers.port(), point);
    running = Optional.of(machine);
    return machine;
  }

  /** Subscribes and waits until that is stored. */
  private void subscribe(Machine machine, int many) {
    for (int reader = 0; reader < many; reader++) {
      assertThat(machine.request(readers.request(reader))).isEqualTo("202");
    }
    await(() -> subscriptions() == many);
  }

  private void await(BooleanSupplier condition) {
    Eventually.await(
        MOST_TO_WAIT,
        condition,
        () -> readers.deliveries + "\n" + running.map(Machine::log).orElse(""));
  }

  private long number(String sql) {
    return Place.in(folder).number(sql);
  }

  private long subscriptions() {
    return number("select count(*) from push_receiver");
  }

  private void awaitDone() {
    await(() -> number("select count(*) from push_receiver where wanted > version") == 0
        && number("select count(*) from push_job where task_name = 'deliver'") == 0);
  }

  private static void change(Path folder, Machine machine, String content) {
    Machine.feed(folder, content);
    machine.changed();
  }

  /** Publishes a second version that all subscribers are sent once. */
  private void assertDelivers(Machine machine) {
    change(folder, machine, "2");
    await(() -> readers.contents(0).contains("2"));
    awaitDone();
    assertThat(readers.contents(0)).containsExactly("2");
  }

  /** Subscribes readers, publishes the second version, and waits until the process is dead. */
  private void crashWhilePublishing(CrashPoint point, int many) throws Exception {
    subscribe(start(CrashPoint.NONE), many);
    Machine machine = start(point);
    change(folder, machine, "2");
    machine.awaitCrash();
  }

  @Test
  void beforeARequestIsStoredNothingIsPromised() throws Exception {
    Machine machine = start(CrashPoint.BEFORE_REQUEST);
    assertThat(machine.request(readers.request(0))).isEqualTo("null");
    machine.awaitCrash();

    machine = start(CrashPoint.NONE);
    assertThat(number("select count(*) from push_request")).isZero();
    subscribe(machine, 1);
    assertDelivers(machine);
  }

  @Test
  void anAcceptedRequestIsVerifiedAfterTheNextStart() throws Exception {
    Machine machine = start(CrashPoint.BEFORE_VERIFICATION);
    String answer = machine.request(readers.request(0));
    machine.awaitCrash();
    assertThat(answer).isIn("202", "null");
    assertThat(number("select count(*) from push_request")).isEqualTo(1);
    assertThat(readers.challenges).isEmpty();

    machine = start(CrashPoint.NONE);
    await(() -> subscriptions() == 1);
    assertThat(readers.challenges).hasSize(1);
    assertDelivers(machine);
  }

  @Test
  void aConfirmationThatIsNotStoredIsAskedForOnceMore() throws Exception {
    Machine machine = start(CrashPoint.BEFORE_CONFIRMATION);
    assertThat(machine.request(readers.request(0))).isEqualTo("202");
    machine.awaitCrash();
    assertThat(readers.challenges).hasSize(1);
    assertThat(subscriptions()).isZero();

    machine = start(CrashPoint.NONE);
    await(() -> subscriptions() == 1);
    assertThat(readers.challenges).hasSize(2).doesNotHaveDuplicates();
    assertDelivers(machine);
  }

  @Test
  void ofTwoRequestsThatCrossTheNewerIsVerified() throws Exception {
    Machine machine = start(CrashPoint.CROSSED_CONFIRMATION);
    assertThat(machine.request(readers.request(0, "&hub.secret=old"))).isEqualTo("202");
    machine.awaitCrash();
    assertThat(subscriptions()).isZero();

    machine = start(CrashPoint.NONE);
    await(() -> subscriptions() == 1);
    assertThat(readers.challenges).hasSize(2).doesNotHaveDuplicates();
    assertDelivers(machine);
    assertThat(readers.deliveries).noneMatch(Readers.Delivery::isSigned);
  }

  @Test
  void aChangeThatNobodyNoticedIsPublished() throws Exception {
    crashWhilePublishing(CrashPoint.BEFORE_PUBLICATION, 1);
    Machine.feed(folder, "3");

    start(CrashPoint.NONE);
    await(() -> readers.contents(0).contains("3"));
    awaitDone();
    assertThat(readers.contents(0)).containsExactly("3");
  }

  @Test
  void aPublicationIsStoredForAllOrForNobody() throws Exception {
    crashWhilePublishing(CrashPoint.DURING_PUBLICATION, MANY);
    assertThat(number("select min(wanted) from push_receiver"))
        .isEqualTo(number("select max(wanted) from push_receiver"))
        .isEqualTo(number("select version from push_topic where url = '" + HubProcess.TOPIC + "'"));

    start(CrashPoint.NONE);
    await(() -> readers.readersOf("2").distinct().count() == MANY);
    awaitDone();
    assertThat(readers.readersOf("2")).doesNotHaveDuplicates();
  }

  @Test
  void aPublicationThatWokeNobodyIsDelivered() throws Exception {
    crashWhilePublishing(CrashPoint.BEFORE_WAKE, 1);
    assertThat(readers.deliveries).isEmpty();

    start(CrashPoint.NONE);
    await(() -> readers.contents(0).contains("2"));
    awaitDone();
    assertThat(readers.contents(0)).containsExactly("2");
  }

  @Test
  void aDeliveryThatIsNotRecordedIsSentOnceMore() throws Exception {
    crashWhilePublishing(CrashPoint.BEFORE_RECORD, 1);
    assertThat(readers.contents(0)).containsExactly("2");

    start(CrashPoint.NONE);
    await(() -> readers.contents(0).size() > 1);
    awaitDone();
    assertThat(readers.contents(0)).containsExactly("2", "2");
  }

  @Test
  void aRetryWaitsForItsMoment() throws Exception {
    subscribe(start(CrashPoint.NONE), 1);
    Machine machine = start(CrashPoint.AFTER_FAILURE);
    readers.status = 503;
    change(folder, machine, "2");
    machine.awaitCrash();
    readers.status = 200;

    start(CrashPoint.NONE);
    await(() -> readers.deliveries.size() > 1);
    awaitDone();
    assertThat(readers.contents(0)).isEqualTo(List.of("2", "2"));
    assertThat(Duration.ofNanos(
            readers.deliveries.get(1).nanos() - readers.deliveries.get(0).nanos()))
        .isGreaterThan(SHORTEST_PAUSE);
  }
}
