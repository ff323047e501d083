package org.offprint.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.DidYouMean;
import org.offprint.issue.FileType;
import org.offprint.issue.LinkedFile;
import org.offprint.issue.Slug;

/**
 * Finds the files that issues refer to, in the folder of issues and in those for paths from the root of the site. Gives no file whose
 * real path lies outside of them or is hidden, and nothing but regular files of the kinds that are served. Thread-safe.
 */
record MediaFolders(MediaRules rules) {
  /** The usual folders for what a site serves from its root. */
  private static final List<String> USUAL = List.of("static", "public", "assets");

  private static final int MOST_LISTED = 3;
  /** Beyond that a look for a similar name takes too long. */
  private static final int MOST_NAMES = 2_000;

  private static final int LEAST_FOR_ONE_LETTER = 4;
  /** A file that is replaced while it is opened is soon whole again. */
  private static final int MOST_TRIES = 3;

  /** A file with its real path. */
  record Place(Path real, Folder.FileStamp stamp) {}

  /** Returns the place of a file; empty if there is none that may be served, whatever its size. */
  Optional<Place> find(String issueFile, LinkedFile file) {
    return rules.root().filter(root -> file.mayBeServed()).flatMap(root -> {
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

  /** Returns true for a file that is not found although it is there: a link out of the folders, or to what is hidden. */
  boolean isKeptBack(String issueFile, LinkedFile file) {
    try {
      return rules
          .root()
          .filter(root -> candidates(root.toAbsolutePath(), issueFile, file)
              .anyMatch(candidate -> regular(candidate).isPresent()))
          .isPresent();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Returns the name of a file that may be served in place of a missing one: with a name that is nearly the same. */
  Optional<String> similar(String issueFile, LinkedFile file) {
    return rules.root().flatMap(root -> {
      try {
        Path folder = root.toRealPath();
        return candidates(folder, issueFile, file)
            .filter(candidate ->
                candidate.getParent() != null && Files.isDirectory(candidate.getParent()))
            .limit(MOST_LISTED)
            .flatMap(candidate -> similar(folder, candidate).stream())
            .findFirst();
      } catch (IOException | InvalidPathException e) {
        return Optional.empty();
      }
    });
  }

  private Optional<String> similar(Path folder, Path missing) {
    String wanted = stem(missing);
    try (Stream<Path> listed = Files.list(missing.getParent())) {
      return listed
          .limit(MOST_NAMES)
          .filter(path -> FileType.of(path.toString()).isPresent() && isNear(wanted, stem(path)))
          .filter(path ->
              regular(path).filter(place -> isWithin(place.real(), folder)).isPresent())
          .min(Comparator.comparing((Path path) -> DidYouMean.edits(wanted, stem(path)))
              .thenComparing(Comparator.naturalOrder()))
          .map(path -> path.getFileName().toString());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Other numbers are other pictures. */
  private static boolean isNear(String wanted, String name) {
    int most = wanted.length() < LEAST_FOR_ONE_LETTER
        ? 0
        : wanted.length() < 2 * LEAST_FOR_ONE_LETTER ? 1 : 2;
    return Math.abs(wanted.length() - name.length()) <= most
        && wanted.replaceAll("\\D", "").equals(name.replaceAll("\\D", ""))
        && DidYouMean.edits(wanted, name) <= most;
  }

  /** The name without its ending, and without what differs between systems. */
  private static String stem(Path file) {
    return Slug.of(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
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
    if (file.source().startsWith("/")) {
      return fromRoot(folder, issueFile, file.source());
    }
    String beside = issueFile.substring(0, issueFile.lastIndexOf('/') + 1);
    Stream<Path> exact = Stream.of(folder.resolve(file.source()));
    // Many themes take a path without a slash for one from the root of the site.
    return file.source().startsWith(beside)
        ? Stream.concat(
            exact, fromRoot(folder, issueFile, "/" + file.source().substring(beside.length())))
        : exact;
  }

  private Stream<Path> fromRoot(Path folder, String issueFile, String source) {
    String path = source.substring(1);
    List<Path> places = new ArrayList<>();
    for (Map.Entry<String, String> entry : rules.folders().entrySet()) {
      if (source.startsWith(entry.getKey())) {
        String below = source.substring(entry.getKey().length());
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
