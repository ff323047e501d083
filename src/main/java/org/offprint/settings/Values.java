package org.offprint.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.DateRules;

/** Parses the values of settings; the result is empty where a value is not allowed. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m)?");
  private static final Pattern BYTES = Pattern.compile("(\\d{1,10})([kmg]?)");

  private Values() {}

  static Optional<Integer> number(String text, int least, int most) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Integer.parseInt(text)).filter(value -> value >= least && value <= most)
        : Optional.empty();
  }

  static Optional<Integer> port(String text) {
    return number(text, 0, 65535);
  }

  /** Parses one of two words: true for the first. */
  static Optional<Boolean> either(String text, String yes, String no) {
    return text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty();
  }

  /** Parses the name of a constant in lower case. */
  static <T extends Enum<T>> Optional<T> constant(String text, T[] constants) {
    return Stream.of(constants)
        .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  /** Parses {@code 2s}, {@code 500ms}, {@code 1m}, or a number of seconds. */
  static Optional<Duration> duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (Optional.ofNullable(parts.group(2)).orElse("s")) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofSeconds(amount);
        });
  }

  /** Parses bytes, or with a suffix K, M or G as Java's own options have it. */
  static Optional<Long> bytes(String text) {
    Matcher parts = BYTES.matcher(text.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int shift = switch (parts.group(2)) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
    return Optional.of(Long.parseLong(parts.group(1)) << shift);
  }

  static Optional<Path> folder(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<DateRules.Order> dateOrder(String text) {
    return switch (text) {
      case "mdy" -> Optional.of(DateRules.Order.MDY);
      case "dmy" -> Optional.of(DateRules.Order.DMY);
      default -> Optional.empty();
    };
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static boolean isUri(String text) {
    try {
      var unused = new URI(text);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Parses an address of the web, or one relative to the base URL. */
  static Optional<URI> reference(String text) {
    try {
      URI reference = new URI(text);
      String scheme = Optional.ofNullable(reference.getScheme()).orElse("https");
      return Optional.of(reference)
          .filter(uri -> scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
