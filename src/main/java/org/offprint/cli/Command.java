package org.offprint.cli;

import java.io.PrintWriter;

/** A subcommand of {@code offprint}. */
interface Command {
  /** Returns the arguments, the options and the help. */
  Usage usage();

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws org.offprint.settings.SettingsException if it cannot run as asked
   */
  int run(ParsedArguments given, PrintWriter out, PrintWriter err);

  /** Returns the line that says why the command did not run, without the end of the line. */
  default String refusal(ParsedArguments given, String message) {
    return CommandLineInterface.refusal(message);
  }
}
