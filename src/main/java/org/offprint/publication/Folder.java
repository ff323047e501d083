package org.offprint.publication;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offprint.issue.Problem;

/**
 * The files of a folder of issues at one moment. Two are equal when nothing changed between them. Immutable.
 *
 * @param files issue files and the settings file, by path below the root, with {@code /} between names
 * @param directories all folders that were listed
 * @param problems the files and folders that could not be listed
 * @param isComplete true if the root itself could be listed
 * @param rules the choice of files by which it was listed
 */
public record Folder(
    NavigableMap<String, FileStamp> files,
    SortedSet<Path> directories,
    List<Problem> problems,
    boolean isComplete,
    FileRules rules) {
  /** The settings of the publication, in the folder's root. */
  public static final String SETTINGS_FILE = "offprint.yaml";

  public Folder {
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    problems = problems.stream().sorted().toList();
  }

  /** Lists a folder and what is below it. Reads no file. */
  public static Folder scan(Path root) {
    return scan(root, FileRules.NONE);
  }

  /**
   * Lists the files of a folder that may be chosen, and looks into no other folders. Symbolic links are followed unless they lead
   * out.
   */
  public static Folder scan(Path root, FileRules rules) {
    return new FolderScan(root, rules).list();
  }

  /**
   * The folder as it stands after only some files were touched.
   *
   * @param touched paths below the root that may be there or not
   * @return this very object if nothing has changed; empty if only a scan can tell, as where folders,
   *     links or problems are concerned
   */
  public Optional<Folder> rescan(Path root, Set<Path> touched) {
    return problems.stream().noneMatch(Problem::isError) && isComplete
        ? new FolderScan(root, rules).again(this, touched)
        : Optional.empty();
  }

  /** Returns the other files in the folder of a file. */
  Stream<String> beside(String file) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    return files.tailMap(folder).keySet().stream()
        .takeWhile(other -> other.startsWith(folder))
        .filter(other -> !other.equals(file) && other.indexOf('/', folder.length()) < 0);
  }

  /** Returns true if there is any issue. */
  public boolean hasIssues() {
    return files.keySet().stream().anyMatch(file -> !rules.isOfSettings(file));
  }

  /** Returns the state of the settings file; empty if there is none. */
  public Optional<FileStamp> settings() {
    return stamp(SETTINGS_FILE);
  }

  Optional<FileStamp> stamp(String file) {
    return Optional.ofNullable(files.get(file));
  }

  /**
   * File attributes that tell one state of a path from another without reading it.
   *
   * @param size in bytes
   * @param modified as exact as the file system says
   * @param changed the ctime, where the file system has one, else as {@code modified}: it moves with the mode too, and nobody can
   *     set it back
   * @param identity the inode, where the file system has one: it changes when a file is replaced or a
   *     symbolic link is switched
   */
  public record FileStamp(
      boolean isDirectory,
      boolean isRegularFile,
      long size,
      FileTime modified,
      FileTime changed,
      String identity) {
    private static final String UNIX = "unix";
    private static final String BASIC = ":isDirectory,isRegularFile,size,lastModifiedTime,fileKey";
    private static final String CTIME = "ctime";

    /**
     * Reads the attributes of a path that an event has named, and follows no link. Where there is no ctime, a write may have changed
     * nothing of them; then they differ from the last ones all the same, so that the file is read.
     */
    static FileStamp ofTouched(Path path, Optional<FileStamp> last) throws IOException {
      FileStamp found = of(path, LinkOption.NOFOLLOW_LINKS);
      return hasCtime(path)
          ? found
          : last.filter(known -> found.with(known.changed).equals(known))
              .map(known -> found.with(FileTime.from(known.changed.toInstant().plusNanos(1))))
              .orElse(found);
    }

    private FileStamp with(FileTime other) {
      return new FileStamp(isDirectory, isRegularFile, size, modified, other, identity);
    }

    private static boolean hasCtime(Path path) {
      return path.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    }

    /** Reads the attributes of a path by one call to the file system. */
    static FileStamp of(Path path, LinkOption... options) throws IOException {
      Map<String, Object> attributes = Files.readAttributes(
          path, hasCtime(path) ? UNIX + BASIC + "," + CTIME : "basic" + BASIC, options);
      FileTime modified = (FileTime) requireNonNull(attributes.get("lastModifiedTime"));
      return new FileStamp(
          (Boolean) requireNonNull(attributes.get("isDirectory")),
          (Boolean) requireNonNull(attributes.get("isRegularFile")),
          (Long) requireNonNull(attributes.get("size")),
          modified,
          (FileTime) attributes.getOrDefault(CTIME, modified),
          Objects.toString(attributes.get("fileKey"), ""));
    }
  }
}
