package org.offprint.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts Offprint from the command line. */
public final class Main {
  private static final int FAULT = 1;

  private Main() {}

  /**
   * Runs a command and exits with its code: 0 done, 1 problems found or a fault, 2 cannot run as asked.
   *
   * @param arguments as the shell passes them
   */
  public static void main(String[] arguments) {
    int exitCode = FAULT;
    try {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      exitCode = run(out, err, arguments);
    } catch (Throwable e) {
      Thread main = Thread.currentThread();
      main.getUncaughtExceptionHandler().uncaughtException(main, e);
    } finally {
      // Other threads would keep a process alive that serves nothing.
      System.exit(exitCode);
    }
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
