package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.offprint.issue.FileType;
import org.offprint.issue.Issue;
import org.offprint.issue.LinkedFile;

/** The files to which published issues or the masthead refer, by the paths of their addresses. Immutable. */
public final class ReferredFiles {
  private final MediaFolders folders;
  private final List<PublishedIssue> issues;
  private final Map<String, Reference> references = new HashMap<>();

  private record Reference(String issueFile, LinkedFile file) {}

  ReferredFiles(PublicationRules rules, List<PublishedIssue> issues) {
    this.issues = issues;
    this.folders = new MediaFolders(rules.media());
    for (PublishedIssue published : issues) {
      Issue issue = published.issue();
      for (LinkedFile file : issue.files()) {
        if (file.mayBeServed()) {
          references.putIfAbsent(file.path(), new Reference(issue.file(), file));
        }
      }
    }
    Masthead masthead = rules.masthead();
    Stream.of(masthead.icon(), masthead.logo())
        .flatMap(picture -> picture.flatMap(masthead.addresses()::pathOf).stream())
        .filter(path -> FileType.ofPicture(path).isPresent())
        .forEach(path -> references.putIfAbsent(
            path, new Reference(Folder.SETTINGS_FILE, LinkedFile.atRoot(path))));
  }

  /** Lists the paths of their addresses, in order. They need not exist. */
  public Stream<String> paths() {
    return references.keySet().stream().sorted();
  }

  /** Returns the issues, by the paths of their files, to whose pictures or other files something has happened since they were looked at. */
  public Set<String> issuesToLookAt() {
    Set<String> changed = new TreeSet<>();
    for (PublishedIssue published : issues) {
      String issueFile = published.issue().file();
      if (published.files().stream().anyMatch(file -> file.hasChanged(issueFile, folders))) {
        changed.add(issueFile);
      }
    }
    return changed;
  }

  /**
   * Opens a file to which an issue refers, or a picture of the masthead.
   *
   * @param path that of its address, decoded
   * @return empty if nothing refers to it, or it may not be served
   */
  public Optional<OpenFile> open(String path) {
    return Optional.ofNullable(references.get(path))
        .flatMap(found -> folders.open(found.issueFile(), found.file()));
  }
}
