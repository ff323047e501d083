package org.offprint.issue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The publisher's rules for template languages in issues.
 *
 * @param generator the program that the issues were written for
 * @param snippets the Markdown, of one line each, that stands for a tag; where the tag has spaces does not matter
 */
public record TemplateRules(Generator generator, SortedMap<String, String> snippets) {
  /** Takes the tags of all languages for tags, and has no snippet. */
  public static final TemplateRules DEFAULT = new TemplateRules(Generator.AUTO, new TreeMap<>());

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BRACES =
      Pattern.compile("(\\{[%{])-?\\s*(.*?)\\s*-?([%}]\\})", Pattern.DOTALL);

  public TemplateRules {
    snippets = Collections.unmodifiableSortedMap(new TreeMap<>(snippets));
  }

  /** A tag, and the Markdown for it. */
  record Snippet(Pattern tag, String markdown) {}

  List<Snippet> patterns() {
    return snippets.entrySet().stream().map(TemplateRules::snippet).toList();
  }

  private static Snippet snippet(Map.Entry<String, String> entry) {
    Matcher braces = BRACES.matcher(entry.getKey());
    String tag = braces.matches()
        ? Pattern.quote(braces.group(1))
            + "-?\\s*"
            + words(braces.group(2))
            + "\\s*-?"
            + Pattern.quote(braces.group(3))
        : words(entry.getKey());
    return new Snippet(Pattern.compile(tag), entry.getValue());
  }

  private static String words(String text) {
    return Stream.of(SPACE.split(text, -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
  }
}
