package org.offprint.cli;

import java.io.PrintWriter;

/** One of the things that {@code offprint} can be told to do. */
interface Command {
  /** What people are told of it, and what it takes. */
  Usage usage();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws SettingsException if it cannot be done as asked
   */
  int run(Given given, PrintWriter out, PrintWriter err);

  /** The one line that says why it was not done, without the end of the line. */
  default String refusal(Given given, String message) {
    return CommandLineInterface.refusal(message);
  }
}
