package org.offprint.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.offprint.publication.Folder;
import org.offprint.publication.PreviewAddresses;
import org.offprint.settings.SettingsTable.EffectiveSetting;

/**
 * The settings of the server. A flag comes before the environment, the environment before the file, the file before
 * the default.
 *
 * @param port the port to listen on, 0 for a free one
 * @param baseUrl the address that readers use; empty for the publication's
 * @param scanInterval the time between scans of the folder without any file event
 * @param feedMaxAge the max-age of feeds; empty lets it follow the rhythm of the newsletter
 * @param pollLimit the full responses of one feed that a client gets in an hour without a validator; empty for no limit
 * @param isBehindProxy true if a proxy sets the address of the client
 * @param memory the bytes of the render cache; empty for a share of the heap
 * @param data the folder for data between runs; empty for none, and where drafts are shown
 * @param showsDrafts true if drafts and issues to come are shown
 * @param previews the secret addresses of issues that are held back; empty if there is no key
 * @param hub of the feeds
 */
public record ServerSettings(
    String host,
    int port,
    Optional<URI> baseUrl,
    Duration scanInterval,
    Optional<Duration> feedMaxAge,
    Optional<Integer> pollLimit,
    boolean isBehindProxy,
    Optional<Long> memory,
    Optional<Path> data,
    boolean showsDrafts,
    Optional<PreviewAddresses> previews,
    HubSettings hub,
    Observation observation) {
  /** The variable with the key of previews; it is no setting of the file, which many can read. */
  public static final String PREVIEW_KEY = "OFFPRINT_PREVIEW_KEY";
  /** The flag that shows drafts; it is no setting of the file, so that nobody publishes drafts by mistake. */
  public static final String DRAFTS = "drafts";

  private static final String LOOPBACK = "127.0.0.1";

  private static final String METRICS_PORT = "metrics-port";
  private static final int DEFAULT_METRICS_PORT = 8081;
  private static final String OFF = "off";
  private static final String SERVER_BLOCK = "server: ";
  private static final Duration LEAST_INTERVAL = Duration.ofMillis(100);
  private static final Duration MOST_AGE = Duration.ofDays(1);
  private static final int MOST_POLLS = 10_000;

  /** The format of the log. */
  public enum LogFormat {
    /** One line per event: keys and values, for people and for most collectors. */
    TEXT,
    /** One JSON object per event. */
    JSON
  }

  /** The least severe events that the log has. */
  public enum LogLevel {
    /** Every setting at the start, too. */
    DEBUG,
    /** Starts, changes and problems, too. */
    INFO,
    /** Problems, warnings and faults alone. */
    WARN
  }

  /**
   * The metrics and the log of the server.
   *
   * @param isStatusPublic true if everybody may open the status page
   * @param hasMetrics true if there are metrics on any port
   * @param ownPort the port for metrics, and for the status page if that is not public; empty for none but that of the feeds
   * @param accessLog the share of replies that are logged: 0 none, 1 all, n one of n
   */
  public record Observation(
      boolean isStatusPublic,
      boolean hasMetrics,
      Optional<OperatorPort> ownPort,
      LogFormat logFormat,
      LogLevel logLevel,
      int accessLog,
      boolean countsReaders) {}

  /**
   * The port of the operator.
   *
   * @param port the number, 0 for a free one
   * @param isChosen true if it is no default, so that there is no server without it
   */
  public record OperatorPort(String host, int port, boolean isChosen) {}

  /**
   * Reads all settings.
   *
   * @throws SettingsException if a value is not allowed
   */
  public static ServerSettings of(Sources sources) {
    return new ServerSettings(
        sources.host(),
        sources.get("port", Values::port),
        sources.find("base-url", BaseUrl::parse),
        sources.get(
            "scan-interval",
            text -> Values.duration(text).filter(time -> time.compareTo(LEAST_INTERVAL) >= 0)),
        sources.find(
            "feed-max-age",
            text -> Values.duration(text).filter(time -> time.compareTo(MOST_AGE) <= 0)),
        Optional.of(sources.get("poll-limit", text -> offOrNumber(text, MOST_POLLS)))
            .filter(limit -> limit > 0),
        sources.get("behind-proxy", text -> Values.either(text, "on", OFF)),
        sources.find(
            "memory",
            text -> Values.bytes(text).filter(bytes -> bytes >= 1L << 20 && bytes <= 4L << 30)),
        sources.showsDrafts() ? Optional.empty() : sources.find("data", Values::folder),
        sources.showsDrafts(),
        sources.previews(),
        HubSettings.of(sources),
        new Observation(
            sources.isStatusPublic(),
            sources
                .source(METRICS_PORT)
                .filter(source -> source.value().equals(OFF))
                .isEmpty(),
            sources.operatorPort(),
            sources.get("log-format", ServerSettings::logFormat),
            sources.get("log-level", text -> Values.constant(text, LogLevel.values())),
            sources.get(
                "access-log",
                text -> text.equals("on") ? Optional.of(1) : offOrNumber(text, 1_000_000)),
            sources.get("count-readers", text -> Values.either(text, "on", OFF))));
  }

  /**
   * Returns these settings with the port that was taken.
   *
   * @param taken the one that was free where {@code port} is 0
   */
  public ServerSettings at(int taken) {
    return new ServerSettings(
        host,
        taken,
        baseUrl,
        scanInterval,
        feedMaxAge,
        pollLimit,
        isBehindProxy,
        memory,
        data,
        showsDrafts,
        previews,
        hub,
        observation);
  }

  /**
   * Returns true if the hub is on; it is off where drafts are shown.
   *
   * @throws SettingsException if it is to be on, and has no place for what it remembers
   */
  public boolean hasHub(PublicationSettings newsletter) {
    return !showsDrafts && hub.isOn(data, baseUri(newsletter));
  }

  /** Returns the address for this machine. */
  public URI localUri() {
    return URI.create("http://localhost:" + port + "/");
  }

  /** Returns the address that readers of a newsletter use. */
  public URI baseUri(PublicationSettings newsletter) {
    return baseUrl.or(newsletter::baseUrl).orElseGet(this::localUri);
  }

  private static Optional<Integer> offOrNumber(String text, int most) {
    return text.equals(OFF) ? Optional.of(0) : Values.number(text, 1, most);
  }

  /** Parses a port; -1 for none. */
  private static Optional<Integer> portOrOff(String text) {
    return text.equals(OFF) ? Optional.of(-1) : Values.port(text);
  }

  private static Optional<LogFormat> logFormat(String text) {
    return Values.constant(text, LogFormat.values());
  }

  /** Returns the name of a setting in the environment. */
  static String variable(String key) {
    return "OFFPRINT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A value and the name of the flag, variable or key that it comes from. */
  private record Source(String name, String value) {
    /** Returns the name, with the file for a key; a mistake in the file gets that, and a line, from its reader. */
    private String origin() {
      return name.startsWith(SERVER_BLOCK) ? Folder.SETTINGS_FILE + ", " + name : name;
    }

    private SettingsException mistake(String allowed) {
      return new SettingsException("%s: \"%s\" must be %s"
          .formatted(name, EffectiveSetting.withoutCredentials(value), allowed));
    }
  }

  /**
   * The places that may set a value; the first that does counts.
   *
   * @param flags by key, only those that were given
   * @param environment all variables
   * @param file the {@code server:} block
   */
  public record Sources(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    /** Returns the host to listen on: as it is set, or else every address, but this machine alone if drafts are shown. */
    public String host() {
      return showsDrafts() && source("host").isEmpty() ? LOOPBACK : lenient("host", Optional::of);
    }

    private boolean isStatusPublic() {
      return get("status", text -> Values.either(text, "public", "private"));
    }

    private Optional<OperatorPort> operatorPort() {
      Optional<Integer> chosen = find(METRICS_PORT, ServerSettings::portOrOff);
      return chosen
          .or(() -> isStatusPublic() ? Optional.empty() : Optional.of(DEFAULT_METRICS_PORT))
          .filter(port -> port >= 0)
          .map(port ->
              new OperatorPort(get("metrics-host", Optional::of), port, chosen.isPresent()));
    }

    private boolean showsDrafts() {
      return flags.containsKey(DRAFTS);
    }

    /**
     * Returns the secret addresses of issues that are held back.
     *
     * @throws SettingsException if the key is too short
     */
    public Optional<PreviewAddresses> previews() {
      return secret(PREVIEW_KEY).map(key -> {
        if (key.length() < PreviewAddresses.LEAST_CHARACTERS) {
          throw new SettingsException("%s must have at least %d characters"
              .formatted(PREVIEW_KEY, PreviewAddresses.LEAST_CHARACTERS));
        }
        return new PreviewAddresses(key);
      });
    }

    /** Returns the port to listen on, or the default where the value is a mistake. */
    public int port() {
      return lenient("port", Values::port);
    }

    /** Returns the format of the log, or the default where the value is a mistake. */
    public LogFormat logFormat() {
      return lenient("log-format", ServerSettings::logFormat);
    }

    private <T> T lenient(String key, Function<String, Optional<T>> parser) {
      return source(key)
          .flatMap(source -> parser.apply(source.value()))
          .orElseGet(() -> byDefault(key, parser));
    }

    <T> Optional<T> find(String key, Function<String, Optional<T>> parser) {
      return source(key)
          .map(source -> parser
              .apply(source.value())
              .orElseThrow(
                  () -> source.mistake(SettingsTable.SERVER.setting(key).allowed())));
    }

    <T> T get(String key, Function<String, Optional<T>> parser) {
      return find(key, parser).orElseGet(() -> byDefault(key, parser));
    }

    private static <T> T byDefault(String key, Function<String, Optional<T>> parser) {
      return parser.apply(SettingsTable.SERVER.setting(key).fallback()).orElseThrow();
    }

    /** Returns every setting with its origin. */
    public List<EffectiveSetting> effective() {
      return SettingsTable.SERVER.settings().stream()
          .map(setting -> source(setting.key())
              .map(source -> new EffectiveSetting(setting.key(), source.value(), source.origin()))
              .orElseGet(() -> EffectiveSetting.byDefault(setting)))
          .map(setting -> showsDrafts() && setting.key().equals("host")
              ? new EffectiveSetting("host", host(), "--" + DRAFTS)
              : setting)
          .toList();
    }

    /** Returns the value of a variable that is no setting. */
    Optional<String> secret(String name) {
      return source(name, environment.get(name)).map(Source::value);
    }

    private Optional<Source> source(String key) {
      String variable = variable(key);
      return source("--" + key, flags.get(key))
          .or(() -> source(variable, environment.get(variable)).filter(Sources::isMeant))
          .or(() -> source(SERVER_BLOCK + key, file.get(key)));
    }

    /** Kubernetes sets OFFPRINT_PORT=tcp://10.0.0.1:8080 where a service has the name of the program. */
    private static boolean isMeant(Source source) {
      return !source.value().matches("(?:tcp|udp)://.*");
    }

    private static Optional<Source> source(String name, @Nullable String value) {
      return Optional.ofNullable(value)
          .filter(text -> !text.isBlank())
          .map(text -> new Source(name, text.strip()));
    }
  }
}
