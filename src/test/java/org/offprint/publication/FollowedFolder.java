package org.offprint.publication;

import static org.offprint.publication.SampleIssues.masthead;
import static org.offprint.publication.SampleIssues.vocabulary;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceRules;
import org.offprint.testing.IssueFiles;

/** A folder of issues and the loader that follows its changes. */
final class FollowedFolder {
  static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private final Path root;
  private final PublicationLoader loader;
  private final IssueFiles files;
  private PublicationRules rules = SampleIssues.rules();
  private Instant now = NOW;

  FollowedFolder(Path root) {
    this.root = root;
    this.loader = new PublicationLoader(root);
    this.files = new IssueFiles(root);
  }

  /** Writes an issue of January 2026 with a title; the body has one item under "Tools". */
  FollowedFolder givenIssue(String name, int day, String title) {
    files.givenIssue(
        name,
        title,
        "2026-01-%02dT10:00:00Z".formatted(day),
        "Tools\n=====\n\nA tool of %s. [Read](https://example.org/%d)\n".formatted(title, day));
    return this;
  }

  FollowedFolder given(String name, String text) {
    files.given(name, text);
    return this;
  }

  FollowedFolder remove(String name) {
    files.remove(name);
    return this;
  }

  FollowedFolder under(SectionVocabulary.Rule... sections) {
    rules = new PublicationRules(
        rules.masthead(),
        vocabulary(sections),
        rules.files(),
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return this;
  }

  FollowedFolder at(URI base) {
    return under(masthead(base));
  }

  FollowedFolder under(Masthead masthead) {
    rules = new PublicationRules(
        masthead,
        rules.vocabulary(),
        rules.files(),
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return this;
  }

  FollowedFolder ignoring(String... globs) {
    FileRules none = FileRules.NONE;
    return under(
        new FileRules(none.chosen(), globs(globs), none.mostBytes(), none.source(), OwnFiles.NONE));
  }

  /** Chooses the only files that are issues. */
  FollowedFolder choosing(String... globs) {
    FileRules none = FileRules.NONE;
    SourceRules source = new SourceRules(
        none.source().dates(),
        true,
        new TreeMap<>(),
        Optional.empty(),
        none.source().templates());
    return under(
        new FileRules(globs(globs), none.ignored(), none.mostBytes(), source, OwnFiles.NONE));
  }

  FollowedFolder under(FileRules files) {
    rules = new PublicationRules(
        rules.masthead(),
        rules.vocabulary(),
        files,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return this;
  }

  static List<Glob> globs(String... texts) {
    return Stream.of(texts).map(text -> Glob.find(text).orElseThrow()).toList();
  }

  Publication load() {
    return load(Folder.scan(root, rules.files()), now);
  }

  /** Looks at the folder, and lets a second pass: what is missing is gone then. */
  FollowedFolder afterASecond() {
    load();
    return letASecondPass();
  }

  FollowedFolder letASecondPass() {
    now = now.plusSeconds(1);
    return this;
  }

  /** When what is missing is gone. */
  Optional<Instant> nextWithdrawal() {
    return loader.nextWithdrawal();
  }

  Publication load(Instant moment) {
    return load(Folder.scan(root, rules.files()), moment);
  }

  Publication load(Folder listing) {
    return load(listing, now);
  }

  private Publication load(Folder listing, Instant moment) {
    return loader.load(listing, rules, moment);
  }

  Path root() {
    return root;
  }

  static List<String> titles(Publication publication) {
    return publication.issues().stream()
        .map(published -> published.issue().title())
        .toList();
  }

  static List<String> problemFiles(Publication publication) {
    return publication.problems().stream().map(Problem::file).toList();
  }
}
