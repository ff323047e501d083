package org.offprint.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Needs of feed readers in every format that the specifications leave open. */
enum ReaderRules implements Rule {
  /** Validators, and hubs, take the feed's own address for its name. */
  SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM(feed -> feed.selfLinks().stream()
      .filter(self -> !self.equals(feed.address().toString()))
      .map(self -> "it calls itself " + self)),

  /** A title is one line: lists have no room for more. */
  TITLES_ARE_ONE_LINE(feed -> ReaderRules.titles(feed)
      .filter(
          title -> !title.equals(title.strip()) || title.chars().anyMatch(Character::isISOControl))
      .map(title -> "the title is «" + title + "»")),

  /** Escapes of Markdown or HTML that were not read: no reader does it later. */
  TITLES_HAVE_NO_LEFTOVER_ESCAPE(feed -> ReaderRules.titles(feed)
      .filter(title -> Syntax.holdsMarkdownEscape(title) || Syntax.holdsHtml(title))
      .map(title -> "the title is «" + title + "»")),

  /** Readers show an entry by its title. */
  ENTRIES_HAVE_A_TITLE(feed -> ReaderRules.wrong(feed, entry -> !entry.title().isBlank())),

  /** Readers keep entries by their id, some across feeds: a number or a word would clash. */
  ENTRY_IDS_ARE_ABSOLUTE(
      feed -> ReaderRules.wrong(feed, entry -> entry.id().isEmpty() || Syntax.isIri(entry.id()))),

  /** A reader that opens an entry needs a page of the web. */
  ENTRIES_LEAD_TO_A_PAGE(feed ->
      ReaderRules.wrong(feed, entry -> Syntax.isWeb(entry.link()) && Syntax.isIri(entry.link()))),

  /** Without it readers take the moment of their first visit. */
  ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED(
      feed -> ReaderRules.wrong(feed, entry -> entry.published().isPresent())),

  /** Readers that keep only the first entries must have the newest. */
  ENTRIES_STAND_NEWEST_FIRST(feed -> ReaderRules.wrongPairs(
      feed,
      (entry, next) -> entry.published().isEmpty()
          || next.published().isEmpty()
          || !entry.published().get().isBefore(next.published().get()))),

  /** Nothing changes before it is there. */
  UPDATES_COME_AFTER_PUBLICATION(feed -> ReaderRules.wrong(
      feed,
      entry -> entry.updated().isEmpty()
          || entry.published().isEmpty()
          || !entry.updated().get().isBefore(entry.published().get()))),

  /** An entry of 1970 is one whose date was lost. */
  PUBLICATION_IS_A_REAL_MOMENT(feed -> ReaderRules.wrong(
      feed, entry -> entry.published().filter(Instant.EPOCH::equals).isEmpty())),

  /** Eleven of seventeen readers know no base. */
  CONTENT_HAS_NO_RELATIVE_ADDRESS(feed -> ReaderRules.wrongAddresses(feed, Syntax::hasScheme)),

  /** An address of the web that no parser takes leads nowhere. */
  CONTENT_ADDRESSES_ARE_WELL_FORMED(feed ->
      ReaderRules.wrongAddresses(feed, address -> !Syntax.isWeb(address) || Syntax.isIri(address))),

  /** Readers drop all other schemes, or worse, follow them. */
  CONTENT_ADDRESSES_HAVE_A_HARMLESS_SCHEME(feed -> ReaderRules.wrongAddresses(
      feed,
      address ->
          !address.toLowerCase(Locale.ROOT).matches("(?s)(?:javascript|data|vbscript|file):.*"))),

  /** Readers drop what runs, and validators warn of it. */
  CONTENT_HAS_NO_SCRIPT(feed -> ReaderRules.wrong(
      feed,
      entry -> entry.content().elements().stream()
          .noneMatch(Set.of(
              "script", "style", "iframe", "object", "embed", "form", "input", "link", "meta",
              "base")::contains))),

  /** Readers drop what runs, and validators warn of it. */
  CONTENT_HAS_NO_EVENT_HANDLER(feed -> ReaderRules.wrong(
      feed,
      entry -> entry.content().attributes().stream()
          .noneMatch(attribute -> attribute.matches("on.*|style")))),

  /** One reader reads no more than the first 300 entries. */
  FEED_HAS_NO_MORE_ENTRIES_THAN_READERS_READ(feed -> feed.entries().size() > 300
      ? Stream.of("there are " + feed.entries().size() + " entries")
      : Stream.empty()),

  /** The smallest limit of a reader is 5 MB. */
  FEED_IS_NO_LARGER_THAN_READERS_READ(feed ->
      feed.bytes() > 5_000_000 ? Stream.of("it has " + feed.bytes() + " bytes") : Stream.empty());

  // The checks keep no state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<ParsedFeed, Stream<String>> check;

  ReaderRules(Function<ParsedFeed, Stream<String>> check) {
    this.check = check;
  }

  @Override
  public List<String> violations(ParsedFeed feed) {
    return check.apply(feed).toList();
  }

  /** Titles that are missing break another rule. */
  private static Stream<String> titles(ParsedFeed feed) {
    return Stream.concat(Stream.of(feed.title()), feed.entries().stream().map(ParsedEntry::title))
        .filter(title -> !title.isBlank());
  }

  private static Stream<String> wrong(ParsedFeed feed, Predicate<ParsedEntry> right) {
    return feed.entries().stream().filter(right.negate()).map(entry -> entry.place() + " " + entry);
  }

  private static Stream<String> wrongPairs(
      ParsedFeed feed, BiPredicate<ParsedEntry, ParsedEntry> right) {
    List<ParsedEntry> entries = feed.entries();
    return IntStream.range(1, entries.size())
        .filter(i -> !right.test(entries.get(i - 1), entries.get(i)))
        .mapToObj(i -> entries.get(i).place() + " is newer than the one before it");
  }

  private static Stream<String> wrongAddresses(ParsedFeed feed, Predicate<String> right) {
    return feed.entries().stream()
        .flatMap(entry -> entry.content().addresses().stream()
            .filter(right.negate())
            .map(address -> entry.place() + " leads to " + address));
  }

  /** Returns the values that occur for a second time. */
  static Stream<String> twice(Stream<String> values) {
    Set<String> seen = new HashSet<>();
    return values.filter(value -> !seen.add(value)).distinct();
  }
}
