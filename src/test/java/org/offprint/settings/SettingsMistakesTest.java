package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.only;
import static org.offprint.settings.GivenSettings.read;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.issue.Problem;

/** Each mistake in the settings names key, line and what is allowed, and leaves no settings. */
final class SettingsMistakesTest {
  /** Reads {@code \n} as the end of a line, and words with a tilde between them. */
  private static void assertMistake(String yaml, int line, String words) {
    assertProblem(only(yaml.replace("\\n", "\n")), line, words.split(" ~ "));
  }

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
  void listInPlaceOfTextNamesTheKey(String key) {
    assertProblem(only("# settings\n" + key + ": [a, b]\n"), 2, "\"" + key + "\"", "text");
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
  void otherValueInPlaceOfTextIsNamed(String yaml, String what) {
    assertThat(only(yaml).message()).isEqualTo("\"title\" must be one line of text, " + what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "base-url: [https://example.org/] | 1 | one line of text ~ https://example.org/",
        "language: {en: GB} | 1 | one line of text ~ en-GB",
        "item-link: [external] | 1 | one line of text ~ page or external",
        "search: [true] | 1 | one line of text ~ true or false",
        "window: {issues: [20]} | 1 | one line of text ~ a number from 1 to 300",
        "views: [{key: a, lens: [items]}] | 1 | one line of text ~ issues or items",
        "# settings\\nwindow: 20 | 2 | \"window\" ~ block",
        "# settings\\nserver: 20 | 2 | \"server\" ~ block",
        "media: ../static | 1 | \"media\" ~ block",
        "media:\\n  images/: ../static | 2 | \"images/\" ~ \"media\" ~ a block of paths such as \"/images/\"",
        "media:\\n  /images/: [../static] | 2 | \"/images/\" ~ \"media\" ~ each with a folder such as ../static/images",
        "media:\\n  /a/: ../a\\n  /images/: | 3 | \"/images/\" ~ \"media\"",
        "media-bytes: 100 | 1 | \"media-bytes\" ~ a number from 10000 to 2000000000",
        "server:\\n  port: [1, 2] | 2 | \"port\"",
        "sections:\\n  - key: sponsor\\n    headings:\\n      - Sponsor*\\n      - From our sponsor: Acme | 5 | heading",
        "ignore:\\n  - drafts/**\\n  - old: 2024/** | 3 | \"ignore\"",
        "authors:\\n  - Mara\\n  - email: ida@example.org | 3 | author ~ name"
      })
  void wrongTypeNamesWhatIsAllowed(String yaml, int line, String words) {
    assertMistake(yaml, line, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status: public", "port: 80", "data: /data", "metrics-port: 9000"})
  void settingOfTheServerAtTheTopLevelSaysWhereItBelongs(String line) {
    String key = line.replaceFirst(":.*", "");

    assertProblem(
        only("title: A\n" + line + "\n"), 2, "\"" + key + "\"", "\"server:\"", "--" + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base-url|example.org|https://example.org/",
        "base-url|https://example.org/?a=b|https://example.org/",
        "id|example.org|tag:example.org,2010",
        "id|tag:example.org,10|tag:example.org,2010",
        "id|tag:example.org,2010:|tag:example.org,2010",
        "id|https://example.org/|tag:example.org,2010",
        "language|en_GB|en, en-GB or de",
        "language|british english|en, en-GB or de",
        "language|e|en, en-GB or de",
        "language|english|en, en-GB or de",
        "time-zone|Europe/Lodnon|Europe/London",
        "time-zone|GMT+25|Europe/London",
        "time-zone|London time|Europe/London",
        "publish-time|7am|07:00",
        "publish-time|24:30|07:00",
        "date-order|ymd|mdy or dmy",
        "generator|gatsby|auto, plain, jekyll, hugo, zola, eleventy or docusaurus",
        "icon|an icon.png|an address",
        "logo|http://[|an address"
      })
  void wrongValueNamesKeyValueLineAndWhatIsAllowed(String key, String value, String allowed) {
    assertProblem(
        only("title: A\n" + key + ": \"" + value + "\"\n"),
        2,
        "\"" + key + "\"",
        "\"" + value + "\"",
        allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "window | issues | 0 | 1 to 300",
        "window | issues | 301 | 1 to 300",
        "window | issues | -1 | 1 to 300",
        "window | issues | many | 1 to 300",
        "window | issues | 1.5 | 1 to 300",
        "window | items | 0 | 1 to 1000",
        "window | items | 1001 | 1 to 1000",
        "window | bytes | 9999 | 10000 to 5000000",
        "window | bytes | 5000001 | 10000 to 5000000",
        "window | bytes | 99999999999 | 10000 to 5000000",
        "server | poll-limit | 0 | off, or a number from 1 to 10000",
        "server | poll-limit | often | off, or a number from 1 to 10000",
        "server | memory | 64 | from 1M to 4G",
        "server | behind-proxy | proxy.example.org | on or off"
      })
  void wrongValueOfABlockNamesTheSame(String block, String key, String value, String allowed) {
    assertProblem(
        only("title: A\n%s:\n  %s: %s\n".formatted(block, key, value)),
        3,
        key,
        "\"" + value + "\"",
        allowed);
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
  void edgesOfAWindowAreNoMistakes(String window) {
    assertThat(read("window: {" + window + "}").problems()).isEmpty();
  }

  @Test
  void wrongValueOfTheServerNamesTheBlockOnce() {
    assertThat(only("server:\n  port: -1\n"))
        .hasToString("offprint.yaml:2: server: port: \"-1\" must be a number from 0 to 65535");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ignore:\\n  - drafts/**\\n  - \"[\" | 3 | \"[\" ~ drafts/** ~ *.bak.md",
        "files:\\n  - _posts/**\\n  - \"[\" | 3 | \"[\" ~ \"files\" ~ drafts/**",
        "files: {a: b} | 1 | \"files\" ~ one line of text",
        "keys:\\n  when: issued | 2 | \"when\" ~ date: issued ~ authors, date",
        "keys:\\n  date: [a] | 2 | \"date\" ~ date: issued",
        "slugs: \"{name}-{tag}\" | 1 | \"slugs\" ~ {name}-{year}-{month}-{day}",
        "slugs: weekly | 1 | \"slugs\" ~ {number} and {folder}",
        "dates: ../dates.txt | 1 | \"dates\" ~ dates.txt ~ {issue: 1, on: 2018-04-20, every: 7d}",
        "dates:\\n  issue: one\\n  on: 2018-04-20\\n  every: 7d | 2 | \"issue\" ~ a number from 0 to 99999",
        "dates:\\n  issue: 1\\n  on: friday\\n  every: 7d | 3 | \"on\" ~ 2018-04-20",
        "dates:\\n  issue: 1\\n  on: 2018-04-20\\n  every: 0d | 4 | \"every\" ~ 7d, 2w, 1 month or 1 year",
        "dates: {issue: 1, on: 2018-04-20} | 0 | \"dates\" needs \"every\"",
        "date-from: \"{year}/{tag}\" | 1 | \"date-from\" ~ {year}/{month}/{number}",
        "date-from: \"{year}\" | 1 | \"date-from\" ~ {year}/{month}/{number}",
        "authors:\\n  - name: Mara\\n    email: nobody | 3 | \"email\" ~ mara@example.org",
        "authors:\\n  - name: Mara\\n    email: a b@example.org | 3 | \"email\" ~ mara@example.org",
        "authors:\\n  - name: Mara\\n    email: [mara@example.org] | 3 | \"email\" ~ mara@example.org",
        "authors:\\n  - name: Mara\\n    url: mara.example.org | 3 | url ~ https://",
        "sections:\\n  - key: news\\n  - title: Tools | 3 | \"key\"",
        "sections:\\n  - key: news\\n  - key:\\n    title: Tools | 3 | \"key\"",
        "sections:\\n  - title: Tools\\n    key: Tools | 3 | \"key\" ~ \"Tools\" ~ lower-case letters, digits and -",
        "sections:\\n  - title: Tools\\n    key: open source | 3 | \"key\" ~ \"open source\" ~ lower-case letters, digits and -",
        "sections:\\n  - title: Tools\\n    key: -tools | 3 | \"key\" ~ \"-tools\" ~ lower-case letters, digits and -",
        "sections:\\n  - title: Tools\\n    key: a/b | 3 | \"key\" ~ \"a/b\" ~ lower-case letters, digits and -",
        "sections:\\n  - key: tools\\n  - key: news\\n  - key: tools | 4 | \"tools\" ~ second time",
        "sections:\\n  - key: sponsor\\n    kind: paid | 3 | \"kind\" ~ \"paid\" ~ sponsored",
        "sections: tools | 1 | section ~ - key: tools",
        "sections: [tools] | 1 | section ~ - key: tools",
        "sections: [[tools]] | 1 | section ~ - key: tools"
      })
  void memberOfAListNamesItsLine(String yaml, int line, String words) {
    assertMistake(yaml, line, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- title: A | 1 | key: value",
        "just words | 1 | key: value",
        "[a, b] | 1 | key: value",
        "title: A\\nlanguage: en\\ntitle: B | 3 | \"title\" ~ line 1",
        "window:\\n  issues: 5\\n  issues: 6 | 3 | \"issues\" ~ line 2"
      })
  void documentThatIsNoMappingOrRepeatsAKeyIsAMistake(String yaml, int line, String words) {
    assertMistake(yaml, line, words);
  }

  @Test
  void documentThatIsNotUtf8IsAMistake() {
    SettingsFile reading =
        SettingsFile.read("title: \u00e9t\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(reading.settings()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "'title: A: B', 1",
    "'title: [A', 1",
    "'title: A\n\tlanguage: en', 2",
    "'title: !%20 A', 1"
  })
  void documentThatIsNoYamlIsAMistake(String yaml, int line) {
    Problem problem = only(yaml);

    assertThat(problem.line()).isGreaterThanOrEqualTo(line).isLessThanOrEqualTo(line + 1);
    assertThat(problem.message()).contains("not valid YAML");
  }

  @Test
  void severalMistakesAreAllListed() {
    SettingsFile reading = read("titel: A\nlanguage: en_GB\nwindow: 20\nserver: {ports: 1}\n");

    assertThat(reading.settings()).isEmpty();
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: A\\ntitel: B | 2 | \"titel\" ~ title, description, base-url, id,  ~ , ids, redirects, server",
        "titel: | 1 | \"titel\"",
        "sections:\\n  - key: tools\\n    heading: Tool* | 3 | \"heading\" ~ key, title, kind, headings",
        "window:\\n  issues: 5\\n  entries: 5 | 3 | \"entries\" ~ issues, items, bytes",
        "authors:\\n  - name: Mara\\n    mail: mara@example.org | 3 | \"mail\" ~ name, email, url, uri",
        "server:\\n  ports: 80 | 2 | \"ports\" ~ host, port, base-url, scan-interval",
        "titel: B | 1 | \"titel\" here (is \"title\" meant?); ",
        "Title: B | 1 | \"Title\" here (is \"title\" meant?); ",
        "time_zone: B | 1 | \"time_zone\" here (is \"time-zone\" meant?); ",
        "timezone: B | 1 | \"timezone\" here (is \"time-zone\" meant?); ",
        "baseurl: B | 1 | \"baseurl\" here (is \"base-url\" meant?); ",
        "redirect: B | 1 | \"redirect\" here (is \"redirects\" meant?); ",
        "author: B | 1 | \"author\" here (is \"authors\" meant?); "
      })
  void unknownKeyNamesTheKeysThatThereAre(String yaml, int line, String words) {
    assertMistake(yaml, line, words);
  }

  @Test
  void unknownKeyThatIsFarOffHasNoHint() {
    assertThat(only("podcast: B\n").message()).doesNotContain("meant");
  }
}
