package org.offprint.http;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports every reply to the operator's listener. Thread-safe if that is. */
final class AnswerListener {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerListener.class);

  private final Consumer<AccessEvent> listener;
  private final Clients clients;

  AnswerListener(Operations operations, Clients clients) {
    this.listener = operations.answers();
    this.clients = clients;
  }

  /** Reports one reply. A fault of the listener does not disturb the client. */
  void answered(HttpRequest request, Reply reply) {
    try {
      listener.accept(AccessEvent.of(request, reply, () -> clients.find(request)));
    } catch (RuntimeException e) {
      LOG.warn("an answer could not be counted", e);
    }
  }
}
