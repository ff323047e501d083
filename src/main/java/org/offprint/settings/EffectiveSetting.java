package org.offprint.settings;

import java.util.regex.Pattern;

/**
 * A setting as it counts.
 *
 * @param key its name
 * @param value what holds, without what must stay secret
 * @param origin where it comes from: a flag, a variable, the file, or {@code default}
 */
public record EffectiveSetting(String key, String value, String origin) {
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]*@");
  private static final Pattern SECRET = Pattern.compile("password|secret|token|credential");

  public EffectiveSetting {
    value = SECRET.matcher(key).find() ? "***" : withoutCredentials(value);
  }

  /** The same without the name and the password of an address. */
  public static String withoutCredentials(String text) {
    return CREDENTIALS.matcher(text).replaceAll("***@");
  }
}
