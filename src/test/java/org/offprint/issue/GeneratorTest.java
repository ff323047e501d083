package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings {@code generator} and {@code snippets}: which braces are tags, and what stands for them. */
final class GeneratorTest {
  private static final String HEAD = "---\ntitle: The Weekly\ndate: 2026-01-31\n---\n";

  private static String text(TemplateRules rules, String name, String body) {
    return reading(rules, name, body).issue().orElseThrow().content().text();
  }

  private static IssueReading reading(TemplateRules rules, String name, String body) {
    ReadingRules given = new ReadingRules(
        new SourceRules(Given.RULES.dates(), false, new TreeMap<>(), Optional.empty(), rules),
        Given.RULES.issuesBase(),
        Given.RULES.mostBytes(),
        Given.RULES.headings(),
        new TreeMap<>());
    return new IssueReader(given)
        .read(name, (HEAD + body + "\n").getBytes(StandardCharsets.UTF_8), Surroundings.NONE);
  }

  private static String text(Generator generator, String body) {
    return text(new TemplateRules(generator, new TreeMap<>()), "weekly.md", body);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          # Generator | Body                                 | Text
          PLAIN       | a {% raw %} {{ x }} {{< y >}} b      | a {% raw %} {{ x }} {{< y >}} b
          PLAIN       | a {# b #} c                          | a {# b #} c
          JEKYLL      | a {{ page.x }} {% include y %} b     | a b
          HUGO        | a {{< y >}} b {{% z %}}              | a b
          HUGO        | a {% y %} {{ x }} b                  | a {% y %} {{ x }} b
          HUGO        | a {{</* y */>}} b                    | a {{< y >}} b
          ZOLA        | a {{ resize(path="x") }} b           | a b
          ZOLA        | a {{ x }} {{< y >}} b                | a {{ x }} {{< y >}} b
          ZOLA        | a {% quote(by="Ida") %} b {% end %}  | a b
          ZOLA        | a {{/* resize(path="x") */}} b       | a {{ resize(path="x") }} b
          ELEVENTY    | a {# b #} {{ x }} {% y %} c          | a c
          DOCUSAURUS  | a <Tweet id="1" /> {/* b */} c       | a c
          DOCUSAURUS  | a {{ x }} {% y %} b                  | a {{ x }} {% y %} b
          DOCUSAURUS  | a{' '}b {frontmatter.title} c {f(1)}  | a b c
          DOCUSAURUS  | a {1, 2} b                           | a {1, 2} b
          AUTO        | a {{ x }} b                          | a {{ x }} b
          AUTO        | a {{ x }} {% y %} b                  | a b
          """)
  void tellsWhichBracesAreTags(Generator generator, String body, String text) {
    assertThat(text(generator, body).replaceAll("\\s+", " ").strip()).isEqualTo(text);
  }

  @Test
  void readsTagsInIndentedLinesOfRawHtml() {
    String html = reading(
            new TemplateRules(Generator.ELEVENTY, new TreeMap<>()),
            "weekly.md",
            "<figure>\n    <div>\n        <img src=\"{{ '/x.png' | url }}\">\n    </div>\n</figure>")
        .issue()
        .orElseThrow()
        .content()
        .markup();

    assertThat(html).contains("src=\"https://example.org/x.png\"");
  }

  @Test
  void readsAnIncludeWithParagraphsOfWords() {
    IssueReading reading = reading(
        new TemplateRules(Generator.JEKYLL, new TreeMap<>()),
        "weekly.md",
        "A\n\n{% include q.md\n  q0=\"Why?\"\n  a0=\"So.\n\nAnd \\\"so\\\".\"\n\n  q1='What?' n=1 %}\n\nb");

    assertThat(reading.issue().orElseThrow().content().text()).isEqualTo("A b");
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(7);
  }

  @Test
  void plainLeavesTheTagsOfMdxInTheirFile() {
    assertThat(text(
            new TemplateRules(Generator.PLAIN, new TreeMap<>()), "weekly.mdx", "a {/* b */} c"))
        .contains("{/* b */}");
  }

  @Nested
  final class Detection {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _config.yml          | title: x                | JEKYLL
            hugo.toml            | title = "x"             | HUGO
            config.toml          | baseURL = "https://x/"  | HUGO
            config.toml          | base_url = "https://x/" | ZOLA
            .eleventy.js         | x                       | ELEVENTY
            eleventy.config.mjs  | x                       | ELEVENTY
            docusaurus.config.ts | x                       | DOCUSAURUS
            mkdocs.yml           | x                       | PLAIN
            """)
    void readsTheConfigurationOfTheSite(
        String name, String content, Generator generator, @TempDir Path folder) throws IOException {
      Files.writeString(folder.resolve(name), content);

      assertThat(Generator.ofSite(folder)).contains(generator);
    }

    @Test
    void findsNoneElsewhere(@TempDir Path folder) throws IOException {
      Files.writeString(folder.resolve("offprint.yaml"), "title: x");
      Files.createDirectory(folder.resolve("hugo.toml"));

      assertThat(Generator.ofSite(folder)).isEmpty();
      assertThat(Generator.ofSite(folder.resolve("missing"))).isEmpty();
    }
  }

  @Nested
  final class Snippets {
    private String with(String tag, String markdown, String body) {
      return text(
          new TemplateRules(Generator.AUTO, new TreeMap<>(Map.of(tag, markdown))),
          "weekly.md",
          body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {% include ad.html %} | A {% include ad.html %} b.
            {% include ad.html %} | A {%- include   ad.html -%} b.
            {% include ad.html %} | A {%include ad.html%} b.
            {{ ad }}              | A {{ad}} b.
            {{< ad >}}            | A {{< ad >}} b.
            <Ad />                | A <Ad /> b.
            """)
    void standForTheirTag(String tag, String body) {
      assertThat(with(tag, "[Acme](https://acme.example/)", body)).isEqualTo("A Acme b.");
    }

    @Test
    void giveNoWarning() {
      TemplateRules rules =
          new TemplateRules(Generator.JEKYLL, new TreeMap<>(Map.of("{% include ad.html %}", "")));

      assertThat(reading(rules, "weekly.md", "A {% include ad.html %} b.").problems())
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"`{% include ad.html %}`", "{% raw %}{% include ad.html %}{% endraw %}"})
    void leaveCodeAlone(String body) {
      assertThat(with("{% include ad.html %}", "Acme", body)).isEqualTo("{% include ad.html %}");
    }
  }
}
