package org.offprint.site;

import java.util.Optional;

/** The result of a request for a path. */
public sealed interface Answer {
  /**
   * Something to send.
   *
   * @param representation the bytes
   */
  record Found(Representation representation) implements Answer {}

  /**
   * A permanent redirect.
   *
   * @param location absolute
   */
  record Moved(String location) implements Answer {}

  /**
   * A redirect to the result of a form.
   *
   * @param location absolute
   */
  record SeeOther(String location) implements Answer {}

  /**
   * A choice in a form that no feed matches.
   *
   * @param page the page for people
   */
  record Refused(Representation page) implements Answer {}

  /**
   * Nothing at this path.
   *
   * @param page the page for people
   * @param isGone true if an issue was there since the start, so that nobody needs to ask again
   */
  record Missing(Representation page, boolean isGone) implements Answer {}

  /**
   * The result of a search.
   *
   * @param representation the page or the feed
   * @param target the path of the search with its parameters, in their one spelling
   */
  record Searched(Representation representation, String target) implements Answer {}

  /**
   * A refusal for the moment.
   *
   * @param reason in a few words
   * @param seconds the time after which a retry makes sense
   * @param page the page for people; empty for software
   */
  record Later(String reason, int seconds, Optional<Representation> page) implements Answer {
    /** For want of memory. */
    public static final Later LACK_OF_MEMORY = new Later(
        "there is not enough memory for this at the moment",
        Math.toIntExact(Renderings.REST.toSeconds()),
        Optional.empty());
  }

  /**
   * A malformed address.
   *
   * @param reason in one line
   */
  record Malformed(String reason) implements Answer {}
}
