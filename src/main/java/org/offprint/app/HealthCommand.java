package org.offprint.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code offprint health [URL]}. */
@Command(
    name = HealthCommand.NAME,
    header = "Asks a running server whether it is well; for containers that have no other tool.",
    description =
        "Exits with 0 if it answers 200 within 4 seconds, with 1 if not. Without an address it asks"
            + " where the server of this folder listens by OFFPRINT_HOST, OFFPRINT_PORT and the folder's"
            + " offprint.yaml; of the server's flags it knows nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  offprint health",
      "  offprint health --folder ~/newsletter/issues",
      "  offprint health http://localhost:9000/readyz"
    })
final class HealthCommand implements Callable<Integer> {
  static final String NAME = "health";

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
      description = "what to ask (default: /healthz, where the server listens)")
  private Optional<URI> url = Optional.empty();

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "issues",
      description = "the folder of issues that is served (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("issues");

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    URI asked = url.orElseGet(this::whereItListens);
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

  private URI whereItListens() {
    ServerSettings.Sources sources = new ServerSettings.Sources(
        Map.of(), environment, SettingsFile.read(folder).server());
    int port = sources
        .find("port")
        .flatMap(source -> ServerSettings.port(source.value()))
        .orElse(DEFAULT_PORT);
    if (port == 0) {
      throw new SettingsException(
          "the server listens on a free port; name its address, such as http://localhost:8080/healthz");
    }
    String host =
        sources.find("host").map(ServerSettings.Source::value).orElse(ServerSettings.DEFAULT_HOST);
    try {
      return URI.create("http://%s:%d/healthz".formatted(reachable(host), port));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "the host \"%s\" is no address to ask; name one such as http://localhost:8080/healthz"
              .formatted(host));
    }
  }

  /** How this machine reaches what listens on a host, as addresses have it. */
  static String reachable(String host) {
    String name = host.replaceAll("^\\[|]$", "");
    if (name.matches("[0.]+")) {
      return "127.0.0.1";
    }
    if (name.indexOf(':') < 0) {
      return name;
    }
    return name.matches("[0:]+") ? "[::1]" : "[" + name + "]";
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
