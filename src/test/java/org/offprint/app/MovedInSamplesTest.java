package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.offprint.site.Answer;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.SiteFile;
import org.offprint.testing.TestSites;

/**
 * Newsletters of other people as they lie in their repositories, which move in with settings alone. Runs where the variable
 * OFFPRINT_CORPUS names their folder.
 */
final class MovedInSamplesTest {
  private static final Map<String, Publication> READ = new ConcurrentHashMap<>();
  private static final String BASE = "https://news.example.org/";

  /** The signs of Liquid, Nunjucks, shortcodes, MDX and kramdown. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{%|%\\}|\\{\\{|\\}\\}|\\{:[:.#]|\\{/\\*");

  private static final Pattern DATE_OF_NAME =
      Pattern.compile("(?:.*/)?(\\d{4})-(\\d{1,2})-(\\d{1,2})[-_.][^/]*(?:/README\\.md)?");
  private static final Pattern DATE_OF_HEAD =
      Pattern.compile("(?mi)^(?:date|pubDatetime)\\s*[:=]\\s*[\"']?(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DATE_OF_REACT =
      Pattern.compile("(?mi)^date\\s*[:=]\\s*[\"']?(\\d{2})-(\\d{2})-(\\d{4})");
  private static final int HEAD = 600;

  static Stream<SampleNewsletter> samples() {
    Optional<Path> corpus = CheckedSites.corpus();
    Assumptions.assumeTrue(
        corpus.isPresent(), "skipped: OFFPRINT_CORPUS names no folder of real issues");
    return SampleNewsletter.all(corpus.orElseThrow());
  }

  private static Publication read(SampleNewsletter sample) {
    return READ.computeIfAbsent(sample.name(), name -> sample.load());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void acceptEveryIssue(SampleNewsletter sample) {
    List<String> files =
        sample.sources().stream().map(SampleNewsletter.Source::file).toList();
    Publication publication = read(sample);

    assertThat(publication.problems()).noneMatch(Problem::isError);
    assertThat(publication.issues())
        .extracting(published -> published.issue().file())
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void haveTheDatesOfTheirNamesOrHeads(SampleNewsletter sample) {
    for (PublishedIssue published : read(sample).issues()) {
      Issue issue = published.issue();
      String head = issue.source().toString();
      date(issue.file(), head.substring(0, Math.min(HEAD, head.length())))
          .ifPresent(
              date -> assertThat(issue.date().toLocalDate()).as(issue.file()).isEqualTo(date));
    }
  }

  private static Optional<LocalDate> date(String file, String head) {
    return Stream.of(
            DATE_OF_HEAD.matcher(head).results(),
            DATE_OF_REACT.matcher(head).results(),
            DATE_OF_NAME.matcher(file).results())
        .flatMap(found -> found)
        .findFirst()
        .map(MovedInSamplesTest::date);
  }

  private static LocalDate date(MatchResult found) {
    boolean isYearFirst = found.group(1).length() > 2;
    return isYearFirst
        ? LocalDate.of(number(found, 1), number(found, 2), number(found, 3))
        : LocalDate.of(number(found, 3), number(found, 1), number(found, 2));
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showNoTemplateLanguageOutsideCode(SampleNewsletter sample) {
    Site site = TestSites.of(read(sample));
    for (String path : List.of("/feed.atom", "/feed/items.atom", "/feed.rss")) {
      Document feed = Jsoup.parse(text(site, path), "", Parser.xmlParser());
      List<String> texts = feed.select("title, content, content|encoded").stream()
          .map(element -> withoutCode(element.wholeText()))
          .toList();

      assertThat(texts).as(path).noneMatch(text -> TEMPLATE.matcher(text).find());
    }
    for (PublishedIssue published : read(sample).issues()) {
      String path = "/issues/" + published.issue().slug();
      Document page = Jsoup.parse(text(site, path));
      page.select("pre, code, script, style").remove();

      assertThat(TEMPLATE.matcher(page.outerHtml()).results().map(MatchResult::group))
          .as(path)
          .isEmpty();
    }
  }

  private static String withoutCode(String html) {
    Document content = Jsoup.parse(html);
    content.select("pre, code").remove();
    return content.text();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void haveNoPictureOrLinkOfTheirOwnThatIsMissing(SampleNewsletter sample) {
    Publication publication = read(sample);
    Site site = TestSites.of(publication);
    for (PublishedIssue published : publication.issues()) {
      Document page = Jsoup.parse(text(site, "/issues/" + published.issue().slug()), BASE);
      Document content = Jsoup.parse(published.content(publication.masthead()).markup(), BASE);
      Set<String> broken = Stream.of(page, content)
          .flatMap(document -> document.select("[src], a[href]").stream())
          .map(element -> element.absUrl(element.hasAttr("src") ? "src" : "href"))
          .map(address -> address.replaceFirst("[?#].*", ""))
          .filter(path -> path.startsWith(BASE))
          .filter(path -> !isThere(site, "/" + path.substring(BASE.length())))
          .collect(Collectors.toSet());

      assertThat(broken).as(published.issue().file()).isEmpty();
    }
  }

  private static boolean isThere(Site site, String path) {
    String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    Optional<SiteFile> file = site.findFile(decoded);
    file.ifPresent(SiteFile::close);
    return file.isPresent() || !(site.find(decoded) instanceof Answer.Missing);
  }

  private static String text(Site site, String path) {
    Answer answer = site.find(path);
    assertThat(answer).as(path).isInstanceOf(Answer.Found.class);
    Representation found = ((Answer.Found) answer).representation();
    return StandardCharsets.UTF_8.decode(found.body()).toString();
  }
}
