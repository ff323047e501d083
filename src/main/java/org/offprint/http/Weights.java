package org.offprint.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client would like, and how much (RFC 9110 section 12.4.2).
 *
 * @param byToken by token in lower case, 0 to 1
 */
record Weights(Map<String, Double> byToken) {
  /** No client knows as many; each one costs. */
  private static final int MOST_MEMBERS = 50;

  private static final Pattern MEMBER = Pattern.compile(
      "\\s*([!#$%&'*+.^_`|~0-9a-z-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

  /** Reads the header; what cannot be understood in it does not count. */
  static Weights parse(Optional<String> header) {
    Map<String, Double> weights = new HashMap<>();
    String[] members = header.orElse("").toLowerCase(Locale.ROOT).split(",", MOST_MEMBERS + 1);
    for (int i = 0; i < Math.min(members.length, MOST_MEMBERS); i++) {
      Matcher parts = MEMBER.matcher(members[i]);
      if (parts.matches()) {
        double weight =
            Math.min(1, Double.parseDouble(parts.group(2) == null ? "1" : parts.group(2)));
        weights.merge(parts.group(1), weight, Math::max);
      }
    }
    return new Weights(weights);
  }

  /** How much a token is liked that the client names; 0 for any other. */
  double named(String token) {
    return byToken.getOrDefault(token, 0.0);
  }

  /** The same, where {@code *} stands for all that are not named. */
  double of(String token) {
    return Optional.ofNullable(byToken.get(token)).orElseGet(() -> named("*"));
  }
}
