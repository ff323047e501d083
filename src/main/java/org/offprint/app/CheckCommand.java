package org.offprint.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.offprint.issue.Issue;

/** {@code offprint check [FOLDER]}. */
final class CheckCommand implements Command {
  static final String NAME = "check";

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Lists every problem in a folder of issues, as file:line: message.",
        "Exits with 1 if there is one, so that a check before publishing can fail.",
        List.of(Usage.Argument.FOLDER),
        List.of(),
        List.of("offprint check", "offprint check ~/newsletter/issues"));
  }

  @Override
  public int run(Given given, PrintWriter out, PrintWriter err) {
    Path folder = given.folder();
    FolderReading reading = FolderReading.of(folder, Clock.systemUTC().instant());
    reading.problems().forEach(problem -> out.println(Printable.of(folder + "/" + problem)));
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
}
