package org.offprint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TableDefinition;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.cli.help.TextStyle;

/**
 * The arguments and options of a command, and the text of its help.
 *
 * @param name empty for {@code offprint} itself
 * @param header one sentence that says what the command does
 * @param description more of that; may be empty
 * @param arguments in their order
 * @param options in the order of the help, without those that every command has
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
  private static final int MARGIN = 2;
  private static final TextStyle LABEL =
      TextStyle.builder().setLeftPad(MARGIN).setScalable(false).get();
  private static final TextStyle TEXT = TextStyle.builder().setLeftPad(MARGIN).get();

  private static final List<Option> OF_EVERY_COMMAND = List.of(
      Option.builder("h")
          .longOpt(HELP)
          .desc("show this help, and do nothing else")
          .get(),
      Option.builder("V")
          .longOpt(VERSION)
          .desc("show the version, and do nothing else")
          .get());

  private static final List<List<String>> EXIT_CODES = List.of(
      List.of("0", "done"),
      List.of(Integer.toString(CommandLineInterface.PROBLEMS_FOUND), "problems found"),
      List.of(Integer.toString(CommandLineInterface.CANNOT_RUN), "it cannot be run as asked"));

  /**
   * An argument of a command.
   *
   * @param label its name in the help
   */
  record Argument(String label, String description, boolean isRequired) {
    /** The folder that most commands read. */
    static final Argument FOLDER =
        new Argument("FOLDER", "the folder of issues (default: issues)", false);

    private String inBrackets() {
      return isRequired ? label : "[" + label + "]";
    }
  }

  /** Makes an option with a value. */
  static Option option(String name, String value, String description) {
    return Option.builder()
        .longOpt(name)
        .hasArg()
        .argName(value)
        .desc(description)
        .get();
  }

  /** Makes an option without a value. */
  static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  /** Returns the words that call the command. */
  String fullName() {
    return name.isEmpty() ? "offprint" : "offprint " + name;
  }

  Options allOptions() {
    Options all = new Options();
    Stream.concat(options.stream(), OF_EVERY_COMMAND.stream()).forEach(all::addOption);
    return all;
  }

  /**
   * Returns the help, in lines of at most 80 characters.
   *
   * @param commands the subcommands
   */
  String help(List<Usage> commands) {
    StringBuilder text = new StringBuilder();
    TextHelpAppendable out = new TextHelpAppendable(text);
    out.setMaxWidth(WIDTH);
    out.setLeftPad(0);
    out.setIndent(0);
    try {
      out.appendParagraph(header);
      out.appendParagraph(synopsis(!commands.isEmpty()));
      out.appendParagraph(description);
      table(
          out,
          "Commands:",
          commands.stream().map(of -> List.of(of.name, of.header)).toList());
      table(
          out,
          "Arguments:",
          arguments.stream().map(of -> List.of(of.label, of.description)).toList());
      table(
          out,
          "Options:",
          HelpFormatter.builder()
              .setShowSince(false)
              .get()
              .getTableDefinition(allOptions().getOptions())
              .rows());
      table(out, "Exit codes:", EXIT_CODES);
      table(out, "Examples:", examples.stream().map(line -> List.of(line, "")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The library fills each line with blanks, and has an empty line where a table has no headers.
    return text.toString().replaceAll(" +\n", "\n").replaceAll("\n{3,}", "\n\n").stripTrailing()
        + "\n";
  }

  private String synopsis(boolean hasCommands) {
    return Stream.of(
            Stream.of("Usage:", fullName(), "[OPTION]..."),
            arguments.stream().map(Argument::inBrackets),
            Stream.of("[COMMAND]").filter(word -> hasCommands))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static void table(TextHelpAppendable out, String heading, Iterable<List<String>> rows)
      throws IOException {
    if (rows.iterator().hasNext()) {
      out.appendTable(TableDefinition.from(heading, List.of(LABEL, TEXT), List.of("", ""), rows));
    }
  }
}
