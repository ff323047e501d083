package org.offprint.rules;

import java.net.URI;

/**
 * A feed document that is made to break a rule.
 *
 * @param path where it stands
 * @param text what it says
 */
record Specimen(String path, String text) {
  private static final String BASE = "https://news.example.org";

  /** The same with something else in one place. */
  Specimen with(String old, String other) {
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException("there is no " + old);
    }
    return new Specimen(path, text.substring(0, at) + other + text.substring(at + old.length()));
  }

  /** The same with something more behind a place. */
  Specimen withBehind(String place, String more) {
    return with(place, place + more);
  }

  /** The same without something. */
  Specimen without(String old) {
    return with(old, "");
  }

  /** The same at another address. */
  Specimen at(String other) {
    return new Specimen(other, text);
  }

  ParsedFeed parsed() {
    return new FeedParser().parse(path, URI.create(BASE + path), text);
  }

  @Override
  public String toString() {
    return text;
  }
}
