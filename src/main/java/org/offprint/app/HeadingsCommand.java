package org.offprint.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.Part;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;
import org.offprint.publication.SectionVocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code offprint headings [FOLDER]}. */
@Command(
    name = "headings",
    header = "Lists every section heading with its count and the section that it means.",
    description =
        "Headings that the vocabulary in offprint.yaml lacks come first, those that nearly"
            + " match a section before the others.",
    footerHeading = "%nExamples:%n",
    footer = {"  offprint headings", "  offprint headings ~/newsletter/issues"})
final class HeadingsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private IssuesFolder folder = new IssuesFolder();

  /** One heading, how often it occurs, and what the vocabulary makes of it. */
  private record Line(
      String heading, long count, Optional<Section> section, Optional<Section> near) {
    int rank() {
      return section.isPresent() ? 2 : near.isPresent() ? 0 : 1;
    }

    String meaning() {
      return section
          .map(known -> known.key().value())
          .orElseGet(() -> "(" + SectionKey.ofHeading(heading) + ")"
              + near.map(close -> ", near " + close.key()).orElse(""));
    }
  }

  @Override
  public Integer call() {
    FolderReading reading = FolderReading.of(folder.path(), Clock.systemUTC().instant());
    SectionVocabulary vocabulary = reading.settings().vocabulary();
    Map<String, Long> counts = Stream.concat(
            reading.publication().issues().stream().map(PublishedIssue::issue),
            reading.publication().heldBack().stream())
        .map(Issue::parts)
        .flatMap(List::stream)
        .map(Part::heading)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%7s  %-24s %s%n", "count", "section", "heading");
    counts.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue(), vocabulary))
        .sorted(Comparator.comparingInt(Line::rank)
            .thenComparing(Line::meaning)
            .thenComparing(Comparator.comparingLong(Line::count).reversed()))
        .forEach(line -> out.printf(
            Locale.ROOT,
            "%7d  %-24s %s%n",
            line.count(),
            line.meaning(),
            Printable.of(line.heading())));
    return 0;
  }

  private static Line line(String heading, long count, SectionVocabulary vocabulary) {
    Optional<Section> section = vocabulary.find(heading);
    return new Line(
        heading,
        count,
        section,
        section.isPresent() ? Optional.empty() : vocabulary.nearMiss(heading));
  }
}
