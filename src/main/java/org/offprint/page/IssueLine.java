package org.offprint.page;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.offprint.publication.PublishedIssue;

/** One issue in a list: its title, where it stands, and its date in the author's own time zone. */
record IssueLine(String title, String target, String machineDate, String date) {
  static IssueLine of(PublishedIssue published, PageLinks links, String language) {
    return new IssueLine(
        published.issue().title(),
        links.of("/issues/" + published.issue().slug()),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published.issue().date()),
        DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language))
            .format(published.issue().date()));
  }
}
