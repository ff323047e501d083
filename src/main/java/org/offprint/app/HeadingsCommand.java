package org.offprint.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.offprint.publication.HeadingUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code offprint headings [FOLDER]}. */
@Command(
    name = HeadingsCommand.NAME,
    header = "Lists every section heading with its count and the section that it means.",
    description =
        "Headings that the vocabulary in offprint.yaml lacks come first, those that nearly"
            + " match a section before the others.",
    footerHeading = "%nExamples:%n",
    footer = {"  offprint headings", "  offprint headings ~/newsletter/issues"})
final class HeadingsCommand implements Callable<Integer> {
  static final String NAME = "headings";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private IssuesFolder folder = new IssuesFolder();

  @Override
  public Integer call() {
    FolderReading reading = FolderReading.of(folder.path(), Clock.systemUTC().instant());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%7s  %-24s %s%n", "count", "section", "heading");
    HeadingUse.of(reading.publication())
        .forEach(use -> out.printf(
            Locale.ROOT,
            "%7d  %-24s %s%n",
            use.count(),
            use.meaning(),
            Printable.of(use.heading())));
    return 0;
  }
}
