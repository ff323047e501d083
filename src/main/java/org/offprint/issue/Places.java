package org.offprint.issue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The places in an issue to which its links may lead: those that have an id, and its headings, which each generator names in a way of
 * its own.
 */
final class Places {
  private static final Pattern NUMBERED = Pattern.compile("(.+)[-_](\\d{1,3})");
  private static final Pattern PREFIX = Pattern.compile("^user-content-");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_FIRST_LETTER = Pattern.compile("^\\P{L}+");
  private static final Pattern NOT_OF_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]+");
  private static final Pattern NOT_OF_JEKYLL = Pattern.compile("[^a-z0-9 -]+");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Set<String> ids = new HashSet<>();
  /** The headings by their words, in order. */
  private final Map<String, List<Element>> headings = new HashMap<>();

  Places(Element body) {
    body.stream().filter(element -> !element.id().isEmpty()).forEach(element -> {
      ids.add(element.id());
      add(element.id(), element);
    });
    body.stream().filter(element -> ItemCutter.headingLevel(element) > 0).forEach(heading -> {
      String words = PlainText.ofHeading(heading);
      add(words, heading);
      add(NO_FIRST_LETTER.matcher(words).replaceFirst(""), heading);
    });
  }

  /** Adds the names that GitHub, Hugo and Jekyll give to headings, since links from elsewhere have them. */
  static void addOtherNames(Element body) {
    Set<String> taken = new HashSet<>(body.select("[id]").eachAttr("id"));
    Map<String, Integer> uses = new HashMap<>();
    for (Element heading : body.select("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")) {
      String words = heading.text().strip().toLowerCase(Locale.ROOT);
      String ofGitHub = NOT_OF_NAME.matcher(words).replaceAll("").replace(' ', '-');
      int before = uses.merge(ofGitHub, 1, Integer::sum) - 1;
      String numbered = before == 0 ? ofGitHub : ofGitHub + "-" + before;
      String ofJekyll = NO_FIRST_LETTER
          .matcher(NOT_OF_JEKYLL.matcher(words).replaceAll(""))
          .replaceFirst("")
          .replace(' ', '-');
      Stream.of(numbered, ofJekyll)
          .filter(name -> !name.isEmpty() && taken.add(name))
          .forEach(name -> heading.prependChild(new Element("span").attr("id", name)));
    }
  }

  private void add(String words, Element place) {
    List<Element> same = headings.computeIfAbsent(bare(words), unused -> new ArrayList<>());
    if (!same.contains(place)) {
      same.add(place);
    }
  }

  /** Returns the letters and digits of a text, without case and accents. */
  static String bare(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return NO_LETTER.matcher(decomposed).replaceAll("");
  }

  /** Returns what stands behind the {@code #} of a link, decoded. */
  static String decoded(String fragment) {
    return BROKEN_ESCAPE.matcher(fragment).find()
        ? fragment
        : URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Returns true for a place that every page has. */
  static boolean isTop(String fragment) {
    return fragment.isEmpty() || fragment.equalsIgnoreCase("top");
  }

  /** Returns true if there is an element with an id. */
  boolean has(String id) {
    return ids.contains(id);
  }

  /** Returns the element that a link means; it may have no id yet. */
  Optional<Element> find(String fragment) {
    String name = PREFIX.matcher(fragment).replaceFirst("");
    Matcher numbered = NUMBERED.matcher(name);
    return Stream.of(
            nth(name, 0),
            numbered.matches()
                ? nth(numbered.group(1), Integer.parseInt(numbered.group(2)))
                : Optional.<Element>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Element> nth(String name, int before) {
    String key = bare(name);
    return key.isEmpty()
        ? Optional.empty()
        : headings.getOrDefault(key, List.of()).stream().skip(before).findFirst();
  }
}
