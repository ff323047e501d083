package org.offprint.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.offprint.publication.FolderListing;
import org.offprint.watch.Lookout;

/** Looks at a folder of issues. */
record FolderLookout(Path folder) implements Lookout<FolderListing> {
  @Override
  public FolderListing scan() {
    return FolderListing.scan(folder);
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
