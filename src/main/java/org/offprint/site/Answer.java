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
}
