package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link JsonFeedRules}. */
interface JsonFeedRulesContract extends RulesContract {
  @Test
  default void versionIs11() {
    keeps(JsonFeedRules.VERSION_IS_1_1);
  }

  @Test
  default void versionStandsFirst() {
    keeps(JsonFeedRules.VERSION_STANDS_FIRST);
  }

  @Test
  default void feedHasATitle() {
    keeps(JsonFeedRules.FEED_HAS_A_TITLE);
  }

  @Test
  default void feedHasAHomePage() {
    keeps(JsonFeedRules.FEED_HAS_A_HOME_PAGE);
  }

  @Test
  default void feedHasAnAddress() {
    keeps(JsonFeedRules.FEED_HAS_AN_ADDRESS);
  }

  @Test
  default void textsAreStrings() {
    keeps(JsonFeedRules.TEXTS_ARE_STRINGS);
  }

  @Test
  default void urlsAreUrls() {
    keeps(JsonFeedRules.URLS_ARE_URLS);
  }

  @Test
  default void nextUrlIsAnotherAddress() {
    keeps(JsonFeedRules.NEXT_URL_IS_ANOTHER_ADDRESS);
  }

  @Test
  default void nextUrlLeadsToAnOlderDocument() {
    keeps(JsonFeedRules.NEXT_URL_LEADS_TO_AN_OLDER_DOCUMENT);
  }

  @Test
  default void authorsAreObjects() {
    keeps(JsonFeedRules.AUTHORS_ARE_OBJECTS);
  }

  @Test
  default void authorsHaveAField() {
    keeps(JsonFeedRules.AUTHORS_HAVE_A_FIELD);
  }

  @Test
  default void authorFieldsAreStrings() {
    keeps(JsonFeedRules.AUTHOR_FIELDS_ARE_STRINGS);
  }

  @Test
  default void noSingularAuthor() {
    keeps(JsonFeedRules.NO_SINGULAR_AUTHOR);
  }

  @Test
  default void languagesAreTags() {
    keeps(JsonFeedRules.LANGUAGES_ARE_TAGS);
  }

  @Test
  default void expiredIsABoolean() {
    keeps(JsonFeedRules.EXPIRED_IS_A_BOOLEAN);
  }

  @Test
  default void hubsHaveTypeAndUrl() {
    keeps(JsonFeedRules.HUBS_HAVE_TYPE_AND_URL);
  }

  @Test
  default void itemsAreObjects() {
    keeps(JsonFeedRules.ITEMS_ARE_OBJECTS);
  }

  @Test
  default void itemsHaveAnId() {
    keeps(JsonFeedRules.ITEMS_HAVE_AN_ID);
  }

  @Test
  default void itemIdsAreUnique() {
    keeps(JsonFeedRules.ITEM_IDS_ARE_UNIQUE);
  }

  @Test
  default void itemsHaveContent() {
    keeps(JsonFeedRules.ITEMS_HAVE_CONTENT);
  }

  @Test
  default void onlyContentHtmlHoldsHtml() {
    keeps(JsonFeedRules.ONLY_CONTENT_HTML_HOLDS_HTML);
  }

  @Test
  default void itemDatesAreRfc3339() {
    keeps(JsonFeedRules.ITEM_DATES_ARE_RFC_3339);
  }

  @Test
  default void tagsAreStrings() {
    keeps(JsonFeedRules.TAGS_ARE_STRINGS);
  }

  @Test
  default void attachmentsHaveUrlAndType() {
    keeps(JsonFeedRules.ATTACHMENTS_HAVE_URL_AND_TYPE);
  }

  @Test
  default void unknownKeysAreExtensions() {
    keeps(JsonFeedRules.UNKNOWN_KEYS_ARE_EXTENSIONS);
  }

  @Test
  default void extensionsAreNamedWell() {
    keeps(JsonFeedRules.EXTENSIONS_ARE_NAMED_WELL);
  }

  @Test
  default void extensionsAreObjects() {
    keeps(JsonFeedRules.EXTENSIONS_ARE_OBJECTS);
  }

  @Test
  default void extensionKeysAreNamedWell() {
    keeps(JsonFeedRules.EXTENSION_KEYS_ARE_NAMED_WELL);
  }

  @Test
  default void extensionsSayWhatTheyAreAbout() {
    keeps(JsonFeedRules.EXTENSIONS_SAY_WHAT_THEY_ARE_ABOUT);
  }
}
