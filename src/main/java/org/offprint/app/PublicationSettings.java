package org.offprint.app;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.offprint.feed.FeedWindow;
import org.offprint.issue.Author;
import org.offprint.publication.IgnoreRules;
import org.offprint.publication.Masthead;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;

/** What {@code offprint.yaml} says about the publication; every value has a default. */
record PublicationSettings(
    String title,
    String description,
    Optional<URI> baseUrl,
    Optional<String> tag,
    String language,
    ZoneId zone,
    List<Author> authors,
    Optional<URI> icon,
    Optional<URI> logo,
    Optional<String> copyright,
    SectionVocabulary vocabulary,
    IgnoreRules ignored,
    FeedWindow window) {
  static final PublicationSettings DEFAULT = new PublicationSettings(
      "Newsletter",
      "",
      Optional.empty(),
      Optional.empty(),
      "en",
      ZoneOffset.UTC,
      List.of(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      SectionVocabulary.EMPTY,
      IgnoreRules.NONE,
      FeedWindow.DEFAULT);

  /** The year in ids when the settings name none: the year of RFC 4287. */
  private static final String DEFAULT_YEAR = "2005";

  /** The rules that follow; the server's base URL comes before the file's. */
  PublicationRules rules(BaseUrls baseUrls) {
    URI base = baseUrls.server().or(this::baseUrl).orElse(baseUrls.local());
    Masthead masthead = new Masthead(
        title,
        description,
        base,
        tag.orElseGet(() -> "tag:" + BaseUrl.host(base) + "," + DEFAULT_YEAR),
        language,
        zone,
        authors,
        icon.map(base::resolve),
        logo.map(base::resolve),
        copyright);
    return new PublicationRules(masthead, vocabulary, ignored);
  }
}
