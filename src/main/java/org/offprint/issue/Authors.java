package org.offprint.issue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Authors as YAML names them: a name, or a mapping with {@code name}, {@code email}, {@code url}. */
public final class Authors {
  private Authors() {}

  /**
   * The author that one value names.
   *
   * @param problems takes what is wrong with it
   * @return empty if the value names nobody
   */
  public static Optional<Author> read(YamlValue value, List<Problem> problems) {
    Optional<YamlMapping> mapping = value.mapping(problems);
    Optional<String> name =
        mapping.isPresent() ? mapping.get().find("name").flatMap(YamlValue::text) : value.text();
    Optional<String> shown = name.map(PlainText::fold).filter(text -> !text.isEmpty());
    if (shown.isEmpty()) {
      problems.add(value.problem("an author needs a name: write \"name: …\""));
    }
    return shown.map(text -> new Author(
        text,
        mapping.flatMap(values -> values.find("email")).flatMap(YamlValue::text),
        mapping.flatMap(values -> values.find("url", "uri")).flatMap(url -> page(url, problems))));
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
