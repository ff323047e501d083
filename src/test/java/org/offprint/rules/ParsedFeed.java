package org.offprint.rules;

import java.net.URI;
import java.util.List;

/** A feed document as a client has it: what it says in its own format, and what all formats say. */
sealed interface ParsedFeed permits XmlFeed, JsonFeed {
  /** What to call it in a message. */
  String name();

  /** Where it was fetched. */
  URI address();

  /** How long it is. */
  int bytes();

  /** The title of the feed; empty where it has none. */
  String title();

  /** What it gives for its own address; one at most, if all is well. */
  List<String> selfLinks();

  /** What it gives as addresses of its other documents: older, newer, current. */
  List<String> neighbours();

  /** Its entries in their order. */
  List<ParsedEntry> entries();
}
