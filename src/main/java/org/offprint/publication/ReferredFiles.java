package org.offprint.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.FileType;
import org.offprint.issue.Issue;
import org.offprint.issue.LinkedFile;

/** The files to which published issues or the masthead refer, by the paths of their addresses. Immutable. */
final class ReferredFiles {
  private final MediaFolders folders;
  private final Map<String, Reference> references = new HashMap<>();

  private record Reference(String issueFile, LinkedFile file) {}

  ReferredFiles(PublicationRules rules, List<PublishedIssue> issues) {
    this.folders = new MediaFolders(rules.media());
    for (PublishedIssue published : issues) {
      Issue issue = published.issue();
      for (LinkedFile file : issue.files()) {
        if (!file.isOutside()) {
          references.putIfAbsent(file.path(), new Reference(issue.file(), file));
        }
      }
    }
    Masthead masthead = rules.masthead();
    Stream.of(masthead.icon(), masthead.logo())
        .flatMap(picture -> picture.flatMap(masthead.addresses()::pathOf).stream())
        .filter(path -> FileType.ofPicture(path).isPresent())
        .forEach(path -> references.putIfAbsent(path, new Reference("", LinkedFile.atRoot(path))));
  }

  Stream<String> paths() {
    return references.keySet().stream().sorted();
  }

  Optional<OpenFile> open(String path) {
    return Optional.ofNullable(references.get(path))
        .flatMap(found -> folders.open(found.issueFile(), found.file()));
  }
}
