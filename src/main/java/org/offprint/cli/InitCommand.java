package org.offprint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.offprint.issue.IssueReader;
import org.offprint.publication.Folder;
import org.offprint.settings.SettingsException;

/** {@code offprint init [FOLDER]}. */
final class InitCommand implements Command {
  static final String NAME = "init";

  private static final int DAYS_TO_THE_NEXT = 7;

  private final Clock clock;

  InitCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Begins a newsletter: writes a settings file and a first issue.",
        "Overwrites nothing. A folder that has issues gets the settings file alone.",
        List.of(Usage.Argument.FOLDER),
        List.of(),
        List.of("offprint init", "offprint init ~/newsletter/issues"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    Map<Path, String> files = files(folder);
    files.keySet().stream()
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .ifPresent(InitCommand::refuse);
    files.forEach(InitCommand::write);
    files.keySet().forEach(file -> out.println("Wrote " + file));
    out.println("Next, serve it and open http://localhost:8080/:");
    out.println("  offprint serve " + folder);
    return 0;
  }

  private Map<Path, String> files(Path path) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(path.resolve(Folder.SETTINGS_FILE), template("offprint.yaml"));
    // An example would reach the readers of an existing newsletter.
    if (!Files.isDirectory(path) || !Folder.scan(path).hasIssues()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      files.put(
          path.resolve(today + "-hello.md"),
          template("hello.md")
              .replace("{date}", now.toString())
              .replace("{next}", today.plusDays(DAYS_TO_THE_NEXT) + "-second"));
    }
    return files;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // Another program wrote it just now, or a file has the name of the folder.
      refuse(Path.of(e.getFile()));
    } catch (IOException e) {
      throw new SettingsException(
          "%s cannot be written: %s".formatted(file, IssueReader.reason(e)));
    }
  }

  private static void refuse(Path file) {
    throw new SettingsException(
        "%s is there already, and nothing is overwritten; name another folder".formatted(file));
  }

  private static String template(String name) {
    try (InputStream file = InitCommand.class.getResourceAsStream("init/" + name)) {
      return new String(
          Objects.requireNonNull(file, "the jar has templates").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
