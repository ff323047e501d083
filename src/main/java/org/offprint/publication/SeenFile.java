package org.offprint.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.offprint.issue.FileType;
import org.offprint.issue.Issue;
import org.offprint.issue.LinkedFile;
import org.offprint.issue.PictureSize;
import org.offprint.issue.Problem;
import org.offprint.issue.SourceLines;

/**
 * A file to which an issue refers, as it was when it was looked at.
 *
 * @param place empty if there was none that may be served
 * @param size empty for other files than pictures, and where the format does not say it
 */
public record SeenFile(
    LinkedFile file, Optional<MediaFolders.Place> place, Optional<PictureSize> size) {

  /** Looks at the files of an issue. */
  static List<SeenFile> of(Issue issue, MediaFolders folders) {
    List<SeenFile> seen = new ArrayList<>(issue.files().size());
    for (LinkedFile file : issue.files()) {
      Optional<MediaFolders.Place> place = folders.find(issue.file(), file);
      seen.add(new SeenFile(file, place, place.filter(folders::isSmall).flatMap(SeenFile::size)));
    }
    return List.copyOf(seen);
  }

  private static Optional<PictureSize> size(MediaFolders.Place place) {
    if (FileType.ofPicture(place.real().toString()).isEmpty()) {
      return Optional.empty();
    }
    try (OpenFile file = OpenFile.of(place)) {
      return PictureSize.read(file::read);
    } catch (IOException e) {
      // It was removed just now, or cannot be read.
      return Optional.empty();
    }
  }

  /** Returns true if readers do not get the file. */
  boolean isDead(MediaRules rules) {
    return !file.mayBeServed() || place.filter(new MediaFolders(rules)::isSmall).isEmpty();
  }

  /** Returns true if the file is no longer what it was. */
  boolean hasChanged(String issueFile, MediaFolders folders) {
    return place.filter(last -> folders.isStill(last)).isEmpty()
        && !folders.find(issueFile, file).equals(place);
  }

  /** Returns the warnings about files of an issue that are not served. */
  static List<Problem> warnings(PublishedIssue published, MediaRules rules) {
    Map<LinkedFile, String> reasons = new LinkedHashMap<>();
    for (SeenFile seen : published.files()) {
      seen.fault(published.issue().file(), rules)
          .ifPresent(reason -> reasons.put(seen.file, reason));
    }
    return reasons.isEmpty() ? List.of() : SourceLines.of(published.issue(), reasons);
  }

  private String rest() {
    return file.isPicture() ? "its text takes its place" : "it is no link";
  }

  private Optional<String> fault(String issueFile, MediaRules rules) {
    if (file.isOutside()) {
      return Optional.of("is outside of the folder of issues, so " + rest()
          + "; move it there, or name its folder in \"media\"");
    }
    if (!file.mayBeServed()) {
      return Optional.of("is hidden or of a kind that readers do not get, so " + rest()
          + "; name it without a dot at the beginning, as a PNG, JPEG, WebP, SVG, PDF or the like");
    }
    MediaFolders folders = new MediaFolders(rules);
    if (place.isEmpty() && folders.isKeptBack(issueFile, file)) {
      return Optional.of(
          "is a link out of the folder, or hidden, so " + rest() + "; put the file itself there");
    }
    if (place.isEmpty()) {
      String advice = file.source().startsWith("/")
          ? "; put it there, or name its folder or its site in \"media\""
          : "; put it there";
      return Optional.of("is not there, so " + rest()
          + folders
              .similar(issueFile, file)
              .map(name -> "; is \"%s\" meant?".formatted(name))
              .orElse(advice));
    }
    return place
        .filter(found -> found.stamp().size() > rules.mostBytes())
        .map(found -> String.format(
            Locale.ROOT,
            "is larger than %,d bytes, so %s; make it smaller, or set \"media-bytes\"",
            rules.mostBytes(),
            rest()));
  }
}
