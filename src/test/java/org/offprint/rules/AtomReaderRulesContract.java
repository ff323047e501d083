package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link AtomReaderRules}. */
interface AtomReaderRulesContract extends RulesContract {
  @Test
  default void textsSayThatTheyAreText() {
    keeps(AtomReaderRules.TEXTS_SAY_THAT_THEY_ARE_TEXT);
  }

  @Test
  default void contentIsEscapedHtml() {
    keeps(AtomReaderRules.CONTENT_IS_ESCAPED_HTML);
  }

  @Test
  default void atomDatesAreUtcWithoutFraction() {
    keeps(AtomReaderRules.ATOM_DATES_ARE_UTC_WITHOUT_FRACTION);
  }

  @Test
  default void feedIsAsNewAsItsNewestEntry() {
    keeps(AtomReaderRules.FEED_IS_AS_NEW_AS_ITS_NEWEST_ENTRY);
  }

  @Test
  default void atomIdsAreUnique() {
    keeps(AtomReaderRules.ATOM_IDS_ARE_UNIQUE);
  }

  @Test
  default void linksSayTheirRelation() {
    keeps(AtomReaderRules.LINKS_SAY_THEIR_RELATION);
  }

  @Test
  default void feedAndEntriesNameTheirPage() {
    keeps(AtomReaderRules.FEED_AND_ENTRIES_NAME_THEIR_PAGE);
  }

  @Test
  default void feedAndEntriesNameOnlyOnePage() {
    keeps(AtomReaderRules.FEED_AND_ENTRIES_NAME_ONLY_ONE_PAGE);
  }

  @Test
  default void entriesHaveAtMostOneRelatedPage() {
    keeps(AtomReaderRules.ENTRIES_HAVE_AT_MOST_ONE_RELATED_PAGE);
  }

  @Test
  default void noAtomAddressIsRelative() {
    keeps(AtomReaderRules.NO_ATOM_ADDRESS_IS_RELATIVE);
  }

  @Test
  default void noElementHasABase() {
    keeps(AtomReaderRules.NO_ELEMENT_HAS_A_BASE);
  }

  @Test
  default void noAtomEnclosures() {
    keeps(AtomReaderRules.NO_ATOM_ENCLOSURES);
  }

  @Test
  default void feedSaysItsLanguage() {
    keeps(AtomReaderRules.FEED_SAYS_ITS_LANGUAGE);
  }

  @Test
  default void feedHasAnAuthor() {
    keeps(AtomReaderRules.FEED_HAS_AN_AUTHOR);
  }

  @Test
  default void namesAreNotEmpty() {
    keeps(AtomReaderRules.NAMES_ARE_NOT_EMPTY);
  }

  @Test
  default void categoriesHaveTermAndLabel() {
    keeps(AtomReaderRules.CATEGORIES_HAVE_TERM_AND_LABEL);
  }

  @Test
  default void categoriesOfAnEntryDiffer() {
    keeps(AtomReaderRules.CATEGORIES_OF_AN_ENTRY_DIFFER);
  }

  @Test
  default void noAtomTextIsEmpty() {
    keeps(AtomReaderRules.NO_ATOM_TEXT_IS_EMPTY);
  }

  @Test
  default void prefixesAreUsual() {
    keeps(AtomReaderRules.PREFIXES_ARE_USUAL);
  }

  @Test
  default void noStyleSheet() {
    keeps(AtomReaderRules.NO_STYLE_SHEET);
  }
}
