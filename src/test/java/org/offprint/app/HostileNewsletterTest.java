package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.issue.IssueReader;
import org.offprint.issue.IssueReading;
import org.offprint.issue.ReadingRules;
import org.offprint.publication.Publication;
import org.offprint.site.Answer;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.testing.HostileIssues;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.SafeHtml;
import org.offprint.testing.TestSites;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Files that mean harm, among good issues: the server starts with them and follows them, serves what is good, and no reader
 * comes to harm. {@code -Dhostile.files=20000} tries more of them, {@code -Dseed=N} begins with another.
 */
final class HostileNewsletterTest {
  /** The number of issues in the folder at once; all of them fit into one feed. */
  private static final int TOGETHER = 16;

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Instant NOW = Instant.parse(LiveNewsletter.NOW);
  private static final List<String> THREADS = List.of("folder-watcher", "due-issues");
  private static final IssueReader READER = new IssueReader(new ReadingRules(
      ZoneOffset.UTC, URI.create("https://example.org/issues/"), ReadingRules.DEFAULT_MOST_BYTES));

  /** Elements that readers take for HTML in RSS; some of them titles, too. */
  private static final Set<String> HTML_IN_RSS = Set.of("title", "description", "content:encoded");

  /** Attributes whose addresses are followed or fetched. */
  private static final Set<String> ADDRESSES = Set.of(
      "link",
      "uri",
      "icon",
      "logo",
      "url",
      "href",
      "src",
      "xmlUrl",
      "htmlUrl",
      "comments",
      "loc",
      "external_url",
      "home_page_url",
      "feed_url",
      "next_url",
      "image",
      "banner_image",
      "favicon",
      "avatar");

  @TempDir
  private Path folder = Path.of("");

  static LongStream seeds() {
    long first = Long.getLong("seed", 0);
    return LongStream.range(first, first + Integer.getInteger("hostile.files", 192) / TOGETHER);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(60)
  void hostileIssuesHarmNobody(long seed) {
    HostileIssues hostile = new HostileIssues(seed);
    IssueFiles files = new IssueFiles(folder)
        .givenIssue(
            "good-1.md",
            "Good 1",
            "2026-06-30",
            "One.\n\n# Tools\n\n[Tool](https://good.example/)");
    List<String> names = new ArrayList<>();
    give(TOGETHER / 2, hostile, files, names);
    try (LiveNewsletter served = LiveNewsletter.of(folder)) {
      give(TOGETHER / 2, hostile, files, names);
      files.givenIssue("good-2.md", "Good 2", "2026-06-30", "Another one.");
      served.awaitText("/issues/good-2", "Another one.");

      assertThat(served.body("/issues/good-1")).contains("https://good.example/");
      assertThat(served.get("/healthz").status()).isEqualTo(200);
      assertThat(THREADS).allMatch(HostileNewsletterTest::lives);
      Publication publication = served.application().publication();
      assertThat(names).allSatisfy(name -> assertRead(name, publication));
      assertDocumentsAreSound(publication);
    }
  }

  private static void give(int many, HostileIssues hostile, IssueFiles files, List<String> names) {
    for (int i = 0; i < many; i++) {
      names.add("hostile-%d.md".formatted(names.size()));
      files.given(names.get(names.size() - 1), hostile.next());
    }
  }

  private static boolean lives(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(living -> living.getName().equals(thread));
  }

  /** A file is an issue that is published, or to come, or the publisher is told why not; and that takes no long time. */
  private void assertRead(String name, Publication publication) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    IssueReading reading = READER.read(folder, name);
    assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);

    boolean isHeldBack = reading
        .issue()
        .filter(issue -> issue.draft() || issue.date().toInstant().isAfter(NOW))
        .isPresent();
    assertThat(isHeldBack
            || publication.issues().stream()
                .anyMatch(published -> published.issue().file().equals(name))
            || publication.problems().stream()
                .anyMatch(problem -> problem.file().equals(name)))
        .isTrue();
  }

  private static void assertDocumentsAreSound(Publication publication) {
    Site site = TestSites.of(publication);
    assertThat(site.paths())
        .contains("/feed.atom", "/feed.rss", "/feed.json", "/feeds.opml", "/sitemap.xml")
        .allSatisfy(path -> {
          Answer answer = site.find(path);
          assertThat(answer).isInstanceOf(Answer.Found.class);
          Representation found = ((Answer.Found) answer).representation();
          assertSound(found.contentType(), UTF_8.decode(found.body()).toString());
        });
  }

  private static void assertSound(String type, String document) {
    if (type.contains("html")) {
      SafeHtml.assertPage(document);
    } else if (type.contains("json")) {
      assertJson("", JsonParser.parseString(document));
    } else if (type.contains("xml") || type.contains("opml")) {
      NodeList all = LiveNewsletter.parse(document).getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        assertXml((Element) all.item(i));
      }
    }
  }

  private static void assertXml(Element element) {
    String name = element.getTagName();
    boolean isRss = element.getOwnerDocument().getDocumentElement().getTagName().equals("rss");
    if (element.getAttribute("type").equals("html") || (isRss && HTML_IN_RSS.contains(name))) {
      SafeHtml.assertContent(element.getTextContent());
    }
    if (name.equals("source:markdown")) {
      SafeHtml.assertMarkdown(element.getTextContent());
    }
    if (ADDRESSES.contains(name)) {
      assertThat(element.getTextContent()).matches(SafeHtml::isHarmless);
    }
    for (String attribute : ADDRESSES) {
      assertThat(element.getAttribute(attribute)).matches(SafeHtml::isHarmless);
    }
  }

  private static void assertJson(String name, JsonElement value) {
    if (value.isJsonObject()) {
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(member -> assertJson(member.getKey(), member.getValue()));
    } else if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(member -> assertJson(name, member));
    } else if (name.equals("content_html")) {
      SafeHtml.assertContent(value.getAsString());
    } else if (ADDRESSES.contains(name)) {
      assertThat(value.getAsString()).matches(SafeHtml::isHarmless);
    }
  }
}
