package org.offprint.publication;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final FileRules rules;
  private final NavigableMap<String, Folder.FileStamp> files = new TreeMap<>();
  private final SortedSet<Path> directories = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  FolderScan(Path root, FileRules rules) {
    this.root = root;
    this.rules = rules;
  }

  Folder list() {
    boolean isComplete = walk(root, Set.of(), 0);
    return new Folder(files, directories, problems, isComplete, rules);
  }

  /** Returns the folder after changes to these files only; empty if that takes a walk. */
  Optional<Folder> again(Folder before, Set<Path> touched) {
    files.putAll(before.files());
    for (Path path : touched) {
      files.remove(name(path));
      if (!isSought(path) && !isHidden(path)) {
        continue;
      }
      try {
        Folder.FileStamp found =
            Folder.FileStamp.ofTouched(path, Optional.ofNullable(before.files().get(name(path))));
        if (!found.isRegularFile()) {
          return Optional.empty();
        }
        if (isSought(path) && isNamed(path)) {
          keep(path, found);
        }
      } catch (NoSuchFileException e) {
        if (before.directories().contains(path)) {
          return Optional.empty();
        }
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    boolean isSame = touched.stream()
        .map(this::name)
        .allMatch(name -> Objects.equals(files.get(name), before.files().get(name)));
    return Optional.of(
        isSame ? before : new Folder(files, before.directories(), before.problems(), true, rules));
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
    if (!isSought(entry) || !isNamed(entry)) {
      return;
    }
    try {
      Folder.FileStamp found = Folder.FileStamp.of(entry, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory() && !found.isRegularFile()) {
        found = Folder.FileStamp.of(entry);
        if (leadsOut(entry)) {
          leave(entry, found);
          return;
        }
      }
      if (found.isDirectory()) {
        if (rules.reaches(relative(entry))) {
          walk(entry, above, depth + 1);
        }
      } else {
        keep(entry, found);
      }
    } catch (IOException e) {
      if (isWanted(entry)) {
        problems.add(new Problem(name(entry), 0, Problem.CANNOT_BE_READ + reason(e)));
      }
    }
  }

  /** The publisher has asked for what is in the folder, and for nothing else of the machine. */
  private boolean leadsOut(Path entry) throws IOException {
    return !isSettings(entry) && !entry.toRealPath().startsWith(root.toRealPath());
  }

  private void leave(Path entry, Folder.FileStamp found) {
    if (found.isDirectory() || isWanted(entry)) {
      problems.add(new Problem(
          Problem.Kind.FILE,
          name(entry),
          0,
          "is a link out of the folder, so it is left alone; put the %s itself into the folder"
              .formatted(found.isDirectory() ? "folder" : "file")));
    }
  }

  private void keep(Path entry, Folder.FileStamp found) {
    if (found.isRegularFile() && isWanted(entry)) {
      files.put(name(entry), found);
    }
  }

  /** Returns true if it may be listed by its name; an unusable name is a problem. */
  private boolean isNamed(Path entry) {
    String name = entry.getFileName().toString();
    if (name.indexOf(UNDECODABLE) >= 0) {
      problems.add(new Problem(
          name(entry),
          0,
          "its name cannot be read in the locale of this system; set LANG=C.UTF-8"));
      return false;
    }
    if (IssueReader.isText(name) && LINE_BREAK.matcher(name).find()) {
      problems.add(new Problem(
          escaped(name(entry)),
          0,
          "its name has a line break; rename it, so that it can be an issue"));
      return false;
    }
    return true;
  }

  /** Returns true for a name that may be that of a wanted file, or of a folder with one. */
  private boolean isSought(Path entry) {
    return !isHidden(entry) && (rules.reaches(relative(entry)) || isWanted(entry));
  }

  /** Such a name is never listed, but the links of others may lead to it. */
  private static boolean isHidden(Path entry) {
    return entry.getFileName().toString().startsWith(".");
  }

  private boolean isWanted(Path entry) {
    return rules.chooses(relative(entry)) || isSettings(entry);
  }

  private boolean isSettings(Path entry) {
    return rules.isOfSettings(name(entry));
  }

  private Path relative(Path entry) {
    return root.relativize(entry);
  }

  /** Returns a path below the root with {@code /} between names; {@code .} for the root. */
  private String name(Path path) {
    String name = root.relativize(path).toString().replace(File.separatorChar, '/');
    return name.isEmpty() ? "." : name;
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
