package org.offprint.site;

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
   * Nothing.
   *
   * @param page what to tell a person
   */
  record Missing(Representation page) implements Answer {}
}
