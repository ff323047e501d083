package org.offprint.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * The elements of a document, found once for all rules.
 *
 * @param inOrder all of them
 * @param byName the same by namespace and name, such as {@code {http://www.w3.org/2005/Atom}link}
 */
record Elements(List<Element> inOrder, Map<String, List<Element>> byName) {
  static Elements of(Document xml) {
    List<Element> elements = StreamSupport.stream(
            xml.getDescendants(Filters.element()).spliterator(), false)
        .toList();
    return new Elements(
        elements,
        elements.stream()
            .collect(
                Collectors.groupingBy(element -> key(element.getNamespace(), element.getName()))));
  }

  private static String key(Namespace namespace, String name) {
    return "{" + namespace.getURI() + "}" + name;
  }

  /** Those of some names, wherever they stand. */
  Stream<Element> named(Namespace namespace, String... names) {
    return Stream.of(names)
        .flatMap(name -> byName.getOrDefault(key(namespace, name), List.of()).stream());
  }
}
