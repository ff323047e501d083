package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.TestPublications;

final class FolderPrintTest {
  private static final String ISSUE = "---\ntitle: One\ndate: 2025-12-01\n---\n\nText.\n";

  @TempDir
  private Path one = Path.of("");

  @TempDir
  private Path other = Path.of("");

  @BeforeEach
  void givenTwoAlike() {
    Stream.of(one, other)
        .forEach(folder -> new IssueFiles(folder)
            .given("offprint.yaml", "title: Letter\n")
            .given("1.md", ISSUE)
            .given("2025/2.md", ISSUE.replace("One", "Two"))
            .given("drafts/3.md", "No issue yet."));
  }

  private static Optional<FolderPrint> print(Path folder) {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Letter", "https://news.example.org/"),
        SectionVocabulary.EMPTY,
        new IgnoreRules(List.of("drafts/", "*.yaml")));
    return FolderPrint.of(folder, FolderListing.scan(folder), rules);
  }

  @Test
  void isTheSameWhereverTheFolderIs() throws IOException {
    Files.setLastModifiedTime(other.resolve("1.md"), FileTime.fromMillis(0));

    assertThat(print(one)).isPresent().isEqualTo(print(other));
  }

  static Stream<Consumer<IssueFiles>> edits() {
    return Stream.of(
        files -> files.given("1.md", ISSUE.replace("Text", "Test")),
        files -> files.given("1.md", ISSUE + "\n"),
        files -> files.given("2.md", ISSUE),
        files -> files.remove("1.md"),
        files -> files.remove("1.md").given("01.md", ISSUE),
        files -> files.given("1.md", ISSUE.replace("One", "Two")).given("2025/2.md", ISSUE),
        files -> files.given("README.md", ""),
        files -> files.given("offprint.yaml", "title: letter\n"),
        files -> files.remove("offprint.yaml"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void changesWithEveryFileThatCounts(Consumer<IssueFiles> edit) {
    edit.accept(new IssueFiles(one));

    assertThat(print(one)).isPresent().isNotEqualTo(print(other));
  }

  @Test
  void staysWhereOnlyOthersChange() {
    new IssueFiles(one).given("drafts/3.md", "Another.").given("picture.png", "Bytes.");

    assertThat(print(one)).isPresent().isEqualTo(print(other));
  }

  @Test
  void thereIsNoneOfAFolderThatCannotBeRead() throws IOException {
    Files.delete(one.resolve("1.md"));
    Files.createSymbolicLink(one.resolve("1.md"), Path.of("nowhere.md"));
    assertThat(print(one)).isEmpty();

    assertThat(print(one.resolve("missing"))).isEmpty();
  }

  @Test
  void thereIsNoneOfAFileThatIsGoneMeanwhile() {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Letter", "https://news.example.org/"),
        SectionVocabulary.EMPTY,
        IgnoreRules.NONE);
    FolderListing listing = FolderListing.scan(one);
    new IssueFiles(one).remove("1.md");

    assertThat(FolderPrint.of(one, listing, rules)).isEmpty();
  }
}
