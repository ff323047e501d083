package org.offprint.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The preferences in an {@code Accept-…} header, with their weights (RFC 9110 section 12.4.2).
 *
 * @param byToken by token in lower case, 0 to 1
 */
record Weights(Map<String, Double> byToken) {
  /** The greatest number of preferences that are read: no client sends as many, and each one costs time. */
  private static final int MOST_MEMBERS = 50;

  private static final Pattern MEMBER = Pattern.compile(
      "\\s*([!#$%&'*+.^_`|~0-9a-z-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

  /** Parses the header; malformed members are ignored. */
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

  /** Returns the weight of a token that the header names; 0 for any other. */
  double named(String token) {
    return byToken.getOrDefault(token, 0.0);
  }

  /** Returns the weight of a token; {@code *} stands for all that the header does not name. */
  double of(String token) {
    return Optional.ofNullable(byToken.get(token)).orElseGet(() -> named("*"));
  }
}
