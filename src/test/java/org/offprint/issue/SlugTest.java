package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugTest {
  @ParameterizedTest
  @CsvSource({
    "Tools, tools",
    "News & Events, news-events",
    "Café Übersicht, cafe-ubersicht",
    "Øresund Łódź, oresund-lodz",
    "Straße, strasse",
    "Æsop's œuvre, aesop-s-oeuvre",
    "ﬁve ½, five-1-2",
    "'  --Hello,   World!--  ', hello-world",
    "C++ and C#, c-and-c",
    "v1.10_final, v1-10-final",
    "🎉 party 🎉, party"
  })
  void isLowerCaseLettersDigitsAndHyphens(String text, String slug) {
    assertThat(Slug.of(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"новости", "ニュース", "!!!", "🎉"})
  void withoutALatinLetterIsAStableNameOfItsOwn(String text) {
    assertThat(Slug.of(text)).matches("n-[0-9a-f]{12}").isEqualTo(Slug.of(text + " "));
  }

  @Test
  void ofDifferentTextsInAnotherScriptDiffers() {
    assertThat(Slug.of("новости")).isNotEqualTo(Slug.of("события"));
  }

  @Test
  void ofNothingIsUntitled() {
    assertThat(Slug.of(" \t")).isEqualTo("untitled");
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Slug.of("ISSUE TITLE")).isEqualTo("issue-title");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void ofASlugIsItself() {
    assertThat(Slug.of(Slug.of("Straße & Æther ½"))).isEqualTo(Slug.of("Straße & Æther ½"));
  }

  @Nested
  final class OfAnIssue {
    private static String slugOf(String name, String line) {
      return Given.file(name, "---\ntitle: A\ndate: 2026-01-31\n" + line + "---\n")
          .issue()
          .orElseThrow()
          .slug();
    }

    @Test
    void isItsFrontMatters() {
      assertThat(slugOf("2026-01-31-a.md", "slug: My First\n")).isEqualTo("my-first");
    }

    @ParameterizedTest
    @CsvSource({
      "the-weekly.md, the-weekly",
      "the-weekly.markdown, the-weekly",
      "The Weekly.txt, the-weekly",
      "2026/01/the-weekly.md, the-weekly",
      "v1.2.md, v1-2",
      "weekly-été.md, weekly-ete"
    })
    void isTheFileNameWithoutExtension(String name, String slug) {
      assertThat(slugOf(name, "")).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"2026-01-31-weekly.md", "2026-01-31_weekly.md", "x/2026-01-31 weekly.markdown"})
    void isTheFileNameWithoutDatePrefix(String name) {
      assertThat(slugOf(name, "")).isEqualTo("weekly");
    }

    @Test
    void isTheDateWhenTheFileNameIsNothingElse() {
      assertThat(slugOf("2026-01-31.md", "")).isEqualTo("2026-01-31");
    }

    @ParameterizedTest
    @CsvSource({
      "weekly/index.md, weekly",
      "2026/weekly/index.md, weekly",
      "2026-01-31-weekly/index.md, weekly",
      "weekly/INDEX.MD, weekly"
    })
    void isTheFoldersNameForAnIndexFile(String name, String slug) {
      assertThat(slugOf(name, "")).isEqualTo(slug);
    }

    @Test
    void isIndexForAnIndexFileWithoutFolder() {
      assertThat(slugOf("index.md", "")).isEqualTo("index");
    }

    @Test
    void isNeverEmpty() {
      assertThat(slugOf("новости.md", "")).matches("n-[0-9a-f]{12}");
      assertThat(slugOf("weekly.md", "slug: '!'\n")).matches("[a-z0-9-]+");
    }
  }
}
