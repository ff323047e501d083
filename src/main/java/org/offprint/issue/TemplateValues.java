package org.offprint.issue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown that outputs and shortcodes of template languages stand for. */
final class TemplateValues {
  private static final String STRING = "\"([^\"]*)\"|'([^']*)'";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*([\\w-]+)\\s*=\\s*(?:" + STRING + ")\\s*");
  private static final Pattern LITERAL = Pattern.compile("\\s*(?:" + STRING + ")\\s*");
  private static final Pattern CALL =
      Pattern.compile("\\s*([\\w:]+)\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:([\\w-]+)\\s*[=:]\\s*)?(?:" + STRING + "|([^\\s,\"'=]+))");

  private static final Pattern WORD = Pattern.compile("[^\\s\"]+");

  private static final String SITE =
      "(?:site\\.(?:url|baseurl|base_url|github\\.url)|config\\.base_url|\\.Site\\.BaseURL)";
  /** The site itself: what follows it is an address from the root. */
  private static final Pattern ROOT = Pattern.compile(SITE);

  private static final Pattern OUTPUT_OF_SITE = Pattern.compile("\\{\\{-?\\s*" + SITE);

  private final UnaryOperator<String> addresses;
  private final Map<String, String> variables = new HashMap<>();

  /** Resolves references to files by their names. */
  TemplateValues(UnaryOperator<String> addresses) {
    this.addresses = addresses;
  }

  /** Returns true for a text that has the address of a site put in. */
  static boolean isOfSite(String text) {
    return OUTPUT_OF_SITE.matcher(text).find();
  }

  /** Returns the address of a file; its path may begin at the root of the site. */
  String addressOf(String file) {
    return addresses.apply(unquoted(file));
  }

  private static String unquoted(String text) {
    return text.strip().replaceAll("^[\"']|[\"']$", "");
  }

  /** Remembers a variable that is set to a literal. */
  void assign(String assignment) {
    Matcher literal = ASSIGNMENT.matcher(assignment);
    if (literal.matches()) {
      assign(literal.group(1), group(literal, 2));
    }
  }

  void assign(String name, String value) {
    variables.put(unquoted(name), value);
  }

  /** Returns the value of an expression, whose filters only complete addresses; empty if it is not known. */
  Optional<String> of(String expression) {
    Matcher call = CALL.matcher(expression);
    if (call.matches()) {
      return ofShortcode(call.group(1), call.group(2));
    }
    String first = expression.split("\\|", 2)[0].strip();
    Matcher literal = LITERAL.matcher(first);
    if (literal.matches()) {
      return Optional.of(group(literal, 1));
    }
    return ROOT.matcher(first).matches()
        ? Optional.of("")
        : Optional.ofNullable(variables.get(first));
  }

  /** Returns what a shortcode shows; empty if it is not known. */
  Optional<String> ofShortcode(String name, String given) {
    Map<String, String> arguments = arguments(given);
    String first = arguments.getOrDefault("id", arguments.getOrDefault("0", ""));
    String second = arguments.getOrDefault("1", "");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "figure", "image", "img" -> picture(arguments);
      case "youtube" -> link("https://www.youtube.com/watch?v=" + first, "YouTube", arguments);
      case "vimeo" -> link("https://vimeo.com/" + first, "Vimeo", arguments);
      case "gist" ->
        link(
            arguments.getOrDefault("url", "https://gist.github.com/" + first + "/" + second),
            "Gist",
            arguments);
      case "ref", "relref" -> Optional.of(addressOf(first));
      default -> Optional.empty();
    };
  }

  private static Optional<String> picture(Map<String, String> given) {
    String source =
        given.getOrDefault("src", given.getOrDefault("path", given.getOrDefault("0", "")));
    if (source.isEmpty()) {
      return Optional.empty();
    }
    String caption = given.getOrDefault("caption", given.getOrDefault("title", ""));
    String picture = "![" + given.getOrDefault("alt", caption) + "](<" + source + ">)";
    String linked = Optional.ofNullable(given.get("link"))
        .map(target -> "[" + picture + "](<" + target + ">)")
        .orElse(picture);
    return Optional.of((linked + " " + caption).strip());
  }

  private static Optional<String> link(String address, String name, Map<String, String> given) {
    return Optional.of("[" + given.getOrDefault("title", name) + "](<" + address + ">)");
  }

  /** The arguments by name, and those without a name by their place. */
  private static Map<String, String> arguments(String given) {
    Map<String, String> arguments = new HashMap<>();
    Matcher argument = ARGUMENT.matcher(given);
    for (int place = 0; argument.find(); ) {
      String name = Optional.ofNullable(argument.group(1)).orElse("");
      arguments.put(name.isEmpty() ? String.valueOf(place++) : name, group(argument, 2));
    }
    return arguments;
  }

  static String firstWord(String text) {
    Matcher word = WORD.matcher(text);
    return word.find() ? word.group() : "";
  }

  /** The first group from there that has matched. */
  private static String group(Matcher match, int from) {
    for (int i = from; i <= match.groupCount(); i++) {
      if (match.start(i) >= 0) {
        return match.group(i);
      }
    }
    return "";
  }
}
