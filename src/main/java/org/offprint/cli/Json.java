package org.offprint.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truth values as JSON, in which nothing is a command for a terminal. */
final class Json {
  private static final int LAST_CONTROL = 0x1f;
  private static final int FIRST_BEYOND_ASCII = 0x7f;

  private Json() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::of).collect(Collectors.joining(",\n", "[", "]"));
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : text(value.toString());
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> append(json, (char) c));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c <= LAST_CONTROL || (c >= FIRST_BEYOND_ASCII && !Character.isLetterOrDigit(c))) {
      json.append("\\u%04x".formatted((int) c));
    } else {
      json.append(c);
    }
  }
}
