package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator settles about what can be seen of the server. */
final class ObservationTest {
  private static final Map<String, String> NONE = Map.of();

  private static Observation of(String key, String value) {
    return GivenSettings.ofServer(Map.of(key, value), NONE, NONE).observation();
  }

  @Test
  void metricsStandBesideTheFeedsOnAPortOfTheirOwnOrNowhere() {
    assertThat(of("metrics-port", "same"))
        .isEqualTo(GivenSettings.ofServer(NONE, NONE, NONE).observation());
    assertThat(of("metrics-port", "same").metricsPort()).isEmpty();
    assertThat(of("metrics-port", "same").hasMetrics()).isTrue();
    assertThat(of("metrics-port", "9090").metricsPort()).contains(9090);
    assertThat(of("metrics-port", "9090").hasMetrics()).isTrue();
    assertThat(of("metrics-port", "off").hasMetrics()).isFalse();
    assertThat(of("metrics-port", "off").metricsPort()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"off, 0", "on, 1", "1, 1", "100, 100", "1000000, 1000000"})
  void accessLogTakesAllNoneOrOneOfMany(String value, int oneOf) {
    assertThat(of("access-log", value).accessLog()).isEqualTo(oneOf);
  }

  @Test
  void logIsTextOrJson() {
    assertThat(of("log-format", "json").logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(of("log-format", "text").logFormat()).isEqualTo(LogFormat.TEXT);
  }

  @Test
  void readersAreCountedOrNot() {
    assertThat(of("count-readers", "off").countsReaders()).isFalse();
    assertThat(of("count-readers", "on").countsReaders()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrics-port  | 65536   | same, off, or a number from 0 to 65535",
        "metrics-port  | on      | same, off, or a number from 0 to 65535",
        "log-format    | xml     | text or json",
        "access-log    | 0       | off, on, or a number from 1 to 1000000 for one of so many answers",
        "access-log    | 1000001 | off, on, or a number from 1 to 1000000 for one of so many answers",
        "access-log    | yes     | off, on, or a number from 1 to 1000000 for one of so many answers",
        "count-readers | true    | on or off",
      })
  void mistakesNameTheKeyTheValueAndWhatIsAllowed(String key, String value, String allowed) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> of(key, value))
        .withMessage("--%s: \"%s\" must be %s", key, value, allowed);
  }

  @Test
  void whatKubernetesSetsForAServiceIsNoSetting() {
    Map<String, String> environment = Map.of(
        "OFFPRINT_PORT", "tcp://10.0.0.1:8080", "OFFPRINT_METRICS_PORT", "tcp://10.0.0.1:9090");

    assertThat(GivenSettings.ofServer(NONE, environment, NONE))
        .isEqualTo(GivenSettings.ofServer(NONE, NONE, NONE));
  }

  @Test
  void everySettingIsToldWithItsOrigin() {
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
  void settingsOfTheNewsletterAreToldToo() {
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

  @Test
  void mistakesDoNotTellPasswords() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> of("base-url", "https://mara:abc@news.example.org/"))
        .withMessageContaining("https://***@news.example.org/")
        .withMessageNotContaining("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "database-password, abc, ***",
    "base-url, https://user:abc@news.example.org/, https://***@news.example.org/",
    "base-url, https://news.example.org/@mara, https://news.example.org/@mara",
  })
  void secretsAreNotTold(String key, String value, String told) {
    assertThat(new EffectiveSetting(key, value, "default").value()).isEqualTo(told);
  }
}
