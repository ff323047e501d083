package org.offprint.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.offprint.issue.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code offprint check [FOLDER]}. */
@Command(
    name = CheckCommand.NAME,
    header = "Lists every problem in a folder of issues, as file:line: message.",
    description = "Exits with 1 if there is one, so that a check before publishing can fail.",
    footerHeading = "%nExamples:%n",
    footer = {"  offprint check", "  offprint check ~/newsletter/issues"})
final class CheckCommand implements Callable<Integer> {
  static final String NAME = "check";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private IssuesFolder folder = new IssuesFolder();

  @Override
  public Integer call() {
    FolderReading reading = FolderReading.of(folder.path(), Clock.systemUTC().instant());
    PrintWriter out = spec.commandLine().getOut();
    reading.problems().forEach(problem -> out.println(Printable.of(folder.path() + "/" + problem)));
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
