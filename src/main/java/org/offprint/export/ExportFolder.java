package org.offprint.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offprint.issue.IssueReader;
import org.offprint.site.SiteFile;

/**
 * The folder of an export. Its manifest lists the files that exports wrote; no other file is ever overwritten or
 * removed, so that publishers can add files.
 */
public final class ExportFolder {
  private final Path root;
  private final ExportManifest earlier;

  /** The folder cannot be used; its message is one line for the operator. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  private ExportFolder(Path root, ExportManifest earlier) {
    this.root = root;
    this.earlier = earlier;
  }

  /**
   * Checks a folder; writes nothing.
   *
   * @param issues the folder of issues, which must be neither inside nor around it
   * @throws RefusedException if it is no folder to export to
   */
  public static ExportFolder open(Path folder, Path issues) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new RefusedException("cannot export to %s: it is a file".formatted(folder));
    }
    try {
      if (!areApart(issues.toRealPath(), real(folder))) {
        throw new RefusedException(
            "cannot export %s to %s: one is inside the other, or they are the same"
                .formatted(issues, folder));
      }
      if (Files.isRegularFile(folder.resolve(ExportManifest.NAME), LinkOption.NOFOLLOW_LINKS)) {
        return new ExportFolder(folder, ExportManifest.read(folder));
      }
      if (hasFiles(folder)) {
        throw new RefusedException(
            "the folder %s has files, and none of them from an export; name one that is new or empty"
                .formatted(folder));
      }
      return new ExportFolder(folder, ExportManifest.EMPTY);
    } catch (IOException e) {
      throw fault("read", folder, e);
    }
  }

  private static boolean areApart(Path issues, Path out) {
    return !out.startsWith(issues) && !issues.startsWith(out);
  }

  /** Follows the symbolic links to a folder that need not exist. */
  private static Path real(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    Path existing = whole;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(whole)).normalize();
  }

  /** Tells of files other than hidden ones, which a checkout has, and the page for other addresses, which stays. */
  private static boolean hasFiles(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> !name.startsWith(".") && !name.equals(Export.MISSING));
    }
  }

  /** Tells of an earlier export. */
  public boolean isExport() {
    return !earlier.names().isEmpty();
  }

  /**
   * Writes the manifest before any other file, so that the next export can complete an interrupted one.
   *
   * @throws RefusedException if something stands there that no export wrote
   */
  void begin(SortedSet<String> names) {
    names.forEach(this::requireOurs);
    earlier.names().forEach(this::requireFolders);
    SortedSet<String> all = new TreeSet<>(earlier.names());
    all.addAll(names);
    removeUnfinished(all);
    write(ExportManifest.NAME, new ExportManifest(all).bytes());
  }

  /** Removes the unfinished files of an export that was killed; they are in the folders of its manifest. */
  private void removeUnfinished(SortedSet<String> names) {
    names.stream()
        .map(name -> root.resolve(name).resolveSibling(WholeFile.UNFINISHED))
        .distinct()
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .forEach(file -> {
          try {
            Files.delete(file);
          } catch (IOException e) {
            throw fault("remove", file, e);
          }
        });
  }

  /** Tells of a file that no export wrote. */
  boolean hasOfOthers(String name) {
    Path file = root.resolve(name);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && (!earlier.names().contains(name) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS));
  }

  private void requireOurs(String name) {
    boolean isForeign = hasOfOthers(name);
    requireFolders(name);
    if (isForeign) {
      throw inTheWay(root.resolve(name));
    }
  }

  /** Refuses links: their targets are outside of this folder. */
  private void requireFolders(String name) {
    Path place = root;
    Path parents = Path.of(name).getParent();
    if (parents == null) {
      return;
    }
    for (Path part : parents) {
      place = place.resolve(part);
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        throw inTheWay(place);
      }
    }
  }

  private static RefusedException inTheWay(Path file) {
    return new RefusedException(
        "%s is in the way: no export wrote it; move it elsewhere".formatted(file));
  }

  /** Writes a file in one step; returns false if it has these bytes already. */
  boolean write(String name, ByteBuffer bytes) {
    Path file = root.resolve(name);
    try {
      return WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw fault("write", file, e);
    }
  }

  /** Copies a file in one step; returns false if it is there already. */
  boolean copy(String name, SiteFile original) {
    Path file = root.resolve(name);
    try {
      return WholeFile.copy(file, original);
    } catch (IOException e) {
      throw fault("write", file, e);
    }
  }

  /** Removes the files of earlier exports that this one does not have; returns their number. */
  int finish(SortedSet<String> names) {
    int removed = 0;
    for (String name : earlier.names()) {
      removed += !names.contains(name) && remove(name) ? 1 : 0;
    }
    write(ExportManifest.NAME, new ExportManifest(names).bytes());
    return removed;
  }

  private boolean remove(String name) {
    requireFolders(name);
    Path file = root.resolve(name);
    try {
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || !Files.deleteIfExists(file)) {
        return false;
      }
      removeEmpty(Path.of(name).getParent());
      return true;
    } catch (IOException e) {
      throw fault("remove", file, e);
    }
  }

  private void removeEmpty(@Nullable Path folder) throws IOException {
    Path place = folder;
    while (place != null && isEmpty(root.resolve(place))) {
      Files.delete(root.resolve(place));
      place = place.getParent();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static RefusedException fault(String action, Path file, IOException reason) {
    return new RefusedException(
        "cannot %s %s: %s".formatted(action, file, IssueReader.reason(reason)));
  }
}
