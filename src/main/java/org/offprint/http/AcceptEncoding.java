package org.offprint.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.site.ContentCoding;

/**
 * Which codings a client takes (RFC 9110 section 12.5.3).
 *
 * @param weights by token in lower case, 0 to 1; {@code *} stands for all that are not named
 */
record AcceptEncoding(Map<String, Double> weights) {
  private static final Pattern MEMBER = Pattern.compile(
      "\\s*([!#$%&'*+.^_`|~0-9a-z-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

  /** Reads the header; what cannot be understood in it does not count. */
  static AcceptEncoding parse(Optional<String> header) {
    Map<String, Double> weights = new HashMap<>();
    for (String member : header.orElse("").toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher parts = MEMBER.matcher(member);
      if (parts.matches()) {
        double weight =
            Math.min(1, Double.parseDouble(parts.group(2) == null ? "1" : parts.group(2)));
        weights.merge(parts.group(1).equals("x-gzip") ? "gzip" : parts.group(1), weight, Math::max);
      }
    }
    return new AcceptEncoding(weights);
  }

  /**
   * The coding that the client likes best; of several the first. Empty if it likes the plain bytes better, or
   * none of them: nobody is sent away over a coding.
   *
   * @param available the best first
   */
  Optional<ContentCoding> choose(List<ContentCoding> available) {
    double best = Optional.ofNullable(weights.get("identity")).orElse(0.0);
    Optional<ContentCoding> chosen = Optional.empty();
    for (ContentCoding coding : available) {
      double weight = weight(coding.token());
      if (weight > best || (weight == best && weight > 0 && chosen.isEmpty())) {
        best = weight;
        chosen = Optional.of(coding);
      }
    }
    return chosen;
  }

  private double weight(String token) {
    return Optional.ofNullable(weights.get(token))
        .or(() -> Optional.ofNullable(weights.get("*")))
        .orElse(0.0);
  }
}
