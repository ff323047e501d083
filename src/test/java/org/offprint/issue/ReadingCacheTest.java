package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds that a kept reading equals a new one, and that anything else is parsed again. */
final class ReadingCacheTest {
  private static final String PROGRAM = "this program";
  private static final String NAME = "2026-01-31-weekly.md";
  private static final byte[] ISSUE = issue("Words, and [a link](https://a.example/).");

  private final List<IOException> faults = new ArrayList<>();
  private final Path folder;

  ReadingCacheTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] issue(String body) {
    return ("---\ntitle: The Weekly \\#12\ndate: 2026-01-31\n---\n\n# Tools\n\n" + body)
        .getBytes(UTF_8);
  }

  private ReadingCache open() {
    return open(PROGRAM);
  }

  private ReadingCache open(String program) {
    try {
      return ReadingCache.open(folder.resolve("data"), program, faults::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> readings() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data").resolve("readings"))) {
      return files.sorted().toList();
    }
  }

  /** Reads files as one run of the program does. */
  private void run(byte[]... files) throws IOException {
    ReadingCache cache = open();
    for (int i = 0; i < files.length; i++) {
      new IssueReader(Given.RULES, Optional.of(cache)).read(i + ".md", files[i], Surroundings.NONE);
    }
    cache.tidy();
  }

  private Optional<IssueReading> keptOf(String name, byte[] bytes, ReadingRules rules)
      throws IOException {
    return open().find(name, bytes, rules, Surroundings.NONE);
  }

  private Optional<IssueReading> keptOf(byte[] bytes) throws IOException {
    return keptOf("0.md", bytes, Given.RULES);
  }

  static Stream<byte[]> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "golden"))) {
      List<Path> issues = files
          .filter(file -> IssueReader.isIssueName(file.getFileName().toString()))
          .sorted()
          .toList();
      List<byte[]> bytes = new ArrayList<>();
      for (Path issue : issues) {
        bytes.add(Files.readAllBytes(issue));
      }
      return bytes.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isEqualToWhatWasRead(byte[] file) throws IOException {
    IssueReading read = Given.file("0.md", file);

    run(file);

    assertThat(keptOf(file))
        .isEqualTo(Optional.of(read).filter(one -> one.issue().isPresent()));
  }

  @Test
  void everythingThatFrontMatterCanSayIsKept() throws IOException {
    byte[] file = """
        ---
        title: Ünïcode “quotes”
        date: 2026-01-31T10:00:00+05:30
        updated: 2026-02-01
        slug: other
        number: 7
        id: tag:example.org,2026:x
        description: A description
        author: [{name: A, email: a@example.org, url: "https://a.example/"}, B]
        tags: [x, y]
        image: /a.png
        language: de
        draft: true
        unknown: 1
        ---

        Lead.

        # Sponsor

        Words <br>[Ad](https://ad.example/)

        # Tools

        Words <br>[Ad](https://ad.example/)

        More <br>[Tool](https://tool.example/)
        """.getBytes(UTF_8);
    IssueReading read = Given.file("0.md", file);

    run(file);

    assertThat(read.issue()).isPresent();
    assertThat(keptOf(file)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF---\ntitle: A\ndate: 2026-01-01\n---\nText.\n",
        "---\r\ntitle: A\r\ndate: 2026-01-01\r\n---\r\nText.\r\n"
      })
  void textThatIsNotTheBytesIsKept(String text) throws IOException {
    byte[] file = text.getBytes(UTF_8);

    run(file);

    assertThat(keptOf(file)).contains(Given.file("0.md", file));
  }

  @Test
  void warningsAreKept() throws IOException {
    byte[] file = "---\ntitle: A\ndate: 2026-01-31\nid: none\nupdated: some day\n---\n\nText.\n"
        .getBytes(UTF_8);

    run(file);

    assertThat(keptOf(file))
        .hasValueSatisfying(kept -> assertThat(kept.problems())
            .hasSize(2)
            .noneMatch(Problem::isError)
            .isEqualTo(Given.file("0.md", file).problems()));
  }

  @Test
  void fileWithAFaultIsReadAgain() throws IOException {
    byte[] fault = "no front matter".getBytes(UTF_8);

    run(fault);

    assertThat(keptOf(fault)).isEmpty();
  }

  @Test
  void otherBytesAreReadAgain() throws IOException {
    run(ISSUE);

    assertThat(keptOf(issue("Other words."))).isEmpty();
    assertThat(keptOf(issue("Words, and [a link](https://b.example/)."))).isEmpty();
  }

  @Test
  void otherNameIsReadAgain() throws IOException {
    run(ISSUE);

    assertThat(keptOf(NAME, ISSUE, Given.RULES)).isEmpty();
  }

  @Test
  void otherRulesAreReadAgain() throws IOException {
    run(ISSUE);

    URI base = Given.RULES.issuesBase();
    int most = Given.RULES.mostBytes();
    assertThat(keptOf(
            "0.md",
            ISSUE,
            new ReadingRules(
                SourceRules.of(ZoneId.of("Asia/Tokyo")),
                base,
                most,
                Given.RULES.headings(),
                new TreeMap<>())))
        .isEmpty();
    assertThat(keptOf(
            "0.md",
            ISSUE,
            new ReadingRules(
                Given.RULES.source(),
                URI.create("https://other.example/"),
                most,
                Given.RULES.headings(),
                new TreeMap<>())))
        .isEmpty();
    assertThat(keptOf(
            "0.md",
            ISSUE,
            new ReadingRules(
                Given.RULES.source(), base, most - 1, Given.RULES.headings(), new TreeMap<>())))
        .isEmpty();
    assertThat(keptOf(
            "0.md",
            ISSUE,
            new ReadingRules(
                Given.RULES.source(), base, most, heading -> ItemRule.NONE, new TreeMap<>())))
        .isEmpty();
  }

  @Test
  void otherProgramReadsAgain() throws IOException {
    run(ISSUE);

    assertThat(open("another program").find("0.md", ISSUE, Given.RULES, Surroundings.NONE))
        .isEmpty();
  }

  static IntStream lengths() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void readingThatIsCutOffIsReadAgain(int length) throws IOException {
    run(ISSUE);
    Path reading = readings().get(0);
    Files.write(reading, Arrays.copyOf(Files.readAllBytes(reading), length));

    assertThat(keptOf(ISSUE)).isEmpty();
    run(ISSUE);
    assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
  }

  static IntStream places() {
    return IntStream.range(0, 120).map(i -> i * 7);
  }

  @ParameterizedTest
  @MethodSource("places")
  void damageIsNoticed(int place) throws IOException {
    run(ISSUE);
    Path reading = readings().get(0);
    byte[] all = Files.readAllBytes(reading);
    all[place % all.length] ^= 0x10;
    Files.write(reading, all);

    assertThat(keptOf(ISSUE)).isEmpty();
    run(ISSUE);
    assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
  }

  @Test
  void damagedReadingHarmsNoOther() throws IOException {
    byte[] second = issue("Second.");
    run(ISSUE, second);
    for (Path reading : readings()) {
      byte[] whole = Files.readAllBytes(reading);
      Files.write(reading, new byte[5000]);
      assertThat(Stream.of(keptOf(ISSUE), keptOf("1.md", second, Given.RULES)))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
      Files.write(reading, whole);
    }
  }

  @Test
  void replacedReadingIsDeletedAtOnce() throws IOException {
    IssueReader reader = new IssueReader(Given.RULES, Optional.of(open()));
    reader.read("other.md", ISSUE, Surroundings.NONE);
    for (int i = 0; i < 20; i++) {
      reader.read("0.md", issue("Version " + i), Surroundings.NONE);
      assertThat(readings()).hasSize(2);
    }

    assertThat(keptOf(issue("Version 19"))).isPresent();
    assertThat(keptOf("other.md", ISSUE, Given.RULES)).isPresent();
  }

  @Test
  void readingThatIsReplacedAfterARestartIsDeletedAtOnceToo() throws IOException {
    run(ISSUE);
    IssueReader reader = new IssueReader(Given.RULES, Optional.of(open()));
    reader.read("0.md", ISSUE, Surroundings.NONE);

    reader.read("0.md", issue("Later."), Surroundings.NONE);

    assertThat(readings()).hasSize(1);
  }

  @Test
  void unusedReadingsAreDeletedByTheNextRun() throws IOException {
    run(ISSUE, issue("Second."));

    run(ISSUE);

    assertThat(readings()).hasSize(1);
    assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
  }

  @Test
  void unfinishedFileIsDeletedAndThatOfOthersIsNot() throws IOException {
    run(ISSUE);
    Path readings = folder.resolve("data").resolve("readings");
    Files.writeString(readings.resolve("unfinished123.tmp"), "half");
    Path others = Files.writeString(readings.resolve("notes.txt"), "Bring milk.");

    run(ISSUE);

    assertThat(readings()).hasSize(2).contains(others);
  }

  @Test
  void readingThatIsKeptAfterTidyingStays() throws IOException {
    run(ISSUE);
    ReadingCache cache = open();
    IssueReader reader = new IssueReader(Given.RULES, Optional.of(cache));
    reader.read("0.md", ISSUE, Surroundings.NONE);
    cache.tidy();
    IssueReading later = reader.read(NAME, ISSUE, Surroundings.NONE);
    cache.tidy();

    assertThat(keptOf(NAME, ISSUE, Given.RULES)).contains(later);
    assertThat(readings()).hasSize(2);
  }

  @Test
  void manyThreadsKeepAllReadings() throws IOException {
    IssueReader reader = new IssueReader(Given.RULES, Optional.of(open()));

    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> reader.read(i + ".md", issue("Issue " + i), Surroundings.NONE));

    assertThat(readings()).hasSize(200);
    assertThat(faults).isEmpty();
  }

  @Test
  void folderThatIsGoneIsReportedOnceAndDoesNoHarm() throws IOException {
    IssueReader reader = new IssueReader(Given.RULES, Optional.of(open()));
    Files.delete(folder.resolve("data").resolve("readings"));

    assertThat(reader.read("0.md", ISSUE, Surroundings.NONE)).isEqualTo(Given.file("0.md", ISSUE));
    reader.read("1.md", ISSUE, Surroundings.NONE);

    assertThat(faults).hasSize(1);
  }

  @Test
  void onlyTheOwnerCanReadThem() throws IOException {
    run(ISSUE, issue("Second."));

    assertThat(readings())
        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
  }

  @Test
  void isReadAgainWhereItsTitleHeadingIsNamedNow() throws IOException {
    byte[] file = "---\ntitle: T\ndate: 2026-01-31\n---\n\n# News\n\n## A\n\n## B\n"
        .getBytes(StandardCharsets.UTF_8);
    run(file);

    assertThat(keptOf(file)).isPresent();
    assertThat(keptOf("0.md", file, named(Given.RULES.headings()))).isEmpty();
  }

  private static ReadingRules named(HeadingRules rules) {
    HeadingRules naming = new HeadingRules() {
      @Override
      public ItemRule itemsUnder(String heading) {
        return rules.itemsUnder(heading);
      }

      @Override
      public boolean names(String heading) {
        return heading.equals("News");
      }

      @Override
      public String toString() {
        return rules.toString();
      }
    };
    return new ReadingRules(
        Given.RULES.source(),
        Given.RULES.issuesBase(),
        Given.RULES.mostBytes(),
        naming,
        new TreeMap<>());
  }
}
