package org.offprint.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.watch.FolderView;

/**
 * The folder of issues, as its watcher sees it.
 *
 * @param health counts each scan
 * @param rules the choice of files that is in force
 */
record IssueFolderView(Path folder, RefreshHealth health, Supplier<FileRules> rules)
    implements FolderView<Folder> {
  @Override
  public Folder scan() {
    return counted(() -> {
      long begun = System.nanoTime();
      Folder listing = Folder.scan(folder, rules.get());
      health.scanned(listing.isComplete(), Duration.ofNanos(System.nanoTime() - begun));
      return listing;
    });
  }

  @Override
  public Optional<Folder> rescan(Folder last, Set<Path> touched) {
    return counted(
        () -> last.rules().equals(rules.get()) ? last.rescan(folder, touched) : Optional.empty());
  }

  @Override
  public Set<Path> directories(Folder seen) {
    return seen.directories();
  }

  private <T> T counted(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      health.scanFailed();
      throw e;
    }
  }
}
