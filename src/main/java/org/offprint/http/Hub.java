package org.offprint.http;

import java.util.Optional;
import org.offprint.push.HubReply;

/** The hub of the feeds (WebSub): the port to it. Thread-safe. */
public interface Hub {
  /** Returns false while it cannot take subscriptions; its link is then withdrawn. Called for every feed, so it must be quick. */
  boolean isUp();

  /**
   * Answers a request. It may wait for a database.
   *
   * @param contentType the header, as it was sent
   * @param network the address of the client, or the network that it has all of: the limits are for that
   */
  HubReply answer(byte[] body, Optional<String> contentType, String network);
}
