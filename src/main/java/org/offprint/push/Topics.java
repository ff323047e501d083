package org.offprint.push;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content that can be pushed: the port to the newsletter. Called by any thread. */
public interface Topics {

  /** Returns the content of a feed now; empty if there is no such feed, or none that the hub offers. Renders it if need be. */
  Optional<Content> content(String url);

  /** Returns the addresses of the feeds in the directory: those that other hubs are told of. */
  List<String> listed();

  /** Returns the messages for webhooks, in JSON, by the address of each published issue; the oldest issue first. */
  Map<String, Content> issues();
}
