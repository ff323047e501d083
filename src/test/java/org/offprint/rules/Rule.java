package org.offprint.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that a specification, or a reader of feeds, asks of a feed document. */
interface Rule {
  /** Every rule there is. */
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

  /** How the rule is called in the code, such as {@code IDS_ARE_ABSOLUTE}. */
  String name();

  /**
   * What breaks the rule, each with its place. Empty where the document keeps it, or where the rule is
   * not about such documents.
   */
  List<String> violations(ParsedFeed feed);

  /** How a test of the rule is called, such as {@code idsAreAbsolute}. */
  default String testName() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    return words[0]
        + Stream.of(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }
}
