package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link ReaderRules}. */
interface ReaderRulesContract extends RulesContract {
  @Test
  default void selfIsTheAddressItWasFetchedFrom() {
    keeps(ReaderRules.SELF_IS_THE_ADDRESS_IT_WAS_FETCHED_FROM);
  }

  @Test
  default void titlesAreOneLine() {
    keeps(ReaderRules.TITLES_ARE_ONE_LINE);
  }

  @Test
  default void titlesHaveNoLeftoverEscape() {
    keeps(ReaderRules.TITLES_HAVE_NO_LEFTOVER_ESCAPE);
  }

  @Test
  default void entriesHaveATitle() {
    keeps(ReaderRules.ENTRIES_HAVE_A_TITLE);
  }

  @Test
  default void entryIdsAreAbsolute() {
    keeps(ReaderRules.ENTRY_IDS_ARE_ABSOLUTE);
  }

  @Test
  default void entriesLeadToAPage() {
    keeps(ReaderRules.ENTRIES_LEAD_TO_A_PAGE);
  }

  @Test
  default void entriesSayWhenTheyWerePublished() {
    keeps(ReaderRules.ENTRIES_SAY_WHEN_THEY_WERE_PUBLISHED);
  }

  @Test
  default void entriesStandNewestFirst() {
    keeps(ReaderRules.ENTRIES_STAND_NEWEST_FIRST);
  }

  @Test
  default void updatesComeAfterPublication() {
    keeps(ReaderRules.UPDATES_COME_AFTER_PUBLICATION);
  }

  @Test
  default void publicationIsARealMoment() {
    keeps(ReaderRules.PUBLICATION_IS_A_REAL_MOMENT);
  }

  @Test
  default void contentHasNoRelativeAddress() {
    keeps(ReaderRules.CONTENT_HAS_NO_RELATIVE_ADDRESS);
  }

  @Test
  default void contentAddressesAreWellFormed() {
    keeps(ReaderRules.CONTENT_ADDRESSES_ARE_WELL_FORMED);
  }

  @Test
  default void contentAddressesHaveAHarmlessScheme() {
    keeps(ReaderRules.CONTENT_ADDRESSES_HAVE_A_HARMLESS_SCHEME);
  }

  @Test
  default void contentHasNoScript() {
    keeps(ReaderRules.CONTENT_HAS_NO_SCRIPT);
  }

  @Test
  default void contentHasNoEventHandler() {
    keeps(ReaderRules.CONTENT_HAS_NO_EVENT_HANDLER);
  }

  @Test
  default void feedHasNoMoreEntriesThanReadersRead() {
    keeps(ReaderRules.FEED_HAS_NO_MORE_ENTRIES_THAN_READERS_READ);
  }

  @Test
  default void feedIsNoLargerThanReadersRead() {
    keeps(ReaderRules.FEED_IS_NO_LARGER_THAN_READERS_READ);
  }
}
