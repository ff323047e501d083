package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A piece of an issue takes along the footnotes to which it refers. */
final class FootnotesTest {
  private static final String BODY = """
      Lead.[^lead]

      ## News

      One.[^1] <https://a.example/1>

      Two.[^2] <https://a.example/2>

      Three.[^größe] Again.[^lead] <https://a.example/3>

      ## Tools

      Four. <https://a.example/4>

      [^1]: First, as in the second.[^2]
      [^2]: Second.
      [^größe]: Third.
      [^lead]: Of the lead.
      """;

  private static final Issue ISSUE = Given.body(BODY);

  private static String under(Html piece) {
    return ISSUE.footnotes().under(piece).markup();
  }

  private static String underItem(int index) {
    return under(ISSUE.parts().get(0).items().get(index).content());
  }

  @Test
  void areThoseOfALead() {
    assertThat(under(ISSUE.lead()))
        .startsWith(
            "<section class=\"footnotes\">\n<ol start=\"1\">\n<li id=\"fn-lead\">\n<p>Of the lead. ")
        .endsWith("</li>\n</ol>\n</section>\n")
        .doesNotContain("fn-1");
  }

  @Test
  void haveTheirNumbersAndLinksBack() {
    assertThat(underItem(1))
        .contains("<ol start=\"3\">\n<li id=\"fn-2\">\n<p>Second. ")
        .contains("href=\"https://example.org/issues/weekly#fnref-2\"");
  }

  @Test
  void bringThoseToWhichTheyRefer() {
    assertThat(underItem(0))
        .containsSubsequence("<ol start=\"2\">", "id=\"fn-1\"", "id=\"fn-2\"", "</ol>")
        .containsOnlyOnce("<ol");
  }

  @Test
  void areSeveralListsWhereNumbersAreMissing() {
    assertThat(underItem(2))
        .containsSubsequence("<ol start=\"1\">", "fn-lead", "<ol start=\"4\">", "fn-größe");
  }

  @Test
  void areNoneOfAPieceWithoutMarks() {
    assertThat(ISSUE.footnotes().under(ISSUE.parts().get(1).content()).isEmpty())
        .isTrue();
  }

  @Test
  void areOnlySoMany() {
    Issue issue = Given.body("## News\n\nOne.[^1] Two.[^2]\n\n[^1]: " + "word ".repeat(3_000)
        + "\n[^2]: " + "word ".repeat(3_000) + "\n");

    Html notes = issue.footnotes().under(issue.parts().get(0).content());

    assertThat(notes.length()).isBetween(15_000, Footnotes.MOST_BYTES);
    assertThat(notes.markup()).contains("fn-1").doesNotContain("id=\"fn-2\"");
  }
}
