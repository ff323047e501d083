package org.offprint.publication;

import java.net.URI;
import org.offprint.issue.DateRules;
import org.offprint.issue.ReadingRules;

/**
 * The publisher's settings for the newsletter as a whole.
 *
 * @param masthead the publisher's details and the address of the site
 * @param vocabulary the mapping of headings to sections
 * @param ignored the files that are no issues, and the size and dates of the others
 * @param former the ids and addresses that readers still have from another generator
 * @param isForCrawlers true if search engines and other crawlers may read it
 */
public record PublicationRules(
    Masthead masthead,
    SectionVocabulary vocabulary,
    FileRules ignored,
    FormerSite former,
    boolean isForCrawlers) {
  EntryIds ids() {
    return new EntryIds(masthead.tag(), former.ids());
  }

  /** Returns the rules for the reading of one file. */
  public ReadingRules reading() {
    URI issues = masthead.addresses().of(Addresses.ISSUES);
    return new ReadingRules(
        new DateRules(
            masthead.zone(), ignored.publishTime(), ignored.dateOrder(), masthead.language()),
        issues,
        ignored.mostBytes(),
        vocabulary.forReading(),
        ignored.templates());
  }
}
