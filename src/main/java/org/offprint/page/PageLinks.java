package org.offprint.page;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.issue.Html;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.Wording;

/**
 * The links of pages, with their dates and languages. Targets have neither scheme nor host, so
 * that a page works under any host name. Immutable.
 */
record PageLinks(Publication publication, Wording wording) {
  /**
   * A feed in one format.
   *
   * @param target without scheme and host
   * @param address the whole URL, for feed readers
   */
  record FeedLink(String format, String target, String address, String mediaType) {}

  /**
   * An issue in a list.
   *
   * @param date in the author's own time zone
   * @param language of the title, where it differs from that of the page's own words
   */
  record IssueLink(
      String title,
      String target,
      Optional<String> number,
      String machineDate,
      String date,
      Optional<String> language) {}

  String of(String path) {
    URI address = publication.addresses().of(path);
    return address.getRawQuery() == null
        ? address.getRawPath()
        : address.getRawPath() + "?" + address.getRawQuery();
  }

  String absolute(String path) {
    return publication.addresses().of(path).toString();
  }

  Html.TextLink section(Section section) {
    return new Html.TextLink(section.title(), section(section.key()));
  }

  String section(SectionKey key) {
    return of(FeedScope.of(key).page());
  }

  String issue(PublishedIssue published) {
    return publication.addresses().issue(published.issue()).getRawPath();
  }

  IssueLink line(PublishedIssue published) {
    return new IssueLink(
        published.issue().title(),
        issue(published),
        published.issue().number(),
        machineDate(published.issue().date()),
        date(published.issue().date()),
        differing(published.issue().language()));
  }

  List<FeedLink> feeds(FeedScope scope, Lens lens) {
    return Stream.of(FeedFormat.values())
        .map(format -> feed(new FeedAddress(scope, lens, format)))
        .toList();
  }

  FeedLink feed(FeedAddress address) {
    return new FeedLink(
        address.format().label(),
        of(address.path()),
        absolute(address.path()),
        address.format().mediaType());
  }

  static String machineDate(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  String date(OffsetDateTime moment) {
    Locale locale = Locale.forLanguageTag(language());
    // English without a country leaves open whether the month comes first; this order is clear to
    // all.
    DateTimeFormatter format = locale.getLanguage().equals("en")
        ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    return format.format(moment);
  }

  /** Returns the language of the publisher, and of all issues that declare none. */
  String language() {
    return publication.masthead().language();
  }

  /** Returns the language of an issue, if it differs from that of the page's own words. */
  Optional<String> differing(Optional<String> declared) {
    return Optional.of(declared.orElse(language()))
        .filter(words -> !words.equals(own(language()).orElse(language())));
  }

  /** Returns the language of the page's own words, if it differs from that of the words around them. */
  Optional<String> own(String around) {
    return wording.languageWithin(around);
  }
}
