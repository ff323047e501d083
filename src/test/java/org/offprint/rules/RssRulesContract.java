package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link RssRules}. */
interface RssRulesContract extends RulesContract {
  @Test
  default void rootIsRss20() {
    keeps(RssRules.ROOT_IS_RSS_2_0);
  }

  @Test
  default void rssHasExactlyOneChannel() {
    keeps(RssRules.RSS_HAS_EXACTLY_ONE_CHANNEL);
  }

  @Test
  default void channelHasExactlyOneTitle() {
    keeps(RssRules.CHANNEL_HAS_EXACTLY_ONE_TITLE);
  }

  @Test
  default void channelHasExactlyOneLink() {
    keeps(RssRules.CHANNEL_HAS_EXACTLY_ONE_LINK);
  }

  @Test
  default void channelHasExactlyOneDescription() {
    keeps(RssRules.CHANNEL_HAS_EXACTLY_ONE_DESCRIPTION);
  }

  @Test
  default void optionalChannelElementsOccurOnce() {
    keeps(RssRules.OPTIONAL_CHANNEL_ELEMENTS_OCCUR_ONCE);
  }

  @Test
  default void itemElementsOccurOnce() {
    keeps(RssRules.ITEM_ELEMENTS_OCCUR_ONCE);
  }

  @Test
  default void itemsStandLastInTheChannel() {
    keeps(RssRules.ITEMS_STAND_LAST_IN_THE_CHANNEL);
  }

  @Test
  default void itemsHaveTitleOrDescription() {
    keeps(RssRules.ITEMS_HAVE_TITLE_OR_DESCRIPTION);
  }

  @Test
  default void unknownElementsHaveANamespace() {
    keeps(RssRules.UNKNOWN_ELEMENTS_HAVE_A_NAMESPACE);
  }

  @Test
  default void textsHaveNoChildElement() {
    keeps(RssRules.TEXTS_HAVE_NO_CHILD_ELEMENT);
  }

  @Test
  default void plainTextsHoldNoHtml() {
    keeps(RssRules.PLAIN_TEXTS_HOLD_NO_HTML);
  }

  @Test
  default void languageIsATag() {
    keeps(RssRules.LANGUAGE_IS_A_TAG);
  }

  @Test
  default void datesAreRfc822() {
    keeps(RssRules.DATES_ARE_RFC_822);
  }

  @Test
  default void yearsHaveFourDigits() {
    keeps(RssRules.YEARS_HAVE_FOUR_DIGITS);
  }

  @Test
  default void weekdaysAreRight() {
    keeps(RssRules.WEEKDAYS_ARE_RIGHT);
  }

  @Test
  default void linksBeginWithAScheme() {
    keeps(RssRules.LINKS_BEGIN_WITH_A_SCHEME);
  }

  @Test
  default void imageHasUrlTitleAndLink() {
    keeps(RssRules.IMAGE_HAS_URL_TITLE_AND_LINK);
  }

  @Test
  default void imageIsGifJpegOrPng() {
    keeps(RssRules.IMAGE_IS_GIF_JPEG_OR_PNG);
  }

  @Test
  default void imageIsNotTooLarge() {
    keeps(RssRules.IMAGE_IS_NOT_TOO_LARGE);
  }

  @Test
  default void imageHasTitleAndLinkOfTheChannel() {
    keeps(RssRules.IMAGE_HAS_TITLE_AND_LINK_OF_THE_CHANNEL);
  }

  @Test
  default void ttlIsANumberOfMinutes() {
    keeps(RssRules.TTL_IS_A_NUMBER_OF_MINUTES);
  }

  @Test
  default void skippedHoursAreHours() {
    keeps(RssRules.SKIPPED_HOURS_ARE_HOURS);
  }

  @Test
  default void skippedDaysAreWeekdays() {
    keeps(RssRules.SKIPPED_DAYS_ARE_WEEKDAYS);
  }

  @Test
  default void channelHasNoTextInput() {
    keeps(RssRules.CHANNEL_HAS_NO_TEXT_INPUT);
  }

  @Test
  default void emailsComeWithAName() {
    keeps(RssRules.EMAILS_COME_WITH_A_NAME);
  }

  @Test
  default void enclosuresHaveUrlLengthAndType() {
    keeps(RssRules.ENCLOSURES_HAVE_URL_LENGTH_AND_TYPE);
  }

  @Test
  default void itemsHaveAtMostOneEnclosure() {
    keeps(RssRules.ITEMS_HAVE_AT_MOST_ONE_ENCLOSURE);
  }

  @Test
  default void sourcesHaveAUrl() {
    keeps(RssRules.SOURCES_HAVE_A_URL);
  }

  @Test
  default void itemsHaveAGuid() {
    keeps(RssRules.ITEMS_HAVE_A_GUID);
  }

  @Test
  default void guidsAreUnique() {
    keeps(RssRules.GUIDS_ARE_UNIQUE);
  }

  @Test
  default void guidsArePermalinksOrNot() {
    keeps(RssRules.GUIDS_ARE_PERMALINKS_OR_NOT);
  }

  @Test
  default void permalinksAreUrls() {
    keeps(RssRules.PERMALINKS_ARE_URLS);
  }

  @Test
  default void channelLinksToItself() {
    keeps(RssRules.CHANNEL_LINKS_TO_ITSELF);
  }

  @Test
  default void atomLinksHaveAnAddress() {
    keeps(RssRules.ATOM_LINKS_HAVE_AN_ADDRESS);
  }

  @Test
  default void selfLinkIsOfTheTypeOfRss() {
    keeps(RssRules.SELF_LINK_IS_OF_THE_TYPE_OF_RSS);
  }

  @Test
  default void contentStandsOnceInItems() {
    keeps(RssRules.CONTENT_STANDS_ONCE_IN_ITEMS);
  }

  @Test
  default void contentComesWithADescription() {
    keeps(RssRules.CONTENT_COMES_WITH_A_DESCRIPTION);
  }

  @Test
  default void descriptionStandsBeforeTheContent() {
    keeps(RssRules.DESCRIPTION_STANDS_BEFORE_THE_CONTENT);
  }
}
