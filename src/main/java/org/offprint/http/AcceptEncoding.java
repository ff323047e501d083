package org.offprint.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.site.ContentCoding;

/**
 * The codings that a client accepts (RFC 9110 section 12.5.3).
 *
 * @param weights by token in lower case, 0 to 1
 */
record AcceptEncoding(Map<String, Double> weights) {
  /** The greatest number of codings that are read: no client sends as many, and each one costs time. */
  private static final int MOST_MEMBERS = 50;

  private static final Pattern MEMBER = Pattern.compile(
      "\\s*([!#$%&'*+.^_`|~0-9a-z-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

  /** The most frequent headers, parsed once. */
  private static final Map<String, AcceptEncoding> USUAL = Stream.of(
          "gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "br, gzip")
      .collect(Collectors.toMap(Function.identity(), AcceptEncoding::parse));

  static AcceptEncoding parse(Optional<String> header) {
    return header.map(USUAL::get).orElseGet(() -> parse(header.orElse("")));
  }

  /** Malformed members are ignored. */
  private static AcceptEncoding parse(String header) {
    Map<String, Double> weights = new HashMap<>();
    String[] members = header.toLowerCase(Locale.ROOT).split(",", MOST_MEMBERS + 1);
    for (int i = 0; i < Math.min(members.length, MOST_MEMBERS); i++) {
      Matcher parts = MEMBER.matcher(members[i]);
      if (parts.matches()) {
        double weight =
            Math.min(1, Double.parseDouble(parts.group(2) == null ? "1" : parts.group(2)));
        weights.merge(parts.group(1), weight, Math::max);
      }
    }
    return new AcceptEncoding(weights);
  }

  /**
   * Returns the coding that the client prefers; of several the first. Empty if it prefers the plain bytes, or accepts
   * none: a coding is no reason for an error.
   *
   * @param available the best first
   */
  Optional<ContentCoding> choose(List<ContentCoding> available) {
    double best = named("identity");
    Optional<ContentCoding> chosen = Optional.empty();
    for (ContentCoding coding : available) {
      double weight = weight(coding);
      if (weight > best || (weight == best && weight > 0 && chosen.isEmpty())) {
        best = weight;
        chosen = Optional.of(coding);
      }
    }
    return chosen;
  }

  /** Returns the weight of a coding; {@code *} stands for all that the header does not name. */
  private double weight(ContentCoding coding) {
    double weight = Optional.ofNullable(weights.get(coding.token())).orElseGet(() -> named("*"));
    return coding == ContentCoding.GZIP ? Math.max(weight, named("x-gzip")) : weight;
  }

  private double named(String token) {
    return weights.getOrDefault(token, 0.0);
  }
}
