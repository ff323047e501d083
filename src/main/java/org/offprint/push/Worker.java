package org.offprint.push;

import java.time.Instant;
import java.util.Optional;

/** Does the work that a scheduler hands out. Any number of threads, but one at a time for each job and id. */
public interface Worker {

  /**
   * Does one piece of work.
   *
   * @param id of the request or the receiver; 0 for a recurring job
   * @return when it is to be done again; empty if it is done with. Ignored for recurring jobs
   * @throws RuntimeException if the store fails; the work is due again soon
   */
  Optional<Instant> run(Job job, long id);
}
