package org.offprint.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offprint.publication.Masthead;

/** Colours that can be read on the paper of our pages, by WCAG 2.2: a contrast of 4.5 or more. */
final class Palette {
  /** The light paper, as the stylesheet has it. */
  static final String LIGHT = "#fffefb";
  /** The dark paper, as the stylesheet has it. */
  static final String DARK = "#16171a";

  private static final double LEAST_CONTRAST = 4.5;
  private static final int STEPS = 20;
  private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-f]{3}|[0-9a-f]{6})");

  private Palette() {}

  /** A colour as {@code #rrggbb}; empty if the text is none such as {@code #06c} or {@code #0066cc}. */
  static Optional<String> colour(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (!COLOUR.matcher(plain).matches()) {
      return Optional.empty();
    }
    return Optional.of(plain.length() > 4 ? plain : plain.replaceAll("([0-9a-f])", "$1$1"));
  }

  /** Returns true if a colour is legible on light paper. */
  static boolean isReadableOnLight(String colour) {
    return contrast(colour, LIGHT) >= LEAST_CONTRAST;
  }

  /** Returns true if a colour is legible on dark paper. */
  static boolean isReadableOnDark(String colour) {
    return contrast(colour, DARK) >= LEAST_CONTRAST;
  }

  /** An accent out of a colour for light paper: for dark paper it is made as much lighter as it needs. */
  static Masthead.Accent accent(String onLight) {
    String onDark = onLight;
    for (int step = 1; step <= STEPS && !isReadableOnDark(onDark); step++) {
      onDark = lighter(onLight, step);
    }
    return new Masthead.Accent(onLight, onDark);
  }

  private static String lighter(String colour, int step) {
    StringBuilder lighter = new StringBuilder("#");
    for (int i = 1; i < colour.length(); i += 2) {
      int part = part(colour, i);
      lighter.append(String.format(Locale.ROOT, "%02x", part + (255 - part) * step / STEPS));
    }
    return lighter.toString();
  }

  static double contrast(String a, String b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(part(colour, 1))
        + 0.7152 * linear(part(colour, 3))
        + 0.0722 * linear(part(colour, 5));
  }

  private static int part(String colour, int at) {
    return Integer.parseInt(colour.substring(at, at + 2), 16);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
