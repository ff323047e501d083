package org.offprint.issue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An author of an issue, or of the newsletter.
 *
 * @param name the name as readers see it, never blank
 * @param email the address, where the author gave one
 * @param uri the author's page, where the author gave one
 */
public record Author(String name, Optional<String> email, Optional<URI> uri) {
  private static final String[] NAMES = {"name", "display_name", "displayName", "title"};
  private static final String[] PAGES = {"url", "uri", "link", "website", "homepage"};

  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^\\s<>()@])[^\\s<>()@]++@[^\\s<>()@]++");

  public Author {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /** An author of whom only the name is known. */
  public static Author of(String name) {
    return new Author(name, Optional.empty(), Optional.empty());
  }

  /** Returns a copy with the page that the author of the same name has elsewhere, unless it has one itself. */
  public Author knownAs(List<Author> others) {
    return uri.isPresent()
        ? this
        : others.stream()
            .filter(other -> other.name().equals(name))
            .findFirst()
            .map(other -> new Author(name, email, other.uri()))
            .orElse(this);
  }

  /** Returns the authors in a value: the members of a list, or the blocks in a block without a name of its own. */
  static Stream<YamlValue> valuesIn(YamlValue value) {
    Optional<YamlMapping> block = value.mapping(new ArrayList<>());
    List<YamlValue> inner = block.stream()
        .filter(values -> values.find(NAMES).isEmpty())
        .flatMap(values -> values.keys().stream().flatMap(key -> values.find(key).stream()))
        .filter(YamlValue::isMapping)
        .toList();
    return inner.isEmpty() ? value.list().stream() : inner.stream();
  }

  /**
   * Returns the author that a YAML value names: a name, or a mapping with {@code name}, {@code email}, {@code url}.
   *
   * @param problems takes what is wrong with it
   * @return empty if the value names nobody
   */
  public static Optional<Author> read(YamlValue value, List<Problem> problems) {
    Optional<YamlMapping> mapping = value.mapping(problems);
    Optional<String> name =
        mapping.isPresent() ? mapping.get().find(NAMES).flatMap(YamlValue::text) : value.text();
    Optional<String> shown = name.map(PlainText::fold).filter(text -> !text.isEmpty());
    if (shown.isEmpty()) {
      problems.add(value.problem("an author needs a name: write \"name: …\""));
    }
    Optional<String> email =
        mapping.flatMap(values -> values.find("email")).flatMap(YamlValue::text);
    return shown.map(text -> new Author(
        withoutAddress(text),
        email.or(() -> ADDRESS.matcher(text).results().map(MatchResult::group).findFirst()),
        mapping.flatMap(values -> values.find(PAGES)).flatMap(url -> page(url, problems))));
  }

  /** {@code Ida <ida@example.org>} and {@code ida@example.org (Ida)} are Ida; a bare address is its user. */
  private static String withoutAddress(String text) {
    if (!ADDRESS.matcher(text).find()) {
      return text;
    }
    String rest = PlainText.fold(ADDRESS.matcher(text).replaceAll(" ").replaceAll("[<>()]", " "));
    return rest.isEmpty() ? text.substring(0, text.indexOf('@')).replaceAll("[<>(\\s]", "") : rest;
  }

  private static Optional<URI> page(YamlValue value, List<Problem> problems) {
    Optional<URI> page =
        value.text().flatMap(text -> Links.resolve(Links.NOWHERE, text)).filter(Links::isWeb);
    if (page.isEmpty()) {
      problems.add(value.problem("an author's url must begin with https:// or http://"));
    }
    return page;
  }
}
