package org.offprint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.offprint.settings.GivenSettings.assertProblem;
import static org.offprint.settings.GivenSettings.good;
import static org.offprint.settings.GivenSettings.only;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.push.Network;
import org.offprint.settings.PushSettings.Webhook;
import org.offprint.settings.SettingsTable.EffectiveSetting;

/** The settings of the hub, of pings and of webhooks, right and wrong. */
final class HubSettingsTest {
  private static final Map<String, String> NONE = Map.of();
  private static final String DATABASE =
      "jdbc:postgresql://db.example.org/a?user=b&password=hush&ssl=true";

  private static boolean isOn(String base, String... flags) {
    Map<String, String> given = new HashMap<>();
    for (String flag : flags) {
      given.put(flag.split("=", 2)[0], flag.split("=", 2)[1]);
    }
    return GivenSettings.ofServer(given, NONE, NONE).hasHub(good("base-url: " + base));
  }

  @Test
  void isOnByItselfWhereItHasAPlaceAndReadersAPublicAddress() {
    assertThat(isOn("https://example.org/", "data=/data")).isTrue();
    assertThat(isOn("https://example.org/", "database=" + DATABASE)).isTrue();
    assertThat(isOn("https://example.org/")).isFalse();
    assertThat(isOn("http://example.org/", "data=/data")).isFalse();
    assertThat(isOn("https://localhost/", "data=/data")).isFalse();
    assertThat(isOn("https://10.0.0.1/", "data=/data")).isFalse();
  }

  @Test
  void isOnOrOffAsItIsSaid() {
    assertThat(isOn("http://localhost/", "data=/data", "websub=on")).isTrue();
    assertThat(isOn("https://example.org/", "data=/data", "websub=off")).isFalse();
  }

  @Test
  void isOffWhereDraftsAreShown() {
    assertThat(isOn("https://example.org/", "data=/data", "websub=on", "drafts=on"))
        .isFalse();
  }

  @Test
  void cannotBeOnWithoutAPlace() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> isOn("https://example.org/", "websub=on"))
        .withMessageContainingAll("websub: on", "--data", "--database");
  }

  @Test
  void networksAreAListWithCommas() {
    HubSettings hub = GivenSettings.ofServer(
            Map.of("websub-allow", "10.0.0.0/8, fd00::/8"), NONE, NONE)
        .hub();

    assertThat(hub.allowed())
        .containsExactly(Network.parse("10.0.0.0/8"), Network.parse("fd00::/8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/8,", "10.0.0.0/8;fd00::/8", "localhost", "all"})
  void networkThatIsNoneIsAMistake(String text) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> GivenSettings.ofServer(Map.of("websub-allow", text), NONE, NONE))
        .withMessage(
            "--websub-allow: \"%s\" must be networks such as 10.0.0.0/8 or fd00::/8, with commas",
            text);
  }

  @Test
  void portsAreAListWithCommas() {
    assertThat(GivenSettings.ofServer(Map.of("websub-ports", "443, 8443"), NONE, NONE)
            .hub()
            .ports())
        .containsExactlyInAnyOrder(443, 8443);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "443,", "65536", "https", "443;80"})
  void portThatIsNoneIsAMistake(String text) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> GivenSettings.ofServer(Map.of("websub-ports", text), NONE, NONE))
        .withMessage("--websub-ports: \"%s\" must be numbers from 1 to 65535, with commas", text);
  }

  @Test
  void keyComesFromTheEnvironmentAlone() {
    assertThat(GivenSettings.ofServer(NONE, Map.of(HubSettings.KEY, "0123456789abcdef"), NONE)
            .hub()
            .key())
        .contains("0123456789abcdef");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () -> GivenSettings.ofServer(NONE, Map.of(HubSettings.KEY, "short-secret"), NONE))
        .withMessageContaining("at least 16 characters")
        .withMessageNotContaining("short-secret");
  }

  @Test
  void passwordOfTheDatabaseIsHidden() {
    assertThat(new EffectiveSetting("database", DATABASE, "OFFPRINT_DATABASE").value())
        .isEqualTo("jdbc:postgresql://db.example.org/a?user=b&password=***&ssl=true");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> GivenSettings.ofServer(
            Map.of("database", "jdbc:mysql://a:hush@db/a?password=hush"), NONE, NONE))
        .withMessageNotContaining("hush");
  }

  @Test
  void pingAndWebhooksAreOfTheNewsletter() {
    PushSettings push = good("""
        ping: [https://hub.example.com/, "https://other.example.com/hub?of=all"]
        webhooks:
          - url: https://chat.example.org/hooks/1
          - url: $CHAT_HOOK
            secret: $CHAT_SECRET
            edits: true
        """).push();

    assertThat(push.hubs())
        .containsExactly(
            URI.create("https://hub.example.com/"),
            URI.create("https://other.example.com/hub?of=all"));
    assertThat(
            push.webhooks(Map.of("CHAT_HOOK", " https://chat.example.org/2 ", "CHAT_SECRET", "x")))
        .containsExactly(
            new Webhook("https://chat.example.org/hooks/1", Optional.empty(), false),
            new Webhook("https://chat.example.org/2", Optional.of("x"), true));
    assertThat(good("ping: https://hub.example.com/").push().hubs())
        .isEqualTo(List.of(URI.create("https://hub.example.com/")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A\\nping: hub.example.com | 2 | \"ping\" must be the address of a hub",
        "ping:\\n  - https://a.example/\\n  - /hub | 3 | \"ping\" must be the address of a hub",
        "webhooks:\\n  - $A | 2 | a webhook is written as \"- url: $CHAT_HOOK\"",
        "webhooks:\\n  - edits: true | 2 | needs a \"url\"",
        "webhooks:\\n  - url: chat | 2 | \"url\" must be an address such as",
        "webhooks:\\n  - url: $A\\n    secret: hush | 3 | \"secret\" must be a variable such as",
        "webhooks:\\n  - url: $A\\n    edits: all | 3 | must be true or false",
        "webhooks:\\n  - url: $A\\n    key: a | 3 | there is no setting \"key\" here"
      })
  void mistakeNamesLineAndWhatIsAllowed(String yaml, int line, String words) {
    assertProblem(only(yaml.replace("\\n", "\n")), line, words);
    assertThat(only(yaml.replace("\\n", "\n")).message()).doesNotContain("hush");
  }

  @Test
  void variableThatIsNotSetIsNamed() {
    PushSettings push = good("webhooks:\n  - url: $CHAT_HOOK\n    secret: $S").push();

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> push.webhooks(Map.of("S", "hush")))
        .withMessageContaining("the variable CHAT_HOOK, which is not set");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> push.webhooks(Map.of("S", "hush", "CHAT_HOOK", "hush")))
        .withMessageContaining("CHAT_HOOK, which \"webhooks\" names, must be an address")
        .withMessageNotContaining("hush");
  }
}
