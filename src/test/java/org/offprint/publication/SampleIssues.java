package org.offprint.publication;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Footnotes;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.Utf8Text;

/** Issues and rules made by hand, for tests that need no file. */
final class SampleIssues {
  private static final URI BASE = URI.create("https://news.example.org/");

  private SampleIssues() {}

  static Issue issue(String slug, String date, Issue.SectionText... parts) {
    return issue(slug + ".md", slug, date, false, Optional.empty(), parts);
  }

  static Issue draft(String slug, String date) {
    return issue(slug + ".md", slug, date, true, Optional.empty());
  }

  static Issue issueWithId(String slug, String id) {
    return issue(slug + ".md", slug, "2026-01-04T10:00:00Z", false, Optional.of(URI.create(id)));
  }

  static Issue issueInFile(String file, String slug) {
    return issueInFile(file, slug, "2026-01-04T10:00:00Z");
  }

  static Issue issueInFile(String file, String slug, String date) {
    return issue(file, slug, date, false, Optional.empty());
  }

  private static Issue issue(
      String file,
      String slug,
      String date,
      boolean draft,
      Optional<URI> id,
      Issue.SectionText... parts) {
    return new Issue(
        file,
        slug,
        true,
        "Issue " + slug,
        Optional.empty(),
        OffsetDateTime.parse(date),
        Optional.empty(),
        id,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        draft,
        Optional.empty(),
        Utf8Text.of(""),
        words(slug),
        Html.EMPTY,
        List.of(parts),
        List.of(),
        Footnotes.NONE,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  static Issue.SectionText part(String heading, Item... items) {
    return new Issue.SectionText(
        heading, "h-1", words(heading), words(heading + " distinct"), List.of(items));
  }

  static Item item(String key, int position) {
    URI link = URI.create("https://example.org/" + key);
    Html words = words(key);
    return new Item(
        key,
        "i-" + key,
        "Item " + key,
        position,
        List.of(link.toString()),
        words,
        words,
        Optional.empty());
  }

  /** A paragraph with these words. */
  static Html words(String text) {
    return Html.paragraphWithLink("", BASE, text);
  }

  static Section section(String key, String title) {
    return new Section(new SectionKey(key), title, false);
  }

  static SectionVocabulary.Rule rule(String key, String title, String... headings) {
    return new SectionVocabulary.Rule(section(key, title), List.of(headings));
  }

  static SectionVocabulary vocabulary(SectionVocabulary.Rule... rules) {
    return new SectionVocabulary(List.of(rules));
  }

  static Masthead masthead(URI base) {
    return new Masthead(
        "Runbook Weekly",
        "",
        base,
        "tag:example.org,2010",
        "en",
        ZoneOffset.UTC,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
  }

  static PublicationRules rules(SectionVocabulary.Rule... rules) {
    return new PublicationRules(
        masthead(BASE),
        vocabulary(rules),
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
  }
}
