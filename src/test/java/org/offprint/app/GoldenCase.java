package org.offprint.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.offprint.feed.FeedAddress;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedListing;
import org.offprint.feed.FeedRules;
import org.offprint.feed.FeedScope;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.settings.SettingsFile;
import org.offprint.site.Answer;
import org.offprint.site.Site;
import org.offprint.testing.TestSites;

/** A folder below {@code golden}: issues, and some of the documents that they must give. */
record GoldenCase(Path folder) {
  static final URI BASE = URI.create("https://news.example.org/");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<GoldenCase, Map<String, String>> SERVED = new ConcurrentHashMap<>();
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  static Stream<GoldenCase> all() {
    return list(ROOT).stream().map(GoldenCase::new);
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path issues() {
    return folder.resolve("issues");
  }

  List<Path> expected() {
    return list(folder.resolve("expected"));
  }

  /** The files that are issues, or look like it. */
  List<Path> issueFiles() {
    return files().stream().filter(file -> !file.endsWith(Folder.SETTINGS_FILE)).toList();
  }

  /** All files of the folder of issues. */
  List<Path> files() {
    try (Stream<Path> files = Files.walk(issues())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Site site() {
    return site(issues());
  }

  static Site site(Path issues) {
    return site(load(new PublicationLoader(issues), issues), issues);
  }

  static Site site(Publication publication, Path issues) {
    return TestSites.of(publication, feeds(issues));
  }

  private static FeedRules feeds(Path issues) {
    return SettingsFile.read(issues).settings().orElseThrow().feeds();
  }

  static Publication load(PublicationLoader loader, Path issues) {
    return loader.load(Folder.scan(issues), rules(issues), NOW);
  }

  static PublicationRules rules(Path issues) {
    return SettingsFile.read(issues).settings().orElseThrow().rules(BASE);
  }

  /** {@code sections--tools.atom} stands at {@code /sections/tools.atom}. */
  static String pathOf(Path expected) {
    String name = expected.getFileName().toString();
    String path = "/" + name.replace("--", "/").replaceFirst("\\.html$", "");
    return path.equals("/index") ? "/" : path;
  }

  static String text(Site site, String path) {
    if (site.find(path) instanceof Answer.Found found) {
      return StandardCharsets.UTF_8.decode(found.representation().body()).toString();
    }
    throw new AssertionError("nothing stands at " + path);
  }

  /** Everything that the site of this case has, by path. */
  Map<String, String> served() {
    return SERVED.computeIfAbsent(this, golden -> everything(golden.site()));
  }

  /** Everything that a site has, by path. */
  static Map<String, String> everything(Site site) {
    Map<String, String> texts = new TreeMap<>();
    paths(site).forEach(path -> texts.put(path, text(site, path)));
    return texts;
  }

  private static Stream<String> paths(Site site) {
    Publication publication = site.publication();
    Stream<String> pages = Stream.concat(
        Stream.of("/", "/status", "/feeds", "/feeds.opml", "/feeds/rss.opml", "/feeds/json.opml"),
        site.feeds().directory().stream()
            .flatMap(group -> group.feeds().stream())
            .map(FeedListing::scope)
            .filter(scope -> !scope.equals(FeedScope.whole()))
            .map(FeedScope::path));
    Stream<String> issues = publication.issues().stream()
        .map(issue -> "/issues/" + issue.issue().slug())
        .flatMap(path -> Stream.of(path, path + ".md"));
    Stream<String> feeds = addresses(site).map(FeedAddress::path);
    return Stream.of(pages, issues, feeds).flatMap(paths -> paths);
  }

  /** The addresses of all feeds of the directory, each with its archive documents. */
  static Stream<FeedAddress> addresses(Site site) {
    return site.feeds().directory().stream()
        .flatMap(group -> group.feeds().stream())
        .flatMap(feed -> Stream.of(FeedFormat.values())
            .map(format -> new FeedAddress(feed.scope(), feed.lens(), format)))
        .flatMap(address -> Stream.concat(Stream.of(address), archive(site, address)));
  }

  private static Stream<FeedAddress> archive(Site site, FeedAddress address) {
    return Stream.iterate(1, number -> number + 1)
        .map(number ->
            new FeedAddress(address.scope(), address.lens(), address.format(), Optional.of(number)))
        .takeWhile(document -> site.feeds().find(document).isPresent());
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
