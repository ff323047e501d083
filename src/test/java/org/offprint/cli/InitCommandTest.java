package org.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.publication.PublishedIssue;
import org.offprint.settings.GivenSettings;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsTable;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestClock;

/** A newsletter that begins with {@code offprint init}. */
final class InitCommandTest {
  private static final TestClock CLOCK = TestClock.at("2026-06-01T23:45:12.345Z");

  @TempDir
  private Path parent = Path.of("");

  private Path folder = Path.of("");

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("newsletter/issues");
  }

  @Test
  void writesSettingsAndFirstIssueAndSaysWhatIsNext() {
    assertThat(init())
        .containsSubsequence(
            folder + "/offprint.yaml",
            folder + "/2026-06-01-hello.md",
            "offprint serve " + folder + "\n");
    assertThat(names()).containsExactly("2026-06-01-hello.md", "offprint.yaml");
  }

  private FolderCommand.Reading reading() {
    return FolderCommand.Reading.of(
        folder, SettingsFile.read(folder), URI.create("http://localhost/"), CLOCK.instant());
  }

  @Test
  void isServedAtOnceWithAFeedForEachSection() {
    init();
    FolderCommand.Reading reading = reading();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.publication().issues())
        .extracting(
            published -> published.issue().slug(),
            published -> published.issue().title())
        .containsExactly(tuple("hello", "Hello"));
    PublishedIssue hello = reading.publication().issues().get(0);
    assertThat(hello.sections())
        .extracting(own -> own.section().key().value(), own -> own.items().size())
        .containsExactly(tuple("news", 2), tuple("tools", 1));
  }

  @Test
  void hasNoProblem() {
    assertThat(CommandLineRun.of("init", folder.toString()).exitCode()).isZero();

    CommandLineRun check = CommandLineRun.of("check", folder.toString());

    assertThat(check.out()).isEqualTo("1 issue, 0 drafts, 0 still to come, 0 problems\n");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void hasNoProblemWhenEverySettingIsUsed() throws IOException {
    init();
    Path settings = folder.resolve("offprint.yaml");
    Files.writeString(settings, uncommented(Files.readString(settings)));
    new IssueFiles(folder)
        .given("about.md", "# About\n")
        .given("imprint.md", "Harbour 1\n")
        .given("style.css", "");

    // The views of the examples wait for such issues.
    assertThat(reading().problems())
        .filteredOn(problem -> !problem.message().endsWith("which no published issue has"))
        .isEmpty();
  }

  @Test
  void namesEverySettingOfTheNewsletter() throws IOException {
    init();
    String settings = uncommented(Files.readString(folder.resolve("offprint.yaml")));

    assertThat(keys("(?m)^([a-z-]+):", settings))
        .containsExactlyInAnyOrderElementsOf(SettingsTable.NEWSLETTER.keys());
    assertThat(keys("(?m)^[ -]+([a-z-]+):", settings))
        .containsAll(SettingsTable.LINK.keys())
        .containsAll(SettingsTable.PAGE.keys())
        .containsAll(SettingsTable.SECTION.keys())
        .containsAll(SettingsTable.VIEW.keys())
        .containsAll(SettingsTable.WINDOW.keys());
  }

  @Test
  void examplesOfDefaultsAreTheDefaults() throws IOException {
    init();
    String settings = uncommented(Files.readString(folder.resolve("offprint.yaml")));
    PublicationSettings read = GivenSettings.good(settings);

    assertThat(read.feeds().window())
        .isEqualTo(PublicationSettings.DEFAULT.feeds().window());
    assertThat(read.feeds().itemLink())
        .isEqualTo(PublicationSettings.DEFAULT.feeds().itemLink());
    assertThat(read.language()).isEqualTo(PublicationSettings.DEFAULT.language());
  }

  @Test
  void leavesSettingsAlone() throws IOException {
    new IssueFiles(folder).given("offprint.yaml", "title: Mine\n");

    assertRefused(folder.resolve("offprint.yaml"));

    assertThat(names()).containsExactly("offprint.yaml");
    assertThat(Files.readString(folder.resolve("offprint.yaml"))).isEqualTo("title: Mine\n");
  }

  @Test
  void leavesALinkAloneThatLeadsNowhere() throws IOException {
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("offprint.yaml"), parent.resolve("elsewhere"));

    assertRefused(folder.resolve("offprint.yaml"));

    assertThat(parent.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void leavesAFileAloneThatStandsInPlaceOfTheFolder() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "mine");

    assertRefused(folder);

    assertThat(folder).hasContent("mine");
  }

  @Test
  void addsNoIssueToANewsletter() {
    new IssueFiles(folder).givenIssue("1.md", "One", "2026-05-01", "Text.");

    assertThat(init()).doesNotContain("hello");

    assertThat(names()).containsExactly("1.md", "offprint.yaml");
  }

  private String init() {
    StringWriter out = new StringWriter();
    ParsedArguments given =
        new ParsedArguments(CommandLine.builder().addArg(folder.toString()).get());
    int exitCode = new InitCommand(CLOCK)
        .run(given, new PrintWriter(out, true), new PrintWriter(new StringWriter()));
    assertThat(exitCode).isZero();
    return out.toString();
  }

  private void assertRefused(Path file) {
    CommandLineRun run = CommandLineRun.of("init", folder.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("offprint: " + file + " is there already").hasLineCount(1);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings with all examples in force: a {@code #} right before a key, and what is indented below it. */
  private static String uncommented(String settings) {
    StringBuilder text = new StringBuilder();
    boolean isExample = false;
    for (String line : settings.lines().toList()) {
      isExample = line.matches("#[a-z].*") || (isExample && line.startsWith("#  "));
      text.append(isExample ? line.substring(1) : line.replaceAll("^#.*", "")).append('\n');
    }
    return text.toString();
  }

  private static Set<String> keys(String pattern, String yaml) {
    Set<String> keys = new TreeSet<>();
    Pattern.compile(pattern).matcher(yaml).results().forEach(key -> keys.add(key.group(1)));
    return keys;
  }
}
