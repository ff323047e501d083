package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedRules;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublishedIssue;
import org.offprint.search.SearchIndex;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsTable;
import org.offprint.site.Answer;
import org.offprint.site.Site;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The promises of the README hold. */
final class ReadmeTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Pattern SAMPLE = Pattern.compile("(?s)```markdown\n(.*?)```");
  private static final Pattern SETTINGS = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern FLAG = Pattern.compile("`--([a-z-]+)`");
  private static final Pattern ADDRESS = Pattern.compile("`(/[^`]*)`");

  @Test
  void sampleIssueReadsAsItSays(@TempDir Path folder) throws IOException {
    Matcher sample = SAMPLE.matcher(readme());
    assertThat(sample.find()).isTrue();
    Files.writeString(folder.resolve("2026-01-04-12.md"), sample.group(1));
    Publication publication = load(folder);
    assertThat(publication.problems()).isEmpty();
    assertThat(publication.issues()).singleElement().satisfies(published -> {
      assertThat(published.issue().title())
          .isEqualTo("HARBOUR WEEKLY ISSUE #12 - 4th January 2026");
      assertThat(published.issue().slug()).isEqualTo("12");
      assertThat(itemCounts(published)).containsExactly(1, 2);
    });
  }

  @Test
  void everyAddressIsServed() throws IOException {
    FeedRules feeds =
        SettingsFile.read(Path.of("issues")).settings().orElseThrow().feeds();
    Site site = TestSites.of(load(Path.of("issues")), feeds);
    String table = between("## Addresses", "Every feed also");
    List<String> addresses =
        ADDRESS.matcher(table).results().map(result -> result.group(1)).toList();
    assertThat(addresses)
        .filteredOn(path -> !path.contains("?"))
        .hasSizeGreaterThan(8)
        .allSatisfy(path -> assertThat(site.find(path)).isInstanceOf(Answer.Found.class));
    assertThat(addresses)
        .filteredOn(path -> path.contains("?"))
        .hasSize(2)
        .allSatisfy(path -> assertThat(search(path)).isInstanceOf(Answer.Searched.class));
    List<String> guessed = ADDRESS
        .matcher(between("Every feed also", "## Settings"))
        .results()
        .map(result -> result.group(1))
        .toList();
    assertThat(guessed)
        .hasSize(5)
        .allSatisfy(path -> assertThat(site.find(path)).isInstanceOf(Answer.Moved.class));
  }

  private static Answer search(String address) throws IOException {
    String[] parts = address.split("[?]", 2);
    try (SearchIndex index = new SearchIndex(TestPublications.SEARCHED_AT_ONCE, time -> {})) {
      Publication publication = load(Path.of("issues"));
      index.follow(publication);
      while (index.number() == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      return new Site(
              publication,
              FeedRules.DEFAULT,
              Site.DEFAULT_MOST_BYTES,
              Optional.empty(),
              TestSites.searching(index))
          .search(parts[0], parts[1])
          .orElseThrow();
    }
  }

  @Test
  void settingsAreWithoutMistakes(@TempDir Path folder) throws IOException {
    Matcher settings = SETTINGS.matcher(readme());
    assertThat(settings.find()).isTrue();
    Files.writeString(folder.resolve("offprint.yaml"), settings.group(1));
    assertThat(SettingsFile.read(folder).problems()).isEmpty();
  }

  @Test
  void flagsAndVariablesAreThoseOfTheServer() throws IOException {
    String server = between("The server's own settings", "## Documents");
    assertThat(FLAG.matcher(server).results())
        .hasSizeGreaterThan(1)
        .allMatch(flag -> SettingsTable.SERVER.keys().contains(flag.group(1)));
    assertThat(readme()).contains("(docs/settings.md)");
  }

  private static Publication load(Path folder) {
    PublicationSettings settings = SettingsFile.read(folder).settings().orElseThrow();
    URI base = URI.create("http://localhost:8080/");
    return new PublicationLoader(folder).load(Folder.scan(folder), settings.rules(base), NOW);
  }

  private static List<Integer> itemCounts(PublishedIssue published) {
    return published.sections().stream().map(own -> own.items().size()).toList();
  }

  private static String between(String from, String to) throws IOException {
    String text = readme();
    int start = text.indexOf(from);
    return text.substring(start, text.indexOf(to, start));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
