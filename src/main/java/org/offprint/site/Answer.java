package org.offprint.site;

import java.util.Optional;

/** What stands at a path. */
public sealed interface Answer {
  /**
   * Something to send.
   *
   * @param representation the bytes
   */
  record Found(Representation representation) implements Answer {}

  /**
   * It stands at another address, for good.
   *
   * @param location absolute
   */
  record Moved(String location) implements Answer {}

  /**
   * What was chosen in a form stands at another address, this time.
   *
   * @param location absolute
   */
  record SeeOther(String location) implements Answer {}

  /**
   * What was chosen in a form is nothing that there can be.
   *
   * @param page what to tell a person
   */
  record Refused(Representation page) implements Answer {}

  /**
   * Nothing.
   *
   * @param page what to tell a person
   */
  record Missing(Representation page) implements Answer {}

  /**
   * What a search has found.
   *
   * @param representation the page or the feed
   * @param target the path of the search with its parameters, in their one spelling
   */
  record Searched(Representation representation, String target) implements Answer {}

  /**
   * What cannot be answered at the moment.
   *
   * @param reason why, in a few words
   * @param seconds when it is worth to ask again
   * @param page what to tell a person; empty for software
   */
  record Later(String reason, int seconds, Optional<Representation> page) implements Answer {
    /** For want of memory. */
    public static final Later LACK_OF_MEMORY = new Later(
        "there is not enough memory for this at the moment",
        Math.toIntExact(Renderings.REST.toSeconds()),
        Optional.empty());
  }

  /**
   * An address that means nothing.
   *
   * @param reason why, in one line
   */
  record Malformed(String reason) implements Answer {}
}
