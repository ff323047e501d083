package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.offprint.cli.CommandLineRun;
import org.offprint.issue.Problem;

/** {@code docs/settings.md} and the code name the same settings, defaults and limits. */
final class SettingsDocumentTest {
  private static final String DOCUMENT = text();
  private static final Map<String, String> NONE = Map.of();
  /** A value that only free text may have. */
  private static final String ODD = "%";

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern EXPECTED = Pattern.compile("must be (.*)");

  /** A table of the document, its rows in the program, and the form of a setting in the file. */
  private record Table(String heading, SettingsTable program, String frame) {
    List<String> keys() {
      return program.keys();
    }

    String yaml(String key, String value) {
      return frame.replace(key + ": a, ", "").formatted(key + ": '" + value + "'");
    }

    List<Row> rows() {
      return section(heading)
          .lines()
          .filter(line -> line.startsWith("| `"))
          .map(Row::of)
          .toList();
    }

    Row row(String key) {
      return rows().stream().filter(row -> row.keys().contains(key)).findFirst().orElseThrow();
    }
  }

  /** A row of a table, cell by cell. */
  private record Row(List<String> cells) {
    static Row of(String line) {
      return new Row(Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
          .map(String::strip)
          .toList());
    }

    List<String> keys() {
      return CODE.matcher(cells.get(0)).results().map(code -> code.group(1)).toList();
    }

    /** The default, where it is a value and not a rule. */
    Optional<String> fixedDefault() {
      Matcher value = CODE.matcher(cells.get(cells.size() - 3));
      return value.matches() ? Optional.of(value.group(1)) : Optional.empty();
    }

    String fallback() {
      return plain(cells.get(cells.size() - 3));
    }

    String allowed() {
      return plain(cells.get(cells.size() - 2));
    }

    String effect() {
      return plain(cells.get(cells.size() - 1));
    }

    private static String plain(String cell) {
      return cell.replace("`", "").replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1");
    }
  }

  private static final Table SERVER =
      new Table("## What can I set for the server?", SettingsTable.SERVER, "");
  private static final List<Table> TABLES = List.of(
      new Table("## What can I set for the newsletter?", SettingsTable.NEWSLETTER, "%s"),
      new Table("### How do I name authors?", SettingsTable.AUTHOR, "authors: {name: Mara, %s}"),
      new Table("### How do I change the colour?", SettingsTable.COLORS, "colors: {%s}"),
      new Table(
          "### How do I add links to the head of pages?",
          SettingsTable.LINK,
          "links: [{title: a, url: /a, %s}]"),
      new Table(
          "### How do I add pages such as an imprint?",
          SettingsTable.PAGE,
          "pages: [{file: a.md, %s}]"),
      new Table("### How do I name sections?", SettingsTable.SECTION, "sections: [{key: a, %s}]"),
      new Table("### How do I make a feed of my own?", SettingsTable.VIEW, "views: [{key: a, %s}]"),
      new Table(
          "### How do I tell others of new issues?",
          SettingsTable.WEBHOOK,
          "webhooks: [{url: $A, %s}]"),
      new Table("### How do I limit the size of feeds?", SettingsTable.WINDOW, "window: {%s}"));

  @TestFactory
  Stream<DynamicNode> tablesNameTheKeysThatTheCodeKnows() {
    return Stream.concat(TABLES.stream(), Stream.of(SERVER))
        .map(table -> DynamicTest.dynamicTest(
            table.heading(),
            () -> assertThat(table.rows().stream().flatMap(row -> row.keys().stream()))
                .containsExactlyInAnyOrderElementsOf(table.keys())));
  }

  @TestFactory
  Stream<DynamicNode> rowsSayWhatTheProgramsTableSays() {
    return Stream.concat(TABLES.stream(), Stream.of(SERVER))
        .flatMap(table -> table.program().settings().stream()
            .map(setting -> DynamicTest.dynamicTest(table.heading() + " " + setting.key(), () -> {
              Row row = table.row(setting.key());
              assertThat(row.fallback())
                  .isEqualTo(setting.fallback().isEmpty() ? "–" : setting.fallback());
              assertThat(row.allowed()).isEqualTo(setting.allowed());
              assertThat(row.effect()).startsWith(setting.sentence());
            })));
  }

