package org.offprint.cli;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.IssueReader;
import org.offprint.issue.IssueReading;
import org.offprint.issue.Item;
import org.offprint.issue.Problem;
import org.offprint.issue.ReadingTrace;
import org.offprint.issue.Surroundings;
import org.offprint.publication.Addresses;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.PublishedIssue;
import org.offprint.publication.Section;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.TerminalSafe;

/** {@code offprint explain FILE}. */
final class ExplainCommand implements Command {
  static final String NAME = "explain";

  private static final String JSON = "json";
  private static final URI BASE = URI.create("http://localhost/");
  private static final Pattern COMMAND = Pattern.compile("[\\x7f-\\x9f\\p{Cf}]");

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Shows how one issue is read: title, date, headings, items, and what is left out.",
        "It reads the file as serve does, by the settings of its folder, and publishes nothing. Exits with 1 if"
            + " the file cannot be published.",
        List.of(FileInFolder.FILE),
        List.of(FileInFolder.option(), Usage.flag(JSON, "print it as JSON, for tools")),
        List.of(
            "offprint explain issues/2026-01-04-139.md",
            "offprint explain --json issues/2026-01-04-139.md"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    FileInFolder file = FileInFolder.of(given);
    Path folder = file.folder();
    SettingsFile settings = SettingsFile.read(folder);
    Explanation explanation = Explanation.of(file, settings);
    if (given.has(JSON)) {
      out.println(json(explanation.tree()));
    } else {
      explanation.lines().forEach(line -> out.println(TerminalSafe.of(line)));
      Problem.summedUp(explanation.problems())
          .forEach(problem -> out.println(TerminalSafe.of(problem.under(folder.toString()))));
    }
    out.flush();
    return explanation.problems().stream().anyMatch(Problem::isError)
        ? CommandLineInterface.PROBLEMS_FOUND
        : 0;
  }

