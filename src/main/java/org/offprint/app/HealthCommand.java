package org.offprint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code offprint health [URL]}. */
@Command(
    name = "health",
    header = "Asks a running server whether it is well; for containers that have no other tool.",
    description = "Exits with 0 if it answers 200 within 4 seconds, with 1 if not.",
    footerHeading = "%nExamples:%n",
    footer = {"  offprint health", "  offprint health http://localhost:9000/readyz"})
final class HealthCommand implements Callable<Integer> {
  private static final int UNWELL = 1;
  private static final int OK = 200;
  static final int DEFAULT_PORT = 8080;
  private static final int MILLIS_PER_STEP = 2000;

  private final Map<String, String> environment;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description =
          "what to ask (default: /healthz on this machine, at the port that OFFPRINT_PORT names, else 8080)")
  private Optional<URI> url = Optional.empty();

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    URI asked = url.orElseGet(() -> URI.create("http://127.0.0.1:" + port() + "/healthz"));
    PrintWriter err = spec.commandLine().getErr();
    try {
      int status = status(asked);
      if (status != OK) {
        err.printf("offprint: %s answers %d%n", asked, status);
      }
      return status == OK ? 0 : UNWELL;
    } catch (MalformedURLException | IllegalArgumentException | ClassCastException e) {
      throw new SettingsException(
          "%s is no address to ask; name one such as http://localhost:8080/healthz"
              .formatted(asked));
    } catch (IOException e) {
      err.printf("offprint: %s does not answer: %s%n", asked, e.getMessage());
      return UNWELL;
    }
  }

  private int port() {
    return Optional.ofNullable(environment.get("OFFPRINT_PORT"))
        .flatMap(ServerSettings::port)
        .orElse(DEFAULT_PORT);
  }

  private static int status(URI asked) throws IOException {
    // Loads a fifth of the classes of java.net.http: this runs every few seconds.
    HttpURLConnection connection = (HttpURLConnection) asked.toURL().openConnection();
    connection.setConnectTimeout(MILLIS_PER_STEP);
    connection.setReadTimeout(MILLIS_PER_STEP);
    connection.setInstanceFollowRedirects(false);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
