package org.offprint.publication;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.offprint.issue.Html;
import org.offprint.issue.IssueReader;
import org.offprint.issue.ReadingRules;
import org.offprint.issue.Surroundings;

/**
 * The publisher's settings for the newsletter as a whole.
 *
 * @param masthead the publisher's details and the address of the site
 * @param vocabulary the mapping of headings to sections
 * @param files the files that are issues, and how they are read
 * @param former the ids and addresses that readers still have from another generator
 * @param media the files beside issues that are served
 * @param readers those for whom it is
 */
public record PublicationRules(
    Masthead masthead,
    SectionVocabulary vocabulary,
    FileRules files,
    FormerSite former,
    MediaRules media,
    Readers readers) {
  /** Those for whom a newsletter is. */
  public enum Readers {
    /** People, feed readers, search engines. */
    EVERYONE,
    /** All but search engines and other crawlers. */
    NO_CRAWLERS,
    /** Its authors, who see drafts and issues to come, too. */
    AUTHORS
  }

  EntryIds ids() {
    return new EntryIds(masthead.tag(), former.ids());
  }

  /** Returns the rules for the reading of one file. */
  public ReadingRules reading() {
    URI issues = masthead.addresses().of(Addresses.ISSUES);
    return new ReadingRules(
        files.source().in(masthead.zone(), masthead.language()),
        issues,
        files.mostBytes(),
        vocabulary.forReading(),
        media.folders());
  }

  /** Returns the publisher's words for the foot of every page. */
  Html footer() {
    String words = masthead.additions().footer();
    return words.isEmpty()
        ? Html.EMPTY
        : new IssueReader(reading())
            .text(
                Folder.SETTINGS_FILE,
                words,
                Surroundings.NONE.linkingTo(
                    Optional.of(Surroundings.Targets.of(files.own().targets()))));
  }

  /** Returns a copy for authors. */
  public PublicationRules forAuthors() {
    return new PublicationRules(masthead, vocabulary, files, former, media, Readers.AUTHORS);
  }

  /** Returns a copy with the text of the publisher's stylesheet. */
  PublicationRules with(Optional<String> stylesheet) {
    return new PublicationRules(
        masthead.with(stylesheet), vocabulary, files, former, media, readers);
  }

  /** Returns a copy for one folder of issues. */
  PublicationRules in(Path folder) {
    return new PublicationRules(masthead, vocabulary, files, former, media.in(folder), readers);
  }
}
