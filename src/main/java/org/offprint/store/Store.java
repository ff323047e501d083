package org.offprint.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.offprint.push.PushStore;
import org.offprint.push.StoreException;
import org.offprint.push.Worker;

/**
 * The open database of one process: a file in a folder (SQLite), or PostgreSQL for any number of processes. Any number of threads.
 * If the database fails later, each call throws {@link StoreException} until it works again, by itself; the log has one warning.
 */
public final class Store implements AutoCloseable {
  private static final String FILE = "push.sqlite";
  private static final int CONNECTIONS = 10;
  private static final int CONNECTION_TIMEOUT = 5000;

  private final Database database;
  private final Jobs jobs;
  private final PushStore push;

  private Store(Database database, Clock clock) {
    this.database = database;
    this.jobs = new Jobs(database, clock);
    this.push = new SqlPushStore(database, jobs, clock);
  }

  /**
   * Opens {@code push.sqlite} in a folder, and creates both if missing. The folder is to be on a disk of this machine, and used by one
   * process at a time.
   *
   * @throws StoreException if that is not possible; the message is for the operator
   */
  public static Store open(Path dataFolder, Clock clock) {
    Path file = dataFolder.resolve(FILE);
    HikariConfig config = config("jdbc:sqlite:" + file);
    // One writer at a time is all that SQLite allows; those who wait for a connection need not ask
    // again and again.
    config.setMaximumPoolSize(1);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "5000");
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    try {
      create(dataFolder, file);
      return open(config, Dialect.SQLITE, clock);
    } catch (IOException e) {
      throw new StoreException(
          "Cannot create " + file + " (" + e + "). Give a folder that can be written with --data.",
          e);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreException("Cannot open " + file + ": " + sqliteReason(e), e);
    }
  }

  /** Creates the file for nobody else to read: it has secrets of subscribers. */
  private static void create(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (FileAlreadyExistsException e) {
      // From the last start.
    }
  }

  private static String sqliteReason(Throwable failure) {
    String reason = failure.getMessage() + ".";
    return switch (causes(failure)
        .mapToInt(cause -> cause.getErrorCode() & 0xff)
        .findFirst()
        .orElse(0)) {
      case 3, 8, 14 ->
        "it cannot be read and written. Correct its permissions and those of its folder.";
      case 5 -> "another process uses it. End that one, or give another folder with --data.";
      case 11, 26 ->
        "it is damaged, or no SQLite database. Move it away: subscribers come back when they prolong their subscriptions.";
      case 13 -> "the disk is full.";
      default ->
        reason.contains("native library")
            ? reason
                + " Give a folder that allows programs to run, with -Dorg.sqlite.tmpdir=FOLDER."
            : reason;
    };
  }

  /**
   * Opens a PostgreSQL database, and creates or updates the tables in it.
   *
   * @param jdbcUrl {@code jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD}; what follows the question mark is never shown
   * @throws StoreException if that is not possible; the message is for the operator
   */
  public static Store open(String jdbcUrl, Clock clock) {
    String shown = jdbcUrl.replaceFirst("[?].*", "").replaceFirst("//.*@", "//");
    HikariConfig config = config(jdbcUrl);
    config.setMaximumPoolSize(CONNECTIONS);
    config.addDataSourceProperty("ApplicationName", "offprint");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Values of rows may be secrets.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    try {
      return open(config, Dialect.POSTGRESQL, clock);
    } catch (HikariPool.PoolInitializationException e) {
      String reason =
          causes(e).map(Store::postgresReason).findFirst().orElse("the address is not understood");
      throw new StoreException("Cannot open the database " + shown + ": " + reason
          + ". Correct --database (jdbc:postgresql://HOST/DATABASE?user=…).");
    }
  }

  private static String postgresReason(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.startsWith("08")) {
      return "the server cannot be reached";
    }
    if (state.startsWith("28")) {
      return "the server refuses the user or the password";
    }
    return state.isEmpty() ? "the address is not understood" : String.valueOf(failure.getMessage());
  }

  private static Stream<SQLException> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> cause instanceof SQLException e ? Stream.of(e) : Stream.empty());
  }

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("push");
    config.setJdbcUrl(url);
    config.setConnectionTimeout(CONNECTION_TIMEOUT);
    return config;
  }

  private static Store open(HikariConfig config, Dialect dialect, Clock clock) {
    Database database = new Database(config, dialect, clock);
    try {
      Migrations.read().run(database);
      return new Store(database, clock);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /** Returns what the hub remembers. */
  public PushStore push() {
    return push;
  }

  /**
   * Has the jobs of the hub done from now on, on up to 32 threads, and on other machines with the same database. Call it once. The
   * result ends that: it waits up to 2 seconds for those that run; what is not done by then is done after the next start.
   */
  public AutoCloseable start(Worker worker) {
    return jobs.start(worker);
  }

  @Override
  public void close() {
    database.close();
  }
}
