package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two hubs with one PostgreSQL database. */
@EnabledIfEnvironmentVariable(
    named = Place.VARIABLE,
    matches = ".+",
    disabledReason = Place.SKIPPED)
@Execution(ExecutionMode.CONCURRENT)
final class ReplicasTest {
  private static final Duration MOST_TO_WAIT = Duration.ofSeconds(60);
  private static final Duration MOST_AFTER_A_CRASH = Duration.ofSeconds(30);
  private static final Duration THINKING = Duration.ofMillis(400);
  private static final int MANY = 200;
  private static final int MOST_AT_ONCE = 32;

  @TempDir
  private Path folder = Path.of("");

  private final Readers readers = new Readers();
  private final Place place = Place.onPostgres();
  private List<Machine> machines = List.of();

  @BeforeEach
  void subscribe() {
    Machine.feed(folder, "1");
    machines = List.of(start(), start());
    for (int reader = 0; reader < MANY; reader++) {
      assertThat(machines.get(reader % 2).request(readers.request(reader))).isEqualTo("202");
    }
    await(MOST_TO_WAIT, () -> place.number("select count(*) from push_receiver") == MANY);
    readers.thinking = THINKING;
  }

  @AfterEach
  void end() {
    machines.forEach(Machine::close);
    readers.close();
  }

  private Machine start() {
    return new Machine(folder, place.address(), readers.port(), CrashPoint.NONE);
  }

  private Duration await(Duration most, BooleanSupplier condition) {
    return Eventually.await(
        most,
        condition,
        () -> readers.deliveries.size() + " deliveries\n"
            + String.join("\n", machines.stream().map(Machine::log).toList()));
  }

  private void publish(Machine machine, String content) {
    Machine.feed(folder, content);
    machine.changed();
  }

  private boolean isEverywhere(String content) {
    return readers.readersOf(content).distinct().count() == MANY;
  }

  private void awaitDone() {
    await(
        MOST_TO_WAIT,
        () -> place.number("select count(*) from push_receiver where wanted > version") == 0);
  }

  private void assertNobodyGotAnOlderVersionLater() {
    assertThat(IntStream.range(0, MANY).mapToObj(readers::contents))
        .allSatisfy(contents -> assertThat(contents).isSorted());
  }

  @Test
  void deliverTogetherWhatOneOfThemPublishes() {
    publish(machines.get(0), "2");
    await(MOST_TO_WAIT, () -> isEverywhere("2"));
    awaitDone();

    assertThat(readers.readersOf("2")).doesNotHaveDuplicates();
    assertThat(machines).allSatisfy(machine -> assertThat(machine.deliveries()).isPositive());

    publish(machines.get(1), "3");
    machines.get(0).changed();
    await(MOST_TO_WAIT, () -> isEverywhere("3"));
    awaitDone();

    assertThat(readers.readersOf("3")).doesNotHaveDuplicates();
    assertNobodyGotAnOlderVersionLater();
  }

  @Test
  void finishWhatOneOfThemHasBegun() {
    publish(machines.get(0), "2");
    await(MOST_TO_WAIT, () -> readers.deliveries.size() > MANY / 4);
    machines.get(0).kill();

    Duration rest = await(MOST_AFTER_A_CRASH, () -> isEverywhere("2"));
    System.out.println("all deliveries after the crash of a replica: " + rest.toMillis() + " ms");
    awaitDone();
    assertThat(readers.deliveries).hasSizeLessThanOrEqualTo(MANY + MOST_AT_ONCE);

    publish(machines.get(1), "3");
    await(MOST_TO_WAIT, () -> isEverywhere("3"));
    awaitDone();
    assertThat(readers.readersOf("3")).doesNotHaveDuplicates();
    assertNobodyGotAnOlderVersionLater();
  }
}
