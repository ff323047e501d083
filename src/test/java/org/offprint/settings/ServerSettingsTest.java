package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.http.ServingRules;

final class ServerSettingsTest {
  private static final Map<String, String> NONE = Map.of();
  private static final Observation OBSERVATION =
      new Observation(true, Optional.empty(), LogFormat.TEXT, 0, true);

  @Test
  void haveDefaults() {
    assertThat(GivenSettings.ofServer(NONE, NONE, NONE))
        .isEqualTo(new ServerSettings(
            "0.0.0.0",
            8080,
            Optional.empty(),
            Duration.ofSeconds(2),
            new ServingRules(Optional.empty(), Optional.empty(), false),
            Optional.empty(),
            Optional.empty(),
            OBSERVATION));
  }

  @Nested
  final class Precedence {
    private final Map<String, String> flags = Map.of(
        "host",
        "127.0.0.1",
        "port",
        "1",
        "base-url",
        "https://flag.example.org/",
        "scan-interval",
        "1s",
        "feed-max-age",
        "10s",
        "poll-limit",
        "100",
        "behind-proxy",
        "on",
        "memory",
        "1M",
        "data",
        "/data/1");
    private final Map<String, String> environment = Map.of(
        "OFFPRINT_HOST", "127.0.0.2",
        "OFFPRINT_PORT", "2",
        "OFFPRINT_BASE_URL", "https://environment.example.org/",
        "OFFPRINT_SCAN_INTERVAL", "2m",
        "OFFPRINT_FEED_MAX_AGE", "20m",
        "OFFPRINT_POLL_LIMIT", "200",
        "OFFPRINT_BEHIND_PROXY", "off",
        "OFFPRINT_MEMORY", "2M",
        "OFFPRINT_DATA", "/data/2");
    private final Map<String, String> file = Map.of(
        "host",
        "127.0.0.3",
        "port",
        "3",
        "base-url",
        "https://file.example.org/",
        "scan-interval",
        "3s",
        "feed-max-age",
        "30",
        "poll-limit",
        "300",
        "behind-proxy",
        "on",
        "memory",
        "3M",
        "data",
        "/data/3");

    @Test
    void isOfFlagsFirst() {
      assertThat(GivenSettings.ofServer(flags, environment, file))
          .isEqualTo(new ServerSettings(
              "127.0.0.1",
              1,
              Optional.of(URI.create("https://flag.example.org/")),
              Duration.ofSeconds(1),
              serving(Duration.ofSeconds(10), 100, true),
              Optional.of(1L << 20),
              Optional.of(Path.of("/data/1")),
              OBSERVATION));
    }

    @Test
    void isOfTheEnvironmentNext() {
      assertThat(GivenSettings.ofServer(NONE, environment, file))
          .isEqualTo(new ServerSettings(
              "127.0.0.2",
              2,
              Optional.of(URI.create("https://environment.example.org/")),
              Duration.ofMinutes(2),
              serving(Duration.ofMinutes(20), 200, false),
              Optional.of(2L << 20),
              Optional.of(Path.of("/data/2")),
              OBSERVATION));
    }

    @Test
    void isOfTheFileThen() {
      assertThat(GivenSettings.ofServer(NONE, NONE, file))
          .isEqualTo(new ServerSettings(
              "127.0.0.3",
              3,
              Optional.of(URI.create("https://file.example.org/")),
              Duration.ofSeconds(3),
              serving(Duration.ofSeconds(30), 300, true),
              Optional.of(3L << 20),
              Optional.of(Path.of("/data/3")),
              OBSERVATION));
    }

    private static ServingRules serving(Duration feedMaxAge, int pollLimit, boolean isBehindProxy) {
      return new ServingRules(Optional.of(feedMaxAge), Optional.of(pollLimit), isBehindProxy);
    }

    @Test
    void isDecidedForEachSettingByItself() {
      ServerSettings settings =
          GivenSettings.ofServer(Map.of("port", "1"), Map.of("OFFPRINT_HOST", "127.0.0.2"), file);

      assertThat(settings.port()).isEqualTo(1);
      assertThat(settings.host()).isEqualTo("127.0.0.2");
      assertThat(settings.baseUrl()).contains(URI.create("https://file.example.org/"));
    }

    @Test
    void passesOverEmptyVariable() {
      assertThat(GivenSettings.ofServer(NONE, Map.of("OFFPRINT_PORT", " "), Map.of("port", "3"))
              .port())
          .isEqualTo(3);
    }

