package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileRulesTest {
  @ParameterizedTest
  @CsvSource({
    "*.bak.md, a.bak.md",
    "*.bak.md, 2024/a.bak.md",
    "CONTRIBUTING.md, CONTRIBUTING.md",
    "CONTRIBUTING.md, docs/CONTRIBUTING.md",
    "drafts/**, drafts/a.md",
    "drafts/**, drafts/2024/a.md",
    "drafts/*.md, drafts/a.md",
    "'*.{txt,markdown}', notes.txt",
    "2024/?.md, 2024/a.md",
    "été/*, été/a b.md"
  })
  void ignoreFile(String glob, String file) {
    assertThat(new FileRules(List.of(glob)).ignores(file)).isTrue();
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
  void keepFile(String glob, String file) {
    assertThat(new FileRules(List.of(glob)).ignores(file)).isFalse();
  }

  @Test
  void ignoreWhatAnyOfThemMatches() {
    FileRules rules = new FileRules(List.of("a.md", "b.md"));

    assertThat(List.of("a.md", "b.md")).allMatch(rules::ignores);
    assertThat(rules.ignores("c.md")).isFalse();
  }

  @Test
  void keepEverythingWhenThereAreNone() {
    assertThat(FileRules.NONE.ignores("a.md")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a,b", "[z-a]", "a\\"})
  void rejectWhatIsNoPattern(String glob) {
    assertThatIllegalArgumentException().isThrownBy(() -> new FileRules(List.of("*.md", glob)));
  }
}
