package org.offprint.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form, application/x-www-form-urlencoded in UTF-8. Of an unknown parameter that comes twice, the last one counts. */
final class Form {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * Reads a form.
   *
   * @throws IllegalArgumentException if it is not encoded correctly
   */
  Form(byte[] body) {
    for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      counts.merge(name, 1, Integer::sum);
    }
  }

  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes.write(c == '+' ? ' ' : c);
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("a percent sign without two hexadecimal digits");
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  /** Finds a parameter. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns true if a parameter comes more than once. */
  boolean isRepeated(String name) {
    return counts.getOrDefault(name, 0) > 1;
  }
}
