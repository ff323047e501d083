package org.offprint.issue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands in elements with {@code markdown="1"} within a block of raw HTML, such as cells and entries, as Markdown; and warns of
 * links of Markdown that stand elsewhere in it, where they are text. One object reads one block.
 */
final class MarkdownInHtml {
  /** Code and tags, or a link. */
  private static final Pattern LINK = Pattern.compile(
      "(?is)<(pre|code|script|style|textarea|svg|math)\\b.*?(?:</\\1>|\\z)|<!--.*?(?:-->|\\z)|<[^<>]*+>"
          + "|(!?\\[[^\\[\\]\\n]{1,200}+\\]\\((?:https?://|mailto:|/)[^()\\s]{1,2000}+\\))");

  /** Elements that hold one text. */
  private static final Set<String> TEXTS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "summary", "figcaption");

  private static final Pattern SPAN = Pattern.compile("(?is).*\\smarkdown=[\"']?span\\b.*");
  /** Nobody reads more, and the line of each is counted. */
  private static final int MOST_WARNINGS = 50;

  private static final int LONGEST_SHOWN = 60;

  private final String literal;
  private final BiFunction<String, Boolean, String> renderer;
  private final ObjIntConsumer<String> warnings;
  private final StringBuilder html = new StringBuilder();
  private int warned;
  /** Elements that do not end in this block. */
  private final Set<String> endless = new HashSet<>();

  private MarkdownInHtml(
      String literal,
      BiFunction<String, Boolean, String> renderer,
      ObjIntConsumer<String> warnings) {
    this.literal = literal;
    this.renderer = renderer;
    this.warnings = warnings;
  }

  /**
   * Returns the block as HTML.
   *
   * @param renderer makes HTML of Markdown, or of Markdown in which nothing begins a block
   * @param warnings takes each warning with its line in the block, counted from 0
   */
  static String read(
      String literal,
      BiFunction<String, Boolean, String> renderer,
      ObjIntConsumer<String> warnings) {
    return new MarkdownInHtml(literal, renderer, warnings).read();
  }

  private String read() {
    int at = 0;
    Matcher opening = MarkdownBoxes.OPENING.matcher(literal);
    while (opening.find()) {
      String name = opening.group(1).toLowerCase(Locale.ROOT);
      int end = opening.start() < at ? -1 : endOf(name, opening.end());
      if (end >= 0) {
        takeRaw(at, opening.end());
        boolean isOneText =
            TEXTS.contains(name) || SPAN.matcher(opening.group()).matches();
        html.append(renderer.apply(unindented(literal.substring(opening.end(), end)), isOneText));
        at = end;
      }
    }
    takeRaw(at, literal.length());
    return html.toString();
  }

  /** The place of the tag that ends an element; that of the block for a box, and for one without other tags behind it. */
  private int endOf(String name, int from) {
    if (endless.contains(name)) {
      return -1;
    }
    Matcher tag =
        Pattern.compile("(?i)<(/?)" + Pattern.quote(name) + "(?=[\\s>])").matcher(literal);
    int open = 1;
    for (int at = from; tag.find(at); at = tag.end()) {
      open += tag.group(1).isEmpty() ? 1 : -1;
      if (open == 0) {
        return tag.start();
      }
    }
    if (Sanitizer.CONTAINERS.contains(name) || literal.lastIndexOf("</") < from) {
      return literal.length();
    }
    endless.add(name);
    return -1;
  }

  /** Returns a text without the indentation that its lines have in common; the first one may stand behind the tag. */
  private static String unindented(String text) {
    int lineEnd = text.indexOf('\n');
    return lineEnd < 0
        ? text.strip()
        : text.substring(0, lineEnd).strip()
            + "\n"
            + text.substring(lineEnd + 1).stripTrailing().stripIndent();
  }

  private void takeRaw(int from, int to) {
    String raw = literal.substring(from, to);
    html.append(raw);
    if (raw.contains("](")) {
      for (Matcher link = LINK.matcher(raw); warned < MOST_WARNINGS && link.find(); ) {
        if (link.start(2) >= 0) {
          warned++;
          String before = literal.substring(0, from + link.start());
          warnings.accept(
              "\"%s\" is shown as it is, since Markdown within raw HTML is text; put blank lines around it, or add markdown=\"1\" to its tag"
                  .formatted(Html.cut(link.group(2), LONGEST_SHOWN)),
              (int) before.chars().filter(c -> c == '\n').count());
        }
      }
    }
  }
}
