package org.offprint.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query of a URL in the form that browsers give it for forms: percent-encoded UTF-8, a plus for a blank.
 *
 * @param values by name, in their order; a name without a value has an empty one, and text that cannot be decoded
 *     stays as it was written
 */
record Parameters(Map<String, List<String>> values) {
  /** URLs are limited already, and no form of ours has so many fields. */
  private static final int MOST_FIELDS = 200;

  /** Stands for bytes that are no UTF-8. */
  private static final char NO_CHARACTER = '\uFFFD';

  static Parameters parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String field : text.split("&", MOST_FIELDS)) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      String value = equals < 0 ? "" : field.substring(equals + 1);
      values.computeIfAbsent(decoded(name), unseen -> new ArrayList<>()).add(decoded(value));
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

  private static String decoded(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      return decoded.indexOf(NO_CHARACTER) < 0 ? decoded : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
