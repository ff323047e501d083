package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues in which another generator finds its template language. */
final class TemplatesTest {
  private static final String HEAD = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n";

  private static IssueReading mdx(String body) {
    return Given.file("weekly.mdx", HEAD + body);
  }

  @Nested
  final class Comments {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "A {% comment %}secret{% endcomment %} b.",
          "A {% comment %}secret {% comment %}secret{% endcomment %} secret{% endcomment %} b.",
          "A {% Comment %}secret{% EndComment %} b.",
          "A\n\n{# secret\n\nsecret #}\n\nb.",
          "A\n\n{%- comment -%}\nsecret\n\n```\nsecret\n{%- endcomment -%}\n\nb.",
          "{% comment %}<!-- secret\n\nsecret -->{% endcomment %}\n\nA b.",
          "{% comment %}{% include x.html %} {{ secret }} `{% endcomment %} A b.",
          "A {# secret #} b. {% include x %}",
          "A {::comment}secret{:/comment} b.",
          "A %%secret%% %% secret\nsecret %% b.",
          "A%%secret%% b.%%secret%%",
          "A2026%%secret%% b.",
          "A\n\n%%\nsecret\n\n## secret\n%%\n\nb.",
          "A\n\n{::comment}\nsecret\n\n## secret\n{:/}\n\nb.",
          "A <!-- secret\n\n- secret\n\n## secret\n\n--> b.",
          "- A <!-- secret\n\nsecret -->\n- b.",
          "- <!-- secret\n\n## secret\n--> A\n\nb.",
          "## A <!-- secret\nsecret\n--> b.",
          "> A <!-- secret\n> secret\n>\n> - secret --> b.",
          "<div>\n<!-- secret\n\nsecret -->\nA\n</div>\n\nb.",
          "| A |\n|---|\n| x <!-- secret | secret --> |\n| x <!-- secret\n\nsecret --> |\n\nb.",
        })
    void appearNowhere(String body) {
      Issue issue = Given.body(body + "\n");

      assertThat(issue.content().text()).contains("A", "b.").doesNotContain("secret", "comment");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "An \\<!-- escaped\n\none -->.",
          "`<!-- code\none -->`",
          "```\n<!-- code\n\n-->\n```",
          "A\n\n    <!-- code\n\n    one -->",
          "`{::comment}` and `<!--`",
          "`%% code %%` and 50%% or 60%%",
          "100%%sure or 50%%sure, 5%%d%%d",
          "https://a.example/%%x%% and https://a.example/?a=%%y%%",
          "A %% here\n\nand %% there",
        })
    void areTextWhereTheyAreEscapedOrCode(String body) {
      String written =
          body.replaceAll("[\\\\`]|(?<=\\n) {4}", "").replaceAll("\\s+", " ").strip();

      assertThat(Given.body(body + "\n").content().text().replaceAll("\\s+", " "))
          .isEqualTo(written);
    }

    @Test
    void keepTheParagraphThatTheyInterrupt() {
      assertThat(Given.html("A <!-- secret\n\n- secret\n-->\nb.\nc.\n"))
          .isEqualTo("<p>A \nb.\nc.</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{{/* secret */}}",
          "{{- /* a secret\n\nof two paragraphs */ -}}",
          "{{/* the secret of render(x) */}}",
          "{/* secret */}",
        })
    void ofHugoAndMdxAppearNowhere(String comment) {
      assertThat(Given.body("A " + comment + " b.\n").content().text())
          .contains("A", "b.")
          .doesNotContain("secret", "*/", "{");
    }

    @Test
    void ofMdxAppearNowhere() {
      assertThat(Given.html(mdx("A {/* secret\n\nsecret */} b.\n").issue().orElseThrow()))
          .contains("A", "b.")
          .doesNotContain("secret", "*/");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{% comment %}", "%%", "{::comment}", "A <!-- ", "<!-- a", "{::comment}{:/other}"
        })
    void thatAreNeverClosedAreAnErrorSinceTheyMayHidePrivateText(String start) {
      IssueReading reading = Given.file("weekly.md", HEAD + "A.\n\n" + start + "\nsecret\n");

      assertThat(reading.issue()).isEmpty();
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(7);
    }
  }

  @Nested
  final class Code {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "`{{ x }}`",
          "``a ` {% include x %}``",
          "```\n{{ x }} {% if a %}\n```",
          "- one\n\n  ~~~\n  {% if a %}\n  ~~~",
          "Words.\n\n    {% if a %}\n",
          "<pre>\n{% if a %} {{ x }}\n</pre>",
          "Set <code>{{ x }}</code>.",
        })
    void isLeftAlone(String body) {
      assertThat(Given.html(body + "\n\n{% include other.html %}\n"))
          .containsPattern("\\{\\{ x \\}\\}|\\{% (if a|include x) %\\}")
          .doesNotContain("other");
    }

    @Test
    void losesTheTagsOfRawAlone() {
      assertThat(Given.html("```\n{% raw %}{{ x }}{% endraw %}\n```\n"))
          .contains("<pre><code>{{ x }}\n</code></pre>");
    }

    @Test
    void isMadeOfAHighlight() {
      assertThat(
              Given.html("{% highlight c linenos %}\n# no heading\n{{ x }}\n{% endhighlight %}\n"))
          .isEqualTo("<pre><code class=\"language-c\"># no heading\n{{ x }}\n</code></pre>\n");
      assertThat(Given.html("{{< highlight go >}}\na\n{{< /highlight >}}\n"))
          .isEqualTo("<pre><code class=\"language-go\">a\n</code></pre>\n");
    }

    @Test
    void ofListsIsNoIndentedCode() {
      assertThat(Given.html("- one\n\n    two {% include x.html %}\n"))
          .contains("two")
          .doesNotContain("include");
    }
  }

  @Nested
  final class Liquid {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            [a]({{ site.baseurl }}/about/) => href="https://example.org/about/"
            [a]({{ '/about/' | relative_url }}) => href="https://example.org/about/"
            [a]({{ "/about/" | url }}) => href="https://example.org/about/"
            [a]({% post_url 2025-12-28-old %}) => href="https://example.org/issues/old"
            [a]({% link _posts/2025-12-28-old.md %}) => href="https://example.org/issues/old"
            {% assign b = "https://b.example/" %}[a]({{b}}12) => href="https://b.example/12"
            {% capture b %}words{% endcapture %}A {{ b }}. => A words.
            {% raw %}{{ x }}{% endraw %} => {{ x }}
            {% if a %}yes{% endif %} => yes
            """)
    void becomesWhatItStandsFor(String body, String html) {
      assertThat(Given.html(body + "\n")).contains(html);
    }

    @Test
    void aloneOnALineIsABlankLine() {
      assertThat(Given.html("See [a].\n{% include references.md %}\n[a]: https://a.example/\n"))
          .contains("<a href=\"https://a.example/\">a</a>");
    }

    @Test
    void thatIsNotKnownIsLeftOutWithOneWarningPerKindAndFile() {
      IssueReading reading = Given.file(
          "weekly.md", HEAD + "A {% include a.html %}\n{% include a.html %} {{ page.x }} b.\n");

      assertThat(reading.issue().orElseThrow().content().text()).isEqualTo("A b.");
      assertThat(reading.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "weekly.md:5: warning: \"{% include a.html %}\" is of a template language that does"
                  + " not run here, and was left out",
              "weekly.md:6: warning: \"{{ page.x }}\" is of a template language that does not run"
                  + " here, and was left out");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"A {{ name }} is a variable.", "Use {% for loops.", "{{", "{{{}}", "{%%}"})
    void isOnlySeenWhereItIsLiquid(String text) {
      assertThat(Given.body(text).content().text()).isEqualTo(text);
    }

    @Test
    void keepsTheLinesOfWhatFollows() {
      IssueReading reading = Given.file(
          "weekly.md",
          HEAD
              + "{% comment %}\na\n\nb\n{% endcomment %}\n{% highlight c %}\nx\n\n{% endhighlight %}\n\n<b>open\n");

      assertThat(reading.problems()).extracting(Problem::line).containsExactly(15);
    }
  }

  @Nested
  final class Shortcodes {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{< figure src="k.png" alt="A knot" caption="Tied" >}} | <img src="https://example.org/issues/weekly/k.png" alt="A knot"> Tied
            {{< youtube abc123 >}} | <a href="https://www.youtube.com/watch?v=abc123">YouTube</a>
            {{ youtube(id="abc123") }} | <a href="https://www.youtube.com/watch?v=abc123">YouTube</a>
            {{< vimeo id="12" title="Knots" >}} | <a href="https://vimeo.com/12">Knots</a>
            [a]({{< relref "2025-12-28-old.md" >}}) | href="https://example.org/issues/old"
            {{% note %}}Words{{% /note %}} | <p>Words</p>
            {% quote(author="x") %}Words{% end %} | <p>Words</p>
            Write {{</* figure */>}}. | Write {{&lt; figure &gt;}}.
            """)
    void becomeWhatTheyStandFor(String body, String html) {
      assertThat(Given.html(body + "\n")).contains(html);
    }
  }

  @Nested
  final class Mdx {
    @Test
    void losesWhatItImportsAndItsEmptyComponents() {
      IssueReading reading = mdx(
          "import A from \"./a.mdx\";\nimport B from 'b'\n\n## News\n\n<A />\n\n<B x={{a: 1}}>\n\nWords.\n\n</B>\n");

      assertThat(Given.html(reading.issue().orElseThrow()))
          .isEqualTo("<h2 id=\"news\">News</h2>\n<p>Words.</p>\n");
      assertThat(reading.problems()).extracting(Problem::line).containsExactly(10);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src={\"/k.png\"}",
          "src={`/k.png`}",
          "src={require('/k.png').default} style={{width: 1}}",
          "style={{width: '1'}} src={useBaseUrl('/k.png')}"
        })
    void hasPicturesByTheirLiteral(String attributes) {
      assertThat(Given.html(
              mdx("<img " + attributes + " alt=\"Knot\" />\n").issue().orElseThrow()))
          .contains("src=\"https://example.org/k.png\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<Image src={knot} alt=\"Knot\" />",
          "<img src={knot.src} alt=\"Knot\">",
          "<Figure src=\"./knot.png\" alt='Knot' />"
        })
    void hasThePicturesThatItImports(String tag) {
      IssueReading reading = mdx(
          "import knot from './knot.png';\nimport { Image } from 'astro:assets';\n\n" + tag + "\n");

      assertThat(Given.html(reading.issue().orElseThrow()))
          .contains("src=\"https://example.org/issues/weekly/knot.png\"", "alt=\"Knot\"");
      assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "A\n\n{list.map((x) => (\n  <li>{x}</li>\n\n  don't\n))}\n\nb.",
          "export const meta = {\n  a: 1,\n\n  b: 2\n}\n\nA b.",
          "A <>b.</>",
          "A {f({a: 1})} b."
        })
    void losesItsProgramsAsAWhole(String body) {
      assertThat(mdx(body + "\n").issue().orElseThrow().content().text().replaceAll("\\s+", " "))
          .isEqualTo("A b.");
    }

    @Test
    void keepsBracesOfFormulasAndIdsOfHeadings() {
      assertThat(mdx("## Knots {#knots}\n\nx_{a} and {1, 2} and { b.\n")
              .issue()
              .orElseThrow()
              .content()
              .text())
          .contains("x_{a} and {1, 2} and { b.");
    }

    @Test
    void isCodeInCode() {
      assertThat(
              Given.html(mdx("```jsx\nimport A from 'a'\n<A />\n```\n").issue().orElseThrow()))
          .contains("import A", "&lt;A /&gt;");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "{%",
        "{% raw %}",
        "{% highlight c %}",
        "`",
        "<code>",
        "{# ",
        "{{<",
        "{% capture a %}{{a}}",
        "<!--",
        "a <!--\n",
        "a <!--\n-->",
        "{::comment}{:/}",
        "%% ",
        "a %%%"
      })
  void manyTagsThatAreNeverClosedTakeLittleTime(String tag) {
    IssueReading reading =
        Given.file("weekly.md", HEAD + tag.repeat(400_000 / tag.length()) + "\n");

    assertThat(reading.issue().isPresent() || !reading.problems().isEmpty()).isTrue();
  }
}
