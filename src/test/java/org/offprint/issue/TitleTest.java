package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Markdown of a title becomes plain text. */
final class TitleTest {
  private static String titleOf(String yaml) {
    return Given.frontMatter("title: " + yaml + "\ndate: 2026-01-31\n")
        .issue()
        .orElseThrow()
        .title();
  }

  @Test
  void isShownWithoutBackslash() {
    assertThat(titleOf("RUNBOOK WEEKLY ISSUE \\#139 - 1st September 2013 "))
        .isEqualTo("RUNBOOK WEEKLY ISSUE #139 - 1st September 2013");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'A *fine* **week** in `code`' | A fine week in code",
        "'[Linked](https://example.org/) words' | Linked words",
        "'Salt &amp; pepper' | Salt & pepper",
        "'Salt & pepper' | Salt & pepper",
        "'5 < 6 > 4' | 5 < 6 > 4",
        "'caf&eacute; &#169;' | café ©",
        "'snake_case_name and 2 * 3 * 4' | snake_case_name and 2 * 3 * 4"
      })
  void losesItsMarkup(String markdown, String title) {
    assertThat(titleOf("\"" + markdown + "\"")).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1. Foo", "1) Foo", "# Foo", "- Foo", "+ Foo", "> Foo", "Foo: bar", "--- Foo"})
  void beginsNoListHeadingOrQuote(String title) {
    assertThat(titleOf("'" + title + "'")).isEqualTo(title);
  }

  @Test
  void keepsAnIndentOfCodeAsWords() {
    assertThat(titleOf("'    indented'")).isEqualTo("indented");
  }

  @Test
  void showsATagThatHtmlDoesNotKnow() {
    assertThat(titleOf("Mean time to <something>")).isEqualTo("Mean time to <something>");
  }

  @Test
  void showsNoTagThatHtmlKnows() {
    assertThat(titleOf("A <b>bold</b> week")).isEqualTo("A bold week");
  }

  /** Titles in a file, and how they read. */
  private static final String TITLES = """
      The <table> element              | The <table> element
      <table> and </table>             | <table> and </table>
      What is new in <select>?         | What is new in <select>?
      The <script> element             | The <script> element
      How <script>x</script> works     | How <script>x</script> works
      The <b> and <i> elements         | The <b> and <i> elements
      An empty <p></p>                 | An empty <p></p>
      <br>, <hr> and <wbr>             | <br>, <hr> and <wbr>
      The <br> element                 | The <br> element
      <input type="date"> everywhere   | <input type="date"> everywhere
      Lazy <iframe>s                   | Lazy <iframe>s
      The <a> element                  | The <a> element
      <b>Bold</b> and <i>tilted</i>    | Bold and tilted
      One<br>two                       | One two
      One<br/>two                      | One two
      <center>In the middle</center>   | In the middle
      <font color="red">Red</font>     | Red
      <a name="x"></a>News             | News
      <a name="x"/>News                | News
      News <!-- hidden -->             | News
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = TITLES)
  void keepsTheNamesOfElements(String markdown, String title) {
    assertThat(titleOf("'" + markdown + "'")).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = TITLES)
  void ofASectionKeepsTheNamesOfElements(String markdown, String title) {
    assertThat(Given.body("## " + markdown + "\n\nText.\n").parts())
        .extracting(Issue.SectionText::heading)
        .containsExactly(title);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
          [The <table> element](https://a.example/)              | The <table> element
          **The <table> element** is old. <https://a.example/>   | The <table> element
          ### The <table> element\\n\\nText. <https://a.example/> | The <table> element
          [<b>Bold</b> words](https://a.example/)                | Bold words
          """)
  void ofAnItemKeepsTheNamesOfElements(String markdown, String title) {
    assertThat(Given.body("## News\n\n" + markdown.replace("\\n", "\n") + "\n")
            .parts()
            .get(0)
            .items())
        .extracting(Item::title)
        .containsExactly(title);
  }

  @Test
  void losesControlCharactersFromEntities() {
    assertThat(titleOf("A&#7;B&#x1F;C")).isEqualTo("ABC");
  }

  @Test
  void losesControlCharactersFromYamlEscapes() {
    assertThat(titleOf("\"A\\x07B\\0C\\uFFFED\"")).isEqualTo("ABCD");
    assertThat(titleOf("\"A\\x85B \\x92C\"")).isEqualTo("A B C");
  }

  @Test
  void isOneLine() {
    assertThat(titleOf("\"A\\nB\\tC\\u00a0D\\r\\nE\"")).isEqualTo("A B C D E");
  }

  @Test
  void losesCharactersWithoutWidth() {
    assertThat(titleOf("\"\\uFEFFA\\u200BB\\u00ADC\"")).isEqualTo("ABC");
  }

  @Test
  void keepsEmojiAndOtherScripts() {
    assertThat(titleOf("Привет 👩‍💻 世界")).isEqualTo("Привет 👩‍💻 世界");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'<br>'", "'![](a.png)'", "'<!-- hidden -->'", "'&#7;'"})
  void isNeverBlankWhereTheAuthorWroteSomething(String yaml) {
    Given.frontMatter("title: " + yaml + "\ndate: 2026-01-31\n")
        .issue()
        .ifPresent(issue -> assertThat(issue.title()).isNotBlank());
    assertThat(Given.frontMatter("title: " + yaml + "\ndate: 2026-01-31\n"))
        .matches(reading -> reading.issue().isPresent() || !reading.problems().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x07", " ", "\\u00a0", "\\u200b\\uFEFF", "\\u00ad \\u2060"})
  void thatShowsNothingAtAllIsAMissingTitle(String title) {
    IssueReading reading = Given.frontMatter("title: \"" + title + "\"\ndate: 2026-01-31\n");

    assertThat(reading.issue()).isEmpty();
    assertThat(reading.problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("title is missing");
  }

  @Test
  void thatIsANumberOrADateStaysAsWritten() {
    assertThat(titleOf("1.10")).isEqualTo("1.10");
    assertThat(titleOf("2026-01-31")).isEqualTo("2026-01-31");
  }
}
