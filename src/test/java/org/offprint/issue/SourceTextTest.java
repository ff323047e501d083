package org.offprint.issue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a file: which are read, and as what characters. */
final class SourceTextTest {
  private static final String TEXT = """
      ---
      title: A
      date: 2026-01-31
      ---

      Lead.

      Tools
      =====

      One
      two.
      <br>[https://a.example/](https://a.example/)

      ```
      code
      ```
      """;

  @Nested
  final class Names {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "a.md",
          "a.mdx",
          "a.markdown",
          "a.txt",
          "A.MD",
          "2026-01-31-a.md",
          "a b.md",
          "é.md",
          "a.b.md"
        })
    void markdownAndTextFilesAreIssues(String name) {
      assertThat(IssueReader.isIssueName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ".a.md",
          "_a.md",
          ".md",
          "a.html",
          "a.md~",
          "a.md.swp",
          "a.mdz",
          "md",
          "a",
          "a.md.orig",
          "#a.md#"
        })
    void othersAreNot(String name) {
      assertThat(IssueReader.isIssueName(name)).isFalse();
    }
  }

  @Nested
  final class Lines {
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void endedInAnotherWayGiveTheSameIssue(String end) {
      assertThat(Given.file("a.md", TEXT.replace("\n", end))).isEqualTo(Given.file("a.md", TEXT));
    }

    @Test
    void afterAByteOrderMarkGiveTheSameIssue() {
      assertThat(Given.file("a.md", "\uFEFF" + TEXT)).isEqualTo(Given.file("a.md", TEXT));
    }

    @Test
    void afterAByteOrderMarkWithWindowsEndsGiveTheSameIssue() {
      assertThat(Given.file("a.md", "\uFEFF" + TEXT.replace("\n", "\r\n")))
          .isEqualTo(Given.file("a.md", TEXT));
    }

    @Test
    void areAllInTheSource() {
      assertThat(Given.file("a.md", TEXT.replace("\n", "\r\n"))
              .issue()
              .orElseThrow()
              .source()
              .toString())
          .isEqualTo(TEXT);
    }
  }

  @Nested
  final class Encoding {
    @Test
    void otherThanUtf8IsAProblem() {
      IssueReading reading =
          Given.file("a.md", "---\ntitle: Café\ndate: 2026-01-31\n---\n".getBytes(ISO_8859_1));

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .containsExactly(
              new Problem("a.md", 0, "is not valid UTF-8; save it with the encoding UTF-8"));
    }

    @Test
    void utf16IsAProblem() {
      assertThat(Given.file("a.md", TEXT.getBytes(UTF_16)).problems()).hasSize(1);
    }

    @Test
    void aCharacterCutInTheMiddleIsAProblem() {
      byte[] whole = (TEXT + "é").getBytes(UTF_8);

      assertThat(Given.file("a.md", Arrays.copyOf(whole, whole.length - 1)).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
    }

    @Test
    void anEncodedSurrogateIsAProblem() {
      byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};

      assertThat(SourceText.decode(surrogate)).isEmpty();
    }
  }

  @Nested
  final class ForbiddenCharacters {
    @Test
    void ofXmlAreRemovedFromTheBytes() {
      Issue issue = Given.body("a\u0000b\u0007c\u001Bd\u000Be\uFFFEf\uFFFFg");

      assertThat(issue.content().text()).isEqualTo("abcdefg");
      assertThat(issue.source().toString()).doesNotContain("\u0000", "\u0007", "\uFFFE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#7;", "&#x7;", "&#xFFFE;", "&#27;"})
    void ofXmlAreRemovedWhereTheyAreEntities(String entity) {
      assertThat(Given.html("a" + entity + "b")).isEqualTo("<p>ab</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[a](https://e.example/ \"x&#7;y\")",
          "![x&#7;y](https://e.example/p.png)",
          "<abbr title=\"x&#7;y\">a</abbr>",
          "`a` <span lang=\"e&#7;n\">b</span>",
          "<table><tr><td>x&#7;y</td></tr></table>"
        })
    void ofXmlAreRemovedFromAttributesAndRawHtml(String markdown) {
      assertThat(Given.html(markdown)).doesNotContain("\u0007").doesNotContain("&#7;", "&#x7;");
    }

    @Test
    void ofXmlAreRemovedFromEveryValueOfTheFrontMatter() {
      Issue issue = Given.issueWith(
          "description: \"x\\x07y\"\nauthor: \"A\\x07da\"\ntags: [\"t\\x07u\"]\nnumber: \"1\\x072\"\n");

      assertThat(issue.description()).contains("xy");
      assertThat(issue.authors()).containsExactly(Author.of("Ada"));
      assertThat(issue.tags()).containsExactly("tu");
      assertThat(issue.number()).contains("12");
    }

    @Test
    void ofXmlAreAllButTheseOnesStay() {
      assertThat(Given.body("tab\there, emoji 🎉, \u202Ebidi\u202C, \uFFFD")
              .content()
              .text())
          .isEqualTo("tab here, emoji 🎉, \u202Ebidi\u202C, \uFFFD");
    }
  }

  @Nested
  final class OnDisk {
    @Test
    void areReadFromTheFolder(@TempDir Path folder) throws IOException {
      Files.createDirectories(folder.resolve("2026"));
      Files.writeString(folder.resolve("2026/a.md"), TEXT);

      IssueReading reading = new IssueReader(Given.RULES).read(folder, "2026/a.md");

      assertThat(reading).isEqualTo(Given.file("2026/a.md", TEXT));
      assertThat(reading.issue()).isPresent();
    }

    @Test
    void overTheSizeLimitAreAProblem(@TempDir Path folder) throws IOException {
      ReadingRules rules = new ReadingRules(
          SourceRules.of(ZoneOffset.UTC),
          URI.create("https://example.org/"),
          1000,
          Given.RULES.headings(),
          new TreeMap<>());
      Files.writeString(folder.resolve("a.md"), TEXT + "x".repeat(1000));

      IssueReading reading = new IssueReader(rules).read(folder, "a.md");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .map(problem -> problem.at(Instant.MAX))
          .containsExactly(new Problem(
              "a.md", 0, "is larger than 1,000 bytes; split it, or move it out of the folder"));
    }

    @Test
    void ofExactlyTheSizeLimitAreRead(@TempDir Path folder) throws IOException {
      int size = TEXT.getBytes(UTF_8).length;
      ReadingRules rules = new ReadingRules(
          SourceRules.of(ZoneOffset.UTC),
          URI.create("https://example.org/issues/"),
          size,
          Given.RULES.headings(),
          new TreeMap<>());
      Files.writeString(folder.resolve("a.md"), TEXT);

      assertThat(new IssueReader(rules).read(folder, "a.md").issue()).isPresent();
    }

    @Test
    void thatVanishedAreAProblem(@TempDir Path folder) {
      assertThat(new IssueReader(Given.RULES).read(folder, "gone.md").problems())
          .containsExactly(new Problem("gone.md", 0, "cannot be read: it does not exist"));
    }

    @Test
    void thatAreFoldersAreAProblem(@TempDir Path folder) throws IOException {
      Files.createDirectory(folder.resolve("a.md"));

      assertThat(new IssueReader(Given.RULES).read(folder, "a.md").problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).startsWith("cannot be read"));
    }
  }
}
