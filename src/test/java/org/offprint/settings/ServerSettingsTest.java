package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offprint.push.CallbackRules;
import org.offprint.push.Network;
import org.offprint.push.PushRules;
import org.offprint.settings.ServerSettings.LogFormat;
import org.offprint.settings.ServerSettings.LogLevel;
import org.offprint.settings.ServerSettings.Observation;
import org.offprint.settings.ServerSettings.OperatorPort;
import org.offprint.settings.SettingsTable.EffectiveSetting;

final class ServerSettingsTest {
  private static final Map<String, String> NONE = Map.of();
  private static final ServerSettings DEFAULTS = new ServerSettings(
      "0.0.0.0",
      8080,
      Optional.empty(),
      Duration.ofSeconds(2),
      Optional.empty(),
      Optional.empty(),
      false,
      Optional.empty(),
      Optional.empty(),
      false,
      Optional.empty(),
      new HubSettings(
          HubSettings.Mode.AUTO,
          Optional.empty(),
          List.of(),
          CallbackRules.DEFAULT_PORTS,
          PushRules.Limits.DEFAULT.ofTopic(),
          Optional.empty()),
      new Observation(
          false,
          true,
          Optional.of(new OperatorPort("127.0.0.1", 8081, false)),
          LogFormat.TEXT,
          LogLevel.INFO,
          0,
          true));

  /** The values of settings, by key. */
  private static final Map<String, Function<ServerSettings, Object>> VALUES = Map.of(
      "port", ServerSettings::port,
      "base-url", settings -> settings.baseUrl().orElseThrow(),
      "scan-interval", ServerSettings::scanInterval,
      "poll-limit", settings -> settings.pollLimit().orElse(0),
      "memory", settings -> settings.memory().orElseThrow(),
      "metrics-port",
          settings -> settings.observation().ownPort().map(OperatorPort::port).orElse(-1),
      "log-format", settings -> settings.observation().logFormat(),
      "log-level", settings -> settings.observation().logLevel(),
      "access-log", settings -> settings.observation().accessLog(),
      "count-readers", settings -> settings.observation().countsReaders());

  private static ServerSettings flag(String key, String value) {
    return GivenSettings.ofServer(Map.of(key, value), NONE, NONE);
  }

