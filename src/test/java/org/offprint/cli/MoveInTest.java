package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;
import org.offprint.publication.PublishedIssue;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;

/** A newsletter of another generator, for which {@code offprint init} finds the settings. */
final class MoveInTest {
  private static final TestClock CLOCK = TestClock.at("2026-06-01T12:00:00Z");
  private static final String BODY = """

      The knots are tied and the lines are of the same length, and this is what the crew has to do with that.

      ## News

      - [One](https://example.org/one)

      ## Tools

      - [Two](https://example.org/two)

      ## From our sponsor

      - [Three](https://example.org/three)
      """;

  @TempDir
  private Path folder = Path.of("");

  private String init() {
    StringWriter out = new StringWriter();
    ParsedArguments given =
        new ParsedArguments(CommandLine.builder().addArg(folder.toString()).get());
    new InitCommand(CLOCK)
        .run(given, new PrintWriter(out, true), new PrintWriter(new StringWriter()));
    return out.toString();
  }

  private PublicationSettings settings() {
    SettingsFile file = SettingsFile.read(folder);
    assertThat(file.problems()).isEmpty();
    return file.settings().orElseThrow();
  }

  private FolderCommand.Reading reading() {
    return FolderCommand.Reading.of(
        folder, SettingsFile.read(folder), URI.create("http://localhost/"), CLOCK.instant());
  }

  private String yaml() throws IOException {
    return Files.readString(folder.resolve("offprint.yaml"));
  }

  private void givenIssues(String pattern, String frontMatter) {
    for (int i = 1; i <= 4; i++) {
      new IssueFiles(folder)
          .given(pattern.formatted(i), frontMatter.replace("%d", String.valueOf(i)) + BODY);
    }
  }

  private void givenJekyll() {
    givenIssues("_posts/2026-01-0%d-knots-%1$d.md", "---\ntitle: \"Knots Weekly %d\"\n---\n");
    new IssueFiles(folder)
        .given("_config.yml", """
            title: Knots & Splices # the name
            description: About ropes
            url: "https://knots.example.org"
            timezone: Europe/Berlin
            lang: en-GB
            """)
        .given("README.md", "# The site\n")
        .given("about.md", "---\ntitle: About\n---\n\nWe tie.\n")
        .given("node_modules/x/2026-01-01-x.md", "# X\n");
  }

  @Test
  void servesTheIssuesOfASiteWhoseRootWasGiven() {
    givenJekyll();

    assertThat(init())
        .contains(
            "Wrote " + folder + "/offprint.yaml\n",
            "4 of 4 files are issues, from 2026-01-01 to 2026-01-04\n",
            "Sections: From our sponsor, News, Tools\n",
            "0 problems\n",
            "offprint serve " + folder);
    assertThat(reading().problems()).isEmpty();
    assertThat(reading().publication().issues())
        .extracting(PublishedIssue::published)
        .hasSize(4)
        .first()
        .hasToString("2026-01-04T06:00:00Z");
  }

