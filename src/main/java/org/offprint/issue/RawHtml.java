package org.offprint.issue;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * Decides for each raw tag in an issue whether it is markup or the author's text. What is left is
 * safe to parse as HTML without swallowing the words that follow; it is not sanitised yet.
 */
final class RawHtml {
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])");
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->");
  /** Elements whose start makes an HTML parser treat what follows as something other than markup. */
  private static final Set<String> SWALLOWING = Set.of(
      "script",
      "style",
      "title",
      "textarea",
      "xmp",
      "iframe",
      "noembed",
      "noframes",
      "noscript",
      "plaintext",
      "template",
      "select",
      "svg",
      "math",
      "frameset",
      "head",
      "html",
      "body",
      "object",
      "option",
      "optgroup");
  /** Elements that make sense in the middle of a line. */
  private static final Set<String> INLINE = Set.of(
      "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q",
      "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr");

  private RawHtml() {}

  /** A block of raw HTML. */
  static String ofBlock(String literal) {
    Matcher tags = TAG.matcher(HIDDEN.matcher(literal).replaceAll(""));
    return tags.replaceAll(tag -> {
      String name = tag.group(1).toLowerCase(Locale.ROOT);
      if (!Tag.isKnownTag(name)) {
        return Matcher.quoteReplacement("&lt;" + tag.group().substring(1));
      }
      return SWALLOWING.contains(name) ? "<x-dropped" : Matcher.quoteReplacement(tag.group());
    });
  }

  /** One raw tag in a line: markup, text of the author, or nothing. */
  static Kind kindOfInline(String literal) {
    Matcher tag = TAG.matcher(literal);
    if (!tag.lookingAt()) {
      return Kind.NOTHING;
    }
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    if (!Tag.isKnownTag(name)) {
      return Kind.TEXT;
    }
    return INLINE.contains(name) ? Kind.MARKUP : Kind.NOTHING;
  }

  /** Whether a block is no HTML at all, but text that begins with an angle bracket. */
  static boolean beginsAsText(String literal) {
    String text = literal.stripLeading();
    Matcher tag = TAG.matcher(text);
    if (!tag.lookingAt()) {
      return false;
    }
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    boolean neverCloses = Set.of("script", "style", "textarea").contains(name)
        && !text.toLowerCase(Locale.ROOT).contains("</" + name);
    return !Tag.isKnownTag(name) || neverCloses;
  }

  /** What a raw tag in a line is. */
  enum Kind {
    MARKUP,
    TEXT,
    NOTHING
  }
}