  /** Reads words such as {@code host=127.0.0.1}. */
  private static Map<String, String> given(String pairs) {
    return Stream.of(pairs.split(" "))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Test
  void haveDefaults() {
    assertThat(GivenSettings.ofServer(NONE, NONE, NONE)).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port          | 0           | 0",
        "port          | 80          | 80",
        "port          | 65535       | 65535",
        "port          | ' 8081 '    | 8081",
        "base-url      | https://example.org/weekly | https://example.org/weekly/",
        "scan-interval | 100ms       | PT0.1S",
        "scan-interval | 500 ms      | PT0.5S",
        "scan-interval | 1           | PT1S",
        "scan-interval | 2s          | PT2S",
        "scan-interval | 1m          | PT1M",
        "scan-interval | 999999ms    | PT16M39.999S",
        "poll-limit    | 1           | 1",
        "poll-limit    | 60          | 60",
        "poll-limit    | ' 060 '     | 60",
        "poll-limit    | 10000       | 10000",
        "poll-limit    | off         | 0",
        "memory        | 1M          | 1048576",
        "memory        | 64M         | 67108864",
        "memory        | 64m         | 67108864",
        "memory        | 1024K       | 1048576",
        "memory        | 1048576     | 1048576",
        "memory        | 4G          | 4294967296",
        "memory        | 4096M       | 4294967296",
        "metrics-port  | off         | -1",
        "metrics-port  | 9100        | 9100",
        "log-format    | json        | JSON",
        "log-format    | text        | TEXT",
        "log-level     | debug       | DEBUG",
        "log-level     | warn        | WARN",
        "access-log    | off         | 0",
        "access-log    | on          | 1",
        "access-log    | 1           | 1",
        "access-log    | 100         | 100",
        "access-log    | 1000000     | 1000000",
        "count-readers | off         | false",
        "count-readers | on          | true"
      })
  void valueIsTaken(String key, String text, String value) {
    assertThat(VALUES.get(key)).isNotNull();
    assertThat(VALUES.getOrDefault(key, settings -> "").apply(flag(key, text))).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port          | a number from 0 to 65535 | 65536, 99999, -1, +1, 8080a, 0x50, 80.0, 999999999999",
        "scan-interval | a time such as 2s, 500ms or 1m, at least 100ms | 0, 0s, 99ms, -1s, 1.5s, 2h, often, 1234567s",
        "poll-limit    | off, or a number from 1 to 10000 | 0, -1, +60, 10001, 99999999999, 1.5, 60/h, Off, on, none",
        "behind-proxy  | on or off | yes, true, loopback, 10.0.0.0/8",
        "memory        | a number of bytes such as 64M or 1G, from 1M to 4G | 0, 64, 1023K, 1048575, 4097M, 5G, 9999999999G, 99999999999, -1M, 1.5G, 64 M, 64MB, 64T, much",
        "base-url      | an address such as https://example.org/ without ? and # | example.org",
        "metrics-port  | off, or a number from 0 to 65535 | 65536, on, same",
        "status        | private or public | off, same",
        "log-format    | text or json | xml",
        "log-level     | debug, info or warn | all, 5",
        "access-log    | off, on, or a number from 1 to 1000000 for one of so many answers | 0, 1000001, yes",
        "websub        | auto, on or off | yes, true",
        "database      | an address such as jdbc:postgresql://db.example.org/offprint | db.example.org, postgresql://db/a, jdbc:mysql://db/a",
        "count-readers | on or off | true"
      })
  void mistakesNameTheKeyTheValueAndWhatIsAllowed(String key, String allowed, String values) {
    assertThat(values.split(", "))
        .allSatisfy(value -> assertThatExceptionOfType(SettingsException.class)
            .isThrownBy(() -> flag(key, value))
            .withMessage("--%s: \"%s\" must be %s", key, value, allowed));
  }

  @ParameterizedTest
  @CsvSource({
    "'', true, 127.0.0.1 8081 false",
    "status=public, true, ''",
    "metrics-port=9100, true, 127.0.0.1 9100 true",
    "metrics-port=8081, true, 127.0.0.1 8081 true",
    "metrics-port=9100 status=public, true, 127.0.0.1 9100 true",
    "metrics-host=0.0.0.0, true, 0.0.0.0 8081 false",
    "metrics-port=off, false, ''",
    "metrics-port=off status=public, false, ''"
  })
  void metricsHaveAPortOfTheirOwnOrStandBesideThePublicStatus(
      String flags, boolean hasMetrics, String ownPort) {
    Observation observation = GivenSettings.ofServer(
            flags.isEmpty() ? NONE : given(flags), NONE, NONE)
        .observation();

    assertThat(observation.hasMetrics()).isEqualTo(hasMetrics);
    assertThat(observation
            .ownPort()
            .map(own -> own.host() + " " + own.port() + " " + own.isChosen())
            .orElse(""))
        .isEqualTo(ownPort);
  }

  @Nested
  final class Precedence {
    private final Map<String, String> flags = given("host=127.0.0.1 port=1 poll-limit=100"
        + " base-url=https://flag.example.org/ scan-interval=1s feed-max-age=10s behind-proxy=on"
        + " memory=1M data=/data/1 websub=on database=jdbc:postgresql://1.example.org/a"
        + " websub-allow=10.1.0.0/16 websub-ports=8001 websub-limit=7001");
    private final Map<String, String> environment = given("OFFPRINT_HOST=127.0.0.2"
        + " OFFPRINT_PORT=2 OFFPRINT_POLL_LIMIT=200"
        + " OFFPRINT_BASE_URL=https://environment.example.org/ OFFPRINT_SCAN_INTERVAL=2m"
        + " OFFPRINT_FEED_MAX_AGE=20m OFFPRINT_BEHIND_PROXY=off OFFPRINT_MEMORY=2M"
        + " OFFPRINT_DATA=/data/2 OFFPRINT_WEBSUB=on"
        + " OFFPRINT_DATABASE=jdbc:postgresql://2.example.org/a OFFPRINT_WEBSUB_ALLOW=10.2.0.0/16"
        + " OFFPRINT_WEBSUB_PORTS=8002 OFFPRINT_WEBSUB_LIMIT=7002");
    private final Map<String, String> file = given("host=127.0.0.3 port=3 poll-limit=300"
        + " base-url=https://file.example.org/ scan-interval=3s feed-max-age=30 behind-proxy=on"
        + " memory=3M data=/data/3 websub=on database=jdbc:postgresql://3.example.org/a"
        + " websub-allow=10.3.0.0/16 websub-ports=8003 websub-limit=7003");

    private ServerSettings settings(int number, String source, Duration scans, Duration age) {
      return new ServerSettings(
          "127.0.0." + number,
          number,
          Optional.of(URI.create("https://" + source + ".example.org/")),
          scans,
          Optional.of(age),
          Optional.of(number * 100),
          number != 2,
          Optional.of((long) number << 20),
          Optional.of(Path.of("/data/" + number)),
          false,
          Optional.empty(),
          new HubSettings(
              HubSettings.Mode.ON,
              Optional.of("jdbc:postgresql://%d.example.org/a".formatted(number)),
              List.of(Network.parse("10.%d.0.0/16".formatted(number))),
              Set.of(8000 + number),
              7000 + number,
              Optional.empty()),
          DEFAULTS.observation());
    }

    @Test
    void isOfFlagsThenOfTheEnvironmentThenOfTheFile() {
      assertThat(GivenSettings.ofServer(flags, environment, file))
          .isEqualTo(settings(1, "flag", Duration.ofSeconds(1), Duration.ofSeconds(10)));
      assertThat(GivenSettings.ofServer(NONE, environment, file))
          .isEqualTo(settings(2, "environment", Duration.ofMinutes(2), Duration.ofMinutes(20)));
      assertThat(GivenSettings.ofServer(NONE, NONE, file))
          .isEqualTo(settings(3, "file", Duration.ofSeconds(3), Duration.ofSeconds(30)));
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
    void letsAFlagSwitchAVariableOff() {
      assertThat(GivenSettings.ofServer(
                  Map.of("poll-limit", "off"), Map.of("OFFPRINT_POLL_LIMIT", "60"), NONE)
              .pollLimit())
          .isEmpty();
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
    void passesOverVariablesThatKubernetesSetsForAService() {
      Map<String, String> variables = Map.of(
          "OFFPRINT_PORT", "tcp://10.0.0.1:8080", "OFFPRINT_METRICS_PORT", "tcp://10.0.0.1:8081");

      assertThat(GivenSettings.ofServer(NONE, variables, NONE)).isEqualTo(DEFAULTS);
    }

    @Test
    void leavesMistakeOfLesserSourceAlone() {
      assertThat(GivenSettings.ofServer(Map.of("port", "1"), Map.of("OFFPRINT_PORT", "none"), NONE)
              .port())
          .isEqualTo(1);
    }
  }

  @Nested
  final class Mistake {
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

    @Test
    void hidesPasswords() {
      assertThatExceptionOfType(SettingsException.class)
          .isThrownBy(() -> flag("base-url", "https://mara:abc@news.example.org/"))
          .withMessageContaining("https://***@news.example.org/")
          .withMessageNotContaining("abc");
    }
  }

  @Nested
  final class Effective {
    @Test
    void settingOfTheServerHasItsOrigin() {
      List<EffectiveSetting> settings = new ServerSettings.Sources(
              Map.of("port", "9000"),
              Map.of("OFFPRINT_HOST", "127.0.0.1", "OFFPRINT_PORT", "1"),
              Map.of("memory", "1M"))
          .effective();

      assertThat(settings)
          .extracting(EffectiveSetting::key)
          .containsExactlyElementsOf(SettingsTable.SERVER.keys());
      assertThat(settings)
          .contains(
              new EffectiveSetting("port", "9000", "--port"),
              new EffectiveSetting("host", "127.0.0.1", "OFFPRINT_HOST"),
              new EffectiveSetting("log-format", "text", "default"))
          .anyMatch(setting -> setting.key().equals("memory")
              && setting.value().equals("1M")
              && setting.origin().startsWith("offprint.yaml"));
    }

    @Test
    void settingOfTheNewsletterHasItsOrigin() {
      List<EffectiveSetting> settings = GivenSettings.read(
              "title: Weekly\nauthors: [A, B]\nwindow:\n  issues: 5\nserver:\n  port: 1\n")
          .effective();

      assertThat(settings)
          .hasSize(SettingsTable.NEWSLETTER.keys().size() - 1)
          .contains(
              new EffectiveSetting("title", "Weekly", "offprint.yaml"),
              new EffectiveSetting("authors", "a list of 2", "offprint.yaml"),
              new EffectiveSetting("window", "a block", "offprint.yaml"),
              new EffectiveSetting("language", "en", "default"),
              new EffectiveSetting("copyright", "not set", "default"));
    }

    @ParameterizedTest
    @CsvSource({
      "database-password, abc, ***",
      "base-url, https://user:abc@news.example.org/, https://***@news.example.org/",
      "base-url, https://news.example.org/@mara, https://news.example.org/@mara",
    })
    void settingHidesSecrets(String key, String value, String shown) {
      assertThat(new EffectiveSetting(key, value, "default").value()).isEqualTo(shown);
    }
  }
}
