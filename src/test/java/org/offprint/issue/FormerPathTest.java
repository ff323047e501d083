package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths that an issue had at another generator, as its front matter names them. */
final class FormerPathTest {
  private static List<String> pathsOf(String yaml) {
    return paths(Given.issueWith(yaml));
  }

  private static List<String> paths(Issue issue) {
    return issue.formerPaths().stream().map(FormerPath::path).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "aliases: [/old/], /old",
    "aliases: /old.html, /old.html",
    "redirect_from: /old/, /old",
    "Redirect_From: old, /old",
    "permalink: /2016/01/twelve.html, /2016/01/twelve.html",
    "permalink: /2016/twelve/index.html, /2016/twelve",
    "url: posts/twelve/, /posts/twelve",
    "url: /b%C3%BCcher/?a=1#top, /bücher",
    "url: /100%/c+d, /100%/c+d",
    "url: /a/../b/./c, /b/c"
  })
  void aPathIsReadFromEachKey(String yaml, String path) {
    assertThat(pathsOf(yaml + "\n")).containsExactly(path);
  }

  @Test
  void aListHasSeveral() {
    assertThat(pathsOf("aliases:\n  - /a\n  - /b\nredirect_from: [/c, /d/]\n"))
        .containsExactly("/a", "/b", "/c", "/d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://old.example.org/twelve",
        "//old.example.org/twelve",
        "/:year/:title/",
        "/news-:title.html",
        "'/{{ page.slug }}/'",
        "'/{year}/'",
        "/news/*",
        "pretty",
        "false",
        "/",
        "~",
        "''",
        "'#top'"
      })
  void whatIsNoPathIsLeftAlone(String value) {
    IssueReading reading = Given.frontMatter(
        "title: A\ndate: 2026-01-31\npermalink: %s\nurl: %s\n".formatted(value, value));

    assertThat(paths(reading.issue().orElseThrow())).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "posts/twelve.md, /posts/old",
    "posts/twelve/index.md, /posts/old",
    "site/content/posts/twelve.md, /posts/old",
    "twelve.md, /old"
  })
  void aRelativeAliasCountsFromTheFolderOfTheIssue(String file, String path) {
    Issue issue = Given.file(file, "---\ntitle: A\ndate: 2026-01-31\naliases: old\n---\n\nText.\n")
        .issue()
        .orElseThrow();

    assertThat(paths(issue)).containsExactly(path);
  }

  @Test
  void eachKnowsItsLine() {
    assertThat(Given.issueWith("aliases:\n  - /a\n  - /b\n").formerPaths())
        .containsExactly(new FormerPath("/a", 5), new FormerPath("/b", 6));
  }
}
