package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.good;
import static org.offprint.settings.GivenSettings.only;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.publication.Facet;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.SectionKey;
import org.offprint.testing.IssueFiles;

/** The settings {@code views}, {@code ids} and {@code item-link}, right and wrong. */
final class FeedSettingsTest {
  @Nested
  final class Views {
    private static List<SectionKey> keys(String... keys) {
      return Stream.of(keys).map(SectionKey::new).toList();
    }

    @Test
    void haveEveryKey() {
      assertThat(good("""
          window:
            issues: 10
            items: 50
          views:
            - key: editorial
              title: What we wrote
              description: No advertising.
              except: [sponsor, jobs]
            - key: links
              title: Links
              sections:
                - tools
                - news
              lens: items
              window:
                items: 7
          """).feeds().views())
          .containsExactly(
              new FeedRules.FeedView(
                  new SectionKey("editorial"),
                  "What we wrote",
                  "No advertising.",
                  new FeedRules.Chosen(List.of(), keys("sponsor", "jobs"), Map.of()),
                  Lens.ISSUES,
                  new FeedWindow(10, 50, 500_000),
                  new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL)),
              new FeedRules.FeedView(
                  new SectionKey("links"),
                  "Links",
                  "",
                  new FeedRules.Chosen(keys("tools", "news"), List.of(), Map.of()),
                  Lens.ITEMS,
                  new FeedWindow(10, 7, 500_000),
                  new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL)));
    }

    @Test
    void needOnlyAKey() {
      assertThat(good("views: [{key: all}]").feeds().views())
          .containsExactly(new FeedRules.FeedView(
              new SectionKey("all"),
              "all",
              "",
              new FeedRules.Chosen(List.of(), List.of(), Map.of()),
              Lens.ISSUES,
              FeedWindow.DEFAULT,
              new FeedRules.EntryStyle(FeedRules.ItemLink.PAGE, FeedRules.Content.FULL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections: tools", "sections: [tools]", "sections: ['tools']"})
    void mayNameOneSection(String line) {
      assertThat(good("views:\n  - key: a\n    " + line + "\n")
              .feeds()
              .views()
              .get(0)
              .chosen()
              .kept())
          .containsExactly(new SectionKey("tools"));
    }

    @Test
    void mayChooseIssuesAndTheKindOfTheirEntries() {
      FeedRules.FeedView view = good("""
          views:
            - key: bot
              tags: [Kubernetes, C++]
              authors: Joß Ølberg
              languages: de
              item-link: external
              content: summary
          """).feeds().views().get(0);

      assertThat(view.chosen().values())
          .isEqualTo(Map.of(
              Facet.TAG, keys("kubernetes", "c-plus-plus"),
              Facet.AUTHOR, keys("joss-olberg"),
              Facet.LANGUAGE, keys("de")));
      assertThat(view.style())
          .isEqualTo(
              new FeedRules.EntryStyle(FeedRules.ItemLink.EXTERNAL, FeedRules.Content.SUMMARY));
    }

    @Test
    void haveTheItemLinkOfTheNewsletter() {
      assertThat(good("item-link: external\nviews:\n  - key: a\n")
              .feeds()
              .views()
              .get(0)
              .style()
              .itemLink())
          .isEqualTo(FeedRules.ItemLink.EXTERNAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags", "authors", "languages"})
    void thatNameNoValueAreMistakes(String key) {
      assertProblem(only("views:\n  - key: a\n    " + key + ": []\n"), 3, key, "names none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"views:", "views: ~", "views: []"})
    void mayBeNone(String yaml) {
      assertThat(good(yaml).feeds()).isEqualTo(FeedRules.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"views: editorial", "views: [editorial]", "views: [[editorial]]"})
    void thatAreOnlyNamesAreMistakes(String yaml) {
      assertProblem(only(yaml), 1, "view", "- key: editorial", "sections or except");
    }

    @Test
    void withoutKeyAreMistakes() {
      assertProblem(only("views:\n  - title: Editorial\n"), 2, "\"key\"", "view");
      assertProblem(only("views:\n  - key:\n    title: Editorial\n"), 2, "\"key\"", "view");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Editorial", "a b", "a_b", "-a", "a--b", "caf\u00e9", "a/b", "a+b", "../a"})
    void withOddKeyAreMistakes(String key) {
      assertProblem(
          only("views:\n  - title: x\n    key: '" + key + "'\n"),
          3,
          "\"key\"",
          key,
          "lower-case letters, digits and -");
    }

    @Test
    void withUnknownSettingAreMistakes() {
      assertProblem(
          only("views:\n  - key: a\n    section: tools\n"),
          3,
          "\"section\"",
          "key, title, description, sections, except, tags, authors, languages, item-link, content, lens, window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "Items", "both", "1"})
    void withOddLensAreMistakes(String lens) {
      assertProblem(
          only("views:\n  - key: a\n    lens: " + lens + "\n"), 3, "\"lens\"", "issues or items");
    }

    @Test
    void withSectionsAndExceptAreMistakes() {
      assertProblem(
          only("views:\n  - key: a\n    sections: [b]\n    except: [c]\n"),
          2,
          "\"sections\"",
          "\"except\"",
          "not both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections", "except"})
    void withOddSectionAreMistakes(String setting) {
      assertProblem(
          only("views:\n  - key: a\n    " + setting + ":\n      - tools\n      - The Tools\n"),
          5,
          "\"" + setting + "\"",
          "key of a section");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections:", "sections: []", "except:", "except: ~", "except: [~]"})
    void withoutAnySectionAreMistakes(String line) {
      assertProblem(
          only("views:\n  - key: a\n    " + line + "\n"),
          3,
          "\"" + line.substring(0, line.indexOf(':')) + "\"",
          "names no section");
    }

    @Test
    void thatComeTwiceAreMistakes() {
      assertProblem(
          only("views:\n  - key: a\n  - key: b\n  - key: a\n"), 4, "\"a\"", "second time");
    }

    @Test
    void withOddWindowAreMistakes() {
      assertProblem(
          only("views:\n  - key: a\n    window:\n      items: 0\n"), 4, "\"items\"", "1 to 1000");
      assertProblem(only("views:\n  - key: a\n    window: 5\n"), 3, "\"window\"", "block");
    }
  }

  @Nested
  final class Ids {
    private static String id(String pattern, String base) {
      return PublicationSettings.idPattern(pattern, URI.create(base))
          .orElseThrow()
          .toString();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{base}/{slug}",
          "{base}/{year}/{month}/{day}/{slug}.html",
          "tag:example.org,2010:{slug}",
          "https://old.example.org/?p={slug}",
          "urn:weekly:{slug}",
          "{base}/posts/{slug}"
        })
    void arePatternsWithASlug(String pattern) {
      assertThat(good("ids: \"" + pattern + "\"").ids()).contains(pattern);
    }

    @Test
    void haveTheBaseWithoutItsLastSlash() {
      assertThat(id("{base}/{slug}", "https://example.org/weekly/"))
          .isEqualTo("https://example.org/weekly/{slug}");
      assertThat(id("{base}/{slug}", "https://example.org/"))
          .isEqualTo("https://example.org/{slug}");
    }

    @Test
    void followTheBaseUrlThatIsInForce(@TempDir Path folder) {
      new IssueFiles(folder).givenIssue("12.md", "Twelve", "2025-01-05", "Words.");
      PublicationSettings settings =
          good("ids: '{base}/{slug}'\nbase-url: https://file.example.org/\n");
      String server = "https://server.example.org/";

      assertThat(id(folder, settings, Map.of("base-url", server)))
          .hasToString("https://server.example.org/12");
      assertThat(id(folder, settings, Map.of())).hasToString("https://file.example.org/12");
    }

    private static URI id(Path folder, PublicationSettings settings, Map<String, String> flags) {
      URI base = GivenSettings.ofServer(flags, Map.of(), Map.of()).baseUri(settings);
      Publication publication = new PublicationLoader(folder)
          .load(Folder.scan(folder), settings.rules(base), Instant.MAX);
      return publication.ids().issue(publication.issues().get(0).issue());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{base}",
          "{base}/{year}/{month}/{day}",
          "{base}/{title}",
          "{slug}",
          "/{slug}",
          "{base}/{slug}/{slug}",
          "{base}/{slug",
          "https://example.org/a b/{slug}",
          "{base}/{slug}%zz",
          "no pattern"
        })
    void ofOtherKindsAreMistakes(String pattern) {
      assertProblem(
          only("title: A\nids: '" + pattern + "'\n"),
          2,
          "\"ids\"",
          "{base}/{slug}",
          "{year}, {month} and {day}");
    }

    @Test
    void thatYamlTakesForABlockAreMistakes() {
      assertProblem(only("title: A\nids: {base}\n"), 2, "\"ids\"", "one line of text");
    }

    @Test
    void areOursWithoutTheSetting() {
      assertThat(good("ids:").ids()).isEmpty();
    }
  }

  @Nested
  final class ItemLinks {
    @ParameterizedTest
    @CsvSource({"page, PAGE", "external, EXTERNAL"})
    void areOneOfTwo(String text, FeedRules.ItemLink link) {
      assertThat(good("item-link: " + text).feeds().itemLink()).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"External", "yes", "related"})
    void ofOtherKindsAreMistakes(String text) {
      assertProblem(
          only("title: A\nitem-link: " + text + "\n"), 2, "\"item-link\"", "page or external");
    }
  }
}
