package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.only;
import static org.offprint.settings.GivenSettings.read;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;

/** Each mistake in the settings names key, line and what is allowed, and leaves no settings. */
final class SettingsMistakesTest {
  @Nested
  final class WrongType {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "title",
          "description",
          "base-url",
          "id",
          "language",
          "time-zone",
          "icon",
          "logo",
          "copyright"
        })
    void ofListWhereTextIsMeantNamesTheKey(String key) {
      Problem problem = only("# settings\n" + key + ": [a, b]\n");

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("\"" + key + "\"", "text");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "title: [a]|not a list",
          "title: {a: b}|not a block",
          "title: ''|but it is empty",
          "title: '  '|but it is empty",
          "title: \"a\\nb\"|but it has several lines"
        })
    void saysWhatStandsInPlaceOfText(String yaml, String what) {
      assertThat(only(yaml).message()).isEqualTo("\"title\" must be one line of text, " + what);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "base-url: [https://example.org/]|https://example.org/",
          "language: {en: GB}|en-GB",
          "item-link: [external]|permalink or external",
          "search: [true]|true or false",
          "window: {issues: [20]}|a number from 1 to 300",
          "views: [{key: a, lens: [items]}]|issues or items"
        })
    void namesWhatIsAllowed(String yaml, String allowed) {
      assertThat(only(yaml).message()).contains("one line of text", allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"window", "server"})
    void ofTextWhereBlockIsMeantNamesTheKey(String key) {
      Problem problem = only("# settings\n" + key + ": 20\n");

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("\"" + key + "\"", "block");
    }

    @Test
    void ofServerValueNamesTheKey() {
      Problem problem = only("server:\n  port: [1, 2]\n");

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("\"port\"");
    }

    @Test
    void ofHeadingIsProblem() {
      Problem problem = only("""
          sections:
            - key: sponsor
              headings:
                - Sponsor*
                - From our sponsor: Acme
          """);

      assertThat(problem.line()).isEqualTo(5);
      assertThat(problem.message()).contains("heading");
    }

    @Test
    void ofIgnorePatternIsProblem() {
      Problem problem = only("ignore:\n  - drafts/**\n  - old: 2024/**\n");

      assertThat(problem.line()).isEqualTo(3);
    }

    @Test
    void ofAuthorIsProblem() {
      Problem problem = only("authors:\n  - Mara\n  - email: ida@example.org\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("author", "name");
    }
  }

  @Nested
  final class WrongValue {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "base-url|example.org|https://example.org/",
          "base-url|https://example.org/?a=b|https://example.org/",
          "id|example.org|tag:example.org,2010",
          "id|tag:example.org,10|tag:example.org,2010",
          "id|tag:example.org,2010:139|tag:example.org,2010",
          "id|https://example.org/|tag:example.org,2010",
          "language|en_GB|en, en-GB or de",
          "language|british english|en, en-GB or de",
          "language|e|en, en-GB or de",
          "language|english|en, en-GB or de",
          "time-zone|Europe/Lodnon|Europe/London",
          "time-zone|GMT+25|Europe/London",
          "time-zone|London time|Europe/London",
          "icon|an icon.png|an address",
          "logo|http://[|an address"
        })
    void namesKeyValueLineAndWhatIsAllowed(String key, String value, String allowed) {
      Problem problem = only("title: A\n" + key + ": \"" + value + "\"\n");

      assertThat(problem.file()).isEqualTo("offprint.yaml");
      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("\"" + key + "\"", "\"" + value + "\"", allowed);
    }

    @ParameterizedTest
    @CsvSource({
      "issues, 0, 1 to 300",
      "issues, 301, 1 to 300",
      "issues, -1, 1 to 300",
      "issues, many, 1 to 300",
      "issues, 1.5, 1 to 300",
      "items, 0, 1 to 1000",
      "items, 1001, 1 to 1000",
      "bytes, 9999, 10000 to 5000000",
      "bytes, 5000001, 10000 to 5000000",
      "bytes, 99999999999, 10000 to 5000000"
    })
    void ofWindowNamesTheRange(String key, String value, String range) {
      Problem problem = only("window:\n  " + key + ": " + value + "\n");

      assertThat(problem.line()).isEqualTo(2);
      assertThat(problem.message()).contains("\"" + key + "\"", "\"" + value + "\"", range);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "issues: 1",
          "issues: 300",
          "items: 1",
          "items: 1000",
          "bytes: 10000",
          "bytes: 5000000"
        })
    void ofWindowIsNoneAtTheEdges(String window) {
      assertThat(read("window: {" + window + "}").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "poll-limit|0|off, or a number from 1 to 10000",
          "poll-limit|often|off, or a number from 1 to 10000",
          "memory|64|from 1M to 4G",
          "behind-proxy|proxy.example.org|on or off"
        })
    void ofServerNamesKeyValueLineAndWhatIsAllowed(String key, String value, String allowed) {
      Problem problem = only("title: A\nserver:\n  " + key + ": " + value + "\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains(key, "\"" + value + "\"", allowed);
    }

    @Test
    void ofServerNamesTheBlockOnce() {
      assertThat(only("server:\n  port: -1\n"))
          .hasToString("offprint.yaml:2: server: port: \"-1\" must be a number from 0 to 65535");
    }

    @Test
    void ofIgnoreNamesThePattern() {
      Problem problem = only("ignore:\n  - drafts/**\n  - \"[\"\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"[\"", "drafts/**", "*.bak.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a b@example.org", "[mara@example.org]"})
    void ofEmailNamesAnExample(String email) {
      Problem problem = only("authors:\n  - name: Mara\n    email: " + email + "\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"email\"", "mara@example.org");
    }

    @Test
    void ofAuthorsPageNamesTheSchemes() {
      Problem problem = only("authors:\n  - name: Mara\n    url: mara.example.org\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("url", "https://");
    }
  }

  @Nested
  final class Section {
    @Test
    void withoutKeyIsProblem() {
      Problem problem = only("sections:\n  - key: news\n  - title: Tools\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"key\"");
    }

    @Test
    void withEmptyKeyIsProblem() {
      Problem problem = only("sections:\n  - key: news\n  - key:\n    title: Tools\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"key\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tools", "open source", "-tools", "a/b"})
    void withKeyThatIsNoSlugIsProblem(String key) {
      Problem problem = only("sections:\n  - title: Tools\n    key: " + key + "\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"key\"", "\"" + key + "\"", "a-z, 0-9 and -");
    }

    @Test
    void withKeyOfAnotherIsProblem() {
      Problem problem = only("""
          sections:
            - key: tools
            - key: news
            - key: tools
          """);

      assertThat(problem.line()).isEqualTo(4);
      assertThat(problem.message()).contains("\"tools\"", "second time");
    }

    @Test
    void withUnknownKindIsProblem() {
      Problem problem = only("sections:\n  - key: sponsor\n    kind: paid\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"kind\"", "\"paid\"", "sponsored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sections: tools", "sections: [tools]", "sections: [[tools]]"})
    void thatIsOnlyNameIsProblem(String yaml) {
      assertThat(only(yaml).message()).contains("section", "- key: tools");
    }
  }

  @Nested
  final class Document {
    @ParameterizedTest
    @ValueSource(strings = {"- title: A\n", "just words\n", "[a, b]\n"})
    void thatIsNoMappingIsProblem(String yaml) {
      Problem problem = only(yaml);

      assertThat(problem.line()).isEqualTo(1);
      assertThat(problem.message()).contains("key: value");
    }

    @Test
    void thatIsNotUtf8IsProblem() {
      SettingsReading reading =
          SettingsFile.read("title: \u00e9t\u00e9".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(reading.settings()).isEmpty();
      assertThat(reading.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
    }

    @Test
    void thatRepeatsKeyIsProblemThatNamesBothLines() {
      Problem problem = only("title: A\nlanguage: en\ntitle: B\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"title\"", "line 1");
    }

    @Test
    void thatRepeatsKeyOfBlockIsProblem() {
      Problem problem = only("window:\n  issues: 5\n  issues: 6\n");

      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.message()).contains("\"issues\"", "line 2");
    }

    @ParameterizedTest
    @CsvSource({
      "'title: A: B', 1",
      "'title: [A', 1",
      "'title: A\n\tlanguage: en', 2",
      "'title: !%20 A', 1"
    })
    void thatIsNoYamlIsProblem(String yaml, int line) {
      Problem problem = only(yaml);

      assertThat(problem.line()).isGreaterThanOrEqualTo(line).isLessThanOrEqualTo(line + 1);
      assertThat(problem.message()).contains("not valid YAML");
    }

    @Test
    void withSeveralMistakesListsAll() {
      SettingsReading reading = read("titel: A\nlanguage: en_GB\nwindow: 20\nserver: {ports: 1}\n");

      assertThat(reading.settings()).isEmpty();
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(1, 2, 3, 4);
    }
  }
}