  @Test
  void takesNameAndZoneFromTheConfigurationOfTheSite() {
    givenJekyll();
    init();

    assertThat(settings().title()).isEqualTo("Knots & Splices");
    assertThat(settings().description()).isEqualTo("About ropes");
    assertThat(settings().language()).isEqualTo("en-GB");
    assertThat(settings().zone()).hasToString("Europe/Berlin");
    assertThat(settings().tag()).contains("tag:knots.example.org,2026");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          content/articles/knots-%d.md     | content/pages/hemp.md   | files: ["content/articles/**"]
          content/knots-%d.md              | content/about.md        | ignore: ["content/about.md"]
          content/knots-%d.md              | content/about/index.md  | ignore: ["content/about/contact.md", "content/about/index.md"]
          content/knots-%d.md              | content/pages/hemp.md   | ignore: ["content/pages/**"]
          newsletter/knots-%d.md           | newsletter/404.de.md    | ignore: ["newsletter/404.de.md"]
          src/pages/knots-%d.md            | src/pages/Imprint.md    | ignore: ["src/pages/Imprint.md"]
          content/pages/knots-%d.md        | content/pages/about.md  | ignore: ["content/pages/about.md"]
          newsletter/knots-%d.md           | src/pages/about.md      | files: ["newsletter/**"]
          """)
  void leavesOutThePagesOfTheSite(String issues, String page, String setting) throws IOException {
    givenIssues(issues, "---\ntitle: Knots\ndate: 2026-01-0%d\n---\n");
    new IssueFiles(folder)
        .given(page, "---\ntitle: Page\ndate: 2026-01-01\n---\n\nWe tie.\n")
        .given(page.replaceFirst("[^/]*$", "contact.md"), "---\ntitle: Contact\n---\n\nWrite.\n");

    assertThat(init())
        .contains("4 of 4 files are issues, from 2026-01-01 to 2026-01-04\n", "0 problems");

    assertThat(yaml()).contains(setting.replaceFirst("\\]$", ""));
    assertThat(reading().publication().issues()).hasSize(4);
  }

  @Test
  void takesTextsForIssuesWhereMostHaveTheNamesOfPages() throws IOException {
    givenIssues("pages/knots.md", "---\ntitle: Knots\ndate: 2026-01-01\n---\n");
    givenIssues("pages/bends.md", "---\ntitle: Bends\ndate: 2026-01-02\n---\n");

    assertThat(init()).contains("2 of 2 files are issues, from 2026-01-01 to 2026-01-02\n");
    assertThat(yaml()).contains("\n#ignore:");
  }

  @Test
  void namesThePeriodOfWhatIsPublished() {
    givenIssues("2026-01-0%d.md", "");
    new IssueFiles(folder).given("old.md", "---\ntitle: Draft\ndraft: true\n---\n\nText\n");

    assertThat(init()).contains("5 of 5 files are issues, from 2026-01-01 to 2026-01-04\n");
  }

  @Test
  void keepsTheOldAddressesOfASite() throws IOException {
    givenJekyll();
    new IssueFiles(folder).given("_config.yml", "permalink: /:year/:month/:day/:title/\n");
    init();

    assertThat(yaml())
        .contains("\nredirects:\n  \"/{year}/{month}/{day}/{slug}/\": /issues/{slug}\n");
    assertThat(reading().problems()).isEmpty();
  }

  @Test
  void findsThePicturesOfTheSiteAboveTheIssues() throws IOException {
    new IssueFiles(folder)
        .given(
            "astro.config.mjs",
            "export default defineConfig({ site: 'https://knots.example.org', x: [] });\n")
        .given("public/img/x.png", "x");
    folder = folder.resolve("src/content/letters");
    givenIssues("2026-01-0%d.md", "");
    init();

    assertThat(yaml())
        .contains(
            "\nmedia: {\"/\": \"../../../public\"}\n", "\n#base-url: https://knots.example.org/\n");
  }

  @Test
  void asksForTheDatesOfIssuesThatHaveOnlyANumber() throws IOException {
    givenIssues("letters/issue-%d.md", "# Knots Weekly %d\n");

    assertThat(init())
        .contains(
            "0 of 4 files are issues\n",
            "4 more have a number but no date: set \"dates\" in offprint.yaml, and they are issues\n",
            "Sections: From our sponsor, News, Tools\n");
    assertThat(yaml())
        .contains(
            "\n#dates: {issue: 1, on: 2018-04-20, every: 7d}\n", "\ntitle: \"Knots Weekly\"\n");
  }

  @Test
  void describesNothingThatIsNotFound() throws IOException {
    givenIssues("letters/2026-01-0%d.md", "");
    init();

    assertThat(yaml()).contains("\n#description: ").doesNotContain("\ndescription: ");
  }

  /** Otherwise no link of the feeds would lead to this machine. */
  @Test
  void proposesTheAddressOfTheSiteButDoesNotUseIt() throws IOException {
    givenJekyll();
    init();

    assertThat(settings().baseUrl()).isEmpty();
    assertThat(yaml()).contains("\n#base-url: https://knots.example.org/\n");
  }

  @Test
  void namesTheHeadingsThatRecurAndMarksWhatIsPaidFor() throws IOException {
    givenJekyll();
    init();

    assertThat(yaml()).contains("""
        sections:
          - key: from-our-sponsor
            title: "From our sponsor"
            kind: sponsored
            headings: "From our sponsor"
          - key: news
            title: "News"
            headings: "News"
        """);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          # Files                       | Front matter                         | Setting
          content/weekly/w%d/index.md   | +++%ntitle = 'W'%ndate = 2026-01-0%d%n+++%n | files: ["content/weekly/**"]
          src/letters/letter-%d.md      | ---%ntitle: W%nissued: 2026-01-0%d%n---%n   | keys:%n  date: issued
          letters/2026-01-0%d-weekly.md | ---%ntitle: W%n---%n                        | slugs: "{name}-{year}-{month}-{day}"
          letters/letter-%d.md          | ---%ntitle: W%ndate: 12-2%d-2025%n---%n     | publish-time: "07:00"
          letters/letter-%d.md          | ---%ntitle: W%ndate: 0%d-1%d-2026%n---%n    | date-order: mdy
          letters/letter-%d.md          | ---%ntitle: W%ndate: 1%d/0%d/2026%n---%n    | date-order: dmy
          letters/letter-%d.md          | ---%ntitle: Knots Weekly %d%ndate: 2026-01-0%d%n---%n | title: "Knots Weekly"
          letters/letter-%d.md          | ---%ntitle: W%ndate: 2026-01-0%d%n---%n     | language: en
          letters/2%d-01-2026.md        | # W%n                                       | date-from: "{day}-{month}-{year}"
          letters/01-2%d-2026-knots.md  | # W%n                                       | date-from: "{month}-{day}-{year}-{name}"
          2026/01-January/0%d.md        | # W%n                                       | date-from: "{year}/{month}-*/{day}"
          2026/W1%d.md                  | # W%n                                       | date-from: "{year}/W{week}"
          """)
  void findsTheSettingThatTheIssuesNeed(String files, String front, String setting)
      throws IOException {
    givenIssues(files, front.replace("%n", "\n"));

    assertThat(init()).contains("4 of 4 files are issues");

    assertThat(yaml()).contains("\n" + setting.replace("%n", "\n") + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"letters/01-0%d-2026.md", "letters/2026/%d-knots.md"})
  void guessesNoLayoutOfDatesThatMayBeAnother(String files) throws IOException {
    givenIssues(files, "# W\n");
    new IssueFiles(folder).given("letters/2026/13-knots.md", "# W\n");

    init();

    assertThat(yaml()).doesNotContain("\ndate-from:");
  }

