package org.offprint.app;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that all commands share. */
final class IssuesFolder {
  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "issues",
      description = "the folder of issues (default: ${DEFAULT-VALUE})")
  private Path path = Path.of("issues");

  Path path() {
    return path;
  }
}
