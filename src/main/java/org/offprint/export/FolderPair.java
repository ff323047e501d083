package org.offprint.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of issues and the one that an export goes to.
 *
 * @param issues exists
 * @param out need not exist
 */
record FolderPair(Path issues, Path out) {
  /** Whether neither is inside the other, symbolic links followed. */
  boolean isApart() throws IOException {
    Path source = issues.toRealPath();
    Path target = real(out);
    return !target.startsWith(source) && !source.startsWith(target);
  }

  /** Where a folder is that need not exist yet. */
  private static Path real(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    Path there = whole;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(whole)).normalize();
  }
}
