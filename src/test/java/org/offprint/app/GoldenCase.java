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
import org.offprint.feed.FeedAssembler;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedWindow;
import org.offprint.feed.Lens;
import org.offprint.publication.FolderListing;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.site.Answer;
import org.offprint.site.Site;

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
    return files().stream()
        .filter(file -> !file.endsWith(FolderListing.SETTINGS_FILE))
        .toList();
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
    return site(load(new PublicationLoader(issues), issues));
  }

  static Site site(Publication publication) {
    return new Site(publication, FeedWindow.DEFAULT, Site.DEFAULT_MOST_BYTES, Optional.empty());
  }

  static Publication load(PublicationLoader loader, Path issues) {
    PublicationRules rules = SettingsFile.read(issues)
        .settings()
        .orElseThrow()
        .rules(new BaseUrls(Optional.of(BASE), BASE));
    return loader.load(FolderListing.scan(issues), rules, NOW);
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
        Stream.of("/", "/status"),
        publication.sections().stream().map(section -> "/sections/" + section.key()));
    Stream<String> issues = publication.issues().stream()
        .map(issue -> "/issues/" + issue.issue().slug())
        .flatMap(path -> Stream.of(path, path + ".md"));
    Stream<String> feeds = addresses(publication).map(FeedAddress::path);
    return Stream.of(pages, issues, feeds).flatMap(paths -> paths);
  }

  /** The addresses of all feeds of a publication. */
  static Stream<FeedAddress> addresses(Publication publication) {
    return new FeedAssembler(publication, FeedWindow.DEFAULT)
        .scopes().stream()
            .flatMap(scope -> Stream.of(Lens.values())
                .flatMap(lens -> Stream.of(FeedFormat.values())
                    .map(format -> new FeedAddress(scope, lens, format))));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
