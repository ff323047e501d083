package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IssuePattern;
import org.offprint.publication.MediaRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The site of a newsletter with sections Sponsor (paid), News and Tools, and views Editorial and Links. */
final class FamilySite {
  static final String BASE = "https://news.example.org/";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final SectionVocabulary VOCABULARY = new SectionVocabulary(List.of(
      rule("sponsor", "Sponsor", true),
      rule("news", "News", false),
      rule("tools", "Tools", false)));
  private static final FeedRules RULES = new FeedRules(
      FeedWindow.DEFAULT,
      List.of(
          view("editorial", "Editorial", List.of(), List.of("sponsor"), Lens.ISSUES),
          view("links", "Links", List.of("news", "tools"), List.of(), Lens.ITEMS)),
      FeedRules.ItemLink.PAGE,
      true,
      true,
      true,
      2);

  private FamilySite() {}

  private static SectionVocabulary.Rule rule(String key, String title, boolean isSponsored) {
    return new SectionVocabulary.Rule(
        new Section(new SectionKey(key), title, isSponsored), List.of(title + "*"));
  }

  private static FeedRules.FeedView view(
      String key, String title, List<String> kept, List<String> leftOut, Lens lens) {
    return new FeedRules.FeedView(
        new SectionKey(key),
        title,
        "",
        new FeedRules.Chosen(
            kept.stream().map(SectionKey::new).toList(),
            leftOut.stream().map(SectionKey::new).toList(),
            Map.of()),
        lens,
        FeedWindow.DEFAULT,
        new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL));
  }

  static FormerSite.Redirect redirect(String from, String to) {
    return new FormerSite.Redirect(
        IssuePattern.find(from).orElseThrow(), IssuePattern.find(to).orElseThrow());
  }

  /** Writes issues 138 and 139. */
  static void write(Path folder) {
    new IssueFiles(folder)
        .givenIssue("138.md", "Issue 138", "2025-01-05", """
            Only a few words, and a book.

            ## News

            [Book](https://book.example.org/)
            """)
        .givenIssue("139.md", "Issue 139", "2025-01-12", """
            Welcome.

            ## Sponsor

            [Thornbeck](https://thornbeck.example.com/)

            ## News

            [Flood](https://flood.example.org/)

            ## Tools

            [Restic](https://restic.example.org/)
            """);
  }

  static Site of(Path folder, FormerSite.Redirect... redirects) {
    return of(folder, BASE, Site.DEFAULT_MOST_BYTES, redirects);
  }

  static Site of(Path folder, String base, long mostBytes, FormerSite.Redirect... redirects) {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Runbook Weekly", URI.create(base).toString()),
        VOCABULARY,
        FileRules.NONE,
        new FormerSite(Optional.empty(), Stream.of(redirects).toList()),
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return new Site(
        new PublicationLoader(folder).load(Folder.scan(folder), rules, NOW),
        RULES,
        mostBytes,
        Optional.empty(),
        TestSites.HOOKS);
  }

  static Representation found(Site site, String path) {
    Answer answer = site.find(path);
    assertThat(answer).as(path).isInstanceOf(Answer.Found.class);
    return ((Answer.Found) answer).representation();
  }

  static String text(Representation representation) {
    return StandardCharsets.UTF_8.decode(representation.body()).toString();
  }
}
