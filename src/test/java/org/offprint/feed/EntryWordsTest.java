package org.offprint.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.publication.SectionKey;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

/** The program's own words in feeds, in the language of the newsletter. */
final class EntryWordsTest {
  @TempDir
  private Path folder = Path.of("");

  private FeedAssembler feeds(String language) {
    return new FeedAssembler(
        TestPublications.read(
            folder,
            TestPublications.masthead(
                "Bote", "https://news.example.org/", language, "", Optional.empty())),
        FeedRules.DEFAULT);
  }

  private String lineOfOrigin(String language, String frontMatter) {
    new IssueFiles(folder)
        .given(
            "zwoelf.md",
            "---\ntitle: Zwölf\ndate: 2025-12-04\n" + frontMatter
                + "---\n\n## Knoten\n\n- [A](https://a.example.org/)\n\n## Sponsor\n\n- [B](https://b.example.org/)\n");
    String content = feeds(language)
        .find(FeedScope.of(new SectionKey("knoten")), Lens.ITEMS)
        .orElseThrow()
        .entries()
        .get(0)
        .content()
        .markup();
    return content
        .substring(content.lastIndexOf("<p"))
        .replaceAll("<a [^>]*>", "<a>")
        .strip();
  }

  @ParameterizedTest
  @CsvSource({
    "en, '', <p>from <a>issue 7</a></p>",
    "de-CH, '', <p>aus <a>Ausgabe 7</a></p>",
    "fr, '', <p>tiré du <a>numéro 7</a></p>",
    "es, '', <p>del <a>número 7</a></p>",
    "pl, '', '<p lang=\"en\">from <a>issue 7</a></p>'",
    "de, en, '<p lang=\"de\">aus <a>Ausgabe 7</a></p>'",
    "pl, en-GB, <p>from <a>issue 7</a></p>",
    "en, de, <p>from <a>issue 7</a></p>"
  })
  void itemSaysItsIssueInTheLanguageOfTheNewsletter(
      String newsletter, String issue, String expected) {
    String language = issue.isEmpty() ? "" : "language: " + issue + "\n";

    assertThat(lineOfOrigin(newsletter, "number: 7\n" + language)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "en, <p>from <a>Zwölf</a></p>",
    "de, <p>aus <a>Zwölf</a></p>",
    "fr, <p>tiré de <a>Zwölf</a></p>",
    "pl, '<p><span lang=\"en\">from</span> <a>Zwölf</a></p>'"
  })
  void itemOfAnIssueWithoutANumberNamesItsTitle(String newsletter, String expected) {
    assertThat(lineOfOrigin(newsletter, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Bote (items), All but Sponsor · Bote, Search for a · Bote",
    "de, Bote (Beiträge), Alles außer Sponsor · Bote, Suche nach a · Bote",
    "fr, Bote (articles), Tout sauf Sponsor · Bote, Recherche de a · Bote",
    "es, Bote (artículos), Todo menos Sponsor · Bote, Búsqueda de a · Bote"
  })
  void feedsHaveTitlesInTheLanguageOfTheNewsletter(
      String language, String items, String others, String search) {
    lineOfOrigin(language, "");
    FeedAssembler feeds = feeds(language);

    assertThat(feeds.find(FeedScope.whole(), Lens.ITEMS).orElseThrow().title()).isEqualTo(items);
    assertThat(feeds
            .find(FeedScope.except(List.of(new SectionKey("sponsor"))), Lens.ISSUES)
            .orElseThrow()
            .title())
        .isEqualTo(others);
    assertThat(feeds.found(new FeedScope.Search("a"), List.of()).title()).isEqualTo(search);
  }
}
