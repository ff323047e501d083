package org.offprint.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts Offprint from the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends with its exit code: 0 done, 1 problems found, 2 it cannot be run as asked.
   *
   * @param arguments as the shell passes them
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  private static int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return CommandLineInterface.run(out, err, System.getenv(), arguments);
    } catch (NoClassDefFoundError e) {
      err.println("offprint: its libraries are missing; keep the folder lib beside the jar ("
          + e.getMessage() + ")");
      return CommandLineInterface.CANNOT_RUN;
    }
  }
}
