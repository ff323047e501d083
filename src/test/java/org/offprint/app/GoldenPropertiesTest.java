package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublishedIssue;
import org.offprint.site.Site;
import org.offprint.testing.IssueFiles;

/** Properties of everything that the site of a golden case serves. */
@Isolated("changes the default locale and time zone")
final class GoldenPropertiesTest {
  private static final int TRUNCATION_STEP = 29;
  private static final String ALL = "org.offprint.app.GoldenCase#all";

  @TempDir
  private Path folder = Path.of("");

  private void copy(GoldenCase golden, List<Path> files) throws IOException {
    for (Path file : files) {
      new IssueFiles(folder)
          .given(golden.issues().relativize(file).toString(), Files.readAllBytes(file));
    }
  }

  /** Without the page that counts how many files the last change read. */
  private static Map<String, String> forReaders(Map<String, String> served) {
    Map<String, String> texts = new TreeMap<>(served);
    texts.remove("/status");
    return texts;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void renderedTwiceGivesTheSameBytes(GoldenCase golden) {
    assertThat(GoldenCase.everything(golden.site())).isEqualTo(golden.served());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void filesCreatedInAnotherOrderGiveTheSameBytes(GoldenCase golden) throws IOException {
    List<Path> files = golden.files();
    copy(golden, files.stream().sorted(Collections.reverseOrder()).toList());
    assertThat(GoldenCase.everything(GoldenCase.site(folder))).isEqualTo(golden.served());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void filesArrivingOneByOneGiveTheSameBytes(GoldenCase golden) throws IOException {
    PublicationLoader loader = new PublicationLoader(folder);
    Publication last = GoldenCase.load(loader, folder);
    for (Path file : golden.files()) {
      copy(golden, List.of(file));
      // As the newsroom does again and again: a picture may arrive after its issue.
      loader.lookAtFilesOf(last.files().issuesToLookAt());
      last = GoldenCase.load(loader, folder);
    }
    assertThat(forReaders(GoldenCase.everything(GoldenCase.site(last, folder))))
        .isEqualTo(forReaders(golden.served()));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void linesThatEndInCarriageReturnsGiveTheSameBytes(GoldenCase golden) throws IOException {
    for (Path file : golden.files()) {
      new IssueFiles(folder)
          .given(
              golden.issues().relativize(file).toString(),
              Files.readString(file).replace("\n", "\r\n"));
    }
    assertThat(GoldenCase.everything(GoldenCase.site(folder))).isEqualTo(golden.served());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyTruncationOfAnIssueStillGivesFeeds(GoldenCase golden) throws IOException {
    for (Path file : golden.issueFiles()) {
      byte[] whole = Files.readAllBytes(file);
      String name = golden.issues().relativize(file).toString();
      for (int length = 0; length <= whole.length; length += TRUNCATION_STEP) {
        new IssueFiles(folder).given(name, Arrays.copyOf(whole, length));
        assertThatCode(() -> {
              Site site = GoldenCase.site(folder);
              GoldenCase.text(site, "/feed.atom");
              GoldenCase.text(site, "/feed.rss");
            })
            .as("the first %d bytes of %s", length, name)
            .doesNotThrowAnyException();
      }
      new IssueFiles(folder).remove(name);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void turkishMachineOnTheOtherSideOfTheWorldGivesTheSameBytes(GoldenCase golden) {
    Map<String, String> here = golden.served();
    Map<String, String> there =
        servedIn("tr-TR", "Pacific/Auckland", () -> GoldenCase.everything(golden.site()));
    assertThat(there).isEqualTo(here);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void machineWithOtherDigitsAndAnotherCalendarGivesReadersTheSameBytes(GoldenCase golden) {
    Map<String, String> here = forReaders(golden.served());
    Map<String, String> there = servedIn(
        "th-TH-u-ca-buddhist-nu-thai",
        "America/St_Johns",
        () -> GoldenCase.everything(golden.site()));
    assertThat(forReaders(there)).isEqualTo(here);
  }

  private static <T> T servedIn(String language, String zone, Supplier<T> work) {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      return work.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }

  @Test
  void problemsAreWordedWithTheSameDigitsOnEveryMachine() {
    new IssueFiles(folder).given("twice.md", "---\ntitle: One\ntitle: Two\n---\n");
    String status = servedIn(
        "ar-EG-u-nu-arab", "UTC", () -> GoldenCase.text(GoldenCase.site(folder), "/status"));
    assertThat(status).contains("(first on line 2)");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void markdownOfAnIssueHasTheWordsOfItsPageBelowItsHead(GoldenCase golden) {
    Site site = golden.site();
    for (PublishedIssue published : site.publication().issues()) {
      String markdown = GoldenCase.text(site, "/issues/" + published.issue().slug() + ".md");
      Element read = Jsoup.parseBodyFragment(
              HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown)))
          .body();

      assertThat(read.child(0).text()).isEqualTo(published.issue().title());
      read.child(0).remove();
      read.child(0).remove();
      assertThat(read.text().replaceAll("\\s+", " "))
          .isEqualTo(published.content(site.publication().masthead()).text());
    }
  }
}
