package org.offprint.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.site.ContentCoding;

/**
 * Which codings a client takes (RFC 9110 section 12.5.3).
 *
 * @param weights by their tokens
 */
record AcceptEncoding(Weights weights) {
  /** What is sent most often need not be read each time. */
  private static final Map<String, AcceptEncoding> USUAL = Stream.of(
          "gzip", "gzip, deflate", "gzip, deflate, br", "gzip, deflate, br, zstd", "br, gzip")
      .collect(Collectors.toMap(
          Function.identity(), header -> new AcceptEncoding(Weights.parse(Optional.of(header)))));

  static AcceptEncoding parse(Optional<String> header) {
    return header.map(USUAL::get).orElseGet(() -> new AcceptEncoding(Weights.parse(header)));
  }

  /**
   * The coding that the client likes best; of several the first. Empty if it likes the plain bytes better, or
   * none of them: nobody is sent away over a coding.
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
