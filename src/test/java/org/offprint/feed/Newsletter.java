package org.offprint.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;

/** A newsletter in a folder, with sections Sponsor (paid), News, Jobs and Tools. */
final class Newsletter {
  /** One issue with every kind of section; its sponsor stands again at the end of Tools. */
  static final String ISSUE_139 = """
      ---
      title: RUNBOOK WEEKLY ISSUE \\#139 - 4th January 2026
      date: 2026-01-04T11:00:00+01:00
      ---

      Welcome back, all of you.

      Sponsor
      =======

      Thornbeck rents machines.
      <br>[https://thornbeck.example.com/](https://thornbeck.example.com/)

      News
      ====

      A chapter on monitoring.
      <br>[https://sre.example.org/book](https://sre.example.org/book)

      Tools
      =====

      Restic makes backups.
      <br>[https://restic.example.org/](https://restic.example.org/)

      Htop shows processes.
      <br>[https://htop.example.org/](https://htop.example.org/)

      Thornbeck rents machines, still.
      <br>[https://thornbeck.example.com/](https://thornbeck.example.com/)
      """;

  private static final Instant NOW = Instant.parse("2026-12-31T00:00:00Z");
  private static final SectionVocabulary VOCABULARY = new SectionVocabulary(List.of(
      rule("sponsor", "Sponsor", true, "Sponsor*"),
      rule("news", "News", false, "News"),
      rule("jobs", "Jobs", false, "Job*"),
      rule("tools", "Tools", false, "Tool*")));

  private final Path folder;
  private final IssueFiles files;

  Newsletter(Path folder) {
    this.folder = folder;
    this.files = new IssueFiles(folder);
  }

  private static SectionVocabulary.Rule rule(
      String key, String title, boolean isSponsored, String heading) {
    return new SectionVocabulary.Rule(
        new Section(new SectionKey(key), title, isSponsored), List.of(heading));
  }

  Newsletter given(String name, String text) {
    files.given(name, text);
    return this;
  }

  /** An issue with a title, a date and tools, each with a link of its own. */
  Newsletter givenTools(String slug, String date, String... tools) {
    StringBuilder body = new StringBuilder("Tools\n=====\n");
    for (String tool : tools) {
      body.append("\n%s is a tool.\n<br>[https://%1$s.example.org/](https://%1$s.example.org/)\n"
          .formatted(tool));
    }
    files.givenIssue(slug + ".md", "Issue " + slug, date, body.toString());
    return this;
  }

  Publication publication() {
    return publication("https://news.example.org/");
  }

  Publication publication(String base) {
    Masthead masthead = new Masthead(
        "Runbook Weekly",
        "About running systems.",
        URI.create(base),
        "tag:example.org,2010",
        "en",
        ZoneOffset.UTC,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Masthead.Additions.NONE);
    return new PublicationLoader(folder)
        .load(
            Folder.scan(folder),
            new PublicationRules(
                masthead,
                VOCABULARY,
                FileRules.NONE,
                FormerSite.NONE,
                MediaRules.NONE,
                PublicationRules.Readers.EVERYONE),
            NOW);
  }

  FeedDocument whole(Lens lens) {
    return whole(lens, FeedWindow.DEFAULT);
  }

  FeedDocument whole(Lens lens, FeedWindow window) {
    return new FeedAssembler(
            publication(),
            new FeedRules(window, List.of(), FeedRules.ItemLink.PAGE, true, true, true, 2))
        .find(FeedScope.whole(), lens)
        .orElseThrow();
  }

  FeedDocument section(String key, Lens lens) {
    return find(key, lens).orElseThrow();
  }

  Optional<FeedDocument> find(String key, Lens lens) {
    return new FeedAssembler(publication(), FeedRules.DEFAULT)
        .find(FeedScope.of(new SectionKey(key)), lens);
  }

  /** The only entry of a feed. */
  static Entry only(FeedDocument document) {
    if (document.entries().size() != 1) {
      throw new AssertionError("one entry expected, but there are " + document.entries());
    }
    return document.entries().get(0);
  }
}
