package org.offprint.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.offprint.publication.FolderListing;
import org.offprint.watch.Lookout;

/**
 * Looks at a folder of issues.
 *
 * @param passes is told of each look at all of it
 * @param foresight is told which files are likely to be read soon
 */
record FolderLookout(Path folder, Passes passes, Consumer<Set<Path>> foresight)
    implements Lookout<FolderListing> {
  @Override
  public FolderListing scan() {
    long begun = System.nanoTime();
    FolderListing listing = FolderListing.scan(folder);
    passes.looked(listing.isComplete(), Duration.ofNanos(System.nanoTime() - begun));
    return listing;
  }

  @Override
  public void foresee(Set<Path> touched) {
    foresight.accept(touched);
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
