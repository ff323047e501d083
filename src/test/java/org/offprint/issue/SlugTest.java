package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugTest {
  @ParameterizedTest
  @CsvSource({
    "Tools, tools",
    "News & Events, news-and-events",
    "Café Übersicht, cafe-ubersicht",
    "Øresund Łódź, oresund-lodz",
    "Straße, strasse",
    "Æsop's œuvre, aesop-s-oeuvre",
    "ﬁve ½, five-1-2",
    "'  --Hello,   World!--  ', hello-world",
    "v1.10_final, v1-10-final",
    "'Tools:', tools",
    "🔧 Tools, tools",
    "⚙️ TOOLS, tools",
    "1️⃣ First, 1-first",
    "🎉 party 🎉, party"
  })
  void isLowerCaseLettersDigitsAndHyphens(String text, String slug) {
    assertThat(Slug.of(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "Новости IT, новости-it",
    "Вакансии IT, вакансии-it",
    "AI 新闻, ai-新闻",
    "AI 工具, ai-工具",
    "第1部, 第1部",
    "二〇二六年, 二〇二六年",
    "ﾆｭｰｽ, ニュース",
    "हिन्दी समाचार, हिन्दी-समाचार",
    "Ειδήσεις, ειδήσεις",
    "أخبار ٣, أخبار-٣",
    "Əsas ŋ, əsas-ŋ"
  })
  void keepsLettersAndDigitsOfOtherScripts(String text, String slug) {
    assertThat(Slug.of(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "C, c",
    "C++, c-plus-plus",
    "C＋＋ News, c-plus-plus-news",
    "Modern C++20, modern-c-plus-plus-20",
    "C#, c-sharp",
    "C# 12, c-sharp-12",
    "F, f",
    "F#, f-sharp",
    ".NET, dot-net",
    "C#/.NET, c-sharp-dot-net",
    "Net, net",
    "Node.js, node-js",
    "C++ and C#, c-plus-plus-and-c-sharp",
    "Google+, google-plus",
    "News+Tools, news-plus-tools",
    "I+D, i-plus-d",
    "I + D, i-plus-d",
    "1+1, 1-plus-1",
    "Issue #12, issue-12",
    "... and more, and-more"
  })
  void keepsTheSignsOfLanguagesAsWords(String text, String slug) {
    assertThat(Slug.of(text)).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "C--, c-minus-minus",
    "A-, a-minus",
    "A+, a-plus",
    "A* search, a-star-search",
    "*nix, star-nix",
    "*Tools*, tools",
    "100%, 100-percent",
    "100 %, 100-percent",
    "١٠٠٪, ١٠٠-arabic-percent",
    "R&D, r-and-d",
    "R & D, r-and-d",
    "📰 News & 🎉 Events, news-and-events",
    "Q＆A, q-and-a",
    "$5, dollar-5",
    "5 €, 5-euro",
    "$, dollar",
    "$$$, dollar-x3",
    "🇩🇪 Jobs, de-jobs",
    "Jobs 🇫🇷, jobs-fr",
    "🇩🇪🇫🇷, de-fr",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Jobs, gbsct-jobs",
    "@mara, at-mara",
    "§ 230, section-230",
    "E=mc2, e-equals-mc2",
    "Vec<T>, vec-less-than-t",
    "3×4, 3-multiplication-4",
    "≥5, greater-than-or-equal-to-5",
    "+1, plus-1",
    "∞, n-"
  })
  void neverLosesASignThatTellsTextsApart(String text, String slug) {
    assertThat(Slug.of(text)).startsWith(slug);
    assertThat(Slug.is(Slug.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tools",
        "Tools:",
        "🔧 Tools",
        "TOOLS",
        "~Tools~",
        "== Tools ==",
        "→ Tools",
        "|Tools|",
        "<Tools>",
        "& Tools",
        "-- Tools --",
        "Tools*",
        "Tools!",
        "#Tools",
        "+ Tools",
        "Tools ©",
        "Tools™",
        "ℹ️ Tools"
      })
  void loosesSignsThatOnlyDecorate(String text) {
    assertThat(Slug.of(text)).isEqualTo("tools");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "🎉"})
  void withoutALetterIsAStableNameOfItsOwn(String text) {
    assertThat(Slug.of(text)).matches("n-[0-9a-f]{12}").isEqualTo(Slug.of(text + " "));
  }

  @Test
  void fitsIntoANameOfAFile() {
    assertThat(Slug.of("長い見出し".repeat(50)).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
  }

  @Test
  void ofEveryCharacterIsASlug() {
    List<String> others = IntStream.range(0, Character.MAX_CODE_POINT)
        .filter(point -> !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
        .mapToObj(point -> Slug.of("щ" + Character.toString(point) + "x"))
        .filter(slug -> !Slug.is(slug) || !Normalizer.isNormalized(slug, Normalizer.Form.NFKC))
        .toList();

    assertThat(others).isEmpty();
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
      assertThat(slugOf("!.md", "")).matches("n-[0-9a-f]{12}");
      assertThat(slugOf("weekly.md", "slug: '!'\n")).matches("[a-z0-9-]+");
    }

    @Test
    void followsTheRuleOfSections() {
      assertThat(slugOf("2026-01-31-новости-C++.md", "")).isEqualTo("новости-c-plus-plus");
    }
  }
}
