package org.offprint.rules;

import org.junit.jupiter.api.Test;

/** One test for each of {@link ArchiveRules}. */
interface ArchiveRulesContract extends RulesContract {
  @Test
  default void completeMarkIsEmpty() {
    keeps(ArchiveRules.COMPLETE_MARK_IS_EMPTY);
  }

  @Test
  default void completeMarkStandsOnceInTheHead() {
    keeps(ArchiveRules.COMPLETE_MARK_STANDS_ONCE_IN_THE_HEAD);
  }

  @Test
  default void completeFeedsHaveNoOtherDocuments() {
    keeps(ArchiveRules.COMPLETE_FEEDS_HAVE_NO_OTHER_DOCUMENTS);
  }

  @Test
  default void pageLinksOccurOnce() {
    keeps(ArchiveRules.PAGE_LINKS_OCCUR_ONCE);
  }

  @Test
  default void archiveMarkIsEmpty() {
    keeps(ArchiveRules.ARCHIVE_MARK_IS_EMPTY);
  }

  @Test
  default void archiveMarkStandsOnceInTheHead() {
    keeps(ArchiveRules.ARCHIVE_MARK_STANDS_ONCE_IN_THE_HEAD);
  }

  @Test
  default void archiveDocumentsNameTheCurrentOne() {
    keeps(ArchiveRules.ARCHIVE_DOCUMENTS_NAME_THE_CURRENT_ONE);
  }

  @Test
  default void archiveDocumentsSayThatTheyAre() {
    keeps(ArchiveRules.ARCHIVE_DOCUMENTS_SAY_THAT_THEY_ARE);
  }

  @Test
  default void subscriptionDocumentIsNoArchive() {
    keeps(ArchiveRules.SUBSCRIPTION_DOCUMENT_IS_NO_ARCHIVE);
  }

  @Test
  default void previousOccursAtMostOnce() {
    keeps(ArchiveRules.PREVIOUS_OCCURS_AT_MOST_ONCE);
  }

  @Test
  default void nextOccursAtMostOnce() {
    keeps(ArchiveRules.NEXT_OCCURS_AT_MOST_ONCE);
  }

  @Test
  default void currentOccursAtMostOnce() {
    keeps(ArchiveRules.CURRENT_OCCURS_AT_MOST_ONCE);
  }

  @Test
  default void noDocumentPrecedesOrFollowsItself() {
    keeps(ArchiveRules.NO_DOCUMENT_PRECEDES_OR_FOLLOWS_ITSELF);
  }

  @Test
  default void previousAndNextAreDifferentDocuments() {
    keeps(ArchiveRules.PREVIOUS_AND_NEXT_ARE_DIFFERENT_DOCUMENTS);
  }

  @Test
  default void currentIsNoNeighbour() {
    keeps(ArchiveRules.CURRENT_IS_NO_NEIGHBOUR);
  }

  @Test
  default void archivedFeedsAreNotPaged() {
    keeps(ArchiveRules.ARCHIVED_FEEDS_ARE_NOT_PAGED);
  }

  @Test
  default void archiveLinksAreAbsolute() {
    keeps(ArchiveRules.ARCHIVE_LINKS_ARE_ABSOLUTE);
  }

  @Test
  default void archiveLinksKeepTheFormat() {
    keeps(ArchiveRules.ARCHIVE_LINKS_KEEP_THE_FORMAT);
  }

  @Test
  default void archiveDocumentsHaveANumber() {
    keeps(ArchiveRules.ARCHIVE_DOCUMENTS_HAVE_A_NUMBER);
  }

  @Test
  default void neighboursHaveTheNumbersBeside() {
    keeps(ArchiveRules.NEIGHBOURS_HAVE_THE_NUMBERS_BESIDE);
  }

  @Test
  default void allButTheFirstHaveAPrevious() {
    keeps(ArchiveRules.ALL_BUT_THE_FIRST_HAVE_A_PREVIOUS);
  }

  @Test
  default void currentIsTheAddressWithoutNumber() {
    keeps(ArchiveRules.CURRENT_IS_THE_ADDRESS_WITHOUT_NUMBER);
  }
}
