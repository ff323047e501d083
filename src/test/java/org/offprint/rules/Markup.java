package org.offprint.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The facts about the HTML of an entry that rules check.
 *
 * @param elements the names of its elements
 * @param attributes the names of its attributes
 * @param addresses where its links lead and where its pictures come from
 */
record Markup(Set<String> elements, Set<String> attributes, List<String> addresses) {
  private static final List<String> WITH_ADDRESS = List.of("href", "src", "cite", "poster");

  static Markup of(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    List<Element> elements = document.body().getAllElements();
    return new Markup(
        elements.stream().map(Element::normalName).collect(Collectors.toUnmodifiableSet()),
        elements.stream()
            .flatMap(element -> element.attributes().asList().stream())
            .map(Attribute::getKey)
            .collect(Collectors.toUnmodifiableSet()),
        elements.stream()
            .flatMap(element -> WITH_ADDRESS.stream()
                .filter(element::hasAttr)
                .flatMap(name -> Stream.of(element.attr(name))))
            .toList());
  }
}
