package org.offprint.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.feed.FeedChoice;

/** Reads what browsers send of the form that puts a feed together. */
final class BuilderForm {
  private static final int MOST_FIELDS = 200;

  private BuilderForm() {}

  static FeedChoice parse(String query) {
    Map<String, List<String>> fields = Stream.of(query.split("&", MOST_FIELDS))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(Collectors.groupingBy(
            field -> decoded(field[0]),
            Collectors.mapping(field -> decoded(field[1]), Collectors.toList())));
    return FeedChoice.of(
        first(fields, "mode"),
        fields.getOrDefault("section", List.of()),
        first(fields, "lens"),
        first(fields, "format"));
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A malformed escape names nothing.
      return text;
    }
  }
}
