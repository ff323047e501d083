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
import java.util.Optional;
import org.offprint.issue.IssueReader;
import org.offprint.publication.Folder;
import org.offprint.publication.FolderSurvey;
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
        "Begins a newsletter, or moves one in: writes a settings file, and a first issue where there is none.",
        "Overwrites nothing. In a folder that has issues, or the site of another generator, it looks first: where the"
            + " issues lie, what dates them, their language, and the headings that recur.",
        List.of(Usage.Argument.FOLDER),
        List.of(),
        List.of("offprint init", "offprint init ~/newsletter/issues"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    FolderSurvey survey = FolderSurvey.of(folder);
    Optional<SettingsProposal> proposal = proposal(folder, survey);
    Map<Path, String> files = files(folder, proposal);
    files.keySet().stream()
        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst()
        .ifPresent(InitCommand::refuse);
    files.forEach(InitCommand::write);
    files.keySet().forEach(file -> out.println("Wrote " + file));
    proposal.ifPresent(made -> made.summary().forEach(out::println));
    if (proposal.isEmpty() && !survey.others().isEmpty()) {
      out.println(survey.reasonForNone(false));
    }
    out.println("Next, serve it and open http://localhost:8080/:");
    out.println("  offprint serve " + folder);
    return 0;
  }

  /** A folder with texts, which may be a newsletter that exists; its own settings are left alone. */
  private Optional<SettingsProposal> proposal(Path folder, FolderSurvey survey) {
    return survey.places().isEmpty() || Files.exists(folder.resolve(Folder.SETTINGS_FILE))
        ? Optional.empty()
        : Optional.of(
            SettingsProposal.of(folder, survey, template("offprint.yaml"), clock.instant()));
  }

  private Map<Path, String> files(Path path, Optional<SettingsProposal> proposal) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        path.resolve(Folder.SETTINGS_FILE),
        proposal.map(SettingsProposal::yaml).orElseGet(() -> template("offprint.yaml")));
    // An example would reach the readers of an existing newsletter.
    if (proposal.isEmpty()) {
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
