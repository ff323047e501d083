package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.Masthead;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.PictureFiles;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The pictures of issues in feeds and on pages. */
final class PicturesTest {
  private static final String KNOT = "https://news.example.org/issues/knots/knot.png";

  @TempDir
  private Path folder = Path.of("");

  private String text(String path) {
    Site site = TestSites.of(TestPublications.read(
        folder, TestPublications.masthead("Knots", "https://news.example.org/")));
    Representation found = ((Answer.Found) site.find(path)).representation();
    return StandardCharsets.UTF_8.decode(found.body()).toString();
  }

  private void givenIssue(String frontMatter, String body) {
    new IssueFiles(folder)
        .given("knot.png", PictureFiles.png(640, 480))
        .given("cover.webp", PictureFiles.webp(1200, 600))
        .given("dot.gif", PictureFiles.gif(1, 1))
        .given(
            "2025-06-01-knots.md",
            "---\ntitle: Knots\ndate: 2025-06-01\n" + frontMatter + "---\n\n" + body + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss", "/feed/items.atom", "/feed/items.rss"})
  void entryHasTheFirstPictureOfItsText(String path) {
    givenIssue(
        "", "## Tools\n\n- [A](https://a.example/) ![a](knot.png) ![b](https://b.example/b.jpg)");

    assertThat(text(path))
        .contains("<media:content url=\"" + KNOT
            + "\" width=\"640\" height=\"480\" medium=\"image\" type=\"image/png\" />")
        .contains("<media:thumbnail url=\"" + KNOT + "\" width=\"640\" height=\"480\" />")
        .containsOnlyOnce("xmlns:media=")
        .doesNotContain("b.jpg\" medium", "enclosure");
  }

  @ParameterizedTest
  @CsvSource({
    "![a](dot.gif) ![b](knot.png)",
    "![a](gone.png) ![b](knot.png)",
    "'<img src=\"https://t.example/t.png\" width=\"1\" height=\"1\"> ![b](knot.png)'",
    "'<img src=\"https://t.example/t.png\" width=\"0\" height=\"1px\"> ![b](knot.png)'",
  })
  void whatShowsNothingIsNoPictureOfAnEntry(String body) {
    givenIssue("", body);

    assertThat(text("/feed.json")).contains("\"image\":\"" + KNOT + "\"");
    assertThat(text("/issues/knots")).contains("property=\"og:image\" content=\"" + KNOT + "\"");
  }

  @Test
  void pictureOfTheFrontMatterComesFirst() {
    givenIssue("image: cover.webp\n", "## Tools\n\n- [A](https://a.example/) ![a](knot.png)");
    String cover = "https://news.example.org/issues/knots/cover.webp";

    assertThat(text("/feed.json")).contains("\"image\":\"" + cover + "\"");
    assertThat(text("/sections/tools.json")).contains("\"image\":\"" + cover + "\"");
    assertThat(text("/feed/items.json")).contains("\"image\":\"" + KNOT + "\"");
    assertThat(text("/issues/knots"))
        .contains("<meta property=\"og:image\" content=\"" + cover + "\">")
        .contains("<meta property=\"og:image:width\" content=\"1200\">")
        .contains("<meta property=\"og:image:height\" content=\"600\">")
        .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">");
  }

  @Test
  void pictureOfOthersHasNoSize() {
    givenIssue("", "![b](https://b.example/b.jpg?x=1&y=2)");

    assertThat(text("/feed.atom"))
        .contains("<media:content url=\"https://b.example/b.jpg?x=1&amp;y=2\" medium=\"image\""
            + " type=\"image/jpeg\" />");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/favicon.ico", "/favicon.svg", "/pictures/icon.png"})
  void iconOfThePublisherComesBeforeOurs(String path) throws Exception {
    givenIssue("", "Text.");
    new IssueFiles(folder).given(path.substring(1), "mine");
    Masthead plain = TestPublications.masthead("Knots", "https://news.example.org/news/");
    Masthead masthead = new Masthead(
        plain.title(),
        plain.description(),
        plain.baseUri(),
        plain.tag(),
        plain.language(),
        plain.zone(),
        plain.authors(),
        Optional.of(plain.baseUri().resolve(path.substring(1))),
        plain.logo(),
        plain.copyright(),
        plain.accent(),
        Masthead.Additions.NONE);
    Site site = TestSites.of(TestPublications.read(folder, masthead));

    assertThat(site.filePaths()).containsExactly(path);
    // A proxy may pass on the path of the base URL, or not.
    for (String asked : List.of(path, "/news" + path)) {
      try (SiteFile file = site.findFile(asked).orElseThrow()) {
        assertThat(file.size()).isEqualTo(4);
      }
    }
  }

  @Test
  void entryWithoutPictureIsAsBefore() {
    givenIssue("", "No picture.");

    assertThat(text("/feed.atom") + text("/feed.rss") + text("/feed.json"))
        .doesNotContain("media:", "mrss", "\"image\"");
    assertThat(text("/issues/knots")).doesNotContain("og:image", "twitter:card");
  }

  @Test
  void pageKeepsRoomForPicturesAndLoadsThemLater() {
    givenIssue(
        "",
        "![a](knot.png) ![b](https://b.example/b.jpg) <img src=\"knot.png\" width=\"64\"> <img src=\"knot.png\" height=\"24\">\n\n![c](gone.png)");

    assertThat(text("/issues/knots"))
        .contains("<img src=\"" + KNOT
            + "\" alt=\"a\" loading=\"lazy\" decoding=\"async\" width=\"640\" height=\"480\">")
        .contains(
            "<img src=\"https://b.example/b.jpg\" alt=\"b\" loading=\"lazy\" decoding=\"async\">")
        .contains("<img src=\"" + KNOT
            + "\" width=\"64\" loading=\"lazy\" decoding=\"async\" height=\"48\">")
        .contains("<img src=\"" + KNOT
            + "\" height=\"24\" loading=\"lazy\" decoding=\"async\" width=\"32\">");
    assertThat(text("/feed.atom")).contains("<img src=\"" + KNOT + "\" alt=\"a\">");
  }
}