  @Test
  void serverSettingsStandWithFlagAndVariable() {
    assertThat(SERVER.keys())
        .allSatisfy(key -> assertThat(SERVER.row(key).cells())
            .startsWith(
                "`" + key + "`", "`--" + key + "`", "`" + ServerSettings.variable(key) + "`"));
  }

  @Test
  void flagsAreThoseOfTheHelp() {
    String help = CommandLineRun.of("serve", "--help").out();
    String flag = "--[a-z][a-z-]*";

    assertThat(found(flag, DOCUMENT)).containsExactlyElementsOf(found(flag, help));
  }

  @Test
  void variablesAreThoseOfTheServer() {
    assertThat(found("OFFPRINT_[A-Z_]+", DOCUMENT))
        .containsExactlyInAnyOrderElementsOf(
            SERVER.keys().stream().map(ServerSettings::variable).toList());
  }

  @Test
  void examplesAreWithoutMistakes() {
    assertThat(Pattern.compile("(?s)```yaml\n(.*?)```").matcher(DOCUMENT).results())
        .hasSizeGreaterThan(TABLES.size())
        .allSatisfy(example ->
            assertThat(GivenSettings.read(example.group(1)).problems()).isEmpty());
  }

  @TestFactory
  Stream<DynamicNode> fixedDefaultsChangeNothing() {
    return TABLES.stream()
        .flatMap(table -> table.rows().stream()
            .flatMap(row -> row.fixedDefault().stream()
                .filter(value -> !value.contains("…"))
                .map(value -> DynamicTest.dynamicTest(table.heading() + row.keys(), () -> {
                  String yaml = table.yaml(row.keys().get(0), value);
                  assertThat(comparable(yaml))
                      .isEqualTo(comparable(table.frame().formatted("")));
                }))));
  }

  /** UTC has two names in Java. */
  private static String comparable(String yaml) {
    return GivenSettings.good(yaml).toString().replace("zone=UTC", "zone=Z");
  }

  @Test
  void fixedDefaultsOfTheServerChangeNothing() {
    assertThat(SERVER.rows())
        .allSatisfy(row -> row.fixedDefault()
            .ifPresent(value -> assertThat(
                    GivenSettings.ofServer(Map.of(row.keys().get(0), value), NONE, NONE))
                .isEqualTo(GivenSettings.ofServer(NONE, NONE, NONE))));
  }

  @TestFactory
  Stream<DynamicNode> whatIsAllowedIsWhatMistakesSay() {
    return TABLES.stream()
        .flatMap(table -> table.keys().stream()
            .flatMap(key -> expectedOf(GivenSettings.read(table.yaml(key, ODD)).problems())
                .map(expected -> allowed(table, key, expected))));
  }

  @TestFactory
  Stream<DynamicNode> whatTheServerAllowsIsWhatMistakesSay() {
    return SERVER.keys().stream()
        .flatMap(key -> mistake(key).stream()
            .flatMap(SettingsDocumentTest::expected)
            .map(expected -> allowed(SERVER, key, expected)));
  }

  private static DynamicNode allowed(Table table, String key, String expected) {
    return DynamicTest.dynamicTest(
        table.heading() + " " + key, () -> assertThat(table.row(key).allowed()).contains(expected));
  }

  private static Stream<String> expectedOf(List<Problem> problems) {
    return problems.stream().map(Problem::message).flatMap(SettingsDocumentTest::expected);
  }

  private static Stream<String> expected(String message) {
    return EXPECTED.matcher(message).results().map(found -> found.group(1));
  }

  private static Optional<String> mistake(String key) {
    return Optional.ofNullable(catchThrowableOfType(
            SettingsException.class, () -> GivenSettings.ofServer(Map.of(key, ODD), NONE, NONE)))
        .map(Throwable::getMessage);
  }

  private static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }

  /** The text below a heading, up to the next one. */
  private static String section(String heading) {
    String rest = DOCUMENT.substring(DOCUMENT.indexOf("\n" + heading + "\n") + heading.length());
    return Pattern.compile("\n##").split(rest, 2)[0];
  }

  private static String text() {
    try {
      return Files.readString(Path.of("docs/settings.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
