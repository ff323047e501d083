package org.offprint.publication;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A pattern for paths below a folder: one without {@code /} means a name at any depth, one that ends in {@code /} all that is in
 * a folder. Immutable; two are equal if their texts are.
 */
public final class Glob {
  private static final String ANY_FOLDERS = "**";

  private final String text;
  private final boolean isOfName;
  private final List<PathMatcher> matchers;
  private final List<Part> parts;

  /** A name in the pattern; half of a choice between folders has no matcher. */
  private record Part(String text, Optional<PathMatcher> matcher) {
    static Part of(String text) {
      try {
        return new Part(text, Optional.of(Glob.matcher(text)));
      } catch (PatternSyntaxException e) {
        // A choice between folders with a slash in it is not worth a parser.
        return new Part(text, Optional.empty());
      }
    }

    boolean matchesAnyFolders() {
      return text.contains(ANY_FOLDERS) || matcher.isEmpty();
    }

    boolean isWildcard() {
      return text.startsWith("*") || text.startsWith("?");
    }

    boolean matches(Path name) {
      return matcher.filter(own -> own.matches(name)).isPresent();
    }
  }

  private Glob(String text) {
    this.text = text;
    String whole = text.endsWith("/") ? text + ANY_FOLDERS : text;
    this.isOfName = !whole.contains("/");
    // As in .gitignore, and unlike in Java, two asterisks stand for no folder at all, too.
    this.matchers = Stream.of(whole, whole.replaceFirst("^\\*\\*/", ""))
        .distinct()
        .map(Glob::matcher)
        .toList();
    this.parts = Stream.of(whole.split("/", -1)).map(Part::of).toList();
  }

  /** Returns the pattern that a text is. */
  public static Optional<Glob> find(String text) {
    try {
      return Optional.of(new Glob(text));
    } catch (PatternSyntaxException e) {
      // The caller reports it with its line.
      return Optional.empty();
    }
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /** Returns true if it matches a path. */
  boolean matches(Path path) {
    Path matched = isOfName ? path.getFileName() : path;
    return matchers.stream().anyMatch(matcher -> matcher.matches(matched));
  }

  /** Returns true if it matches a path, and each name in it that begins with {@code _} by a part that is no wildcard. */
  boolean selects(Path path) {
    return matches(path) && namesHidden(path);
  }

  /** Returns true if it may select a file in a folder, or in one below it. */
  boolean reaches(Path folder) {
    return namesHidden(folder) && (isOfName || reaches(folder, 0, 0));
  }

  private boolean reaches(Path folder, int name, int part) {
    if (name == folder.getNameCount()) {
      return part < parts.size();
    }
    if (part == parts.size()) {
      return false;
    }
    Part own = parts.get(part);
    return own.matchesAnyFolders()
        || (own.matches(folder.getName(name)) && reaches(folder, name + 1, part + 1));
  }

  private boolean namesHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith("_")
          && parts.stream().noneMatch(part -> !part.isWildcard() && part.matches(name))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
