package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link RssReaderRules}. */
interface RssReaderRulesContract extends RulesContract {
  @Test
  default void channelHasNoPubDate() {
    keeps(RssReaderRules.CHANNEL_HAS_NO_PUB_DATE);
  }

  @Test
  default void channelHasALastBuildDate() {
    keeps(RssReaderRules.CHANNEL_HAS_A_LAST_BUILD_DATE);
  }

  @Test
  default void lastBuildDateIsNotOlderThanAnItem() {
    keeps(RssReaderRules.LAST_BUILD_DATE_IS_NOT_OLDER_THAN_AN_ITEM);
  }

  @Test
  default void rssDatesHaveANumericZoneOrGmt() {
    keeps(RssReaderRules.RSS_DATES_HAVE_A_NUMERIC_ZONE_OR_GMT);
  }

  @Test
  default void titlesHaveNoAngleBracket() {
    keeps(RssReaderRules.TITLES_HAVE_NO_ANGLE_BRACKET);
  }

  @Test
  default void guidsSayWhetherTheyArePermalinks() {
    keeps(RssReaderRules.GUIDS_SAY_WHETHER_THEY_ARE_PERMALINKS);
  }

  @Test
  default void guidsAreNoPermalinks() {
    keeps(RssReaderRules.GUIDS_ARE_NO_PERMALINKS);
  }

  @Test
  default void descriptionsAreTextInHtml() {
    keeps(RssReaderRules.DESCRIPTIONS_ARE_TEXT_IN_HTML);
  }

  @Test
  default void descriptionsAreNotEmpty() {
    keeps(RssReaderRules.DESCRIPTIONS_ARE_NOT_EMPTY);
  }

  @Test
  default void itemsHaveTheirFullContent() {
    keeps(RssReaderRules.ITEMS_HAVE_THEIR_FULL_CONTENT);
  }

  @Test
  default void itemsNameTheirCreator() {
    keeps(RssReaderRules.ITEMS_NAME_THEIR_CREATOR);
  }

  @Test
  default void channelSaysItsLanguage() {
    keeps(RssReaderRules.CHANNEL_SAYS_ITS_LANGUAGE);
  }

  @Test
  default void channelSaysHowLongItMayBeKept() {
    keeps(RssReaderRules.CHANNEL_SAYS_HOW_LONG_IT_MAY_BE_KEPT);
  }

  @Test
  default void channelSkipsNoDayAndNoHour() {
    keeps(RssReaderRules.CHANNEL_SKIPS_NO_DAY_AND_NO_HOUR);
  }

  @Test
  default void updatePeriodIsAWordOfTheModule() {
    keeps(RssReaderRules.UPDATE_PERIOD_IS_A_WORD_OF_THE_MODULE);
  }

  @Test
  default void updateFrequencyIsACount() {
    keeps(RssReaderRules.UPDATE_FREQUENCY_IS_A_COUNT);
  }

  @Test
  default void noRssEnclosures() {
    keeps(RssReaderRules.NO_RSS_ENCLOSURES);
  }

  @Test
  default void categoriesOfAnItemDiffer() {
    keeps(RssReaderRules.CATEGORIES_OF_AN_ITEM_DIFFER);
  }

  @Test
  default void markdownIsNotEmpty() {
    keeps(RssReaderRules.MARKDOWN_IS_NOT_EMPTY);
  }

  @Test
  default void markdownOccursAtMostOnce() {
    keeps(RssReaderRules.MARKDOWN_OCCURS_AT_MOST_ONCE);
  }

  @Test
  default void markdownHasNoFrontMatter() {
    keeps(RssReaderRules.MARKDOWN_HAS_NO_FRONT_MATTER);
  }

  @Test
  default void markdownHasNoRelativeAddress() {
    keeps(RssReaderRules.MARKDOWN_HAS_NO_RELATIVE_ADDRESS);
  }

  @Test
  default void rssPrefixesAreUsual() {
    keeps(RssReaderRules.RSS_PREFIXES_ARE_USUAL);
  }

  @Test
  default void noRssStyleSheet() {
    keeps(RssReaderRules.NO_RSS_STYLE_SHEET);
  }
}
