package org.offprint.rules;

import java.util.List;
import java.util.stream.Stream;

/** A requirement on feed documents, made by a specification or by feed readers. */
interface Rule {
  /** Returns every rule there is. */
  static Stream<Rule> all() {
    return Stream.<Rule[]>of(
            AtomRules.values(),
            RssRules.values(),
            ArchiveRules.values(),
            JsonFeedRules.values(),
            ReaderRules.values(),
            AtomReaderRules.values(),
            RssReaderRules.values(),
            JsonReaderRules.values())
        .flatMap(Stream::of);
  }

  /**
   * Returns the violations of the rule, each with its place. Empty where the document keeps it, or
   * where the rule is not about such documents.
   */
  List<String> violations(ParsedFeed feed);

  /** Returns a document that breaks the rule, and those rules without which nothing can break it. */
  default Broken isBrokenBy(Specimen specimen, Rule... stricter) {
    return new Broken(this, specimen, List.of(stricter));
  }
}
