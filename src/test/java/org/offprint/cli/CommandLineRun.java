package org.offprint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** The output of one command, and its exit code. */
public record CommandLineRun(int exitCode, String out, String err) {
  public static CommandLineRun of(String... arguments) {
    return of(Map.of(), arguments);
  }

  public static CommandLineRun of(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = CommandLineInterface.run(
        new PrintWriter(out, true), new PrintWriter(err, true), environment, arguments);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }
}
