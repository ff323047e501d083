package org.offprint.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How a folder is looked at. Thread-safe: scans run beside the rest.
 *
 * @param <S> what is seen; two that are equal show no change between them
 */
public interface Lookout<S> {
  /** Looks at the whole folder. */
  S scan();

  /**
   * Says what the first events of a change name, while the folder has yet to be quiet: work that is likely to be wanted
   * may begin. Called by the thread that tells of changes.
   *
   * @param touched paths of files and folders that may be there or not
   */
  void foresee(Set<Path> touched);

  /**
   * Looks only at what file events name.
   *
   * @param last what was seen last
   * @param touched what may have changed since, and nothing else has: paths of files and folders that
   *     may be there or not
   * @return what a scan would see, {@code last} itself if nothing has changed; empty if only a scan can tell
   */
  Optional<S> rescan(S last, Set<Path> touched);

  /** The folders whose events bring a look forward. */
  Set<Path> directories(S seen);
}
