package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferencesTest {
  private static final String SITE = "https://example.org";

  private static References references(String file, String base, Map<String, String> media) {
    ReadingRules rules = new ReadingRules(
        Given.RULES.source(),
        URI.create(base + "issues/"),
        Given.RULES.mostBytes(),
        Given.RULES.headings(),
        new TreeMap<>(media));
    return new References(rules, file, "knots", Surroundings.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "/about/, https://old.example.org/weekly/about/",
    "/img/knot.png?x=1#y, https://old.example.org/weekly/img/knot.png?x=1#y",
    "//cdn.example.org/x.png, https://cdn.example.org/x.png",
    "about/, https://example.org/issues/about/",
    "(https://vrl.example.org/x/), https://vrl.example.org/x/"
  })
  void leadToAnotherSiteWhereItHasThePathsFromTheRoot(String reference, String address) {
    References references =
        references("knots.md", SITE + "/", Map.of("/", "https://old.example.org/weekly/"));

    assertThat(references.resolve(reference, false)).contains(URI.create(address));
    assertThat(references.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // The file of the issue, the reference, its address, and the file.
        "knots.md, knot.png, /issues/knots/knot.png, knot.png",
        "knots.md, ./knot.png, /issues/knots/knot.png, knot.png",
        "knots.md, images/knot.png, /issues/knots/images/knot.png, images/knot.png",
        "knots.md, images/../knot.png, /issues/knots/knot.png, knot.png",
        "2026/knots.md, knot.png, /issues/knots/knot.png, 2026/knot.png",
        "2026/knots.md, ../knot.png, /files/knot.png, knot.png",
        "2026/knots.md, ../2025/knot.png, /files/2025/knot.png, 2025/knot.png",
        "2026/knots.md, ../2026/knot.png, /issues/knots/knot.png, 2026/knot.png",
        "2026/knots.md, ../2026b/knot.png, /files/2026b/knot.png, 2026b/knot.png",
        "knots.md, /images/knot.png, /images/knot.png, /images/knot.png",
        "knots.md, /../images/knot.png, /images/knot.png, /images/knot.png",
        "knots.md, https://example.org/images/knot.png, /images/knot.png, /images/knot.png",
        "knots.md, ../static/images/knot.png, /images/knot.png, /images/knot.png",
        "knots.md, ../assets/knot.png, /assets/knot.png, /assets/knot.png",
        "knots.md, @site/static/images/knot.png, /images/knot.png, /images/knot.png",
        "knots.md, @/assets/knot.png, /assets/knot.png, /assets/knot.png",
        "knots.md, ~/assets/knot.png, /assets/knot.png, /assets/knot.png",
        "knots.md, pathname:///files/a.pdf, /files/a.pdf, /files/a.pdf",
        "a/b.md, ../../public/knot.png, /knot.png, /knot.png",
        "knots.md, a knot.png, /issues/knots/a%20knot.png, a knot.png",
        "knots.md, a%20knot.png, /issues/knots/a%20knot.png, a knot.png",
        "knots.md, ö.png, /issues/knots/%C3%B6.png, ö.png",
        "knots.md, a+b.png, /issues/knots/a+b.png, a+b.png",
        "knots.md, 100%25.png, /issues/knots/100%25.png, 100%.png",
        "knots.md, a;b(1).png, /issues/knots/a%3Bb(1).png, a;b(1).png",
        "knots.md, what%3F.png, /issues/knots/what%3F.png, what?.png",
        "knots.md, knot.PNG, /issues/knots/knot.PNG, knot.PNG",
        "knots.md, knot.png?v=2, /issues/knots/knot.png?v=2, knot.png",
        "knots.md, knots.pdf#page=3, /issues/knots/knots.pdf#page=3, knots.pdf",
      })
  void leadToFilesOfTheFolder(String file, String reference, String path, String source) {
    References references = references(file, SITE + "/", Map.of());

    assertThat(references.resolve(reference, true)).contains(URI.create(SITE + path));
    assertThat(references.files()).singleElement().satisfies(linked -> {
      assertThat(linked.source()).isEqualTo(source);
      assertThat(linked.path()).isEqualTo(URI.create(path).getPath());
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#knot.png",
        "?knot.png",
        "//cdn.example/knot.png",
        "https://cdn.example/knot.png",
        "https://example.org.evil.example/knot.png",
        "mailto:a@b.png",
      })
  void othersAreOfTheWeb(String reference) {
    References references = references("2026/knots.md", SITE + "/", Map.of());

    assertThat(references.resolve(reference, true))
        .isEqualTo(Links.resolve(URI.create(SITE + "/issues/knots"), reference));
    assertThat(references.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "knot",
        "knot.html",
        "other.md",
        "offprint.yaml",
        ".knot.png",
        ".git/knot.png",
        "images/.knot.png",
        "images/%2eknot.png",
        "a%2Fknot.png",
        "a%5Cknot.png",
        "a\\knot.png",
        "a%00.png",
        "a%0A.png",
        "%zz.png",
        "%ff.png",
        "/.git/knot.png",
        "knot.png/",
      })
  void whatIsNeverServedIsRelativeToThePage(String reference) {
    References references = references("2026/knots.md", SITE + "/", Map.of());

    assertThat(references.resolve(reference, true))
        .isEqualTo(Links.resolve(URI.create(SITE + "/issues/knots"), reference));
    assertThat(references.files())
        .singleElement()
        .satisfies(linked -> assertThat(linked.mayBeServed()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../knot.png",
        "../../../etc/knot.png",
        "%2e%2e/%2e%2e/knot.png",
        "../../static/../knot.png",
        "../../staticx/knot.png"
      })
  void outOfTheFolderIsNoFileOfTheSite(String reference) {
    References references = references("2026/knots.md", SITE + "/", Map.of());

    assertThat(references.resolve(reference, true))
        .isEqualTo(Links.resolve(URI.create(SITE + "/issues/knots"), reference));
    assertThat(references.files()).singleElement().satisfies(linked -> {
      assertThat(linked.isOutside()).isTrue();
      assertThat(linked.path()).doesNotStartWith("/");
    });
  }

  @ParameterizedTest
  @CsvSource({
    "/news/images/knot.png, /news/images/knot.png, /images/knot.png",
    "/pictures/knot.png, /news/pictures/knot.png, /pictures/knot.png",
    "knot.png, /news/issues/knots/knot.png, knot.png",
    "../site/pictures/knot.png, /news/pictures/knot.png, /pictures/knot.png",
  })
  void standBelowThePathOfTheBaseUrl(String reference, String path, String source) {
    References references =
        references("knots.md", SITE + "/news/", Map.of("/pictures/", "../site/pictures"));

    assertThat(references.resolve(reference, true)).contains(URI.create(SITE + path));
    assertThat(references.files())
        .singleElement()
        .extracting(LinkedFile::source)
        .isEqualTo(source);
  }

  @Test
  void rootOfTheHostBelongsToOthers() {
    References references = references("knots.md", SITE + "/news/", Map.of());

    assertThat(references.resolve("/images/knot.png", true))
        .contains(URI.create(SITE + "/images/knot.png"));
    assertThat(references.files()).isEmpty();
  }

  @Test
  void eachFileIsNamedOnce() {
    Issue issue = Given.issueWith("image: cover.jpg\n");
    assertThat(issue.files())
        .extracting(LinkedFile::path)
        .containsExactly("/issues/weekly/cover.jpg");
    assertThat(issue.image()).contains(URI.create(SITE + "/issues/weekly/cover.jpg"));

    assertThat(Given.body("![a](a.png) ![b](b.png) ![a](./a.png) [a](a.png)\n").files())
        .extracting(LinkedFile::source)
        .containsExactly("a.png", "b.png");
  }
}
