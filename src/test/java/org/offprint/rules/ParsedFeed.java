package org.offprint.rules;

import java.net.URI;
import java.util.List;

/** A feed document as a client has it: what it says in its own format, and what all formats say. */
sealed interface ParsedFeed permits XmlFeed, JsonFeed {
  /** Its name in messages. */
  String name();

  /** The address from which it was fetched. */
  URI address();

  /** Its length. */
  int bytes();

  /** The title of the feed; empty where it has none. */
  String title();

  /** Its own addresses, as it gives them; one at most, if all is well. */
  List<String> selfLinks();

  /** The addresses of its other documents: older, newer, current. */
  List<String> neighbours();

  /** Its entries in their order. */
  List<ParsedEntry> entries();
}
