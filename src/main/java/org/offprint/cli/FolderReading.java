package org.offprint.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offprint.app.Application;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.settings.BaseUrls;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.SettingsReading;

/**
 * A folder that is read once, for the commands that do not serve it.
 *
 * @param settings of the settings file, or the defaults if it has a mistake
 * @param publication the issues that would be published now, and those held back
 * @param problems those of the settings file and of the issues
 */
record FolderReading(
    PublicationSettings settings, Publication publication, List<Problem> problems) {
  private static final URI BASE = URI.create("http://localhost/");

  static FolderReading of(Path folder, Instant now) {
    Application.requireFolder(folder);
    return of(folder, SettingsFile.read(folder), new BaseUrls(Optional.empty(), BASE), now);
  }

  /** Reads the issues by settings that have been read. */
  static FolderReading of(Path folder, SettingsReading reading, BaseUrls baseUrls, Instant now) {
    PublicationSettings settings = reading.settings().orElse(PublicationSettings.DEFAULT);
    Publication publication =
        new PublicationLoader(folder).load(Folder.scan(folder), settings.rules(baseUrls), now);
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(publication.problems());
    problems.addAll(settings.problemsWith(publication));
    return new FolderReading(settings, publication, problems.stream().sorted().toList());
  }
}
