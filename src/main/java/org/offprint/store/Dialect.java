package org.offprint.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;

/** The differences between the databases. All other SQL is the same for both. */
enum Dialect {
  SQLITE("integer primary key autoincrement", "blob", "timestamp"),
  POSTGRESQL(
      "bigint generated always as identity primary key", "bytea", "timestamp with time zone");

  private final String id;
  private final String bytes;
  private final String time;

  Dialect(String id, String bytes, String time) {
    this.id = id;
    this.bytes = bytes;
    this.time = time;
  }

  /** Replaces <code>${id}</code>, <code>${bytes}</code> and <code>${time}</code>. */
  String define(String sql) {
    return sql.replace("${id}", id).replace("${bytes}", bytes).replace("${time}", time);
  }

  /** Returns the end of a query whose rows nobody else may change meanwhile. In SQLite there is one writer anyway. */
  String locking() {
    return this == SQLITE ? "" : " for update";
  }

  /** Returns a query that waits until no other process migrates, in the same transaction. */
  String migrationLock() {
    return this == SQLITE ? "select 1" : "select 1 from pg_advisory_xact_lock(7020318463)";
  }

  /** Returns how the scheduler writes moments. */
  JdbcCustomization scheduling() {
    return this == SQLITE
        ? new SqliteJdbcCustomization()
        : new PostgreSqlJdbcCustomization(false, true);
  }
}
