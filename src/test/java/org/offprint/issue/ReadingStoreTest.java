package org.offprint.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a file is what reading it gives, or it is read. */
final class ReadingStoreTest {
  private static final String PROGRAM = "this program";
  private static final String NAME = "2026-01-31-weekly.md";
  private static final byte[] ISSUE = issue("Words, and [a link](https://a.example/).");

  private final List<IOException> faults = new ArrayList<>();
  private final Path folder;

  ReadingStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] issue(String body) {
    return ("---\ntitle: The Weekly \\#12\ndate: 2026-01-31\n---\n\n# Tools\n\n" + body)
        .getBytes(UTF_8);
  }

  private ReadingStore open() {
    return open(PROGRAM);
  }

  private ReadingStore open(String program) {
    try {
      return ReadingStore.open(folder.resolve("data"), program, faults::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path records() {
    return folder.resolve("data").resolve("offprint.readings");
  }

  /** Reads files as one run of the program does. */
  private void run(byte[]... files) throws IOException {
    try (ReadingStore store = open()) {
      for (int i = 0; i < files.length; i++) {
        new IssueReader(Given.RULES, Optional.of(store)).read(i + ".md", files[i]);
      }
      store.tidy();
    }
  }

  private Optional<IssueReading> keptOf(String name, byte[] bytes, ReadingRules rules)
      throws IOException {
    try (ReadingStore store = open()) {
      return store.find(name, bytes, rules);
    }
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
    assertThat(keptOf("0.md", ISSUE, new ReadingRules(ZoneId.of("Asia/Tokyo"), base, most)))
        .isEmpty();
    assertThat(keptOf(
            "0.md",
            ISSUE,
            new ReadingRules(Given.RULES.zone(), URI.create("https://other.example/"), most)))
        .isEmpty();
    assertThat(keptOf("0.md", ISSUE, new ReadingRules(Given.RULES.zone(), base, most - 1)))
        .isEmpty();
  }

  @Test
  void otherProgramReadsAgain() throws IOException {
    run(ISSUE);

    try (ReadingStore store = open("another program")) {
      assertThat(store.find("0.md", ISSUE, Given.RULES)).isEmpty();
    }
    assertThat(keptOf(ISSUE)).isEmpty();
  }

  @Test
  void crashWhileWritingHarmsTheLastAlone() throws IOException {
    byte[] second = issue("Second.");
    run(ISSUE, second);
    byte[] all = Files.readAllBytes(records());

    for (int end = all.length - 1; end >= all.length - 40; end--) {
      Files.write(records(), Arrays.copyOf(all, end));
      assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
      assertThat(keptOf("1.md", second, Given.RULES)).isEmpty();
    }
    run(ISSUE, second);
    assertThat(keptOf("1.md", second, Given.RULES)).contains(Given.file("1.md", second));
  }

  static IntStream places() {
    return IntStream.range(0, 120).map(i -> i * 7);
  }

  @ParameterizedTest
  @MethodSource("places")
  void harmOnTheDiskIsNoticed(int place) throws IOException {
    run(ISSUE);
    byte[] all = Files.readAllBytes(records());
    all[place % all.length] ^= 0x10;
    Files.write(records(), all);

    assertThat(keptOf(ISSUE)).isEmpty();
    run(ISSUE);
    assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 5000})
  void otherFileOfThatNameIsWrittenOver(int length) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.write(records(), new byte[length]);

    run(ISSUE);

    assertThat(keptOf(ISSUE)).isPresent();
  }

  @Test
  void whatNothingAsksForIsDropped() throws IOException {
    run(ISSUE, issue("a".repeat(10_000)));
    long before = Files.size(records());

    run(ISSUE);

    assertThat(Files.size(records())).isLessThan(before / 2);
    assertThat(keptOf(ISSUE)).contains(Given.file("0.md", ISSUE));
    assertThat(Files.exists(records().resolveSibling("offprint.readings.new"))).isFalse();
  }

  @Test
  void littleThatNothingAsksForStays() throws IOException {
    byte[] large = issue("a".repeat(10_000));
    run(large, ISSUE);
    byte[] before = Files.readAllBytes(records());

    run(large);

    assertThat(Files.readAllBytes(records())).isEqualTo(before);
  }

  @Test
  void whatIsKeptAfterTidyingIsFoundToo() throws IOException {
    run(ISSUE, issue("a".repeat(10_000)));
    try (ReadingStore store = open()) {
      IssueReader reader = new IssueReader(Given.RULES, Optional.of(store));
      IssueReading first = reader.read("0.md", ISSUE);
      store.tidy();
      IssueReading later = reader.read(NAME, ISSUE);

      assertThat(store.find("0.md", ISSUE, Given.RULES)).contains(first);
      assertThat(store.find(NAME, ISSUE, Given.RULES)).contains(later);
    }
    assertThat(keptOf(NAME, ISSUE, Given.RULES)).contains(Given.file(NAME, ISSUE));
  }

  @Test
  void isOfOneProcessAtATime() throws IOException {
    try (ReadingStore store = open()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> ReadingStore.open(folder.resolve("data"), PROGRAM, faults::add))
          .withMessageContaining("another process");
      assertThat(store.find("0.md", ISSUE, Given.RULES)).isEmpty();
    }
    assertThat(keptOf(ISSUE)).isEmpty();
  }

  @Test
  void closedOneIsOfNoUseButDoesNoHarm() throws IOException {
    ReadingStore store = open();
    store.close();

    assertThat(new IssueReader(Given.RULES, Optional.of(store)).read("0.md", ISSUE))
        .isEqualTo(Given.file("0.md", ISSUE));
    new IssueReader(Given.RULES, Optional.of(store)).read("1.md", ISSUE);
    assertThat(faults).as("told once").hasSize(1);
    assertThat(keptOf(ISSUE)).isEmpty();
  }

  @Test
  void isNobodyElsesBusiness() throws IOException {
    run(ISSUE, issue("a".repeat(10_000)));
    run(ISSUE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(records())))
        .isEqualTo("rw-------");
  }
}
