package org.offprint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * What a command takes, and what people are told of it.
 *
 * @param name empty for {@code offprint} itself
 * @param header what it does, in a sentence
 * @param description more of that; may be empty
 * @param arguments in their order
 * @param options in the order in which they are told, without those that every command has
 * @param examples command lines
 */
record Usage(
    String name,
    String header,
    String description,
    List<Argument> arguments,
    List<Option> options,
    List<String> examples) {
  static final String HELP = "help";
  static final String VERSION = "version";

  private static final int WIDTH = 80;
  private static final String MARGIN = "  ";
  private static final int WIDEST_LABEL = 24;

  private static final List<Option> OF_EVERY_COMMAND = List.of(
      Option.builder("h")
          .longOpt(HELP)
          .desc("show this help, and do nothing else")
          .get(),
      Option.builder("V")
          .longOpt(VERSION)
          .desc("show the version, and do nothing else")
          .get());

  private static final List<Argument> EXIT_CODES = List.of(
      new Argument("0", "done", false),
      new Argument(Integer.toString(CommandLineInterface.PROBLEMS_FOUND), "problems found", false),
      new Argument(
          Integer.toString(CommandLineInterface.CANNOT_RUN), "it cannot be run as asked", false));

  /**
   * What stands behind the name of a command.
   *
   * @param label as the help calls it
   * @param isRequired whether the command can do nothing without
   */
  record Argument(String label, String description, boolean isRequired) {
    /** The folder that most commands are about. */
    static final Argument FOLDER =
        new Argument("FOLDER", "the folder of issues (default: issues)", false);

    String inBrackets() {
      return isRequired ? label : "[" + label + "]";
    }
  }

  /** An option with a value. */
  static Option option(String name, String value, String description) {
    return Option.builder()
        .longOpt(name)
        .hasArg()
        .argName(value)
        .desc(description)
        .get();
  }

  /** An option without one. */
  static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  /** How it is called, with what stands before it. */
  String fullName() {
    return name.isEmpty() ? "offprint" : "offprint " + name;
  }

  Stream<Option> allOptions() {
    return Stream.concat(options.stream(), OF_EVERY_COMMAND.stream());
  }

  /** As the parser wants them; it keeps what it finds in them, so they serve for one line. */
  Options parsed() {
    Options all = new Options();
    allOptions().forEach(option -> all.addOption((Option) option.clone()));
    return all;
  }

  /**
   * All that is to say, in lines of at most 80 characters.
   *
   * @param commands those behind it
   */
  String help(List<Usage> commands) {
    List<String> lines = new ArrayList<>(wrapped(header, 0));
    lines.add(synopsis(!commands.isEmpty()));
    if (!description.isEmpty()) {
      lines.addAll(wrapped(description, 0));
    }
    add(lines, "Commands:", commands.stream().map(of -> new Argument(of.name, of.header, true)));
    add(lines, "Arguments:", arguments.stream());
    add(
        lines,
        "Options:",
        allOptions().map(of -> new Argument(label(of), of.getDescription(), false)));
    add(lines, "Exit codes:", EXIT_CODES.stream());
    if (!examples.isEmpty()) {
      lines.add("");
      lines.add("Examples:");
      examples.forEach(example -> lines.add(MARGIN + example));
    }
    return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
  }

  private String synopsis(boolean hasCommands) {
    return Stream.of(
            Stream.of("Usage:", fullName(), "[OPTION]..."),
            arguments.stream().map(Argument::inBrackets),
            Stream.of("[COMMAND]").filter(word -> hasCommands))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static String label(Option option) {
    String letter = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
    String value = option.hasArg() ? "=" + option.getArgName() : "";
    return letter + "--" + option.getLongOpt() + value;
  }

  /** A list in two columns; nothing if it is empty. */
  private static void add(List<String> lines, String heading, Stream<Argument> rows) {
    List<Argument> all = rows.toList();
    if (all.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(heading);
    int widest = all.stream().mapToInt(row -> row.label.length()).max().orElseThrow();
    int indent = MARGIN.length() + Math.min(widest, WIDEST_LABEL) + MARGIN.length();
    for (Argument row : all) {
      List<String> texts = wrapped(row.description, indent);
      String label = MARGIN + row.label + MARGIN;
      if (label.length() > indent) {
        lines.add(label.stripTrailing());
      } else {
        texts.set(0, label + " ".repeat(indent - label.length()) + texts.get(0).strip());
      }
      lines.addAll(texts);
    }
  }

  private static List<String> wrapped(String text, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && indent + line.length() + 1 + word.length() > WIDTH) {
        lines.add(" ".repeat(indent) + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(" ".repeat(indent) + line);
    return lines;
  }
}
