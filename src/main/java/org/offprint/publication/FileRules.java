package org.offprint.publication;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.offprint.issue.IssueReader;
import org.offprint.issue.ReadingRules;
import org.offprint.issue.SourceRules;

/**
 * The files that the publisher chooses and excludes, and the rules for reading them.
 *
 * @param chosen patterns for the paths of issues; without any, each text may be one
 * @param ignored patterns for paths that are none
 * @param mostBytes a file above this size is a problem
 * @param source the rules for what authors write
 * @param own the pages and the stylesheet of the publisher
 */
public record FileRules(
    List<Glob> chosen, List<Glob> ignored, int mostBytes, SourceRules source, OwnFiles own) {
  /** Ignores nothing. */
  public static final FileRules NONE = new FileRules(
      List.of(),
      List.of(),
      ReadingRules.DEFAULT_MOST_BYTES,
      SourceRules.of(ZoneOffset.UTC),
      OwnFiles.NONE);

  public FileRules {
    chosen = List.copyOf(chosen);
    ignored = List.copyOf(ignored);
  }

  /** Returns true if the publisher chooses or excludes files. */
  boolean isSelective() {
    return !chosen.isEmpty() || !ignored.isEmpty();
  }

  /** Returns the path of the publisher's list of dates. */
  Optional<String> listOfDates() {
    return source.dates().sources().list();
  }

  /** Returns true if a file, by its path, is no issue but tells of all of them. */
  boolean isOfSettings(String file) {
    return file.equals(Folder.SETTINGS_FILE)
        || listOfDates().filter(file::equals).isPresent()
        || own.stylesheet().filter(file::equals).isPresent();
  }

  /** Returns true if a file, by its path below the folder, is excluded. */
  public boolean ignores(String file) {
    Path path = Path.of(file);
    return own.page(file).isEmpty() && ignored.stream().anyMatch(glob -> glob.matches(path));
  }

  /** Returns true if a file, by its path below the folder, may be an issue for its name. */
  public boolean chooses(String file) {
    return chooses(Path.of(file));
  }

  boolean chooses(Path file) {
    return own.page(OwnFiles.name(file)).isPresent() || isChosen(file);
  }

  private boolean isChosen(Path file) {
    return IssueReader.isText(file.getFileName().toString())
        && (chosen.isEmpty()
            ? reachesChosen(file)
            : chosen.stream().anyMatch(glob -> glob.selects(file)));
  }

  /** Returns true if a folder, by its path, may hold a file that is chosen, or holds one that the settings name. */
  boolean reaches(Path folder) {
    return Stream.concat(listOfDates().stream(), own.files())
            .anyMatch(named -> Path.of(named).startsWith(folder))
        || reachesChosen(folder);
  }

  private boolean reachesChosen(Path folder) {
    return chosen.isEmpty()
        ? StreamSupport.stream(folder.spliterator(), false)
            .noneMatch(name -> name.toString().startsWith("_"))
        : chosen.stream().anyMatch(glob -> glob.reaches(folder));
  }
}
