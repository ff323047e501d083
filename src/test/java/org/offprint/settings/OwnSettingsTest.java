package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.good;
import static org.offprint.settings.GivenSettings.only;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.issue.Html;
import org.offprint.issue.Surroundings.OwnPage;

/** The settings with which the publisher adds pages, links, words and looks. */
final class OwnSettingsTest {
  @Test
  void readsPagesLinksFooterAndStylesheet() {
    PublicationSettings settings = good("""
        stylesheet: looks/style.css
        pages:
          - file: legal/Über uns.md
          - file: imprint.md
            path: /legal/notice
            title: Imprint
        links:
          - title: Mail
            url: mailto:mara@example.org
          - title: Us
            url: /ueber-uns
        footer: |
          Two

          paragraphs.
        """);

    assertThat(settings.files().own().stylesheet()).contains("looks/style.css");
    assertThat(settings.files().own().pages())
        .containsExactly(
            new OwnPage("legal/Über uns.md", "/uber-uns", Optional.empty()),
            new OwnPage("imprint.md", "/legal/notice", Optional.of("Imprint")));
    assertThat(settings.additions().links())
        .containsExactly(
            new Html.TextLink("Mail", "mailto:mara@example.org"),
            new Html.TextLink("Us", "/ueber-uns"));
    assertThat(settings.additions().footer()).isEqualTo("Two\n\nparagraphs.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stylesheet: ../style.css | 1 | \"stylesheet\" ~ the name of a file in the folder such as style.css",
        "stylesheet: style.less | 1 | \"stylesheet\" ~ style.css",
        "pages: about.md | 1 | - file: about.md",
        "pages:\\n  - path: /about | 2 | needs a \"file\"",
        "pages:\\n  - file: about.pdf | 2 | \"file\" ~ about.md",
        "pages:\\n  - file: ../about.md | 2 | \"file\" ~ about.md",
        "pages:\\n  - file: a.md\\n    path: about | 3 | \"path\" ~ such as /about",
        "pages:\\n  - file: a.md\\n    path: /about.html | 3 | \"path\" ~ such as /about",
        "pages:\\n  - file: a.md\\n    path: /feeds | 3 | \"/feeds\" ~ choose another \"path\" for a.md",
        "pages:\\n  - file: a.md\\n    path: /issues/1 | 3 | \"/issues/1\" ~ another \"path\"",
        "pages:\\n  - file: status.md | 2 | \"/status\" ~ another \"path\" for status.md",
        "pages:\\n  - file: a.md\\n  - file: b/a.md | 3 | another page at \"/a\"",
        "pages:\\n  - file: a.md\\n  - file: a.md\\n    path: /b | 3 | a.md ~ further up",
        "pages:\\n  - file: a.md\\n    name: A | 3 | \"name\" ~ file, path, title",
        "links:\\n  - title: Mail | 2 | needs a \"url\"",
        "links:\\n  - url: /about | 2 | needs a \"title\"",
        "links:\\n  - title: Mail\\n    url: javascript:alert(1) | 3 | \"url\" ~ mailto:mara@example.org or /about",
        "links:\\n  - title: Mail\\n    url: //example.org | 3 | \"url\" ~ https://example.org/mail",
        "links: Mail | 1 | - title: Subscribe by mail",
        "footer: [a] | 1 | \"footer\" ~ Markdown of at most 10000 characters"
      })
  void mistakeNamesItsLineAndWhatIsAllowed(String yaml, int line, String words) {
    assertProblem(only(yaml.replace("\\n", "\n")), line, words.split(" ~ "));
  }

  @Test
  void longFooterIsAMistake() {
    assertProblem(only("footer: " + "a".repeat(10_001)), 1, "10000");
  }
}
