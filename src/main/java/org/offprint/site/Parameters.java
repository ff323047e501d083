package org.offprint.site;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of a URL in the form that browsers give it for forms: percent-encoded UTF-8, a plus for a blank.
 *
 * @param values by name, in their order; a name without a value has an empty one, and text that cannot be decoded
 *     stays as it was written
 */
record Parameters(Map<String, List<String>> values) {
  /** URLs are limited already, and no form of ours has so many fields. */
  private static final int MOST_FIELDS = 200;

  private static final int RADIX = 16;

  static Parameters parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String field : text.split("&", MOST_FIELDS)) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      String value = equals < 0 ? "" : field.substring(equals + 1);
      values
          .computeIfAbsent(decoded(name).orElse(name), unseen -> new ArrayList<>())
          .add(decoded(value).orElse(value));
    }
    return new Parameters(values);
  }

  /** Returns true if there is such a name, with a value or without. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The first value of a name; empty text if there is none. */
  String first(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static Optional<String> decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '%') {
        int high = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), RADIX) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), RADIX) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high * RADIX + low);
        i += 2;
      } else {
        bytes.writeBytes(
            String.valueOf(character == '+' ? ' ' : character).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString());
    } catch (CharacterCodingException e) {
      // The caller answers that.
      return Optional.empty();
    }
  }
}
