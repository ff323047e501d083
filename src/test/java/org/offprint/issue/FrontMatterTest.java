package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontMatterTest {
  @Test
  void everyKeyIsRead() {
    Issue issue = Given.frontMatter("""
            title: The Weekly
            date: 2026-01-31T10:00:00+01:00
            updated: 2026-02-01T11:00:00+01:00
            slug: the-first
            number: 7
            id: https://old.example.org/7
            description: What happened.
            author: Ada
            tags: [one, two]
            image: https://example.org/cover.png
            language: en-GB
            draft: true
            """).issue().orElseThrow();

    assertThat(issue.title()).isEqualTo("The Weekly");
    assertThat(issue.date()).isEqualTo(OffsetDateTime.parse("2026-01-31T10:00:00+01:00"));
    assertThat(issue.updated()).contains(OffsetDateTime.parse("2026-02-01T11:00:00+01:00"));
    assertThat(issue.slug()).isEqualTo("the-first");
    assertThat(issue.number()).contains("7");
    assertThat(issue.id()).contains(URI.create("https://old.example.org/7"));
    assertThat(issue.description()).contains("What happened.");
    assertThat(issue.authors()).containsExactly(Author.of("Ada"));
    assertThat(issue.tags()).containsExactly("one", "two");
    assertThat(issue.image()).contains(URI.create("https://example.org/cover.png"));
    assertThat(issue.language()).contains("en-GB");
    assertThat(issue.draft()).isTrue();
  }

  @Test
  void keysOtherThanTitleAndDateMayBeAbsent() {
    Issue issue = Given.issueWith("");

    assertThat(issue.updated()).isEmpty();
    assertThat(issue.number()).isEmpty();
    assertThat(issue.id()).isEmpty();
    assertThat(issue.description()).isEmpty();
    assertThat(issue.authors()).isEmpty();
    assertThat(issue.tags()).isEmpty();
    assertThat(issue.image()).isEmpty();
    assertThat(issue.language()).isEmpty();
    assertThat(issue.draft()).isFalse();
  }

  @Test
  void lastmodMeansUpdated() {
    assertThat(Given.issueWith("lastmod: 2026-02-01T00:00:00Z\n").updated())
        .contains(OffsetDateTime.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void issueMeansNumber() {
    assertThat(Given.issueWith("issue: 12\n").number()).contains("12");
  }

  @Test
  void summaryMeansDescription() {
    assertThat(Given.issueWith("summary: Short.\n").description()).contains("Short.");
  }

  @Test
  void unknownKeysAreFine() {
    IssueReading reading = Given.frontMatter("""
        title: The Weekly
        date: 2026-01-31
        layout: post
        theme: {colour: red}
        """);

    assertThat(reading.issue()).isPresent();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void aKeyWithoutValueCountsAsAbsent() {
    IssueReading reading =
        Given.frontMatter("title: A\ndate: 2026-01-31\nupdated:\ntags: ~\nslug: null\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.issue().orElseThrow().slug()).isEqualTo("weekly");
    assertThat(reading.issue().orElseThrow().tags()).isEmpty();
  }

  @Test
  void aVersionKeepsItsLastZero() {
    assertThat(Given.issueWith("number: 1.10\n").number()).contains("1.10");
  }

  @Test
  void aDescriptionAsListIsOneLine() {
    assertThat(Given.issueWith("description:\n  - One.\n  - Two.\n").description())
        .contains("One. Two.");
  }

  @Test
  void aFoldedDescriptionIsOneLine() {
    assertThat(Given.issueWith("description: >\n  One\n  two.\n\n  Three.\n").description())
        .contains("One two. Three.");
  }

  @Test
  void imageBesideTheIssueStandsBelowItsPage() {
    assertThat(Given.issueWith("image: pictures/cover.png\n").image())
        .contains(URI.create("https://example.org/issues/weekly/pictures/cover.png"));
  }

  @Nested
  final class Title {
    @Test
    void isRequired() {
      IssueReading reading = Given.frontMatter("date: 2026-01-31\n");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems())
          .containsExactly(
              new Problem("weekly.md", 1, "the title is missing; add a line \"title: …\""));
    }

    @ParameterizedTest
    @CsvSource({
      "weekly.md, '# *Knots* and bends\n\nText.\n', Knots and bends",
      "weekly.md, 'Text.\n\nKnots\n===\n\n## Tools\n', Knots",
      "2026-01-31-knots-and-bends.md, 'Text.\n', knots and bends",
      "2026-01-31-knots.md, '# News\n\n# Tools\n', knots"
    })
    void isTheOnlyFirstHeadingOrElseADatedName(String file, String body, String title) {
      IssueReading reading = Given.file(file, "---\ndate: 2026-01-31\n---\n\n" + body);

      assertThat(reading.issue().map(Issue::title)).contains(title);
      assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "weekly.md, '', '# News\n\n# Tools\n'",
      "2026-01-31.md, '', Text.",
      "weekly.md, 'titel: Knots', '# News\n'"
    })
    void isNotGuessed(String file, String line, String body) {
      IssueReading reading =
          Given.file(file, "---\ndate: 2026-01-31\n" + line + "\n---\n\n" + body);

      assertThat(reading.problems())
          .anyMatch(problem -> problem.message().contains("title is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title:\n", "title: ''\n", "title: '  '\n"})
    void isMissingWhenBlank(String line) {
      IssueReading reading = Given.frontMatter("date: 2026-01-31\n" + line);

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.message()).contains("title is missing");
      });
    }

    @Test
    void cutByANumberCommentIsReported() {
      IssueReading reading = Given.frontMatter("date: 2026-01-31\ntitle: Weekly #12\n");

      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.message()).contains("start of a comment").contains("\\#");
      });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "title: \"Weekly\" # draft title\n",
          "title: 'Weekly #12'\n",
          "title: Weekly \\#12\n"
        })
    void withAnOrdinaryCommentOrInQuotesOrWithABackslashIsFine(String line) {
      assertThat(Given.frontMatter("date: 2026-01-31\n" + line).problems()).isEmpty();
    }

    @Test
    void afterAnEmojiIsStillCheckedForANumberComment() {
      IssueReading reading =
          Given.frontMatter("subtitle: \"🎉🎉🎉\"\ntitle: Weekly #12\ndate: 2026-01-31\n");

      assertThat(reading.problems()).extracting(Problem::line).containsExactly(3);
    }
  }

  @Nested
  final class NumberOfTheIssue {
    @Test
    void isTheFirstNumberSignOfTheTitleWhereNoneIsGiven() {
      assertThat(Given.frontMatter("title: Part 3, issue \\#139 and \\#140\ndate: 2026-01-31\n")
              .issue()
              .flatMap(Issue::number))
          .contains("139");
    }

    @Test
    void fromTheFrontMatterWinsOverTheTitle() {
      assertThat(Given.frontMatter("title: Issue \\#139\nnumber: 8\ndate: 2026-01-31\n")
              .issue()
              .flatMap(Issue::number))
          .contains("8");
    }
  }

  @Test
  void dateMayBeABlockOfThatOfTheFirstVersionAndOfTheLast() {
    Issue issue = Given.file(
            "weekly.md",
            "---\ntitle: A\ndate:\n  created: 2026-01-31\n  updated: 2026-02-01\n---\n\nText.\n")
        .issue()
        .orElseThrow();

    assertThat(issue.date()).isEqualTo("2026-01-31T00:00Z");
    assertThat(issue.updated()).contains(OffsetDateTime.parse("2026-02-01T00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          authors: Ida Berg, Jo Lund    | Ida Berg; Jo Lund
          authors: Berg, Ida; Lund, Jo  | Berg, Ida; Lund, Jo
          authors: Sam Reed, Jr.        | Sam Reed, Jr.
          author: Berg, Ida             | Berg, Ida
          """)
  void authorsInOneLineStandBetweenCommasOrSemicolons(String line, String names) {
    assertThat(Given.issueWith(line + "\n").authors())
        .extracting(Author::name)
        .containsExactly(names.split("; "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"A {\\\"}\", \"date\": \"2026-01-31\", \"x\": {\"y\": 1}}\n\nText.\n",
        "---json\n{\n\t\"title\": \"A\",\n\t\"date\": \"2026-01-31\"\n}\n---\n\nText.\n",
        "---toml\ntitle = \"A\"\ndate = 2026-01-31\n---\n\nText.\n",
        "Date: 2026-01-31\nTags:\nAuthor: Ida\n\n# A\n\nText.\n"
      })
  void mayBeInAnotherForm(String text) {
    IssueReading reading = Given.file("weekly.md", text);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.issue().orElseThrow().title()).startsWith("A");
    assertThat(reading.issue().orElseThrow().content().text())
        .contains("Text.")
        .doesNotContain("title");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          title = Knots          | put the value in quotes: title = "Knots"
          title: "Knots"         | = must stand between key and value: title = "Knots"
          title = "a "b" c"      | a value with quotes or a backslash in it must stand in single quotes: title = '…'
          title = "a             | close the quotes of "title" at the end of its value
          tags = [a, b]          | each member of a list must stand in quotes: tags = ["…", "…"]
          draft = yes            | write draft = true
          draft =                | "draft" has no value; write one, or remove the line
          my key = 1             | a key with blanks must stand in quotes: "my key" = …
          date = 2026-1-2        | the value of "date" is neither a number nor a date; write 2026-01-31, or put it in quotes: date = "2026-1-2"
          x = 1                  | the key "x" stands here a second time (first on line 2); remove one
          """)
  void tomlThatIsNotValidSaysWhatToWrite(String line, String remedy) {
    IssueReading reading = Given.file("weekly.md", "+++\nx = 2\n" + line + "\n+++\n\nText.\n");

    assertThat(reading.problems())
        .containsExactly(new Problem("weekly.md", 3, "not valid TOML: " + remedy));
  }

  @Nested
  final class Tags {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "tags: [one, two words]\n",
          "tags:\n  - one\n  - two words\n",
          "tags: one, two words\n",
          "tags: one,, two  words ,one\n",
          "tags: [one, one, '', ~, two words]\n"
        })
    void areAListOrWordsBetweenCommas(String line) {
      assertThat(Given.issueWith(line).tags()).containsExactly("one", "two words");
    }
  }

  @Nested
  final class Draft {
    @ParameterizedTest
    @CsvSource({
      "true,true",
      "TRUE,true",
      "yes,true",
      "on,true",
      "1,true",
      "'\"true\"',true",
      "false,false",
      "False,false",
      "no,false",
      "off,false",
      "0,false"
    })
    void understandsTheWordsOfYaml(String word, boolean draft) {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\ndraft: " + word + "\n");

      assertThat(reading.issue().orElseThrow().draft()).isEqualTo(draft);
      assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "[]", "2"})
    void holdsTheIssueBackWhenItIsUnclear(String word) {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\ndraft: " + word + "\n");

      assertThat(reading.issue().orElseThrow().draft()).isTrue();
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Draft: true",
          "drafts: yes",
          "draft:",
          "isDraft: true",
          "published: false",
          "Published: no",
          "publish: off",
          "hidden: true",
          "private: true",
          "unlisted: true",
          "status: draft",
          "Status: Hidden",
          "visibility: private",
          "publishDate: soon"
        })
    void isUnderstoodInTheWordsOfOtherGenerators(String line) {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\n" + line + "\n");

      assertThat(reading.issue().orElseThrow().draft()).isTrue();
      assertThat(HeldBack.until(
              "a.md", ("---\n" + line + "\n---\n").getBytes(UTF_8), DateRules.of(ZoneOffset.UTC)))
          .isEqualTo(line.contains("soon") ? Instant.MIN : Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "published: true",
          "published: 2026-01-31",
          "publish:",
          "hidden: false",
          "status: published",
          "Status: Sent",
          "state: Ohio",
          "expiryDate:",
          "_build: {render: always, list: local}",
          "visibility: public"
        })
    void isNotMeantByTheOtherValues(String line) {
      assertThat(Given.issueWith(line + "\n").draft()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "published: nope",
          "published: [false]",
          "hidden: maybe",
          "unlisted: [true]",
          "private: for the printer",
          "status: in review",
          "status: [draft]",
          "visibility: members",
          "expiryDate: soon",
          "_build: {render: sometimes}"
        })
    void isWhatHasAWordThatIsNotUnderstood(String line) {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\n" + line + "\n");

      assertThat(reading.issue().orElseThrow().draft()).isTrue();
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(4);
      assertThat(reading.problems().get(0).isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "_build: {render: never}",
          "build:\n  render: link",
          "_build.render: never",
          "_build: {list: never}",
          "render: false",
          "permalink: false",
          "headless: true",
          "eleventyExcludeFromCollections: true",
          "params: {draft: true}"
        })
    void isWhatAnotherGeneratorMakesNoPageOf(String lines) {
      assertThat(Given.issueWith(lines + "\n").draft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "drafts/a.md",
          "x/_drafts/y/a.md",
          "Draft/a.md",
          "draft-a.md",
          "x/Draft_a.md",
          "a.draft.md",
          "2026-01-31-draft-a.md",
          "2026-01-31-a.DRAFT.md",
          "2026-01-31-draft-a/index.md",
          "a (draft).md",
          "draft.md"
        })
    void isWhatHasItInItsNameOrFolder(String file) {
      String text = "---\ntitle: A\ndate: 2026-01-31\n---\n\nText.\n";

      assertThat(Given.file(file, text).issue().orElseThrow().draft()).isTrue();
      assertThat(HeldBack.until(file, new byte[0], DateRules.of(ZoneOffset.UTC)))
          .isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-drafts/a.md", "2026-01-31-the-draft.md", "drafting.md"})
    void isNotWhatHasItAmongOtherWords(String file) {
      String text = "---\ntitle: A\ndate: 2026-01-31\n---\n\nText.\n";

      assertThat(Given.file(file, text).issue().orElseThrow().draft()).isFalse();
    }

    @Test
    void needsNoDate() {
      IssueReading reading = Given.frontMatter("title: A\ndraft: true\n");

      assertThat(reading.issue().orElseThrow().draft()).isTrue();
      assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "publishDate: 2099-01-01, 2099-01-01T00:00Z",
      "pubDate: 2099-01-01T10:00:00Z, 2099-01-01T10:00Z",
      "publishedAt: 2099-01-01, 2099-01-01T00:00Z",
      "published: 2099-01-01, 2099-01-01T00:00Z",
      "publish_date: 2020-01-01, 2026-01-31T00:00Z"
    })
    void isTheIssueUntilALaterDateOfPublication(String line, OffsetDateTime date) {
      assertThat(Given.issueWith(line + "\n").date()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "expiryDate: 2026-02-28",
          "Unpublish_Date: 28 February 2026",
          "expires: 2026-02-28\nunpublishDate: 2027-01-01"
        })
    void isTheIssueAgainFromItsEnd(String lines) {
      Issue issue = Given.issueWith(lines + "\n");

      assertThat(issue.isHeldBack(Instant.parse("2026-02-27T23:59:59Z"))).isFalse();
      assertThat(issue.isHeldBack(Instant.parse("2026-02-28T00:00:00Z"))).isTrue();
    }
  }

  @Nested
  final class Id {
    @ParameterizedTest
    @ValueSource(
        strings = {"https://old.example.org/?p=12", "tag:example.org,2010:12", "urn:uuid:1-2-3"})
    void mayBeAnyUri(String id) {
      assertThat(Given.issueWith("id: " + id + "\n").id()).contains(URI.create(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "not a uri", "/relative"})
    void thatIsNoUriIsReportedAndTheIssueStillPublished(String id) {
      IssueReading reading = Given.frontMatter("title: A\ndate: 2026-01-31\nid: " + id + "\n");

      assertThat(reading.issue().flatMap(Issue::id)).isEqualTo(Optional.empty());
      assertThat(reading.issue()).isPresent();
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(4);
    }
  }

  @Nested
  final class AuthorForms {
    @Test
    void oneName() {
      assertThat(Given.issueWith("author: Ada Lovelace\n").authors())
          .containsExactly(Author.of("Ada Lovelace"));
    }

    @Test
    void aListOfNamesUnderEitherKey() {
      List<Author> two = List.of(Author.of("Ada"), Author.of("Grace"));

      assertThat(Given.issueWith("authors: [Ada, Grace]\n").authors()).isEqualTo(two);
      assertThat(Given.issueWith("author: [Ada, Grace]\n").authors()).isEqualTo(two);
    }

    @Test
    void aMappingWithEmailAndUrl() {
      assertThat(Given.issueWith("""
              author:
                name: Ada
                email: ada@example.org
                url: https://ada.example.org/
              """).authors())
          .containsExactly(new Author(
              "Ada",
              Optional.of("ada@example.org"),
              Optional.of(URI.create("https://ada.example.org/"))));
    }

    @Test
    void aListThatMixesNamesAndMappings() {
      assertThat(Given.issueWith("""
              authors:
                - Ada
                - name: Grace
                  uri: https://grace.example.org/
              """).authors())
          .containsExactly(
              Author.of("Ada"),
              new Author(
                  "Grace",
                  Optional.empty(),
                  Optional.of(URI.create("https://grace.example.org/"))));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Ida Petrow <ida@example.org>|Ida Petrow",
          "ida@example.org (Ida Petrow)|Ida Petrow",
          "Ida Petrow, ida@example.org in Oslo|Ida Petrow, in Oslo",
          "<ida@example.org>|ida",
          "ida@example.org|ida"
        })
    void anAddressIsTakenOutOfTheName(String text, String name) {
      Author ida = new Author(name, Optional.of("ida@example.org"), Optional.empty());

      assertThat(Given.issueWith("author: '" + text + "'\n").authors()).containsExactly(ida);
      assertThat(Given.issueWith("author:\n  name: '" + text + "'\n").authors())
          .containsExactly(ida);
    }

    @Test
    void aNameWithASignThatIsNoAddressStays() {
      assertThat(Given.issueWith("author: '@ida'\n").authors()).containsExactly(Author.of("@ida"));
    }

    @Test
    void aMappingWithoutNameIsReported() {
      IssueReading reading = Given.frontMatter("""
          title: A
          date: 2026-01-31
          author:
            email: ada@example.org
          """);

      assertThat(reading.issue().orElseThrow().authors()).isEmpty();
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).contains("an author needs a name");
      });
    }

    @Test
    void aUrlThatIsNoWebAddressIsReportedAndTheNameKept() {
      IssueReading reading = Given.frontMatter("""
          title: A
          date: 2026-01-31
          author:
            name: Ada
            url: javascript:alert(1)
          """);

      assertThat(reading.issue().orElseThrow().authors()).containsExactly(Author.of("Ada"));
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.message()).contains("https://");
      });
    }
  }

  /** Front matter that another generator reads. */
  @Nested
  final class OfOtherGenerators {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pubDate: 2026-01-05 | 2026-01-05
            pubDatetime: 2026-01-05T10:00:00Z | 2026-01-05
            publishedAt: 2026-01-05 | 2026-01-05
            published: 2026-01-05 | 2026-01-05
            publishDate: 2026-01-05 | 2026-01-05
            created_at: 5 January 2026 | 2026-01-05
            Date: 2026-01-05 | 2026-01-05
            """)
    void hasItsDate(String line, LocalDate date) {
      assertThat(Given.frontMatter("Title: A\n" + line + "\n")
              .issue()
              .orElseThrow()
              .date()
              .toLocalDate())
          .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastmod", "modified", "updatedAt", "last_modified_at", "modDatetime"})
    void hasTheTimeOfItsChange(String key) {
      assertThat(Given.issueWith(key + ": 2026-02-01\n").updated()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"excerpt", "subtitle", "summary", "Description"})
    void hasItsSummary(String key) {
      assertThat(Given.issueWith(key + ": Knots.\n").description()).contains("Knots.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "cover: /a.png",
          "heroImage: /a.png",
          "image: {src: /a.png, alt: A}",
          "cover:\n  image: /a.png",
          "feature_image: /a.png"
        })
    void hasItsPicture(String lines) {
      assertThat(Given.issueWith(lines + "\n").image())
          .contains(URI.create("https://example.org/a.png"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tags: a, b | a,b
            tags: [a, b] | a,b
            tags: [a]; categories: [b, a] | a,b
            layout: post; tags: a b | a,b
            tags: a b | a b
            """)
    void hasItsTags(String lines, String tags) {
      assertThat(
              String.join(",", Given.issueWith(lines.replace("; ", "\n") + "\n").tags()))
          .isEqualTo(tags);
    }
  }

  @Nested
  final class InOtherWords {
    private Issue issue(Map<String, String> keys, String yaml) {
      SourceRules source = Given.RULES.source();
      ReadingRules rules = new ReadingRules(
          new SourceRules(
              source.dates(), false, new TreeMap<>(keys), Optional.empty(), source.templates()),
          Given.RULES.issuesBase(),
          Given.RULES.mostBytes(),
          Given.RULES.headings(),
          Given.RULES.media());
      byte[] file = ("---\n" + yaml + "---\n\nText.\n").getBytes(UTF_8);
      return new IssueReader(rules)
          .read("weekly.md", file, Surroundings.NONE)
          .issue()
          .orElseThrow();
    }

    @Test
    void countsByTheSettings() {
      Issue issue = issue(
          Map.of("title", "headline", "date", "issued", "tags", "topics", "draft", "secret"),
          "Headline: A\nissued: 2026-01-05\ndate: 2020-01-01\ntopics: [x]\nsecret: true\n");

      assertThat(issue.title()).isEqualTo("A");
      assertThat(issue.date().toLocalDate()).hasToString("2026-01-05");
      assertThat(issue.tags()).containsExactly("x");
      assertThat(issue.draft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "pubDate",
          "pubDatetime",
          "publishedAt",
          "published",
          "published_at",
          "publishDate",
          "createdOn",
          "created",
          "publication_date"
        })
    void saysTheDate(String key) {
      Issue issue = issue(Map.of(), "title: A\n" + key + ": 2026-01-05\n");

      assertThat(issue.date().toLocalDate()).hasToString("2026-01-05");
      assertThat(issue.draft()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "updated",
          "lastmod",
          "modified",
          "updatedAt",
          "last_modified_at",
          "modDatetime",
          "lastUpdated"
        })
    void saysTheChange(String key) {
      assertThat(Given.issueWith(key + ": 2026-02-01\n").updated()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "images: [/a.png, /b.png]",
          "image: {feature: /a.png}",
          "heroImage: {src: /a.png}",
          "coverImage: /a.png"
        })
    void saysThePicture(String line) {
      assertThat(Given.issueWith(line + "\n").image())
          .hasValueSatisfying(image -> assertThat(image.getPath()).endsWith("a.png"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "layout: post\\ntags: a b | a,b",
          "layout: post\\ntags: a b, c | a b,c",
          "tags: a b | a b",
          "tags: [{name: a}, {label: b}] | a,b",
          "tags: a\\ncategories: b, c | a,b,c"
        })
    void saysTheTags(String lines, String tags) {
      assertThat(String.join(
              ",", Given.issueWith(lines.replace("\\n", "\n") + "\n").tags()))
          .isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "author: [Ida, Mara]",
          "authors: [{name: Ida}, Mara]",
          "authors:\n  ida:\n    name: Ida\n  mara:\n    display_name: Mara",
          "authors: [{title: Ida}, {name: Mara, title: Editor}]"
        })
    void saysTheAuthors(String lines) {
      assertThat(Given.issueWith(lines + "\n").authors())
          .extracting(Author::name)
          .containsExactly("Ida", "Mara");
    }
  }
}
