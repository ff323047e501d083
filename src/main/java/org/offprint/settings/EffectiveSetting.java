package org.offprint.settings;

import java.util.regex.Pattern;

/**
 * A setting in force.
 *
 * @param value without passwords
 * @param origin a flag, a variable, the file, or {@code default}
 */
public record EffectiveSetting(String key, String value, String origin) {
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]*@");
  private static final Pattern SECRET = Pattern.compile("password|secret|token|credential");

  public EffectiveSetting {
    value = SECRET.matcher(key).find() ? "***" : withoutCredentials(value);
  }

  static EffectiveSetting byDefault(Setting setting) {
    String value = setting.fallback().isEmpty() ? "not set" : setting.fallback();
    return new EffectiveSetting(setting.key(), value, "default");
  }

  /** Removes the user and the password from an address. */
  public static String withoutCredentials(String text) {
    return CREDENTIALS.matcher(text).replaceAll("***@");
  }
}
