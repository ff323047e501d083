package org.offprint.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.YamlValue;

/**
 * The settings {@code ping:} and {@code webhooks:}: those that are told of changes, beside subscribers.
 *
 * @param hubs other hubs
 * @param webhooks addresses that get a message about each new issue
 */
public record PushSettings(List<URI> hubs, List<Webhook> webhooks) {
  public static final PushSettings NONE = new PushSettings(List.of(), List.of());

  private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");

  public PushSettings {
    hubs = List.copyOf(hubs);
    webhooks = List.copyOf(webhooks);
  }

  /**
   * An address that gets a message about each new issue.
   *
   * @param url an address, or a variable of the environment that has it, such as {@code $CHAT_HOOK}
   * @param secret such a variable
   * @param edits true if it gets changed issues, too
   */
  public record Webhook(String url, Optional<String> secret, boolean edits) {
    /**
     * Returns the same webhook with the values of its variables.
     *
     * @throws SettingsException if there is no such variable, or no address in it
     */
    Webhook in(Map<String, String> environment) {
      String address = value(url, environment);
      if (!isAddress(address)) {
        throw new SettingsException(
            "%s, which \"webhooks\" names, must be an address that begins with https:// or http://"
                .formatted(url.substring(1)));
      }
      return new Webhook(address, secret.map(name -> value(name, environment)), edits);
    }
  }

  /**
   * Returns the webhooks with the values of variables in place of their names.
   *
   * @throws SettingsException if there is no such variable, or no address in it
   */
  public List<Webhook> webhooks(Map<String, String> environment) {
    return webhooks.stream().map(hook -> hook.in(environment)).toList();
  }

  private static String value(String text, Map<String, String> environment) {
    if (!isVariable(text)) {
      return text;
    }
    String name = text.substring(1);
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new SettingsException(
            "\"webhooks\" names the variable %s, which is not set; set it, or remove the webhook"
                .formatted(name)));
  }

  static PushSettings read(SettingValues read) {
    return new PushSettings(
        read.list("ping").stream().flatMap(value -> hub(value, read)).toList(),
        read.blocks(
            "webhooks",
            SettingsTable.WEBHOOK,
            "a webhook is written as \"- url: $CHAT_HOOK\" with secret and edits below, if you like",
            PushSettings::webhook));
  }

  private static Stream<URI> hub(YamlValue value, SettingValues read) {
    Optional<URI> hub = value.text().filter(PushSettings::isAddress).flatMap(Values::reference);
    if (hub.isEmpty()) {
      read.problems()
          .add(value.problem(
              "each of \"ping\" must be " + read.table().setting("ping").allowed()));
    }
    return hub.stream();
  }

  private static Optional<Webhook> webhook(SettingValues.Member member) {
    SettingValues read = member.values();
    if (!read.has("url")) {
      member.report("a webhook needs a \"url\"");
    }
    Optional<String> url = find(read, "url", text -> isVariable(text) || isAddress(text));
    Optional<String> secret = find(read, "secret", PushSettings::isVariable);
    boolean edits = read.get("edits", text -> Values.either(text, "true", "false"));
    return url.map(place -> new Webhook(place, secret, edits));
  }

  /** Reads a value that may be secret, so that no message names it. */
  private static Optional<String> find(
      SettingValues read, String key, Predicate<String> isAllowed) {
    Optional<String> text = read.text(key);
    if (text.filter(isAllowed.negate()).isPresent()) {
      read.report(
          key, "\"%s\" must be %s".formatted(key, read.table().setting(key).allowed()));
    }
    return text.filter(isAllowed);
  }

  private static boolean isVariable(String text) {
    return VARIABLE.matcher(text).matches();
  }

  private static boolean isAddress(String text) {
    return Values.reference(text)
        .filter(uri -> uri.isAbsolute() && !BaseUrl.host(uri).isEmpty())
        .isPresent();
  }
}