  /** Returns JSON in which nothing is a command for a terminal. */
  static String json(Map<String, Object> tree) {
    String json = new GsonBuilder().disableHtmlEscaping().create().toJson(tree);
    return COMMAND
        .matcher(json)
        .replaceAll(found ->
            found.group().chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining()));
  }

  /** The reading of one file. */
  private record Explanation(
      String file,
      IssueReading reading,
      ReadingTrace trace,
      PublicationRules rules,
      List<Problem> ofOthers) {
    static Explanation of(FileInFolder file, SettingsFile settings) {
      PublicationSettings newsletter = settings.settings().orElse(PublicationSettings.DEFAULT);
      PublicationRules rules = newsletter.rules(newsletter.baseUrl().orElse(BASE));
      Surroundings around = Surroundings.NONE.as(rules.files().own().page(file.name()));
      Explanation alone = of(file, rules, around, settings.problems());
      return FileAmongOthers.of(file, rules, alone.reading(), Clock.systemUTC().instant())
          .map(others -> of(
              file,
              rules,
              others.around(),
              Stream.concat(settings.problems().stream(), others.problems().stream())
                  .toList()))
          .orElse(alone);
    }

    private static Explanation of(
        FileInFolder file, PublicationRules rules, Surroundings around, List<Problem> ofOthers) {
      ReadingTrace trace = new ReadingTrace();
      IssueReading reading =
          IssueReader.tracing(rules.reading(), trace).read(file.folder(), file.name(), around);
      return new Explanation(file.name(), reading, trace, rules, ofOthers);
    }

    private String status() {
      Instant now = Clock.systemUTC().instant();
      if (!rules.files().chooses(file)) {
        return "no issue: the settings, or else its name, say so";
      }
      if (rules.files().ignores(file)) {
        return "no issue: the settings ignore it";
      }
      return reading
          .issue()
          .map(issue -> issue.isHeldBack(now)
              ? "held back " + issue.holdBack(now)
              : "published as " + Addresses.path(issue))
          .orElse(reading.problems().isEmpty() ? "no issue" : "not published");
    }

    List<Problem> problems() {
      Instant now = Clock.systemUTC().instant();
      return Stream.concat(ofOthers.stream(), reading.problems().stream())
          .map(problem -> problem.at(now))
          .distinct()
          .sorted()
          .toList();
    }

    /** One line of the list under a heading: an item, or what is none. */
    private record Block(ReadingTrace.Piece piece, Optional<Item> item, String why) {
      Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("firstLine", piece.lines().first());
        tree.put("lastLine", piece.lines().last());
        item.ifPresent(of -> {
          tree.put("title", of.title());
          of.primaryLink().ifPresent(link -> tree.put("link", link));
          of.group().ifPresent(group -> tree.put("group", group));
          tree.put("key", of.key());
        });
        tree.put(why.isEmpty() ? "rule" : "reason", why.isEmpty() ? piece.how() : why);
        return tree;
      }

      String line() {
        String text = item.map(of -> "\"%s\"%s, key %s%s: "
                .formatted(
                    of.title(),
                    of.primaryLink().map(link -> " " + link).orElse(""),
                    of.key(),
                    of.group().map(group -> ", in \"" + group + "\"").orElse("")))
            .orElse("");
        return "  %-9s %s %s%s"
            .formatted(
                piece.lines(),
                why.isEmpty() ? "item   " : "left out",
                text,
                why.isEmpty() ? piece.how() : why);
      }
    }

    /** The content under one heading; the section is empty in an issue without headings. */
    private record Part(
        ReadingTrace.Part traced,
        String heading,
        Optional<Section> section,
        boolean isSkipped,
        List<Block> blocks) {
      Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("heading", heading);
        tree.put("line", traced.lines().first());
        section.ifPresent(named -> {
          tree.put("section", named.key().value());
          tree.put("title", named.title());
          tree.put("sponsored", named.isSponsored());
        });
        tree.put("skip", isSkipped);
        tree.put("rule", rule());
        tree.put("items", of(true));
        tree.put("dropped", of(false));
        return tree;
      }

      private List<Map<String, Object>> of(boolean areItems) {
        return blocks.stream()
            .filter(block -> block.why().isEmpty() == areItems)
            .map(Block::tree)
            .toList();
      }

      private String rule() {
        return traced.rule().name().toLowerCase(Locale.ROOT);
      }

      Stream<String> lines() {
        String head = section
            .map(named -> "%nline %s: %s, section %s%s%s, items: %s"
                .formatted(
                    traced.lines(),
                    heading,
                    named.key(),
                    named.isSponsored() ? ", sponsored" : "",
                    isSkipped ? ", skip: true" : "",
                    rule()))
            .orElse("%nno section heading, items: ".formatted() + rule());
        return Stream.concat(head.lines(), blocks.stream().map(Block::line));
      }
    }

    private List<Part> parts(Issue issue) {
      PublishedIssue published = PublishedIssue.of(issue, rules.vocabulary());
      List<Part> parts = new ArrayList<>();
      if (issue.parts().isEmpty()) {
        trace
            .parts()
            .forEach(traced -> parts.add(new Part(
                traced,
                "",
                Optional.empty(),
                false,
                blocks(traced, issue.items(), issue.items()))));
        return parts;
      }
      for (int i = 0; i < issue.parts().size(); i++) {
        Issue.SectionText part = issue.parts().get(i);
        ReadingTrace.Part traced = trace.parts().get(i);
        Optional<PublishedIssue.PlacedPart> placed = published.parts().stream()
            .filter(other -> other.part().anchor().equals(part.anchor()))
            .findFirst();
        parts.add(new Part(
            traced,
            part.heading(),
            Optional.of(placed
                .map(PublishedIssue.PlacedPart::section)
                .orElseGet(() -> rules.vocabulary().sectionOf(part.heading()))),
            placed.isEmpty(),
            blocks(
                traced,
                part.items(),
                placed.map(kept -> kept.part().items()).orElse(part.items()))));
      }
      return parts;
    }

    private static List<Block> blocks(ReadingTrace.Part traced, List<Item> cut, List<Item> kept) {
      Set<String> keys = kept.stream().map(Item::key).collect(Collectors.toSet());
      List<Block> blocks = new ArrayList<>();
      int next = 0;
      for (ReadingTrace.Piece piece : traced.pieces()) {
        if (piece.isItem()) {
          Item item = cut.get(next++);
          blocks.add(new Block(
              piece,
              Optional.of(item),
              keys.contains(item.key())
                  ? ""
                  : "a repeat: of an advertisement, or of an item with this link and text"));
        } else {
          blocks.add(new Block(piece, Optional.empty(), piece.how()));
        }
      }
      return blocks;
    }

    Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("file", file);
      tree.put("status", status());
      reading.issue().ifPresent(issue -> {
        tree.put("title", Map.of("text", issue.title(), "from", trace.origins().ofTitle()));
        tree.put(
            "date",
            Map.of("text", issue.date().toString(), "from", trace.origins().ofDate()));
        tree.put("address", Addresses.path(issue));
      });
      List<Part> parts = reading.issue().map(this::parts).orElse(List.of());
      tree.put("headings", headings(parts).stream().map(PlacedHeading::tree).toList());
      tree.put("parts", parts.stream().map(Part::tree).toList());
      tree.put(
          "dropped",
          trace.comments().stream()
              .map(comment -> new Block(comment, Optional.empty(), comment.how()).tree())
              .toList());
      tree.put("problems", problems().stream().map(Explanation::tree).toList());
      return tree;
    }

    /** A heading, and the section in which it stands; empty before the first one. */
    private record PlacedHeading(ReadingTrace.Heading heading, String section) {
      Map<String, Object> tree() {
        return inOrder(
            "line",
            heading.lines().first(),
            "level",
            heading.level(),
            "text",
            heading.text(),
            "use",
            heading.use(),
            "section",
            section);
      }

      String line() {
        return "line %s: %s %s: %s%s"
            .formatted(
                heading.lines(),
                "#".repeat(heading.level()),
                heading.text(),
                heading.use(),
                section.isEmpty() ? "" : " (" + section + ")");
      }
    }

    private List<PlacedHeading> headings(List<Part> parts) {
      List<PlacedHeading> placed = new ArrayList<>();
      Iterator<Part> rest = parts.iterator();
      String section = "";
      for (ReadingTrace.Heading heading : trace.headings()) {
        if (heading.isSection() && rest.hasNext()) {
          section = rest.next().section().map(named -> named.key().value()).orElse("");
        }
        placed.add(new PlacedHeading(heading, section));
      }
      return placed;
    }

    private static Map<String, Object> tree(Problem problem) {
      return inOrder(
          "severity",
          problem.kind().severity().name().toLowerCase(Locale.ROOT),
          "kind",
          problem.kind().name().toLowerCase(Locale.ROOT),
          "line",
          problem.line(),
          "message",
          problem.message());
    }

    private static Map<String, Object> inOrder(Object... namesAndValues) {
      Map<String, Object> tree = new LinkedHashMap<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        tree.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
      }
      return tree;
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(file + ": " + status()));
      reading.issue().ifPresent(issue -> {
        lines.add("title: %s (%s)".formatted(issue.title(), trace.origins().ofTitle()));
        lines.add("date: %s (%s)".formatted(issue.date(), trace.origins().ofDate()));
        lines.add("");
        List<Part> parts = parts(issue);
        headings(parts).stream().map(PlacedHeading::line).forEach(lines::add);
        parts.stream().flatMap(Part::lines).forEach(lines::add);
        lines.add("");
        trace
            .comments()
            .forEach(comment ->
                lines.add("line %s: left out: %s".formatted(comment.lines(), comment.how())));
      });
      return lines;
    }
  }
}
