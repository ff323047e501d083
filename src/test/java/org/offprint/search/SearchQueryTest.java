package org.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.lucene.search.PrefixQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.Wording;

/** Parses any typed text as a query and reports the ignored parts. */
final class SearchQueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "restic|the word “restic”",
        "ÉLAN Straße|the word “elan”; the word “strasse”",
        "\"error budget\"|the phrase “error budget”",
        "“error budget”|the phrase “error budget”",
        "node.js|the phrase “node js”",
        "C++ c# F|the word “c++”; the word “c#”; the word “f”",
        "-docker kube|not the word “docker”; the word “kube”",
        "-\"error budget\" x|not the phrase “error budget”; the word “x”",
        "kube*|words that begin with “kube”",
        "host:GitHub.com|a link to github.com",
        "host:https://www.github.com/a/b?c|a link to github.com",
        "host:bücher.example|a link to xn--bcher-kva.example",
        "-host:github.com x|not a link to github.com; the word “x”",
        "section:tools|the section “tools”",
        "Section:\"The long read\"|the section “The long read”",
        "issue:139|issue 139",
        "after:2024-02-29|from 2024-02-29 on",
        "after:2024|from 2024-01-01 on",
        "before:2024-03|before 2024-03-01",
        "std::vector|the phrase “std vector”",
        "a a A|the word “a”",
        "検索|the phrase “検 索”",
        "ไทย|the phrase “ไ ท ย”",
        ".NET (C#) C++17|the word “net”; the word “c#”; the phrase “c 17”",
        "Ёлка άλφας ﬁn|the word “елка”; the word “αλφασ”; the word “fin”"
      })
  void isUnderstood(String typed, String understood) {
    SearchQuery query = SearchQuery.of(typed);

    assertThat(said(query.understood())).isEqualTo(understood);
    assertThat(query.leftOut()).isEmpty();
    assertThat(query.isSearchable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"error budget|the phrase “error budget”|unmatched quotation mark",
        "x host:|the word “x”|host:",
        "x host:a/b|the word “x”; a link to a|",
        "x host:--%%|the word “x”|not a host",
        "x after:yesterday|the word “x”|not a date",
        "x after:2024-02-30|the word “x”|not a date",
        "x ***|the word “x”|has no word",
        "x *y|the word “x”; the word “y”|end of a word",
        "x a*|the word “x”; the word “a”|star of “a*”",
        "x a-b*|the word “x”; the phrase “a b”|star of “a-b*”",
        "x & y|the word “x”; the word “y”|“&”, which has no word",
        "x - y|the word “x”; the word “y”|has no word",
        "\"\" x|the word “x”|has no word",
        "x\"|the word “x”|an unmatched quotation mark"
      })
  void whatMakesNoSenseIsLeftOut(String typed, String understood, String leftOut) {
    SearchQuery query = SearchQuery.of(typed);

    assertThat(said(query.understood())).isEqualTo(understood);
    assertThat(said(query.leftOut())).contains(leftOut == null ? "" : leftOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n\u0000", "\u200B"})
  void nothingIsNoQuery(String typed) {
    assertThat(SearchQuery.of(typed).isBlank()).isTrue();
    assertThat(SearchQuery.of(typed).isSearchable()).isFalse();
  }

  @Test
  void onlyWhatIsUnwantedFindsNothing() {
    SearchQuery query = SearchQuery.of("-docker -kube");

    assertThat(query.isSearchable()).isFalse();
    assertThat(query.leftOut()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'  restic   backup '|restic backup", "'a\tb'|a b", "'a\u0000b'|ab"})
  void hasOneSpelling(String typed, String text) {
    assertThat(SearchQuery.of(typed).text()).isEqualTo(text);
  }

  @Test
  void isBounded() {
    String words = "word ".repeat(100);
    assertThat(SearchQuery.of(words).text()).hasSizeLessThanOrEqualTo(200);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      many.append('w').append(i).append(' ');
    }
    assertThat(SearchQuery.of(many.toString()).criteria()).hasSize(SearchQuery.MOST_CRITERIA);
    assertThat(SearchQuery.of(many.toString()).leftOut()).isNotEmpty();
    assertThat(SearchQuery.of("aa* bb* cc* dd* ee*").criteria().stream()
            .filter(criterion -> criterion.query() instanceof PrefixQuery))
        .hasSize(SearchQuery.MOST_BEGINNINGS);
  }

  @Test
  void anythingCanBeTyped() {
    List<String> pieces = List.of(
        "\"",
        "“",
        "-",
        "*",
        ":",
        "host:",
        "section:",
        "after:",
        "issue:",
        "kube",
        "é",
        "\uD83D",
        "\uDE00",
        "検",
        " ",
        "  ",
        "\u0000",
        "\\",
        "/",
        "[",
        "(",
        "{",
        "~",
        "^",
        "AND",
        "OR",
        "#",
        "++",
        "2024-01",
        "\u202E",
        "\uFFFF",
        "<script>",
        "%",
        "&",
        "'",
        "\n");
    SplittableRandom random = new SplittableRandom(20240131);
    for (int run = 0; run < 5000; run++) {
      StringBuilder typed = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        typed.append(pieces.get(random.nextInt(pieces.size())));
      }
      SearchQuery query = SearchQuery.of(typed.toString());

      assertThat(SearchQuery.of(query.text()).text()).as(typed.toString()).isEqualTo(query.text());
      assertThat(query.text().codePointCount(0, query.text().length())).isLessThanOrEqualTo(200);
      assertThat(query.criteria()).hasSizeLessThanOrEqualTo(SearchQuery.MOST_CRITERIA);
      assertThat(said(query.understood())).doesNotContain("\u0000");
      String passage = typed + " kube é 検 " + typed;
      assertThat(text(query.marked(passage))).isEqualTo(passage);
    }
  }

  private static String said(List<SearchQuery.Remark> remarks) {
    return remarks.stream()
        .map(remark -> remark.in(Wording.ENGLISH))
        .collect(Collectors.joining("; "));
  }

  private static String text(List<Snippet.Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }
}
