package org.offprint.store;

import java.nio.file.Path;
import java.time.Clock;
import org.offprint.push.PushStore;
import org.offprint.push.StoreException;
import org.offprint.push.Worker;

/**
 * The open database of one process: a file in a folder (SQLite), or PostgreSQL for any number of processes. Any number of threads.
 * Where the database fails later, each call fails with {@link StoreException} until it works again, by itself.
 */
public final class Store implements AutoCloseable {

  private Store() {}

  /**
   * Opens {@code push.sqlite} in a folder, and creates both if missing. One machine at a time, on a disk of that machine.
   *
   * @throws StoreException if that is not possible; the message is for the operator
   */
  public static Store open(Path dataFolder, Clock clock) {
    throw new UnsupportedOperationException(dataFolder + " at " + clock);
  }

  /**
   * Opens a PostgreSQL database, and creates or updates the tables in it.
   *
   * @param jdbcUrl {@code jdbc:postgresql://HOST/DATABASE?user=…&password=…}; never shown
   * @throws StoreException if that is not possible; the message is for the operator
   */
  public static Store open(String jdbcUrl, Clock clock) {
    throw new UnsupportedOperationException(jdbcUrl.length() + " at " + clock);
  }

  /** Returns what the hub remembers. */
  public PushStore push() {
    throw new UnsupportedOperationException();
  }

  /**
   * Has the jobs of the hub done from now on, on up to 32 threads, and on other machines with the same database. Call it once. The
   * result ends that: it waits up to 2 seconds for those that run; what is not done by then is done after the next start.
   */
  public AutoCloseable start(Worker worker) {
    throw new UnsupportedOperationException(worker.toString());
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
