package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link JsonReaderRules}. */
interface JsonReaderRulesContract extends RulesContract {
  @Test
  default void itemsHaveHtml() {
    keeps(JsonReaderRules.ITEMS_HAVE_HTML);
  }

  @Test
  default void itemsSayWhenTheyWereModified() {
    keeps(JsonReaderRules.ITEMS_SAY_WHEN_THEY_WERE_MODIFIED);
  }

  @Test
  default void jsonDatesAreUtcWithoutFraction() {
    keeps(JsonReaderRules.JSON_DATES_ARE_UTC_WITHOUT_FRACTION);
  }

  @Test
  default void tagsDiffer() {
    keeps(JsonReaderRules.TAGS_DIFFER);
  }

  @Test
  default void noValueIsEmpty() {
    keeps(JsonReaderRules.NO_VALUE_IS_EMPTY);
  }

  @Test
  default void jsonFeedSaysItsLanguage() {
    keeps(JsonReaderRules.JSON_FEED_SAYS_ITS_LANGUAGE);
  }

  @Test
  default void jsonFeedHasAuthors() {
    keeps(JsonReaderRules.JSON_FEED_HAS_AUTHORS);
  }

  @Test
  default void authorsHaveAName() {
    keeps(JsonReaderRules.AUTHORS_HAVE_A_NAME);
  }

  @Test
  default void noAttachments() {
    keeps(JsonReaderRules.NO_ATTACHMENTS);
  }
}
