package org.offprint.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.offprint.app.Application;
import org.offprint.issue.Problem;
import org.offprint.publication.Folder;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.TerminalSafe;

/** {@code offprint check [FOLDER]} and {@code offprint headings [FOLDER]}, which read a folder once. */
record FolderCommand(Usage usage, Report report) implements Command {
  static final String CHECK = "check";
  static final String HEADINGS = "headings";

  /** Of {@code check} and of {@code export}. */
  static final String STRICT = "strict";

  private static final String ALL = "all";
  private static final String FORMAT = "format";

  private static final URI BASE = URI.create("http://localhost/");

  /** Prints what a command has found, and returns its exit code. */
  private interface Report {
    int print(ParsedArguments given, Reading reading, PrintWriter out);
  }

  /**
   * A folder that is read once.
   *
   * @param settings of the settings file, or the defaults if it has a mistake
   * @param publication the issues that would be published now, and those held back
   * @param problems those of the settings file and of the issues
   */
  record Reading(PublicationSettings settings, Publication publication, List<Problem> problems) {
    /** Reads the issues by settings that have been read. */
    static Reading of(Path folder, SettingsFile file, URI base, Instant now) {
      PublicationSettings settings = file.settings().orElse(PublicationSettings.DEFAULT);
      Publication publication = new PublicationLoader(folder)
          .load(Folder.scan(folder, settings.files()), settings.rules(base), now);
      List<Problem> problems = new ArrayList<>(file.problems());
      problems.addAll(publication.problems());
      problems.addAll(settings.problemsWith(publication));
      return new Reading(settings, publication, problems.stream().sorted().toList());
    }
  }

  static FolderCommand check() {
    return new FolderCommand(
        new Usage(
            CHECK,
            "Lists every problem in a folder of issues, as file:line: message, and every issue held back.",
            "Exits with 1 if something cannot be published as it is, so that a check before publishing"
                + " can fail. A warning says that readers may not get what the author meant.",
            List.of(Usage.Argument.FOLDER),
            List.of(
                Usage.flag(STRICT, "exit with 1 if there are only warnings, too"),
                Usage.flag(ALL, "list each one (default: more than ten alike are summed up)"),
                Usage.option(
                    FORMAT,
                    "FORMAT",
                    "text, json, or github for annotations in GitHub Actions (default: text)")),
            List.of(
                "offprint check",
                "offprint check ~/newsletter/issues",
                "offprint check issues --strict --all",
                "offprint check issues --format github")),
        FolderCommand::printProblems);
  }

  static FolderCommand headings() {
    return new FolderCommand(
        new Usage(
            HEADINGS,
            "Lists every section heading with its count and the section that it means.",
            "Headings that the vocabulary in offprint.yaml lacks come first, those that nearly match"
                + " a section before the others.",
            List.of(Usage.Argument.FOLDER),
            List.of(),
            List.of("offprint headings", "offprint headings ~/newsletter/issues")),
        FolderCommand::printHeadings);
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    Application.requireFolder(folder);
    SettingsFile file = SettingsFile.read(folder);
    URI base = file.settings().flatMap(PublicationSettings::baseUrl).orElse(BASE);
    return report.print(given, Reading.of(folder, file, base, Clock.systemUTC().instant()), out);
  }

  private static int printProblems(ParsedArguments given, Reading reading, PrintWriter out) {
    List<Problem> problems = Stream.concat(
            reading.problems().stream(),
            reading.settings().adviceOnId(reading.publication().masthead().baseUri()).stream())
        .toList();
    CheckReport.Format format = format(given);
    new CheckReport(
            given.folder(),
            problems,
            !given.has(ALL),
            reading.publication().issues().size(),
            reading.publication().allHeldBack(),
            Clock.systemUTC().instant())
        .print(format, out);
    boolean isBad = problems.stream().anyMatch(problem -> problem.isError() || given.has(STRICT));
    return isBad ? CommandLineInterface.PROBLEMS_FOUND : 0;
  }

  private static CheckReport.Format format(ParsedArguments given) {
    String name = given.value(FORMAT).orElse("text");
    return CheckReport.Format.find(name)
        .orElseThrow(() -> new SettingsException(
            "--%s is \"%s\"; it must be text, json or github".formatted(FORMAT, name)));
  }

  private static int printHeadings(ParsedArguments given, Reading reading, PrintWriter out) {
    out.printf(Locale.ROOT, "%7s  %-24s %s%n", "count", "section", "heading");
    HeadingUse.of(reading.publication())
        .forEach(use -> out.printf(
            Locale.ROOT,
            "%7d  %-24s %s%n",
            use.count(),
            use.meaning(),
            TerminalSafe.of(use.heading())));
    return 0;
  }
}
