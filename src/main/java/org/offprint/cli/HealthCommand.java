package org.offprint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.offprint.publication.Addresses;
import org.offprint.settings.ServerSettings;
import org.offprint.settings.SettingsException;
import org.offprint.settings.SettingsFile;
import org.offprint.settings.TerminalSafe;

/** {@code offprint health [URL]}. */
final class HealthCommand implements Command {
  static final String NAME = "health";

  private static final String FOLDER = "folder";
  private static final int UNWELL = 1;
  private static final int OK = 200;
  private static final int MILLIS_PER_STEP = 2000;

  private final Map<String, String> environment;

  HealthCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Usage usage() {
    return new Usage(
        NAME,
        "Asks a running server whether it is well; for containers that have no other tool.",
        "Exits with 0 if it answers 200 within 4 seconds, with 1 if not. Without an address it"
            + " asks where the server of this folder listens by OFFPRINT_HOST, OFFPRINT_PORT and"
            + " the folder's offprint.yaml; of the server's flags it knows nothing.",
        List.of(new Usage.Argument(
            "URL", "what to ask (default: /healthz, where the server listens)", false)),
        List.of(Usage.option(
            FOLDER, "FOLDER", "the folder of issues that is served (default: issues)")),
        List.of(
            "offprint health",
            "offprint health --folder ~/newsletter/issues",
            "offprint health http://localhost:9000/readyz"));
  }

  @Override
  public int run(ParsedArguments given, PrintWriter out, PrintWriter err) {
    Path folder = ParsedArguments.folder(given.value(FOLDER));
    URI asked =
        given.argument(0).map(HealthCommand::address).orElseGet(() -> whereItListens(folder));
    try {
      int status = status(asked);
      if (status != OK) {
        err.printf("offprint: %s answers %d%n", asked, status);
      }
      return status == OK ? 0 : UNWELL;
    } catch (MalformedURLException | IllegalArgumentException | ClassCastException e) {
      throw noAddress(asked.toString());
    } catch (IOException e) {
      err.printf("offprint: %s does not answer: %s%n", asked, e.getMessage());
      return UNWELL;
    }
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw noAddress(text);
    }
  }

  private static SettingsException noAddress(String text) {
    return new SettingsException(
        "\"%s\" is no address to ask; name one such as http://localhost:8080/healthz"
            .formatted(TerminalSafe.of(text)));
  }

  private URI whereItListens(Path folder) {
    ServerSettings.Sources sources = new ServerSettings.Sources(
        Map.of(), environment, SettingsFile.read(folder).server());
    int port = sources.port();
    if (port == 0) {
      throw new SettingsException(
          "the server listens on a free port; name its address, such as http://localhost:8080/healthz");
    }
    String host = sources.host();
    try {
      return URI.create("http://%s:%d%s".formatted(reachable(host), port, Addresses.ALIVE));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "the host \"%s\" is no address to ask; name one such as http://localhost:8080/healthz"
              .formatted(host));
    }
  }

  /** Returns the host of a URL by which this machine reaches a server that listens on an address. */
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
    // It loads a fifth of the classes of java.net.http; a health check runs every few seconds.
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
