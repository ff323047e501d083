package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueReader;
import org.offprint.publication.Folder;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.RelatedFiles;
import org.offprint.settings.PublicationSettings;
import org.offprint.testing.IssueFiles;

/** {@code offprint explain} tells how one file is read. */
final class ExplainCommandTest {
  private static final String ISSUE = """
      ---
      title: The "Weekly"
      ---

      # The weekly!

      Hello. <!-- private -->

      ## News

      A. <https://a.example/1>

      &nbsp;

      ### Group

      - [B](https://a.example/2)
      - [C](https://a.example/3)

      ## Sponsor

      Ad. <https://ad.example/>

      ## Tools

      [D](https://a.example/4) is a tool.

      [E](https://a.example/5) is one, too.

      [Ad](https://ad.example/) once more.

      ## Thanks

      - [F](https://a.example/6)

      ## Bye

      Go on.
      """;

  private final Path folder;
  private final IssueFiles files;

  ExplainCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new IssueFiles(folder);
  }

  @BeforeEach
  void givenFolder() {
    files.given("issues/2026-01-04-1.md", ISSUE);
    files.given("issues/offprint.yaml", """
        sections:
          - key: thanks
            items: none
          - key: bye
            skip: true
        """);
  }

  private CommandLineRun explain(String... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("explain", folder + "/issues/2026-01-04-1.md"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<JsonObject> list(JsonObject json, String name) {
    return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private JsonObject json() {
    return JsonParser.parseString(explain("--json").out()).getAsJsonObject();
  }

  private JsonObject part(int index) {
    return list(json(), "parts").get(index);
  }

  private static List<String> texts(List<JsonObject> objects, String... names) {
    return objects.stream()
        .map(object -> String.join(
            " | ",
            List.of(names).stream()
                .map(name -> object.has(name) ? object.get(name).getAsString() : "")
                .toList()))
        .toList();
  }

  @Test
  void pageOfThePublisherIsExplainedAsOne() {
    files.given("offprint.yaml", "pages: [{file: about.md}]\n").given("about.md", "# About\n");

    assertThat(
            CommandLineRun.of("explain", folder.resolve("about.md").toString()).out())
        .contains("published as /about");
  }

  @Test
  void linksAreThoseThatReadersHaveAndDeadOnesAreWarnings() {
    files.given("issues/2026-01-11-two.md", """
        ---
        title: Two
        slug: second
        ---

        ## News

        [Gone](gone.md), and [one](2026-01-18-three.md) to come.
        """).given("issues/2026-01-18-three.md", """
        ---
        title: Three
        slug: third
        ---
        """);

    assertThat(CommandLineRun.of(
                "explain", folder.resolve("issues/2026-01-11-two.md").toString())
            .out())
        .contains("published as /issues/second", "to come\" http://localhost/issues/third, key ")
        .contains("two.md:8: warning: \"gone.md\" leads nowhere");
  }

  private String explained(String name) {
    return CommandLineRun.of("explain", folder.resolve("issues/" + name).toString())
        .out();
  }

  /** The warnings about one file that both commands print. */
  private static List<String> warnings(String out, String name) {
    return out.lines().filter(line -> line.contains("/" + name + ":")).toList();
  }

  @Test
  void linksLeadWhereAllFilesTogetherLeadThem() {
    files
        .given("issues/2026-01-11-two.md", """
        ---
        title: Two
        aliases: [/old/two/]
        ---

        ## News

        [File](2026-01-18-three.md), [page](/2026/01/18/three/), [title](/news/The-knots/), [slug](../fourth/),
        [alias](/old/knots.html), [gone](gone.md), [dead](/2026/01/18/four/), [place](2026-01-18-three.md#no),
        [early](2999-01-01-five.md), [name](a/six.md), ![picture](no.png).
        """)
        .given(
            "issues/2026-01-18-three.md", "---\ntitle: Three\nslug: third\n---\n\n## News\n\nN.\n")
        .given(
            "issues/2026-01-25-x.md",
            "---\ntitle: \"*The* [knots](https://a.example/)\"\n---\n\n## News\n\nN.\n")
        .given(
            "issues/2026-02-01-y.md",
            "---\ntitle: Y\nslug: fourth\naliases: [/old/knots/, /old/two/]\n---\n\n## News\n\nN.\n")
        .given("issues/2999-01-01-five.md", "---\ntitle: Five\n---\n\nN.\n")
        .given("issues/a/six.md", "---\ntitle: Six\ndate: 2026-02-02\n---\n\nN.\n")
        .given("issues/b/six.md", "---\ntitle: Six\ndate: 2026-02-01\n---\n\nN.\n");

    String explained = explained("2026-01-11-two.md");

    assertThat(warnings(explained, "2026-01-11-two.md"))
        .hasSize(5)
        .isEqualTo(warnings(
            CommandLineRun.of("check", folder.resolve("issues").toString(), "--all")
                .out(),
            "2026-01-11-two.md"));
    assertThat(explained("2026-01-18-three.md")).contains("published as /issues/third");
    assertThat(explained("a/six.md")).contains("published as /issues/six-2026-02-02");
    assertThat(explained("b/six.md")).contains("published as /issues/six\n");
  }

  @Test
  void filesThatTellNothingAreNotRead() {
    files.given("issues/2026-01-11-two.md", """
        ---
        title: Two
        ---

        [One](2026-01-04-1.md), [gone](gone.md), [knots](/2026/01/knots/).
        """);
    for (int number = 1; number <= 9; number++) {
      files.given(
          "issues/2026-02-0" + number + "-other.md",
          "---\ntitle: Other %s\n---\n\n%s".formatted(number, "Word gone knots. ".repeat(9)));
    }
    PublicationRules rules = PublicationSettings.DEFAULT.rules(URI.create("http://localhost/"));
    Path root = folder.resolve("issues");
    Issue issue =
        new IssueReader(rules.reading()).read(root, "2026-01-11-two.md").issue().orElseThrow();

    assertThat(RelatedFiles.of(root, Folder.scan(root), rules, issue).files().keySet())
        .containsExactly("2026-01-04-1.md", "2026-01-11-two.md", "offprint.yaml");
  }

  @Test
  void dateOfTheListIsTheDate() {
    files
        .given("offprint.yaml", "dates: dates.txt\n")
        .given("dates.txt", "knots: 2026-01-02\n")
        .given("knots.md", "---\ntitle: Knots\n---\n\nText.\n");

    assertThat(
            CommandLineRun.of("explain", folder.resolve("knots.md").toString()).out())
        .contains("date: 2026-01-02T00:00Z (the list of dates)");
  }

  @Test
  void titleAndDateHaveTheirOrigin() {
    assertThat(explain().out()).startsWith("""
            2026-01-04-1.md: published as /issues/1
            title: The "Weekly" ("title" in the front matter, line 2)
            date: 2026-01-04T00:00Z (the name of the file)
            """);
    assertThat(json().getAsJsonObject("title").get("text").getAsString())
        .isEqualTo("The \"Weekly\"");
    assertThat(explain().exitCode()).isZero();
  }

  @Test
  void headingsHaveTheirLevelLineUseAndSection() {
    assertThat(texts(list(json(), "headings"), "line", "level", "text", "use", "section"))
        .containsExactly(
            "5 | 1 | The weekly! | none: it says the title of the issue | ",
            "9 | 2 | News | section | news",
            "15 | 3 | Group | sub-heading | news",
            "20 | 2 | Sponsor | section | sponsor",
            "24 | 2 | Tools | section | tools",
            "32 | 2 | Thanks | section | thanks",
            "36 | 2 | Bye | section | bye");
    assertThat(explain().out()).contains("\nline 15: ### Group: sub-heading (news)\n");
  }

  @Test
  void itemsHaveTheirLinesAndRule() {
    assertThat(texts(
            list(part(0), "items"), "firstLine", "lastLine", "title", "link", "group", "rule"))
        .containsExactly(
            "11 | 11 | A | https://a.example/1 |  | link last",
            "17 | 17 | B | https://a.example/2 | Group | entry of a list of links",
            "18 | 18 | C | https://a.example/3 | Group | entry of a list of links");
    assertThat(texts(list(part(2), "items"), "firstLine", "title", "rule"))
        .containsExactly("26 | D | link first", "28 | E | link first");
    assertThat(list(part(0), "items"))
        .allSatisfy(item -> assertThat(item.get("key").getAsString()).matches("[0-9a-f]{12}"));
  }

  @Test
  void whatIsLeftOutHasItsReason() {
    assertThat(texts(list(part(0), "dropped"), "firstLine", "reason"))
        .containsExactly("13 | a filler that shows nothing", "15 | the heading of a group");
    assertThat(texts(list(part(2), "dropped"), "firstLine", "title", "reason"))
        .containsExactly(
            "30 | Ad | a repeat: of an advertisement, or of an item with this link and text");
    assertThat(texts(list(part(3), "dropped"), "firstLine", "reason"))
        .containsExactly("34 | items: none");
    assertThat(texts(list(json(), "dropped"), "firstLine", "reason"))
        .containsExactly("7 | a comment");
    assertThat(explain().out())
        .contains("section bye, skip: true")
        .contains("\nline 7: left out: a comment\n");
  }

  @Test
  void commentsOfEveryKindAreLeftOut() {
    files.given("issues/2026-01-04-1.md", """
        ---
        title: T
        ---

        One. %%obsidian%% And 2026%%note%%.

        {% comment %}
        liquid
        {% endcomment %}

        {# jinja #} Two. <!-- html -->

        [//]: # (definition)

        Three.
        """);

    assertThat(texts(list(json(), "dropped"), "firstLine", "lastLine", "reason"))
        .containsExactly(
            "5 | 5 | a comment",
            "5 | 5 | a comment",
            "7 | 9 | a comment",
            "11 | 11 | a comment",
            "11 | 11 | a comment",
            "13 | 13 | a comment");
  }

  @Test
  void itemsAreThoseThatAreServed() {
    files.given("issues/2026-01-04-1.md", """
        ---
        title: T
        ---

        One. <https://a.example/1>

        <div>Two. <a href="https://a.example/2">x</a></div>
        """);

    assertThat(texts(list(part(0), "items"), "firstLine", "title", "rule"))
        .containsExactly("5 | One | link last", "7 | Two. x | link last");
  }

  @Test
  void warningsFollow() {
    files.given("issues/2026-01-04-1.md", "---\ntitle: T\nupdated: some day\n---\n\nOne.\n");

    assertThat(explain().out())
        .contains("\n" + folder.resolve("issues") + "/2026-01-04-1.md:3: warning: \"some day\"");
    assertThat(texts(list(json(), "problems"), "severity", "line")).containsExactly("warning | 3");
  }

  @Test
  void manyWarningsOfAKindAreSummedUp() {
    files.given(
        "issues/2026-01-04-1.md", "---\ntitle: T\n---\n\n" + "[a][b] is undefined.\n\n".repeat(12));

    assertThat(explain().out().lines().filter(line -> line.contains("warning: ")))
        .singleElement()
        .asString()
        .contains("and 11 more of this kind");
    assertThat(list(json(), "problems")).hasSize(12);
  }

  @Test
  void fileThatCannotBePublishedIsAProblem() {
    files.given("issues/2026-01-04-1.md", "---\ndate: 2026-01-04\n---\n\nOne.\n");

    assertThat(explain().exitCode()).isEqualTo(1);
    assertThat(explain().out()).startsWith("2026-01-04-1.md: not published\n").contains("title");
  }

  @Test
  void draftsAndIssuesToComeAreHeldBack() {
    files.given("issues/1.md", "---\ntitle: T\ndraft: true\n---\n\nOne.\n");
    files.given("issues/2.md", "---\ntitle: T\ndate: 2999-01-01\n---\n\nOne.\n");

    assertThat(CommandLineRun.of("explain", folder + "/issues/1.md").out())
        .startsWith("1.md: held back as a draft\n")
        .contains("date: 1970-01-01T00:00Z (nowhere: a draft needs none)");
    assertThat(CommandLineRun.of("explain", folder + "/issues/2.md").out())
        .startsWith("2.md: held back until 2999-01-01T00:00Z\n");
  }

  @Test
  void foldersOfADateBelongToTheName() {
    files.given("other/2026/01/04.md", "# One\n\nOne.\n");

    assertThat(CommandLineRun.of("explain", folder + "/other/2026/01/04.md").out())
        .startsWith(
            "2026/01/04.md: published as /issues/2026-01-04\ntitle: One (the first heading)\n");
  }

  @Test
  void folderCanBeNamed() {
    files.given("other/deep/1.md", "---\ntitle: T\ndate: 2026-01-04\n---\n\nOne.\n");

    assertThat(
            CommandLineRun.of("explain", folder + "/other/deep/1.md", "--folder", folder + "/other")
                .out())
        .startsWith("deep/1.md: published");
    assertThat(CommandLineRun.of("explain", folder + "/other/deep/1.md").out())
        .startsWith("1.md: published");
    assertThat(CommandLineRun.of(
                "explain", folder + "/other/deep/1.md", "--folder", folder + "/issues")
            .exitCode())
        .isEqualTo(2);
  }

  @Test
  void missingFileCannotBeExplained() {
    CommandLineRun run = CommandLineRun.of("explain", folder + "/no.md");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no file");
  }
}
