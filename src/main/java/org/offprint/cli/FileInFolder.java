package org.offprint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.offprint.app.Application;
import org.offprint.publication.Folder;
import org.offprint.publication.FolderSurvey;
import org.offprint.settings.SettingsException;
import org.offprint.settings.TerminalSafe;

/**
 * The file that a command is about, and the folder of issues in which it lies.
 *
 * @param folder as it was given, or as the file shows
 * @param name the path of the file in the folder, with {@code /} between names
 */
record FileInFolder(Path folder, String name) {
  private static final String FOLDER = "folder";
  private static final String DEFAULT_FOLDER = "issues";

  static final Usage.Argument FILE = new Usage.Argument("FILE", "the file of an issue", true);

  /** Returns the option that names the folder. */
  static Option option() {
    return Usage.option(
        FOLDER,
        "FOLDER",
        "the folder of issues (default: the nearest one above the file that has an"
            + " offprint.yaml or is called issues, else that of the file)");
  }

  /**
   * Finds the file that the first argument names.
   *
   * @throws SettingsException if there is no such file, or it is not in the folder
   */
  static FileInFolder of(ParsedArguments given) {
    Path file = ParsedArguments.folder(given.argument(0));
    if (!Files.isRegularFile(file)) {
      throw new SettingsException(
          "there is no file %s".formatted(TerminalSafe.of(file.toString())));
    }
    Path folder = given
        .value(FOLDER)
        .map(name -> ParsedArguments.folder(Optional.of(name)))
        .orElseGet(() -> folderOf(file));
    Application.requireFolder(folder);
    Path inside = folder.toAbsolutePath().normalize();
    if (!file.toAbsolutePath().normalize().startsWith(inside)) {
      throw new SettingsException("%s is not in %s".formatted(file, folder));
    }
    return new FileInFolder(
        folder,
        inside
            .relativize(file.toAbsolutePath().normalize())
            .toString()
            .replace(inside.getFileSystem().getSeparator(), "/"));
  }

  private static Path folderOf(Path file) {
    Path beside = FolderSurvey.folderOf(file.toAbsolutePath().normalize());
    return Stream.<Path>iterate(beside, path -> path != null, Path::getParent)
        .filter(path -> Files.isRegularFile(path.resolve(Folder.SETTINGS_FILE))
            || path.endsWith(DEFAULT_FOLDER))
        .findFirst()
        .orElse(beside);
  }
}
