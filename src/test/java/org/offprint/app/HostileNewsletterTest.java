package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.feed.FeedRules;
import org.offprint.issue.IssueReader;
import org.offprint.issue.IssueReading;
import org.offprint.issue.ItemRule;
import org.offprint.issue.Problem;
import org.offprint.issue.ReadingRules;
import org.offprint.issue.SourceRules;
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

  /** The most that the reading of one file may allocate; most of it is garbage at once. */
  private static final long MOST_ALLOCATED = 200_000_000;

  private static final int MOST_BYTES_OF_FEED = FeedRules.DEFAULT.window().bytes() + 5000;
  private static final int MOST_BYTES_OF_ARCHIVE = 40_000_000;
  private static final Instant NOW = Instant.parse(LiveNewsletter.NOW);
  private static final Pattern ENTRY = Pattern.compile("<entry>|<item>|\"content_html\":");
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final List<String> THREADS = List.of("folder-watcher", "due-issues");
  private static final IssueReader READER = new IssueReader(new ReadingRules(
      SourceRules.of(ZoneOffset.UTC),
      URI.create("https://example.org/issues/"),
      ReadingRules.DEFAULT_MOST_BYTES,
      heading -> ItemRule.AUTO,
      new TreeMap<>()));

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
    Map<String, IssueReading> readings = new TreeMap<>();
    give(TOGETHER / 2, hostile, files, readings);
    try (LiveNewsletter served = LiveNewsletter.of(folder)) {
      give(TOGETHER / 2, hostile, files, readings);
      files.givenIssue("good-2.md", "Good 2", "2026-06-30", "Another one.");
      served.awaitText("/issues/good-2", "Another one.");

      assertThat(served.body("/issues/good-1")).contains("https://good.example/");
      assertThat(served.get("/healthz").status()).isEqualTo(200);
      assertThat(THREADS).allMatch(HostileNewsletterTest::lives);
      Publication publication = served.application().publication();
      readings.forEach((name, reading) -> assertPublished(name, reading, publication));
      assertDocumentsAreSound(publication);
    }
  }

  /** Writes files, and reads each for the first time, so that nothing of it has been compiled or kept. */
  private void give(
      int many, HostileIssues hostile, IssueFiles files, Map<String, IssueReading> readings) {
    for (int i = 0; i < many; i++) {
      String name = "hostile-%d.md".formatted(readings.size());
      files.given(name, hostile.next());
      readings.put(name, read(name));
    }
  }

  private IssueReading read(String name) {
    long cpu = THREAD.getCurrentThreadCpuTime();
    long allocated = THREAD.getCurrentThreadAllocatedBytes();
    IssueReading reading = READER.read(folder, name);
    assertThat(Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - cpu)).isLessThan(LONGEST);
    assertThat(THREAD.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_ALLOCATED);
    return reading;
  }

  private static boolean lives(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(living -> living.getName().equals(thread));
  }

  /** A file is an issue that is published, or to come, or the publisher is told why not. */
  private static void assertPublished(String name, IssueReading reading, Publication publication) {
    boolean isHeldBack = reading
        .issue()
        .filter(issue -> issue.draft() || issue.date().toInstant().isAfter(NOW))
        .isPresent();
    assertThat(isHeldBack
            || publication.issues().stream()
                .anyMatch(published -> published.issue().file().equals(name))
            || publication.problems().stream()
                .anyMatch(problem -> problem.file().equals(name) || sumsUp(problem, reading)))
        .isTrue();
  }

  private static boolean sumsUp(Problem problem, IssueReading reading) {
    return problem.file().equals(".")
        && reading.problems().stream().anyMatch(own -> own.kind() == problem.kind());
  }

  private static void assertDocumentsAreSound(Publication publication) {
    Site site = TestSites.of(publication);
    assertThat(site.paths())
        .contains("/feed.atom", "/feed.rss", "/feed.json", "/feeds.opml", "/sitemap.xml")
        .allSatisfy(path -> {
          Answer answer = site.find(path);
          assertThat(answer).isInstanceOf(Answer.Found.class);
          Representation found = ((Answer.Found) answer).representation();
          assertNotTooLarge(path, found);
          assertSound(found.contentType(), UTF_8.decode(found.body()).toString());
        });
  }

  /** The newest entry is in a feed however large it is. */
  private static void assertNotTooLarge(String path, Representation found) {
    boolean isFeed = found.kind() == Representation.Kind.FEED;
    boolean isArchive = path.contains("/archive/");
    if (isFeed && found.length() > (isArchive ? MOST_BYTES_OF_ARCHIVE : MOST_BYTES_OF_FEED)) {
      assertThat(ENTRY.matcher(UTF_8.decode(found.body())).results()).as(path).hasSize(1);
    }
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
