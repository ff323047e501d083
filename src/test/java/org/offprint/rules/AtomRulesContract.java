package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link AtomRules}. */
interface AtomRulesContract extends RulesContract {
  @Test
  default void rootIsAFeed() {
    keeps(AtomRules.ROOT_IS_A_FEED);
  }

  @Test
  default void languagesAreTags() {
    keeps(AtomRules.LANGUAGES_ARE_TAGS);
  }

  @Test
  default void textsHaveAKnownType() {
    keeps(AtomRules.TEXTS_HAVE_A_KNOWN_TYPE);
  }

  @Test
  default void plainTextsHaveNoChildElement() {
    keeps(AtomRules.PLAIN_TEXTS_HAVE_NO_CHILD_ELEMENT);
  }

  @Test
  default void htmlTextsHaveNoChildElement() {
    keeps(AtomRules.HTML_TEXTS_HAVE_NO_CHILD_ELEMENT);
  }

  @Test
  default void xhtmlTextsAreOneDiv() {
    keeps(AtomRules.XHTML_TEXTS_ARE_ONE_DIV);
  }

  @Test
  default void personsHaveExactlyOneName() {
    keeps(AtomRules.PERSONS_HAVE_EXACTLY_ONE_NAME);
  }

  @Test
  default void personsHaveAtMostOneUri() {
    keeps(AtomRules.PERSONS_HAVE_AT_MOST_ONE_URI);
  }

  @Test
  default void personUrisAreIris() {
    keeps(AtomRules.PERSON_URIS_ARE_IRIS);
  }

  @Test
  default void personsHaveAtMostOneEmail() {
    keeps(AtomRules.PERSONS_HAVE_AT_MOST_ONE_EMAIL);
  }

  @Test
  default void emailsAreAddresses() {
    keeps(AtomRules.EMAILS_ARE_ADDRESSES);
  }

  @Test
  default void datesAreRfc3339() {
    keeps(AtomRules.DATES_ARE_RFC_3339);
  }

  @Test
  default void metadataStandsBeforeTheEntries() {
    keeps(AtomRules.METADATA_STANDS_BEFORE_THE_ENTRIES);
  }

  @Test
  default void feedOrEveryEntryHasAnAuthor() {
    keeps(AtomRules.FEED_OR_EVERY_ENTRY_HAS_AN_AUTHOR);
  }

  @Test
  default void feedHasAtMostOneGenerator() {
    keeps(AtomRules.FEED_HAS_AT_MOST_ONE_GENERATOR);
  }

  @Test
  default void feedHasAtMostOneIcon() {
    keeps(AtomRules.FEED_HAS_AT_MOST_ONE_ICON);
  }

  @Test
  default void feedHasAtMostOneLogo() {
    keeps(AtomRules.FEED_HAS_AT_MOST_ONE_LOGO);
  }

  @Test
  default void rightsOccurAtMostOnce() {
    keeps(AtomRules.RIGHTS_OCCUR_AT_MOST_ONCE);
  }

  @Test
  default void feedHasAtMostOneSubtitle() {
    keeps(AtomRules.FEED_HAS_AT_MOST_ONE_SUBTITLE);
  }

  @Test
  default void feedHasExactlyOneId() {
    keeps(AtomRules.FEED_HAS_EXACTLY_ONE_ID);
  }

  @Test
  default void feedHasExactlyOneTitle() {
    keeps(AtomRules.FEED_HAS_EXACTLY_ONE_TITLE);
  }

  @Test
  default void feedHasExactlyOneUpdated() {
    keeps(AtomRules.FEED_HAS_EXACTLY_ONE_UPDATED);
  }

  @Test
  default void feedLinksToItself() {
    keeps(AtomRules.FEED_LINKS_TO_ITSELF);
  }

  @Test
  default void alternatesDifferInTypeOrLanguage() {
    keeps(AtomRules.ALTERNATES_DIFFER_IN_TYPE_OR_LANGUAGE);
  }

  @Test
  default void entriesWithTheSameIdDifferInUpdated() {
    keeps(AtomRules.ENTRIES_WITH_THE_SAME_ID_DIFFER_IN_UPDATED);
  }

