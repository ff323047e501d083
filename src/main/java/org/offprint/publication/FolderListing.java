package org.offprint.publication;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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

  private final SortedMap<String, FileStamp> files;
  private final SortedSet<Path> directories;
  private final List<Problem> problems;
  private final boolean isComplete;

  FolderListing(
      Map<String, FileStamp> files,
      Set<Path> directories,
      List<Problem> problems,
      boolean isComplete) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    this.directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    this.problems = problems.stream().sorted().toList();
    this.isComplete = isComplete;
  }

  /** Lists a folder and what is below it, symbolic links followed. Reads no file. */
  public static FolderListing scan(Path root) {
    return new FolderScan(root).list();
  }

  /** Issue files and the settings file, by path below the root, with {@code /} between names. */
  SortedMap<String, FileStamp> files() {
    return files;
  }

  /** The files that are issues by their names, in order. */
  List<String> issueFiles() {
    return files.keySet().stream().filter(file -> !file.equals(SETTINGS_FILE)).toList();
  }

  /** Whether there is any issue. */
  boolean hasIssues() {
    return !issueFiles().isEmpty();
  }

  /** All folders that were listed. */
  public SortedSet<Path> directories() {
    return directories;
  }

  /** What could not be listed. */
  List<Problem> problems() {
    return problems;
  }

  /** Whether the root itself could be listed. */
  boolean isComplete() {
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
