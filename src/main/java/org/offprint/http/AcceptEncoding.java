package org.offprint.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.site.ContentCoding;

/**
 * The codings that a client accepts (RFC 9110 section 12.5.3).
 *
 * @param weights the header, parsed
 */
record AcceptEncoding(Weights weights) {
  /** The most frequent headers, parsed once. */
  private static final Map<String, AcceptEncoding> USUAL = Stream.of(
          "gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "br, gzip")
      .collect(Collectors.toMap(
          Function.identity(), header -> new AcceptEncoding(Weights.parse(Optional.of(header)))));

  static AcceptEncoding parse(Optional<String> header) {
    return header.map(USUAL::get).orElseGet(() -> new AcceptEncoding(Weights.parse(header)));
  }

  /**
   * Returns the coding that the client prefers; of several the first. Empty if it prefers the plain bytes, or accepts
   * none: a coding is no reason for an error.
   *
   * @param available the best first
   */
  Optional<ContentCoding> choose(List<ContentCoding> available) {
    double best = weights.named("identity");
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

  private double weight(ContentCoding coding) {
    double weight = weights.of(coding.token());
    return coding == ContentCoding.GZIP ? Math.max(weight, weights.named("x-gzip")) : weight;
  }
}
