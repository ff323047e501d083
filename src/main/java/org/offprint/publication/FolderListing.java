package org.offprint.publication;

import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.offprint.issue.Problem;

/**
 * The files of a folder of issues as they stood at one moment. Two listings are equal when nothing
 * changed between them. Immutable.
 */
public final class FolderListing {
  /** The settings of the publication, in the folder's root. */
  public static final String SETTINGS_FILE = "offprint.yaml";

  private final TreeMap<String, FileStamp> files;
  private final SortedSet<Path> directories;
  private final List<Problem> problems;
  private final boolean isComplete;
  private final Object mark = new Object();
  private final Optional<Step> step;

  /** The difference from an earlier listing, without a reference that keeps that listing alive. */
  private record Step(Object earlier, Set<String> files) {}

  FolderListing(
      Map<String, FileStamp> files,
      Set<Path> directories,
      List<Problem> problems,
      boolean isComplete) {
    this.files = new TreeMap<>(files);
    this.directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    this.problems = problems.stream().sorted().toList();
    this.isComplete = isComplete;
    this.step = Optional.empty();
  }

  private FolderListing(
      FolderListing earlier, NavigableMap<String, FileStamp> now, Set<String> changed) {
    this.files = new TreeMap<>(now);
    this.directories = earlier.directories;
    this.problems = earlier.problems;
    this.isComplete = earlier.isComplete;
    this.step = Optional.of(new Step(earlier.mark, Set.copyOf(changed)));
  }

  /** Lists a folder and what is below it, symbolic links followed. Reads no file. */
  public static FolderListing scan(Path root) {
    return new FolderScan(root).list();
  }

  /**
   * The folder as it stands after only some files were touched.
   *
   * @param touched paths below the root that may be there or not
   * @return this very listing if nothing has changed; empty if only a scan can tell, as where folders,
   *     links or problems are concerned
   */
  public Optional<FolderListing> rescan(Path root, Set<Path> touched) {
    return problems.isEmpty() && isComplete
        ? new FolderScan(root).again(this, touched)
        : Optional.empty();
  }

  /**
   * Returns a copy with some files changed.
   *
   * @param now all files as they stand now
   * @param changed those that are not as they were: other ones, new ones, or gone
   */
  FolderListing with(NavigableMap<String, FileStamp> now, Set<String> changed) {
    return new FolderListing(this, now, changed);
  }

  /**
   * The files that are not as they were in an earlier listing: other ones, new ones, or gone.
   *
   * @return empty if only a comparison of the two can tell
   */
  @SuppressWarnings("ReferenceEquality") // A mark is equal to itself alone.
  Optional<Set<String>> changedSince(FolderListing earlier) {
    return step.filter(last -> last.earlier() == earlier.mark).map(Step::files);
  }

  /** A path below the root as a listing names it, with {@code /} between names; {@code .} for the root itself. */
  static String name(Path root, Path path) {
    String name = root.relativize(path).toString().replace(File.separatorChar, '/');
    return name.isEmpty() ? "." : name;
  }

  /** Issue files and the settings file, by path below the root, with {@code /} between names. */
  NavigableMap<String, FileStamp> files() {
    return Collections.unmodifiableNavigableMap(files);
  }

  /** Returns true if there is any issue. */
  public boolean hasIssues() {
    return files.size() > (settings().isPresent() ? 1 : 0);
  }

  /** Returns the state of the settings file; empty if there is none. */
  public Optional<FileStamp> settings() {
    return Optional.ofNullable(files.get(SETTINGS_FILE));
  }

  /** All folders that were listed. */
  public SortedSet<Path> directories() {
    return directories;
  }

  /** Returns the files and folders that could not be listed. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns true if the root itself could be listed. */
  public boolean isComplete() {
    return isComplete;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FolderListing listing
        && files.equals(listing.files)
        && directories.equals(listing.directories)
        && problems.equals(listing.problems)
        && isComplete == listing.isComplete;
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }
}
