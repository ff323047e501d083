package org.offprint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offprint.issue.Issue;
import org.offprint.issue.Problem;
import org.offprint.settings.TerminalSafe;

/**
 * All that {@code offprint check} has found, in one of its formats.
 *
 * @param folder as it was given, so that places can be found from the working directory
 * @param problems by file and line
 * @param isSummedUp true if one line stands for many problems alike, but in JSON
 * @param published the number of issues that readers see
 * @param heldBack the issues that they do not see
 * @param now the time by which they do not see them
 */
record CheckReport(
    Path folder,
    List<Problem> problems,
    boolean isSummedUp,
    int published,
    List<Issue> heldBack,
    Instant now) {
  /** A form of the report, named as in {@code --format}. */
  enum Format {
    /** A line for each problem, as compilers print it. */
    TEXT,
    /** One JSON object. */
    JSON,
    /** Workflow commands of GitHub Actions, which become annotations of files. */
    GITHUB;

    static Optional<Format> find(String name) {
      return Stream.of(values())
          .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }

  void print(Format format, PrintWriter out) {
    switch (format) {
      case TEXT -> {
        shown().forEach(problem -> out.println(TerminalSafe.of(problem.under(folder.toString()))));
        heldBack.forEach(issue -> out.println(TerminalSafe.of(
            "%s/%s: held back %s".formatted(folder, issue.file(), issue.holdBack(now)))));
        out.println(summary());
      }
      case JSON -> out.println(ExplainCommand.json(tree()));
      case GITHUB -> {
        shown()
            .forEach(problem -> out.println(annotation(
                problem.isError() ? "error" : "warning",
                problem.file(),
                problem.line(),
                problem.message())));
        heldBack.forEach(issue -> out.println(
            annotation("notice", issue.file(), 0, "is held back " + issue.holdBack(now))));
        out.println(summary());
      }
    }
  }

  private List<Problem> shown() {
    return isSummedUp ? Problem.summedUp(problems) : problems;
  }

  private long drafts() {
    return heldBack.stream().filter(issue -> issue.draft() || issue.isOver(now)).count();
  }

  private String summary() {
    return "%s, %s, %d still to come, %s"
        .formatted(
            Problem.count(published, "issue"),
            Problem.count(drafts(), "draft"),
            heldBack.size() - drafts(),
            Problem.count(problems));
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("issues", published);
    tree.put("drafts", drafts());
    tree.put("toCome", heldBack.size() - drafts());
    tree.put("problems", problems.stream().map(this::tree).toList());
    tree.put("heldBack", heldBack.stream().map(this::tree).toList());
    return tree;
  }

  private Map<String, Object> tree(Problem problem) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("severity", problem.isError() ? "error" : "warning");
    tree.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
    tree.put("file", problem.file());
    tree.put("line", Math.max(1, problem.line()));
    tree.put("message", problem.message());
    return tree;
  }

  private Map<String, Object> tree(Issue issue) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", issue.file());
    tree.put("reason", issue.holdBack(now));
    return tree;
  }

  /** Lines and properties of a workflow command are escaped as its runner reads them. */
  private String annotation(String command, String file, int line, String message) {
    return "::%s file=%s,line=%d,title=Offprint::%s"
        .formatted(
            command,
            property(folder.resolve(file).normalize().toString()),
            Math.max(1, line),
            escaped(message));
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String escaped(String text) {
    return TerminalSafe.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }
}
