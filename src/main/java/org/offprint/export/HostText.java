package org.offprint.export;

import java.nio.charset.StandardCharsets;

/** Writes text so that the files of hosts mean just that. */
final class HostText {
  private static final String PLAIN_IN_EXPRESSIONS = "/_-";
  private static final String PLAIN_IN_PATHS = "/_-.~+,@";

  private HostText() {}

  /** A regular expression (PCRE, byte by byte) that fits this text alone. */
  static String expression(String text) {
    return mapped(text, PLAIN_IN_EXPRESSIONS, "\\x%02X");
  }

  /** A decoded path, with everything percent-encoded that means something in an address or a pattern. */
  static String path(String text) {
    return mapped(text, PLAIN_IN_PATHS, "%%%02X");
  }

  /** A text between quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** An address between quotes, in which no host finds a variable. */
  static String quotedAddress(String address) {
    return quoted(address.replace("$", "%24"));
  }

  private static String mapped(String text, String plain, String format) {
    StringBuilder mapped = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (value & 0xFF);
      boolean isPlain = character < 0x80
          && (Character.isLetterOrDigit(character) || plain.indexOf(character) >= 0);
      mapped.append(isPlain ? String.valueOf(character) : format.formatted((int) character));
    }
    return mapped.toString();
  }
}
