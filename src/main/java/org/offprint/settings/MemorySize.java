package org.offprint.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.site.Site;

/** A number of bytes, as Java's own options write it: {@code 64M}. */
public final class MemorySize {
  static final String EXPECTED = "a number of bytes such as 64M or 1G, from 1M to 4G";

  private static final Pattern TEXT = Pattern.compile("(\\d{1,10})([kmg]?)");
  private static final long MEGABYTE = 1L << 20;
  private static final long MOST = 4L << 30;
  private static final int SHARE_OF_HEAP = 4;

  private MemorySize() {}

  /** Reads bytes, or with a suffix K, M or G; empty if that is no number from 1M to 4G. */
  static Optional<Long> parse(String text) {
    Matcher parts = TEXT.matcher(text.toLowerCase(Locale.ROOT));
    return parts.matches()
        ? Optional.of(Long.parseLong(parts.group(1)) << shift(parts.group(2)))
            .filter(bytes -> bytes >= MEGABYTE && bytes <= MOST)
        : Optional.empty();
  }

  private static int shift(String suffix) {
    return switch (suffix) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }

  /** What is remembered where nobody says how much: 64 MiB, but not over a quarter of the heap. */
  public static long byDefault(long heap) {
    return Math.min(Site.DEFAULT_MOST_BYTES, heap / SHARE_OF_HEAP);
  }
}
