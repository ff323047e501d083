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
import org.offprint.settings.SettingsException;

/**
 * The folder that exports are written to. A manifest in it lists what they wrote; nothing else is ever
 * overwritten or removed, so that a publisher may keep files of his own beside.
 */
public final class ExportFolder {
  private final Path root;
  private final ExportManifest earlier;

  private ExportFolder(Path root, ExportManifest earlier) {
    this.root = root;
    this.earlier = earlier;
  }

  /**
   * Looks at a folder; nothing is written yet.
   *
   * @param issues the folder of issues, which must be neither inside nor around it
   * @throws SettingsException if it is no folder to export to
   */
  public static ExportFolder open(Path folder, Path issues) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new SettingsException("cannot export to %s: it is a file".formatted(folder));
    }
    try {
      if (!new FolderPair(issues, folder).isApart()) {
        throw new SettingsException(
            "cannot export %s to %s: one is inside the other, or they are the same"
                .formatted(issues, folder));
      }
      if (Files.isRegularFile(folder.resolve(ExportManifest.NAME), LinkOption.NOFOLLOW_LINKS)) {
        return new ExportFolder(folder, ExportManifest.read(folder));
      }
      if (hasFiles(folder)) {
        throw new SettingsException(
            "the folder %s has files, and none of them from an export; name one that is new or empty"
                .formatted(folder));
      }
      return new ExportFolder(folder, ExportManifest.EMPTY);
    } catch (IOException e) {
      throw fault("read", folder, e);
    }
  }

  /** Hidden ones do not count: a checkout has some. Nor does a page for what is not there, which stays. */
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

  /** Whether an earlier export wrote something here. */
  public boolean isExport() {
    return !earlier.names().isEmpty();
  }

  /**
   * Claims names before anything is written, so that an export that is interrupted can be taken up by the next.
   *
   * @throws SettingsException if something stands there that no export wrote
   */
  void begin(SortedSet<String> names) {
    names.forEach(this::requireOurs);
    earlier.names().forEach(this::requireFolders);
    SortedSet<String> all = new TreeSet<>(earlier.names());
    all.addAll(names);
    removeUnfinished(all);
    write(ExportManifest.NAME, new ExportManifest(all).bytes());
  }

  /** What an export left that was killed while it wrote; all folders it wrote to are those of its manifest. */
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

  /** Whether something stands there that no export wrote. */
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

  /** A link to elsewhere would have us write, or remove, what is not in this folder. */
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

  private static SettingsException inTheWay(Path file) {
    return new SettingsException(
        "%s is in the way: no export wrote it; move it elsewhere".formatted(file));
  }

  /** Writes a file as a whole, or leaves it alone if it is so already; tells whether it was written. */
  boolean write(String name, ByteBuffer bytes) {
    Path file = root.resolve(name);
    try {
      return WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw fault("write", file, e);
    }
  }

  /** Removes what earlier exports wrote and this one did not; tells how many files that were. */
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

  private static SettingsException fault(String action, Path file, IOException reason) {
    return new SettingsException(
        "cannot %s %s: %s".formatted(action, file, IssueReader.reason(reason)));
  }
}