  @Test
  default void titlesAreNotEmpty() {
    keeps(AtomRules.TITLES_ARE_NOT_EMPTY);
  }

  @Test
  default void entriesHaveExactlyOneId() {
    keeps(AtomRules.ENTRIES_HAVE_EXACTLY_ONE_ID);
  }

  @Test
  default void entriesHaveExactlyOneTitle() {
    keeps(AtomRules.ENTRIES_HAVE_EXACTLY_ONE_TITLE);
  }

  @Test
  default void entriesHaveExactlyOneUpdated() {
    keeps(AtomRules.ENTRIES_HAVE_EXACTLY_ONE_UPDATED);
  }

  @Test
  default void entriesHaveAtMostOneContent() {
    keeps(AtomRules.ENTRIES_HAVE_AT_MOST_ONE_CONTENT);
  }

  @Test
  default void entriesHaveAtMostOnePublished() {
    keeps(AtomRules.ENTRIES_HAVE_AT_MOST_ONE_PUBLISHED);
  }

  @Test
  default void entriesHaveAtMostOneSource() {
    keeps(AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SOURCE);
  }

  @Test
  default void entriesHaveAtMostOneSummary() {
    keeps(AtomRules.ENTRIES_HAVE_AT_MOST_ONE_SUMMARY);
  }

  @Test
  default void entriesWithoutContentHaveAnAlternate() {
    keeps(AtomRules.ENTRIES_WITHOUT_CONTENT_HAVE_AN_ALTERNATE);
  }

  @Test
  default void contentThatCannotBeReadHasASummary() {
    keeps(AtomRules.CONTENT_THAT_CANNOT_BE_READ_HAS_A_SUMMARY);
  }

  @Test
  default void contentHasAKnownType() {
    keeps(AtomRules.CONTENT_HAS_A_KNOWN_TYPE);
  }

  @Test
  default void remoteContentIsEmpty() {
    keeps(AtomRules.REMOTE_CONTENT_IS_EMPTY);
  }

  @Test
  default void escapedContentHasNoChildElement() {
    keeps(AtomRules.ESCAPED_CONTENT_HAS_NO_CHILD_ELEMENT);
  }

  @Test
  default void xhtmlContentIsOneDiv() {
    keeps(AtomRules.XHTML_CONTENT_IS_ONE_DIV);
  }

  @Test
  default void categoriesHaveATerm() {
    keeps(AtomRules.CATEGORIES_HAVE_A_TERM);
  }

  @Test
  default void categorySchemesAreIris() {
    keeps(AtomRules.CATEGORY_SCHEMES_ARE_IRIS);
  }

  @Test
  default void iconAndLogoAreIris() {
    keeps(AtomRules.ICON_AND_LOGO_ARE_IRIS);
  }

  @Test
  default void idsAreIris() {
    keeps(AtomRules.IDS_ARE_IRIS);
  }

  @Test
  default void noEntryHasTheIdOfTheFeed() {
    keeps(AtomRules.NO_ENTRY_HAS_THE_ID_OF_THE_FEED);
  }

  @Test
  default void idsAreNormalised() {
    keeps(AtomRules.IDS_ARE_NORMALISED);
  }

  @Test
  default void linksHaveAnAddress() {
    keeps(AtomRules.LINKS_HAVE_AN_ADDRESS);
  }

  @Test
  default void linkAddressesAreIris() {
    keeps(AtomRules.LINK_ADDRESSES_ARE_IRIS);
  }

  @Test
  default void relationsAreNamesOrIris() {
    keeps(AtomRules.RELATIONS_ARE_NAMES_OR_IRIS);
  }

  @Test
  default void linkTypesAreMediaTypes() {
    keeps(AtomRules.LINK_TYPES_ARE_MEDIA_TYPES);
  }

  @Test
  default void linkLanguagesAreTags() {
    keeps(AtomRules.LINK_LANGUAGES_ARE_TAGS);
  }

  @Test
  default void noUnknownElementOfAtom() {
    keeps(AtomRules.NO_UNKNOWN_ELEMENT_OF_ATOM);
  }
}
