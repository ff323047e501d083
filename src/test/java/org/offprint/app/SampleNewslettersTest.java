package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.issue.Item;
import org.offprint.issue.Problem;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.site.Site;
import org.offprint.testing.TestSites;

/**
 * Newsletters of other people, which are not part of the project: no word and no link of them is lost, and each link stands in the item
 * in whose lines it is. Writes a table to {@code target/newsletters.txt}. Runs where the variable OFFPRINT_CORPUS names their folder.
 */
final class SampleNewslettersTest {
  private static final Map<String, Publication> READ = new ConcurrentHashMap<>();
  private static final List<Extension> EXTENSIONS = List.of(
      TablesExtension.create(),
      StrikethroughExtension.builder().requireTwoTildes(true).build(),
      AutolinkExtension.create(),
      FootnotesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final Pattern TEMPLATE = Pattern.compile(
      "\\{%-?\\s*comment.*?endcomment\\s*-?%\\}|\\{[%{].*?[%}]\\}|\\{[#:][^}\\n]*\\}|(?<=\\n)import [^\\n]*",
      Pattern.DOTALL);
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Stream<SampleNewsletter> samples() {
    Optional<Path> corpus = CheckedSites.corpus();
    Assumptions.assumeTrue(
        corpus.isPresent(), "skipped: OFFPRINT_CORPUS names no folder of real issues");
    return SampleNewsletter.all(corpus.orElseThrow());
  }

  private Publication read(SampleNewsletter sample) {
    return READ.computeIfAbsent(sample.name(), name -> sample.load());
  }

  /** The issue that was read from each file. */
  private Map<SampleNewsletter.Source, PublishedIssue> issues(SampleNewsletter sample) {
    Map<String, PublishedIssue> byFile = read(sample).issues().stream()
        .collect(Collectors.toMap(published -> published.issue().file(), published -> published));
    Map<SampleNewsletter.Source, PublishedIssue> issues = new LinkedHashMap<>();
    for (SampleNewsletter.Source source : sample.sources()) {
      issues.put(source, Optional.ofNullable(byFile.get(source.file())).orElseThrow());
    }
    return issues;
  }

  /** The reading of a text by CommonMark alone, without any code of ours. */
  private static Document reference(SampleNewsletter.Source source) {
    Document document = Jsoup.parseBodyFragment(
        RENDERER.render(PARSER.parse(TEMPLATE.matcher(source.body()).replaceAll(" "))));
    document.select("script, style, .footnotes").remove();
    return document;
  }

  private static Map<String, Long> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noWordIsLost(SampleNewsletter sample) {
    Site site = TestSites.of(read(sample));
    issues(sample).forEach((source, published) -> {
      String page = GoldenCase.text(site, "/issues/" + published.issue().slug());
      Map<String, Long> shown = words(Jsoup.parse(page).text());
      Map<String, Long> lost = words(reference(source).body().text());
      lost.entrySet().removeIf(word -> shown.getOrDefault(word.getKey(), 0L) >= word.getValue());

      assertThat(lost).as("lost from %s", source.file()).isEmpty();
    });
  }

  private static List<String> links(Element html) {
    return html.select("a[href~=(?i)^https?:]").stream()
        .flatMap(link -> external(link.attr("href").strip()))
        .toList();
  }

  /** The address without its encoding, unless it leads into the newsletter itself. */
  private static Stream<String> external(String link) {
    try {
      return Stream.of(URLDecoder.decode(link.replace("+", "%2B"), UTF_8))
          .filter(decoded -> !decoded.startsWith("https://news.example.org/"));
    } catch (IllegalArgumentException e) {
      // A sign of per cent that encodes nothing.
      return Stream.of(link);
    }
  }

  private static List<String> links(Html html) {
    return links(Jsoup.parseBodyFragment(html.markup()).body());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noLinkIsLost(SampleNewsletter sample) {
    issues(sample).forEach((source, published) -> {
      List<String> lost = new ArrayList<>(links(reference(source).body()));
      links(published.issue().content()).forEach(lost::remove);

      assertThat(lost).as("lost from %s", source.file()).isEmpty();
    });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLinkStandsInTheItemInWhoseLinesItIs(SampleNewsletter sample) {
    read(sample).issues().stream().map(PublishedIssue::issue).forEach(issue -> {
      for (Issue.SectionText part : issue.parts()) {
        List<String> ofItems = part.items().stream()
            .flatMap(item -> links(item.content()).stream())
            .toList();

        assertThat(ofItems)
            .as("links below %s in %s", part.heading(), issue.file())
            .isEqualTo(links(withoutHeading(part)));
        part.items().forEach(SampleNewslettersTest::assertHasItsOwnLinks);
      }
    });
  }

  private static Element withoutHeading(Issue.SectionText part) {
    Element body = Jsoup.parseBodyFragment(part.content().markup()).body();
    body.select("> h2").remove();
    return body;
  }

  private static void assertHasItsOwnLinks(Item item) {
    assertThat(item.addresses().stream().flatMap(SampleNewslettersTest::external))
        .as(item.title())
        .hasSameElementsAs(links(item.content()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyIssueIsReadAndNoTitleIsUntitled(SampleNewsletter sample) {
    Publication publication = read(sample);

    assertThat(publication.issues()).hasSameSizeAs(sample.sources());
    assertThat(items(publication).stream()
            .filter(item -> item.title().equals("Untitled"))
            .map(item -> item.content().markup()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itemsAreThoseThatAReaderOfTheSourceSees(SampleNewsletter sample) {
    Map<String, List<String>> truth = sample.truth();
    issues(sample).forEach((source, published) -> {
      if (truth.containsKey(source.file())) {
        assertThat(linksOfItems(published)).as(source.file()).isEqualTo(truth.get(source.file()));
      }
    });
  }

  private static List<String> linksOfItems(PublishedIssue published) {
    List<String> lines = new ArrayList<>();
    add(lines, "-", published.issue().items());
    for (PublishedIssue.PlacedPart placed : published.parts()) {
      add(lines, placed.section().key().value(), placed.part().items());
    }
    return lines;
  }

  private static void add(List<String> lines, String section, List<Item> items) {
    List<String> links = items.stream()
        .flatMap(item -> item.primaryLink().stream())
        .map(link -> link.toString())
        .toList();
    if (!links.isEmpty()) {
      lines.add("# " + section);
      lines.addAll(links);
    }
  }

  @AfterAll
  static void writeTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "newsletter | issues | sections | items | without link | more than three links | warnings");
    READ.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(read -> {
      List<Item> items = items(read.getValue());
      lines.add(Stream.of(
              read.getKey(),
              read.getValue().issues().size(),
              read.getValue().sections().size(),
              items.size(),
              items.stream().filter(item -> item.addresses().isEmpty()).count(),
              items.stream().filter(item -> item.addresses().size() > 3).count(),
              read.getValue().problems().stream()
                  .collect(
                      Collectors.groupingBy(Problem::kind, TreeMap::new, Collectors.counting())))
          .map(Object::toString)
          .collect(Collectors.joining(" | ")));
    });
    Files.write(Path.of("target", "newsletters.txt"), lines);
  }

  /** The items of all issues, with and without sections. */
  private static List<Item> items(Publication publication) {
    return publication.issues().stream()
        .flatMap(published -> Stream.concat(
            published.issue().items().stream(),
            published.sections().stream().flatMap(own -> own.items().stream())))
        .toList();
  }
}
