package org.offprint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.offprint.issue.Issue;
import org.offprint.settings.TerminalSafe;

/** {@code offprint check [FOLDER]}. */
final class CheckCommand implements Command {
  static final String NAME = "check";

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Lists every problem in a folder of issues, as file:line: message, and every issue held back.",
        "Exits with 1 if there is one, so that a check before publishing can fail.",
        List.of(Usage.Argument.FOLDER),
        List.of(),
        List.of("offprint check", "offprint check ~/newsletter/issues"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    FolderReading reading = FolderReading.of(folder, Clock.systemUTC().instant());
    reading.problems().forEach(problem -> out.println(TerminalSafe.of(folder + "/" + problem)));
    reading
        .publication()
        .heldBack()
        .forEach(issue -> out.println(TerminalSafe.of(heldBack(folder, issue))));
    long drafts = reading.publication().heldBack().stream().filter(Issue::draft).count();
    out.printf(
        Locale.ROOT,
        "%d issues, %d drafts, %d still to come, %d problems%n",
        reading.publication().issues().size(),
        drafts,
        reading.publication().heldBack().size() - drafts,
        reading.problems().size());
    return reading.problems().isEmpty() ? 0 : CommandLineInterface.PROBLEMS_FOUND;
  }

  private static String heldBack(Path folder, Issue issue) {
    String reason = issue.draft() ? "as a draft" : "until " + issue.date();
    return folder + "/" + issue.file() + ": held back " + reason;
  }
}
