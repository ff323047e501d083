package org.offprint.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offprint.http.ServingRules;
import org.offprint.http.TrustedProxies;
import org.offprint.publication.FolderListing;

/**
 * How the server runs. A flag comes before the environment, the environment before the file, the
 * file before the default.
 *
 * @param host the address to listen on; default {@code 0.0.0.0}, all of them
 * @param port the port to listen on, 0 for a free one; default 8080
 * @param baseUrl the address that readers use; by default what the publication's settings say
 * @param scanInterval how often the folder is scanned without any file event; default 2 seconds
 * @param serving how it answers; by default {@link ServingRules#DEFAULT}
 * @param memory how many bytes of what was rendered are remembered; by default it follows the heap
 * @param data the folder in which something may be kept between runs; by default nothing is
 * @param observation what the operator sees of it; by default {@link Observation#DEFAULT}
 */
public record ServerSettings(
    String host,
    int port,
    Optional<URI> baseUrl,
    Duration scanInterval,
    ServingRules serving,
    Optional<Long> memory,
    Optional<Path> data,
    Observation observation) {
  /** The setting that is a list, in the file too. */
  public static final String TRUSTED_PROXIES = "trusted-proxies";

  public static final String DEFAULT_HOST = "0.0.0.0";

  public static final int DEFAULT_PORT = 8080;

  /** Where something may be kept. */
  public static final String DATA = "data";

  /** What holds where nothing is set, by key, as the operator reads it. */
  private static final Map<String, String> DEFAULTS = defaults();

  public static final List<String> KEYS = List.copyOf(DEFAULTS.keySet());

  private static final String SERVER_BLOCK = "server: ";
  private static final int MOST_PORT = 65535;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m)?");
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
  private static final Duration LEAST_INTERVAL = Duration.ofMillis(100);
  private static final Duration MOST_AGE = Duration.ofDays(1);

  /**
   * Puts the sources together.
   *
   * @param flags by key, only those that were given
   * @param environment all variables; {@code OFFPRINT_BASE_URL} and so on
   * @param file the {@code server:} block
   * @throws SettingsException if a value makes no sense
   */
  public static ServerSettings of(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    Sources sources = new Sources(flags, environment, file);
    return new ServerSettings(
        sources.find("host").map(Source::value).orElse(DEFAULT_HOST),
        sources.find("port").map(ServerSettings::port).orElse(DEFAULT_PORT),
        sources
            .find("base-url")
            .map(source ->
                BaseUrl.parse(source.value()).orElseThrow(() -> source.mistake(BaseUrl.EXPECTED))),
        sources.find("scan-interval").map(ServerSettings::interval).orElse(Duration.ofSeconds(2)),
        serving(sources),
        sources
            .find("memory")
            .map(source -> MemorySize.parse(source.value())
                .orElseThrow(() -> source.mistake(MemorySize.EXPECTED))),
        sources.find(DATA).map(ServerSettings::path),
        Observation.of(sources));
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("host", DEFAULT_HOST);
    defaults.put("port", "8080");
    defaults.put("base-url", "that of the publication");
    defaults.put("scan-interval", "2s");
    defaults.put("feed-max-age", "by the rhythm of the newsletter");
    defaults.put("memory", "64M, or a quarter of the heap");
    defaults.put(DATA, "none");
    defaults.put("poll-limit", "off");
    defaults.put(TRUSTED_PROXIES, "none");
    defaults.put(Observation.METRICS_PORT, "same");
    defaults.put(Observation.LOG_FORMAT, "text");
    defaults.put(Observation.ACCESS_LOG, "off");
    defaults.put(Observation.COUNT_READERS, "on");
    return Collections.unmodifiableMap(defaults);
  }

  /**
   * All settings as they count, in the order of {@link #KEYS}.
   *
   * @param flags as in {@link #of}
   */
  public static List<EffectiveSetting> effective(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    Sources sources = new Sources(flags, environment, file);
    return KEYS.stream()
        .map(key -> sources
            .find(key)
            .map(source -> new EffectiveSetting(key, source.value(), source.origin()))
            .orElseGet(() -> new EffectiveSetting(key, DEFAULTS.getOrDefault(key, ""), "default")))
        .toList();
  }

  /** The environment's name of a setting. */
  static String variable(String key) {
    return "OFFPRINT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static ServingRules serving(Sources sources) {
    return new ServingRules(
        sources.find("feed-max-age").map(ServerSettings::maxAge),
        sources.find("poll-limit").flatMap(ServerSettings::pollLimit),
        sources.find(TRUSTED_PROXIES).map(ServerSettings::proxies).orElse(TrustedProxies.NONE));
  }

  private static Path path(Source source) {
    try {
      return Path.of(source.value());
    } catch (InvalidPathException e) {
      throw source.mistake("the name of a folder");
    }
  }

  private static int port(Source source) {
    return port(source.value()).orElseThrow(() -> source.mistake("a number from 0 to 65535"));
  }

  /** A port, 0 included. */
  public static Optional<Integer> port(String text) {
    return text.matches("\\d{1,5}")
        ? Optional.of(Integer.parseInt(text)).filter(port -> port <= MOST_PORT)
        : Optional.empty();
  }

  private static Duration interval(Source source) {
    return duration(source.value())
        .filter(interval -> interval.compareTo(LEAST_INTERVAL) >= 0)
        .orElseThrow(() -> source.mistake("a time such as 2s, 500ms or 1m, at least 100ms"));
  }

  private static Duration maxAge(Source source) {
    return duration(source.value())
        .filter(age -> age.compareTo(MOST_AGE) <= 0)
        .orElseThrow(() -> source.mistake("a time such as 15m or 900s, at most 1440m"));
  }

  private static Optional<Integer> pollLimit(Source source) {
    if (source.value().equals("off")) {
      return Optional.empty();
    }
    int limit = source.value().matches("\\d{1,6}") ? Integer.parseInt(source.value()) : 0;
    if (limit < 1 || limit > ServingRules.MOST_POLLS) {
      throw source.mistake("off, or a number from 1 to %d".formatted(ServingRules.MOST_POLLS));
    }
    return Optional.of(limit);
  }

  private static TrustedProxies proxies(Source source) {
    return SEPARATOR
        .splitAsStream(source.value())
        .filter(name -> !name.isEmpty())
        .map(name -> TrustedProxies.parse(name)
            .orElseThrow(() -> new Source(source.name(), name).mistake(TrustedProxies.EXPECTED)))
        .reduce(TrustedProxies.NONE, TrustedProxies::and);
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (Optional.ofNullable(parts.group(2)).orElse("s")) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofSeconds(amount);
        });
  }

  /** A value and where it comes from. */
  public record Source(String name, String value) {
    /** Where it stands; a mistake in the file is told with the file's name and line before it. */
    String origin() {
      return name.startsWith(SERVER_BLOCK) ? FolderListing.SETTINGS_FILE + ", " + name : name;
    }

    SettingsException mistake(String expected) {
      return new SettingsException("%s: \"%s\" must be %s"
          .formatted(name, EffectiveSetting.withoutCredentials(value), expected));
    }
  }

  /** Where values come from, the first that has one wins. */
  public record Sources(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    public Optional<Source> find(String key) {
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