    @Test
    void passesOverOtherVariables() {
      assertThat(GivenSettings.ofServer(NONE, Map.of("PORT", "2", "port", "2"), NONE)
              .port())
          .isEqualTo(8080);
    }

    @Test
    void leavesMistakeOfLesserSourceAlone() {
      assertThat(GivenSettings.ofServer(Map.of("port", "1"), Map.of("OFFPRINT_PORT", "none"), NONE)
              .port())
          .isEqualTo(1);
    }
  }

  @Nested
  final class Port {
    @ParameterizedTest
    @CsvSource({"0, 0", "80, 80", "65535, 65535", "' 8081 ', 8081"})
    void isNumber(String text, int port) {
      assertThat(flag("port", text).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999", "-1", "+1", "8080a", "0x50", "80.0", "999999999999"})
    void isNothingElse(String text) {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("port", text))
          .withMessage("--port: \"" + text + "\" must be a number from 0 to 65535");
    }
  }

  @Nested
  final class ScanInterval {
    @ParameterizedTest
    @CsvSource({
      "100ms, PT0.1S",
      "500 ms, PT0.5S",
      "1, PT1S",
      "2s, PT2S",
      "1m, PT1M",
      "999999ms, PT999.999S"
    })
    void isTime(String text, Duration interval) {
      assertThat(flag("scan-interval", text).scanInterval()).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "99ms", "-1s", "1.5s", "2h", "often", "1234567s"})
    void isNothingElse(String text) {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("scan-interval", text))
          .withMessageStartingWith("--scan-interval: \"" + text + "\" must be")
          .withMessageContaining("at least 100ms");
    }
  }

  @Nested
  final class PollLimit {
    @ParameterizedTest
    @CsvSource({"1, 1", "60, 60", "' 060 ', 60", "10000, 10000"})
    void isNumber(String text, int limit) {
      assertThat(flag("poll-limit", text).serving().pollLimit()).contains(limit);
    }

    @Test
    void isOffWhenSwitchedOff() {
      ServerSettings settings = GivenSettings.ofServer(
          Map.of("poll-limit", "off"), Map.of("OFFPRINT_POLL_LIMIT", "60"), NONE);

      assertThat(settings.serving().pollLimit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"0", "-1", "+60", "10001", "99999999999", "1.5", "60/h", "Off", "on", "none"})
    void isNothingElse(String text) {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("poll-limit", text))
          .withMessage("--poll-limit: \"" + text + "\" must be off, or a number from 1 to 10000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "true", "loopback", "10.0.0.0/8"})
  void proxyIsOnOrOff(String text) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> flag("behind-proxy", text))
        .withMessage("--behind-proxy: \"" + text + "\" must be on or off");
  }

  @Nested
  final class Memory {
    @ParameterizedTest
    @CsvSource({
      "1M, 1048576",
      "64M, 67108864",
      "64m, 67108864",
      "1024K, 1048576",
      "1048576, 1048576",
      "4G, 4294967296",
      "4096M, 4294967296"
    })
    void isNumberOfBytes(String text, long bytes) {
      assertThat(flag("memory", text).memory()).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "64",
          "1023K",
          "1048575",
          "4097M",
          "5G",
          "9999999999G",
          "99999999999",
          "-1M",
          "1.5G",
          "64 M",
          "64MB",
          "64T",
          "much"
        })
    void isNothingElse(String text) {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("memory", text))
          .withMessage("--memory: \"" + text
              + "\" must be a number of bytes such as 64M or 1G, from 1M to 4G");
    }
  }

  @Test
  void completeTheBaseUrl() {
    assertThat(flag("base-url", "https://example.org/weekly").baseUrl())
        .contains(URI.create("https://example.org/weekly/"));
  }

  @Nested
  final class Mistake {
    @Test
    void inFlagNamesTheFlag() {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("base-url", "example.org"))
          .withMessage("--base-url: \"example.org\" must be " + BaseUrl.EXPECTED);
    }

    @Test
    void inTheEnvironmentNamesTheVariable() {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(
              () -> GivenSettings.ofServer(NONE, Map.of("OFFPRINT_SCAN_INTERVAL", "often"), NONE))
          .withMessageStartingWith("OFFPRINT_SCAN_INTERVAL: \"often\" must be");
    }

    @Test
    void inTheFileNamesTheBlockAndTheKey() {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> GivenSettings.ofServer(NONE, NONE, Map.of("port", "http")))
          .withMessage("server: port: \"http\" must be a number from 0 to 65535");
    }
  }

  private static ServerSettings flag(String name, String value) {
    return GivenSettings.ofServer(Map.of(name, value), NONE, NONE);
  }
}
