package org.offprint.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.offprint.publication.FolderListing;
import org.offprint.watch.FolderView;

/**
 * The folder of issues, as its watcher sees it.
 *
 * @param health records each scan
 */
record IssueFolderView(Path folder, RefreshHealth health) implements FolderView<FolderListing> {
  @Override
  public FolderListing scan() {
    long begun = System.nanoTime();
    FolderListing listing = FolderListing.scan(folder);
    health.looked(listing.isComplete(), Duration.ofNanos(System.nanoTime() - begun));
    return listing;
  }

  @Override
  public Optional<FolderListing> rescan(FolderListing last, Set<Path> touched) {
    return last.rescan(folder, touched);
  }

  @Override
  public Set<Path> directories(FolderListing seen) {
    return seen.directories();
  }
}
