package org.offprint.page;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.offprint.publication.PublishedIssue;

/**
 * One issue in a list: its title, where it stands, and its date in the author's own time zone.
 *
 * @param language of the title, where it differs from that of the words around it
 */
record IssueLine(
    String title,
    String target,
    Optional<String> number,
    String machineDate,
    String date,
    Optional<String> language) {
  static IssueLine of(PublishedIssue published, PageLinks links, String language) {
    return new IssueLine(
        published.issue().title(),
        links.issue(published),
        published.issue().number(),
        machineDate(published.issue().date()),
        date(published.issue().date(), language),
        differing(published.issue().language(), language));
  }

  /** The language of words of an issue, where it differs from that of the page's own words around them. */
  static Optional<String> differing(Optional<String> own, String publishers) {
    return Optional.of(own.orElse(publishers))
        .filter(words -> !words.equals(Frame.ownLanguage(publishers).orElse(publishers)));
  }

  static String machineDate(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  static String date(OffsetDateTime moment, String language) {
    Locale locale = Locale.forLanguageTag(language);
    // Of English without a country nobody knows whether the month comes first; this order is read
    // everywhere.
    DateTimeFormatter format = locale.getLanguage().equals("en")
        ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    return format.format(moment);
  }
}
