package org.offprint.http;

import java.util.List;
import java.util.Optional;
import org.offprint.site.ContentCoding;

/**
 * Which codings a client takes (RFC 9110 section 12.5.3).
 *
 * @param weights by their tokens
 */
record AcceptEncoding(Weights weights) {
  static AcceptEncoding parse(Optional<String> header) {
    return new AcceptEncoding(Weights.parse(header));
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