  @Test
  void proposesATimeWhereMostDatesHaveNone() throws IOException {
    givenIssues("letters/letter-%d.md", "---\ntitle: W\ndate: 2026-01-0%d\n---\n");
    new IssueFiles(folder)
        .given("letters/letter-5.md", "---\ntitle: W\ndate: 2026-01-05 10:00\n---\n" + BODY);

    init();

    assertThat(yaml()).contains("\npublish-time: \"07:00\"\n");
  }

  @Test
  void proposesNoSectionThatHoldsNothing() throws IOException {
    givenIssues(
        "letters/letter-%d.md", "---\ntitle: W\ndate: 2026-01-0%d\n---\n## Empty\n\n## Full\n");

    assertThat(init()).contains("Sections: From our sponsor, Full, News, Tools\n");

    assertThat(yaml()).doesNotContain("Empty");
  }

  @Test
  void namesWhatIsNotRead() {
    new IssueFiles(folder).given("issue-1.rst", "Text");

    assertThat(init()).contains("there is no issue here: 1 file ends in .rst, which is not read");
  }

  @ParameterizedTest
  @CsvSource({
    "'Weekly, 1', 'Weekly, 2', Weekly",
    "This Week 1, This Week 2, ''",
    "News No. 1, News No. 2, News"
  })
  void takesNoEndOfASentenceAndNoLittleWordForAName(String one, String other, String name) {
    assertThat(MostFrequent.beginning(List.of(one, other)).orElse("")).isEqualTo(name);
  }

  @Test
  void saysWhatIsWrongWithTheOthers() {
    givenIssues("letters/2026-01-0%d.md", "");
    new IssueFiles(folder).given("letters/2026-01-09.md", "---\ntitle: [X\n---\n");

    assertThat(init())
        .contains(
            "4 of 5 files are issues", "1 problem: \"offprint check " + folder + "\" lists them\n");
    assertThat(reading().problems()).extracting(Problem::file).contains("letters/2026-01-09.md");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          docs/issue-1.rst  | there is no issue here: 1 file ends in .rst, which is not read; an issue is a Markdown file
          _posts/2026-01.md | there is no issue here, but 1 text lies in _posts, whose name begins with _; run "offprint init" on this folder
          docs/issue-12     | there is no issue here: 1 file ends without a dot and a type, which is not read; an issue is a Markdown file
          notes.md          | there is no issue here: an issue has front matter, or a date or a number in its name, or is named under "files" in offprint.yaml
          logo.png          | there is no issue here: the folder has no text; an issue is a Markdown file
          """)
  void checkSaysWhatItSawWhereThereIsNoIssue(String file, String message) {
    new IssueFiles(folder).given(file, "Text");

    CommandLineRun check = CommandLineRun.of("check", folder.toString());

    assertThat(check.out()).contains(message);
    assertThat(check.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files: [\"letters/**\"]", "ignore: [\"*.md\"]"})
  void checkSaysThatTheSettingsSelectNoText(String setting) {
    givenIssues("2026-01-0%d.md", "");
    new IssueFiles(folder).given("offprint.yaml", "title: W\n" + setting + "\n");

    CommandLineRun check = CommandLineRun.of("check", folder.toString());

    assertThat(check.out())
        .contains("\"files\" and \"ignore\" in offprint.yaml select none of the texts")
        .contains("such as 2026-01-01.md");
    assertThat(check.exitCode()).isEqualTo(1);
  }
}
