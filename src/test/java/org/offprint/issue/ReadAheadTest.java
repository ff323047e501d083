package org.offprint.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.testing.IssueFiles;

/** What is read ahead counts only as long as it is what the file says. */
final class ReadAheadTest {
  private static final String FILE = "1.md";
  private static final String TEXT = "---\ntitle: One\ndate: 2026-01-04\n---\n\nText\n";

  @TempDir
  private Path folder = Path.of("");

  private IssueFiles files = new IssueFiles(folder);

  @BeforeEach
  void givenAnIssue() {
    files = new IssueFiles(folder).given(FILE, TEXT);
  }

  private static ReadingRules rules(ZoneId zone) {
    return new ReadingRules(
        zone, URI.create("https://news.example.org/issues/"), ReadingRules.DEFAULT_MOST_BYTES);
  }

  private ReadAhead readAhead(String... names) {
    return new IssueReader(rules(ZoneOffset.UTC)).readAhead(folder, List.of(names));
  }

  private Optional<IssueReading> found(ReadAhead ahead, String text) {
    return ahead.find(FILE, text.getBytes(StandardCharsets.UTF_8), rules(ZoneOffset.UTC));
  }

  @Test
  void givesTheVeryReadingThatWasMadeAhead() {
    ReadAhead ahead = readAhead(FILE);
    IssueReading reading = found(ahead, TEXT).orElseThrow();

    assertThat(new IssueReader(rules(ZoneOffset.UTC), Optional.empty(), ahead).read(folder, FILE))
        .isSameAs(reading);
    assertThat(reading.issue()).map(Issue::title).contains("One");
  }

  @Test
  void fileThatIsAnotherByNowIsReadAgain() {
    ReadAhead ahead = readAhead(FILE);

    files.given(FILE, TEXT.replace("One", "Two"));

    IssueReading reading =
        new IssueReader(rules(ZoneOffset.UTC), Optional.empty(), ahead).read(folder, FILE);
    assertThat(reading.issue()).map(Issue::title).contains("Two");
  }

  @Test
  void fileThatIsStillTheSameIsNotReadAheadAgain() {
    ReadAhead first = readAhead(FILE);

    ReadAhead second = new IssueReader(rules(ZoneOffset.UTC), Optional.empty(), first)
        .readAhead(folder, List.of(FILE));

    assertThat(found(second, TEXT).orElseThrow()).isSameAs(found(first, TEXT).orElseThrow());
  }

  @Test
  void otherRulesReadAgain() {
    assertThat(readAhead(FILE)
            .find(FILE, TEXT.getBytes(StandardCharsets.UTF_8), rules(ZoneId.of("Europe/Berlin"))))
        .isEmpty();
  }

  @Test
  void fileThatIsGoneOrTooLargeIsLeftOut() {
    files.given("large.md", "x".repeat(ReadingRules.DEFAULT_MOST_BYTES + 1));

    ReadAhead ahead = readAhead("gone.md", "large.md", FILE);

    assertThat(ahead.find("large.md", new byte[0], rules(ZoneOffset.UTC))).isEmpty();
    assertThat(found(ahead, TEXT)).isPresent();
  }
}
