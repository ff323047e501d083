package org.offprint.http;

import java.util.Locale;

/** The kind of address of a request. */
public enum Route {
  /** A feed. */
  FEED,
  /** A page for people. */
  PAGE,
  /** A file that pages need, Markdown, or the list of feeds for readers. */
  FILE,
  /** A search, as a page or as a feed. */
  SEARCH,
  /** The state of this process, and paths that do not exist. */
  STATE,
  /** A probe, or the metrics. */
  PROBE,
  /** A redirect, a refusal, or a request that made no sense. */
  OTHER;

  /** Its name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
