package org.offprint.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.offprint.push.StoreException;

/** The store in PostgreSQL. */
@EnabledIfEnvironmentVariable(
    named = Place.VARIABLE,
    matches = ".+",
    disabledReason = Place.SKIPPED)
final class PostgresStoreTest extends StoreContract {
  @Override
  Place place() {
    return Place.onPostgres();
  }

  @Test
  void saysThatTheServerCannotBeReached() {
    assertThatThrownBy(() -> Store.open(
                "jdbc:postgresql://127.0.0.1:1/offprint?user=x&password=hush", Clock.systemUTC())
            .close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("hush");
  }
}
