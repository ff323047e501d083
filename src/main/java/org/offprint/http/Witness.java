package org.offprint.http;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every answer those who want to know. Thread-safe if they are. */
final class Witness {
  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

  private final Consumer<Answered> listener;
  private final Clients clients;

  Witness(Operations operations, Clients clients) {
    this.listener = operations.answers();
    this.clients = clients;
  }

  /** Tells of one; a fault in the telling is nobody's who asked. */
  void saw(Asked asked, String path, Reply reply) {
    try {
      listener.accept(Answered.of(asked, path, reply, () -> clients.find(asked)));
    } catch (RuntimeException e) {
      LOG.warn("an answer could not be counted", e);
    }
  }
}
