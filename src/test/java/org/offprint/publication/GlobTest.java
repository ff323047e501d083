package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of {@code files} and {@code ignore}. */
final class GlobTest {
  private static Glob glob(String text) {
    return Glob.find(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "*.bak.md, a.bak.md",
    "*.bak.md, 2024/a.bak.md",
    "CONTRIBUTING.md, CONTRIBUTING.md",
    "CONTRIBUTING.md, docs/CONTRIBUTING.md",
    "drafts/, drafts/2024/a.md",
    "drafts/**, drafts/a.md",
    "drafts/**, drafts/2024/a.md",
    "drafts/*.md, drafts/a.md",
    "**/*.md, a.md",
    "'*.{txt,markdown}', notes.txt",
    "2024/?.md, 2024/a.md",
    "été/*, été/a b.md"
  })
  void matchesFile(String glob, String file) {
    assertThat(glob(glob).matches(Path.of(file))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.bak.md, a.md",
    "drafts/**, drafts.md",
    "drafts/**, old/drafts/a.md",
    "drafts/*.md, drafts/2024/a.md",
    "CONTRIBUTING.md, MY-CONTRIBUTING.md",
    "2024/?.md, 2024/ab.md"
  })
  void doesNotMatchFile(String glob, String file) {
    assertThat(glob(glob).matches(Path.of(file))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "_posts/**, _posts/2024/a.md, true",
    "content/_posts/*.md, content/_posts/a.md, true",
    "'{_posts,news}/*.md', _posts/a.md, true",
    "**/*.md, _posts/a.md, false",
    "**, _posts/a.md, false",
    "*.md, _index.md, false",
    "_posts/**, _posts/_index.md, false",
    "_*.md, _12.md, true"
  })
  void selectsHiddenNamesOnlyWhereItNamesThem(String glob, String file, boolean isSelected) {
    assertThat(glob(glob).selects(Path.of(file))).isEqualTo(isSelected);
  }

  @ParameterizedTest
  @CsvSource({
    "_posts/**, _posts",
    "_posts/**, _posts/2024/01",
    "content/*/issue.md, content",
    "content/*/issue.md, content/a",
    "**/issue.md, a/b/c",
    "issue-*.md, a/b",
    "'{a/b,c}/*.md', a/b"
  })
  void reachesFolder(String glob, String folder) {
    assertThat(glob(glob).reaches(Path.of(folder))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "_posts/**, node_modules",
    "_posts/**, a/_posts",
    "content/*/issue.md, content/a/b",
    "a.md, _site",
    "**/*.md, _site",
    "content/*.md, content/2024"
  })
  void doesNotReachFolder(String glob, String folder) {
    assertThat(glob(glob).reaches(Path.of(folder))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a,b", "[z-a]", "a\\"})
  void isNoneOfThese(String text) {
    assertThat(Glob.find(text)).isEmpty();
  }

  @Test
  void isItsText() {
    assertThat(glob("*.md")).isEqualTo(glob("*.md")).isNotEqualTo(glob("*.txt"));
    assertThat(glob("*.md")).hasSameHashCodeAs(glob("*.md")).hasToString("*.md");
  }
}
