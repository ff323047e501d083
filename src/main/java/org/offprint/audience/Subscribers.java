package org.offprint.audience;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of subscribers for whom a service fetches a feed, which it declares in its {@code User-Agent}, such as {@code
 * Feedbin feed-id:1373711 - 142 subscribers}.
 *
 * @param service the name of the service, in lower case
 * @param fetch the name of this fetch; some services fetch one feed under several names; may be empty
 * @param count the number of subscribers, at most 10 million
 */
record Subscribers(String service, String fetch, long count) {
  private static final long MOST = 10_000_000;
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 64;
  private static final Pattern COUNT =
      Pattern.compile("(?<![\\w.])(\\d{1,3}(?:,\\d{3})+|\\d{1,9})\\s+(?:subscribers?|readers?)\\b");
  private static final Pattern FETCH = Pattern.compile("feed-?id[=: ]\\s*([\\w-]{1,64})");
  private static final Pattern HOST =
      Pattern.compile("(?:https?://)?(?:www\\.)?((?:[a-z0-9-]+\\.)+[a-z]{2,})(?![\\w.])");
  /** The words before its version, the number of the feed, or a bracket. */
  private static final Pattern PRODUCT = Pattern.compile(
      "^\\s*([a-z][a-z0-9._]*(?: [a-z][a-z0-9._]*)*?)(?= feed[ -]| - | \\d|[ ]*[/(;]|\\s*$)");

  /** Parses a {@code User-Agent}; empty if it declares no subscribers. */
  static Optional<Subscribers> declaredBy(String userAgent) {
    String name = userAgent.toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST || !(name.contains("subscriber") || name.contains("reader"))) {
      return Optional.empty();
    }
    Matcher count = COUNT.matcher(name);
    return count.find()
        ? Optional.of(new Subscribers(
            service(name.substring(0, count.start()), name),
            first(FETCH, name).orElse(""),
            Math.min(MOST, Long.parseLong(count.group(1).replace(",", "")))))
        : Optional.empty();
  }

  /** Returns the first product, or the host if the product is that of a browser. */
  private static String service(String beforeCount, String name) {
    String service = first(PRODUCT, beforeCount)
        .filter(word -> !word.startsWith("mozilla"))
        .or(() -> first(HOST, name))
        .orElse("unknown");
    return service.length() > LONGEST_NAME ? service.substring(0, LONGEST_NAME) : service;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
