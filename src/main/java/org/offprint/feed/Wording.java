package org.offprint.feed;

/**
 * What people are told of a feed, by whose words they are: those may be of different languages.
 *
 * @param own words of the program, which come first; may be empty
 * @param publishers the publisher's; may be empty
 */
public record Wording(String own, String publishers) {
  static final Wording NOTHING = new Wording("", "");
  static final String ALL_BUT = "all but ";

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return own.isEmpty() && publishers.isEmpty();
  }

  /** All of it. */
  public String text() {
    return own + publishers;
  }
}
