package org.offprint.publication;

import java.net.URI;
import org.offprint.issue.ReadingRules;

/**
 * What the publisher settles about the newsletter as a whole.
 *
 * @param masthead who publishes, and where
 * @param vocabulary which heading means which section
 * @param ignored which files are no issues, and how large the others may be
 * @param former what another generator has left with readers
 * @param isForCrawlers whether search engines and their like may read it
 */
public record PublicationRules(
    Masthead masthead,
    SectionVocabulary vocabulary,
    IgnoreRules ignored,
    FormerSite former,
    boolean isForCrawlers) {
  /** Rules of a newsletter that begins here, and that anybody may read. */
  public PublicationRules(Masthead masthead, SectionVocabulary vocabulary, IgnoreRules ignored) {
    this(masthead, vocabulary, ignored, FormerSite.NONE);
  }

  /** Rules of a newsletter that anybody may read. */
  public PublicationRules(
      Masthead masthead, SectionVocabulary vocabulary, IgnoreRules ignored, FormerSite former) {
    this(masthead, vocabulary, ignored, former, true);
  }

  EntryIds ids() {
    return new EntryIds(masthead.tag(), former.ids());
  }

  ReadingRules reading() {
    URI issues = masthead.baseUri().resolve(Permalinks.ISSUES);
    return new ReadingRules(masthead.zone(), issues, ignored.mostBytes());
  }
}
