package org.offprint.publication;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offprint.issue.LinkedIssue;
import org.offprint.issue.Surroundings.OwnPage;

/**
 * The files in the folder that the settings name for the site itself.
 *
 * @param pages the publisher's own pages, in their order
 * @param stylesheet the publisher's stylesheet
 * @param lines the lines of the settings that name them, by file
 */
public record OwnFiles(
    List<OwnPage> pages, Optional<String> stylesheet, SortedMap<String, Integer> lines) {
  /** Those of a publisher who names none. */
  public static final OwnFiles NONE = new OwnFiles(List.of(), Optional.empty(), new TreeMap<>());

  public OwnFiles {
    pages = List.copyOf(pages);
  }

  /** Returns the page that a file is. */
  public Optional<OwnPage> page(String file) {
    return pages.stream().filter(page -> page.file().equals(file)).findFirst();
  }

  /** Returns the paths of the pages by the targets of links to their files. */
  SortedMap<String, String> targets() {
    SortedMap<String, String> paths = new TreeMap<>();
    pages.forEach(page -> paths.put(LinkedIssue.stem(page.file()), page.path()));
    return paths;
  }

  /** Lists all of them. */
  Stream<String> files() {
    return Stream.concat(pages.stream().map(OwnPage::file), stylesheet.stream());
  }

  static String name(Path file) {
    return file.toString().replace(File.separatorChar, '/');
  }
}
