package org.offprint.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.FileType;
import org.offprint.issue.LinkedFile;

/**
 * Finds the files that issues refer to, in the folder of issues and in those for paths from the root of the site. Gives no file whose
 * real path lies outside of them or is hidden, and nothing but regular files of the kinds that are served. Thread-safe.
 */
record MediaFolders(MediaRules rules) {
  /** The usual folders for what a site serves from its root. */
  private static final List<String> USUAL = List.of("static", "public", "assets");

  /** A file that is replaced while it is opened is soon whole again. */
  private static final int MOST_TRIES = 3;

  /** A file with its real path. */
  record Place(Path real, Folder.FileStamp stamp) {}

  /** Returns the place of a file; empty if there is none that may be served, whatever its size. */
  Optional<Place> find(String issueFile, LinkedFile file) {
    return rules.root().filter(root -> !file.isOutside()).flatMap(root -> {
      try {
        Path folder = root.toRealPath();
        return candidates(folder, issueFile, file)
            .flatMap(candidate -> regular(candidate).stream())
            .filter(place -> FileType.of(place.real().toString()).isPresent())
            .filter(place -> isWithin(place.real(), folder))
            .findFirst();
      } catch (IOException | InvalidPathException e) {
        return Optional.empty();
      }
    });
  }

  /** Opens a file, which may be replaced at any moment; empty if there is none that may be served. */
  Optional<OpenFile> open(String issueFile, LinkedFile file) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Place> place = find(issueFile, file).filter(this::isSmall);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      try {
        OpenFile opened = OpenFile.of(place.get());
        // What was checked is what is open.
        if (place.equals(find(issueFile, file))) {
          return Optional.of(opened);
        }
        opened.close();
      } catch (IOException e) {
        // It was removed or replaced just now, or cannot be read.
      }
    }
    return Optional.empty();
  }

  /** Returns true if a place holds what it did; a link to it may lead elsewhere by now. */
  boolean isStill(Place place) {
    return regular(place.real()).filter(place::equals).isPresent();
  }

  boolean isSmall(Place place) {
    return place.stamp().size() <= rules.mostBytes();
  }

  private static Optional<Place> regular(Path candidate) {
    try {
      Folder.FileStamp stamp = Folder.FileStamp.of(candidate);
      return stamp.isRegularFile()
          ? Optional.of(new Place(candidate.toRealPath(), stamp))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The places in which a file may lie, the most exact first. */
  private Stream<Path> candidates(Path folder, String issueFile, LinkedFile file) {
    if (!file.source().startsWith("/")) {
      return Stream.of(folder.resolve(file.source()));
    }
    String path = file.source().substring(1);
    List<Path> places = new ArrayList<>();
    for (Map.Entry<String, String> entry : rules.folders().entrySet()) {
      if (file.source().startsWith(entry.getKey())) {
        String below = file.source().substring(entry.getKey().length());
        places.add(folder.resolve(entry.getValue()).resolve(below));
      }
    }
    Path beside = folder.resolve(issueFile).getParent();
    while (beside != null && beside.startsWith(folder)) {
      for (String name : USUAL) {
        places.add(beside.resolve(name).resolve(path));
      }
      places.add(beside.resolve(path));
      beside = beside.getParent();
    }
    usualBeside(folder).forEach(usual -> {
      places.add(usual.resolve(path));
      places.add(usual.resolveSibling(path));
    });
    return places.stream();
  }

  private static Stream<Path> usualBeside(Path folder) {
    return Stream.ofNullable(folder.getParent())
        .flatMap(parent -> USUAL.stream().map(parent::resolve));
  }

  private boolean isWithin(Path real, Path folder) {
    return Stream.of(
            Stream.of(folder),
            rules.folders().values().stream().map(folder::resolve).flatMap(MediaFolders::real),
            usualBeside(folder))
        .flatMap(limits -> limits)
        .anyMatch(limit -> real.startsWith(limit) && !isHidden(limit.relativize(real)));
  }

  private static Stream<Path> real(Path folder) {
    try {
      return Files.exists(folder) ? Stream.of(folder.toRealPath()) : Stream.empty();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean isHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
