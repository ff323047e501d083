package org.offprint.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.offprint.push.StoreException;

/**
 * Brings the tables to the form that this program needs: runs the files {@code 1.sql}, {@code 2.sql} and so on that the database has not
 * seen, all in one transaction. Of several processes that start at once, one does it. There is no way back.
 */
final class Migrations {
  private final List<String> steps;

  private Migrations(List<String> steps) {
    this.steps = steps;
  }

  /** Reads those of the program. */
  static Migrations read() {
    List<String> steps = new ArrayList<>();
    try {
      while (true) {
        try (InputStream file = Migrations.class.getResourceAsStream((steps.size() + 1) + ".sql")) {
          if (file == null) {
            return of(steps);
          }
          steps.add(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program is damaged", e);
    }
  }

  /** Makes some of the texts of the files; each statement ends with a semicolon at the end of its line. */
  static Migrations of(List<String> steps) {
    return new Migrations(List.copyOf(steps));
  }

  /**
   * Runs what is missing.
   *
   * @throws StoreException if a newer program has changed the database already
   */
  void run(Database database) {
    database.transaction(session -> {
      session.list(database.dialect().migrationLock(), row -> true);
      session.update("create table if not exists push_schema (version integer not null)");
      int version = (int) session.number("select coalesce(max(version), 0) from push_schema");
      if (version > steps.size()) {
        throw new StoreException(
            "The database was changed by a newer Offprint (its tables have version " + version
                + ", this program knows " + steps.size()
                + "). Start that version again, or give another folder or database.");
      }
      for (String step : steps.subList(version, steps.size())) {
        apply(session, step);
      }
      session.update("delete from push_schema");
      return session.update("insert into push_schema (version) values (?)", steps.size());
    });
  }

  private static void apply(Session session, String step) throws SQLException {
    for (String statement : session.dialect().define(step).split(";\\s*\n", -1)) {
      if (!statement.isBlank()) {
        session.update(statement);
      }
    }
  }
}
