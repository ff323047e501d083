package org.offprint.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.offprint.push.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to one database. Logs one warning when it begins to fail, and one message when it works again. */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final Clock clock;
  private final AtomicBoolean isFailing = new AtomicBoolean();
  private final AtomicBoolean isKnownToFail = new AtomicBoolean();
  private final AtomicLong warned = new AtomicLong();

  /** Work in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Session session) throws SQLException;
  }

  /** Connects. Throws what the pool throws if that fails. */
  Database(HikariConfig config, Dialect dialect, Clock clock) {
    this.pool = new HikariDataSource(config);
    this.dialect = dialect;
    this.clock = clock;
  }

  DataSource source() {
    return pool;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Does work and commits it, or throws and has changed nothing. */
  <T> T transaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      T result;
      try {
        result = work.run(new Session(connection, dialect));
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
      worked();
      return result;
    } catch (SQLException e) {
      if (!isFailing.getAndSet(true)) {
        warn("the hub's database fails; what is due waits until it works again: {}", e.toString());
      }
      throw new StoreException("The database failed: " + e.getMessage(), e);
    }
  }

  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void worked() {
    if (isFailing.getAndSet(false) && isKnownToFail.getAndSet(false)) {
      LOG.info("the hub's database works again");
    }
  }

  /** Uses the database, so that a failure, or its end, is noticed. */
  void probe() {
    try {
      transaction(session -> session.number("select 1"));
    } catch (StoreException e) {
      LOG.debug("no database", e);
    }
  }

  /** Logs a warning, unless there was one in the last minute. */
  private void warn(String message, String value) {
    long before = warned.get();
    long now = clock.millis();
    if (before + BETWEEN_WARNINGS.toMillis() <= now && warned.compareAndSet(before, now)) {
      isKnownToFail.set(isFailing.get());
      LOG.warn(message, value);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
