package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A hub whose PostgreSQL goes away for a while. */
@EnabledIfEnvironmentVariable(
    named = Place.VARIABLE,
    matches = ".+",
    disabledReason = Place.SKIPPED)
@Execution(ExecutionMode.CONCURRENT)
final class OutageTest {
  private static final Duration MOST_TO_WAIT = Duration.ofSeconds(60);
  private static final Duration OUTAGE = Duration.ofSeconds(25);
  private static final int MOST_LINES = 6;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void goesOnByItselfAndSaysSoInFewWords() throws Exception {
    Place place = Place.onPostgres();
    Machine.feed(folder, "1");
    try (Readers readers = new Readers();
        Relay relay = Relay.to(place);
        Machine machine = new Machine(folder, relay.address(), readers.port(), CrashPoint.NONE)) {
      assertThat(machine.request(readers.request(0))).isEqualTo("202");
      Eventually.await(
          MOST_TO_WAIT,
          () -> place.number("select count(*) from push_receiver") == 1,
          machine::log);
      final int before = machine.logLines().size();

      relay.stop();
      Machine.feed(folder, "2");
      machine.changed();
      assertThat(machine.request(readers.request(1))).isEqualTo("503");
      LockSupport.parkNanos(OUTAGE.toNanos());
      relay.start();

      Duration back =
          Eventually.await(MOST_TO_WAIT, () -> readers.contents(0).contains("2"), machine::log);
      Eventually.await(
          MOST_TO_WAIT, () -> machine.request(readers.request(1)).equals("202"), machine::log);
      List<String> lines = machine.logLines();
      System.out.println("delivered " + back.toMillis() + " ms after the database came back, "
          + (lines.size() - before) + " lines in the log");
      assertThat(lines.size() - before).as(machine::log).isBetween(1, MOST_LINES);
      assertThat(readers.contents(0)).containsExactly("2");
    }
  }
}
