package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.found;
import static org.offprint.site.FamilySite.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedRules;
import org.offprint.issue.Author;
import org.offprint.publication.Masthead;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** An issue as Markdown, beside its page. */
final class IssueMarkdownTest {
  private static final String BASE = "https://news.example.org/";
  private static final String PATH = "/issues/12.md";
  private static final FeedRules OFF = new FeedRules(
      FeedRules.DEFAULT.window(),
      List.of(),
      FeedRules.ItemLink.PAGE,
      true,
      true,
      false,
      FeedRules.DEFAULT.listedFrom());
  private static final String ISSUE = """
      ---
      title: Issue 12, a_b
      date: 2025-01-12T23:30:00-05:00
      authors:
        - {name: Mara, email: mara@private.example}
        - {name: Ida_B, url: https://ida.example/}
      internal-notes: call the printer
      ---

      Hello, see [the archive](/archive).[^1]

      <!-- Do not publish that Ida leaves. -->

      ## Sponsor

      [Rope](https://rope.example/)

      ### Knots

      * one
      * two

      [^1]: A note.
      """;

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void writeAnIssue() {
    files().given("12.md", ISSUE);
  }

  private IssueFiles files() {
    return new IssueFiles(folder);
  }

  private Site site() {
    return TestSites.of(TestPublications.read(folder));
  }

  private Site withoutMarkdown() {
    return TestSites.of(TestPublications.read(folder), OFF);
  }

  @Test
  void isMadeOfWhatReadersGetBelowTitleDateAuthorsAndLink() {
    assertThat(text(found(site(), PATH))).isEqualTo("""
            # Issue 12, a\\_b

            2025-01-12, by Mara, [Ida\\_B](https://ida.example/). Page: <%1$sissues/12>.

            Hello, see [the archive](%1$sarchive).<sup>[1](%1$sissues/12#fn-1)</sup>

            ## Sponsor

            [Rope](https://rope.example/)

            ### Knots

            - one
            - two

            1. A note. [↩](%1$sissues/12#fnref-1)
            """.formatted(BASE));
  }

  @Test
  void hasNothingOfTheFileThatReadersDoNotGet() {
    assertThat(text(found(site(), PATH)))
        .doesNotContain("private.example", "call the printer", "Ida leaves", "<!--", "---");
  }

  @Test
  void keepsItsTagIfNothingChangesForReaders() {
    String before = found(site(), PATH).tag();
    files()
        .given("12.md", ISSUE.replace("the printer", "the printers").replace("Ida leaves", "we"));
    String same = found(site(), PATH).tag();
    files().given("12.md", ISSUE.replace("* two", "* three"));

    assertThat(same).isEqualTo(before);
    assertThat(found(site(), PATH).tag()).isNotEqualTo(before);
  }

  @Test
  void namesThePublishersWhereTheIssueNamesNobody() {
    files().givenIssue("13.md", "Issue 13", "2025-01-19", "Hello.");
    Masthead plain = TestPublications.masthead("Newsletter", BASE);
    Masthead signed = new Masthead(
        plain.title(),
        plain.description(),
        plain.baseUri(),
        plain.tag(),
        plain.language(),
        plain.zone(),
        List.of(new Author("Mara", Optional.of("mara@private.example"), Optional.empty())),
        plain.icon(),
        plain.logo(),
        plain.copyright(),
        plain.accent(),
        Masthead.Additions.NONE);

    assertThat(text(found(TestSites.of(TestPublications.read(folder, signed)), "/issues/13.md")))
        .startsWith("# Issue 13\n\n2025-01-19, by Mara. Page: <" + BASE + "issues/13>.\n\nHello.");
    assertThat(text(found(site(), "/issues/13.md"))).contains("\n2025-01-19. Page: <");
  }

  @Test
  void ofAnIssueWithoutATextIsItsHead() {
    files().givenIssue("13.md", "Issue 13", "2025-01-19", "");

    assertThat(text(found(site(), "/issues/13.md")))
        .isEqualTo("# Issue 13\n\n2025-01-19. Page: <" + BASE + "issues/13>.\n");
  }

  @Nested
  final class SwitchedOff {
    @Test
    void isNowhere() {
      assertThat(withoutMarkdown().find(PATH)).isInstanceOf(Answer.Missing.class);
      assertThat(withoutMarkdown().paths())
          .contains("/issues/12", "/llms.txt")
          .noneMatch(path -> path.startsWith("/issues/") && path.endsWith(".md"));
      assertThat(site().paths()).contains(PATH);
    }

    @Test
    void pageDoesNotLeadToIt() {
      assertThat(text(found(withoutMarkdown(), "/issues/12")))
          .doesNotContain("Markdown", "text/markdown", "12.md");
      assertThat(text(found(site(), "/issues/12")))
          .contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"/issues/12.md\">")
          .contains("<a href=\"/issues/12.md\" type=\"text/markdown\">This issue as Markdown</a>");
    }

    @Test
    void guideLeadsToThePagesOfIssues() {
      assertThat(text(found(withoutMarkdown(), "/llms.txt")))
          .contains("Every section of this newsletter is there as Markdown")
          .contains("](" + BASE + "issues/12): 2025-01-12\n")
          .doesNotContain("12.md");
    }
  }
}
