package org.offprint.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The port by which a watcher sees a folder. Thread-safe: scans run beside the rest.
 *
 * @param <S> the state of a folder; two that are equal show no change between them
 */
public interface FolderView<S> {
  /** Scans the whole folder. */
  S scan();

  /**
   * Looks only at the paths that file events name.
   *
   * @param last the last state
   * @param touched the paths of files and folders that may have changed since, existing or not; nothing else has changed
   * @return the state that a scan would return, {@code last} itself if nothing has changed; empty if only a scan can tell
   */
  Optional<S> rescan(S last, Set<Path> touched);

  /** Returns the folders to watch for events. */
  Set<Path> directories(S seen);
}
