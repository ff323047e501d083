package org.offprint.http;

/** The hub of the feeds (WebSub): the port to it. Thread-safe. */
public interface Hub {
  /** Returns false while it cannot take subscriptions; its link is then withdrawn. Called for every feed, so it must be quick. */
  boolean isUp();
}
