package org.offprint.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The list of the files that exports wrote into a folder.
 *
 * @param names relative to the folder, with {@code /}
 */
record ExportManifest(SortedSet<String> names) {
  static final String NAME = ".offprint-export";
  static final ExportManifest EMPTY = new ExportManifest(new TreeSet<>());

  ExportManifest {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /**
   * Reads the list of a folder.
   *
   * @throws ExportFolder.RefusedException if somebody has added a path out of the folder
   */
  static ExportManifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!isInside(lines.get(i))) {
        throw new ExportFolder.RefusedException(
            "%s:%d: \"%s\" is no file of an export; export to a new folder instead"
                .formatted(file, i + 1, lines.get(i)));
      }
    }
    return new ExportManifest(new TreeSet<>(lines));
  }

  private static boolean isInside(String name) {
    if (name.isBlank() || name.indexOf('\0') >= 0) {
      return false;
    }
    Path path = Path.of(name);
    return !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith("..");
  }

  ByteBuffer bytes() {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(name).append('\n'));
    return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
