package org.offprint.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operator sees of the server.
 *
 * @param hasMetrics whether there are metrics anywhere
 * @param metricsPort a port of their own for metrics, 0 for a free one; by default they stand beside the feeds
 * @param logFormat how the log is written; by default as text
 * @param accessLog which answers are logged: 0 none, 1 all, n one of n; by default none
 * @param countsReaders whether readers are counted; by default they are
 */
public record Observation(
    boolean hasMetrics,
    Optional<Integer> metricsPort,
    LogFormat logFormat,
    int accessLog,
    boolean countsReaders) {
  /** What holds if nothing is set. */
  static final Observation DEFAULT =
      new Observation(true, Optional.empty(), LogFormat.TEXT, 0, true);

  public static final String METRICS_PORT = "metrics-port";
  public static final String LOG_FORMAT = "log-format";
  public static final String ACCESS_LOG = "access-log";
  public static final String COUNT_READERS = "count-readers";

  private static final String OFF = "off";
  private static final String ON = "on";
  private static final String SAME = "same";
  private static final int MOST_SKIPPED = 1_000_000;
  private static final Map<String, LogFormat> FORMATS = Stream.of(LogFormat.values())
      .collect(
          Collectors.toMap(format -> format.name().toLowerCase(Locale.ROOT), format -> format));

  static Observation of(ServerSettings.Sources sources) {
    Optional<ServerSettings.Source> metrics = sources.find(METRICS_PORT);
    return new Observation(
        metrics.filter(source -> source.value().equals(OFF)).isEmpty(),
        metrics
            .filter(source -> !source.value().equals(OFF) && !source.value().equals(SAME))
            .map(Observation::port),
        sources.find(LOG_FORMAT).map(Observation::format).orElse(LogFormat.TEXT),
        sources.find(ACCESS_LOG).map(Observation::accessLog).orElse(0),
        sources.find(COUNT_READERS).map(Observation::isOn).orElse(true));
  }

  /** How the log is written, going by settings that may have mistakes. */
  public static LogFormat logFormat(ServerSettings.Sources sources) {
    return sources
        .find(LOG_FORMAT)
        .flatMap(source -> Optional.ofNullable(FORMATS.get(source.value())))
        .orElse(LogFormat.TEXT);
  }

  private static int port(ServerSettings.Source source) {
    return ServerSettings.port(source.value())
        .orElseThrow(() -> source.mistake("same, off, or a number from 0 to 65535"));
  }

  private static LogFormat format(ServerSettings.Source source) {
    return Optional.ofNullable(FORMATS.get(source.value()))
        .orElseThrow(() -> source.mistake("text or json"));
  }

  private static int accessLog(ServerSettings.Source source) {
    String value = source.value();
    int oneOf = value.matches("\\d{1,7}") ? Integer.parseInt(value) : 0;
    return switch (value) {
      case OFF -> 0;
      case ON -> 1;
      default -> {
        if (oneOf < 1 || oneOf > MOST_SKIPPED) {
          throw source.mistake("off, on, or a number from 1 to %d for one of so many answers"
              .formatted(MOST_SKIPPED));
        }
        yield oneOf;
      }
    };
  }

  private static boolean isOn(ServerSettings.Source source) {
    if (!source.value().equals(ON) && !source.value().equals(OFF)) {
      throw source.mistake("on or off");
    }
    return source.value().equals(ON);
  }
}
