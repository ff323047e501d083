package org.offprint.publication;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.offprint.issue.IssueReader;
import org.offprint.issue.Problem;

/** One walk through a folder of issues. */
final class FolderScan {
  private static final int DEEPEST = 16;
  /** The replacement for bytes of a file name that cannot be decoded in the system's locale. */
  private static final char UNDECODABLE = '\uFFFD';

  /** Messages, lists of files and patterns are made of lines. */
  private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

  private final Path root;
  private final Map<String, FileStamp> files = new HashMap<>();
  private final Set<Path> directories = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  FolderScan(Path root) {
    this.root = root;
  }

  FolderListing list() {
    boolean isComplete = walk(root, Set.of(), 0);
    return new FolderListing(files, directories, problems, isComplete);
  }

  /** Returns the listing after changes to these files only; empty if that takes a walk. */
  Optional<FolderListing> again(FolderListing before, Set<Path> touched) {
    TreeMap<String, FileStamp> now = new TreeMap<>(before.files());
    Set<String> changed = new HashSet<>();
    for (Path file : touched) {
      Optional<FileStamp> stamp = Optional.empty();
      try {
        FoundFile found = FoundFile.at(file, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
          return Optional.empty();
        }
        stamp = Optional.of(found.stamp());
      } catch (NoSuchFileException e) {
        if (before.directories().contains(file)) {
          return Optional.empty();
        }
      } catch (IOException e) {
        return Optional.empty();
      }
      if (!isListed(file)) {
        continue;
      }
      Optional<FileStamp> earlier = stamp.isPresent()
          ? Optional.ofNullable(now.put(name(file), stamp.get()))
          : Optional.ofNullable(now.remove(name(file)));
      if (!earlier.equals(stamp)) {
        changed.add(name(file));
      }
    }
    return Optional.of(changed.isEmpty() ? before : before.with(now, changed));
  }

  /** Returns true if a listing includes a file of that name. */
  private boolean isListed(Path file) {
    String name = file.getFileName().toString();
    return !isHidden(name)
        && name.indexOf(UNDECODABLE) < 0
        && !LINE_BREAK.matcher(name).find()
        && (IssueReader.isIssueName(name)
            || file.equals(root.resolve(FolderListing.SETTINGS_FILE)));
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private boolean walk(Path directory, Set<Path> above, int depth) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      Path real = directory.toRealPath();
      if (above.contains(real)) {
        problems.add(new Problem(
            name(directory),
            0,
            "is a link to a folder above it; it is skipped, as it would never end"));
        return true;
      }
      if (depth > DEEPEST) {
        problems.add(new Problem(
            name(directory), 0, "is more than %s folders deep; it is skipped".formatted(DEEPEST)));
        return true;
      }
      directories.add(directory);
      Set<Path> onTheWay = new HashSet<>(above);
      onTheWay.add(real);
      for (Path entry : entries) {
        take(entry, onTheWay, depth);
      }
      return true;
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(new Problem(name(directory), 0, "this folder cannot be listed: " + reason(e)));
      return false;
    }
  }

  private void take(Path entry, Set<Path> above, int depth) {
    String name = entry.getFileName().toString();
    if (isHidden(name)) {
      return;
    }
    if (name.indexOf(UNDECODABLE) >= 0) {
      problems.add(new Problem(
          name(entry),
          0,
          "its name cannot be read in the locale of this system; set LANG=C.UTF-8"));
      return;
    }
    if (IssueReader.isIssueName(name) && LINE_BREAK.matcher(name).find()) {
      problems.add(new Problem(
          escaped(name(entry)),
          0,
          "its name has a line break; rename it, so that it can be an issue"));
      return;
    }
    boolean isWanted =
        IssueReader.isIssueName(name) || (depth == 0 && name.equals(FolderListing.SETTINGS_FILE));
    try {
      FoundFile found = FoundFile.at(entry);
      if (found.isDirectory()) {
        walk(entry, above, depth + 1);
      } else if (isWanted && found.isRegularFile()) {
        files.put(name(entry), found.stamp());
      }
    } catch (IOException e) {
      if (isWanted) {
        problems.add(new Problem(name(entry), 0, Problem.CANNOT_BE_READ + reason(e)));
      }
    }
  }

  private String name(Path path) {
    return FolderListing.name(root, path);
  }

  private static String escaped(String name) {
    return LINE_BREAK
        .matcher(name)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist, or is a link to nothing";
    }
    return e instanceof AccessDeniedException ? "permission denied" : IssueReader.reason(e);
  }
}
