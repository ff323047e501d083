package org.offprint.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A place for a database of its own.
 *
 * @param address what {@link Store} opens: a folder, or an address of PostgreSQL
 * @param jdbc the address for a test's own statements
 */
record Place(String address, String jdbc) {
  /** The variable with the address of a PostgreSQL server on which tests may create schemas. */
  static final String VARIABLE = "OFFPRINT_POSTGRES";

  static final String SKIPPED =
      "no address of a PostgreSQL server in OFFPRINT_POSTGRES: src/test/push/check starts one";

  static Place in(Path folder) {
    return new Place(folder.toString(), "jdbc:sqlite:" + folder.resolve("push.sqlite"));
  }

  /** Creates an empty schema on the server. */
  static Place onPostgres() {
    String server = Optional.ofNullable(System.getenv(VARIABLE)).orElseThrow();
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    new Place(server, server).run("create schema " + schema);
    String address = server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    return new Place(address, address);
  }

  /** Opens what an address stands for. */
  static Store open(String address) {
    Clock clock = Clock.systemUTC();
    return address.startsWith("jdbc:")
        ? Store.open(address, clock)
        : Store.open(Path.of(address), clock);
  }

  Store open() {
    return open(address);
  }

  void run(String sql) {
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Returns the number in the only row of a query. */
  long number(String sql) {
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
