package org.offprint.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offprint.http.ServingRules;
import org.offprint.http.TrustedProxies;

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
 */
record ServerSettings(
    String host,
    int port,
    Optional<URI> baseUrl,
    Duration scanInterval,
    ServingRules serving,
    Optional<Long> memory) {
  /** The setting that is a list, in the file too. */
  static final String TRUSTED_PROXIES = "trusted-proxies";

  static final List<String> KEYS = List.of(
      "host",
      "port",
      "base-url",
      "scan-interval",
      "feed-max-age",
      "memory",
      "poll-limit",
      TRUSTED_PROXIES);

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
  static ServerSettings of(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    Sources sources = new Sources(flags, environment, file);
    return new ServerSettings(
        sources.find("host").map(Source::value).orElse("0.0.0.0"),
        sources.find("port").map(ServerSettings::port).orElse(8080),
        sources
            .find("base-url")
            .map(source ->
                BaseUrl.parse(source.value()).orElseThrow(() -> source.mistake(BaseUrl.EXPECTED))),
        sources.find("scan-interval").map(ServerSettings::interval).orElse(Duration.ofSeconds(2)),
        serving(sources),
        sources
            .find("memory")
            .map(source -> MemorySize.parse(source.value())
                .orElseThrow(() -> source.mistake(MemorySize.EXPECTED))));
  }

  private static ServingRules serving(Sources sources) {
    return new ServingRules(
        sources.find("feed-max-age").map(ServerSettings::maxAge),
        sources.find("poll-limit").flatMap(ServerSettings::pollLimit),
        sources.find(TRUSTED_PROXIES).map(ServerSettings::proxies).orElse(TrustedProxies.NONE));
  }

  private static int port(Source source) {
    int port = source.value().matches("\\d{1,5}") ? Integer.parseInt(source.value()) : -1;
    if (port < 0 || port > 65535) {
      throw source.mistake("a number from 0 to 65535");
    }
    return port;
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
  private record Source(String name, String value) {
    SettingsException mistake(String expected) {
      return new SettingsException("%s: \"%s\" must be %s".formatted(name, value, expected));
    }
  }

  /** Where values come from, the first that has one wins. */
  private record Sources(
      Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
    Optional<Source> find(String key) {
      String variable = "OFFPRINT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
      return source("--" + key, flags.get(key))
          .or(() -> source(variable, environment.get(variable)))
          .or(() -> source("offprint.yaml, server: " + key, file.get(key)));
    }

    private static Optional<Source> source(String name, @Nullable String value) {
      return Optional.ofNullable(value)
          .filter(text -> !text.isBlank())
          .map(text -> new Source(name, text.strip()));
    }
  }
}
