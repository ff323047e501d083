package org.offprint.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.offprint.publication.HeadingUse;
import org.offprint.settings.TerminalSafe;

/** {@code offprint headings [FOLDER]}. */
final class HeadingsCommand implements Command {
  static final String NAME = "headings";

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Lists every section heading with its count and the section that it means.",
        "Headings that the vocabulary in offprint.yaml lacks come first, those that nearly match"
            + " a section before the others.",
        List.of(Usage.Argument.FOLDER),
        List.of(),
        List.of("offprint headings", "offprint headings ~/newsletter/issues"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    FolderReading reading = FolderReading.of(given.folder(), Clock.systemUTC().instant());
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
