package org.offprint.issue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * Decides for each raw tag in an issue whether it is markup or the author's text. The result is
 * safe to parse as HTML without swallowing the words that follow; it is not sanitised yet.
 */
final class RawHtml {
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?=[\\s/>])");
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
  /** Of those, the ones whose content is for no reader. */
  private static final Set<String> HIDDEN = Set.of("script", "style", "svg", "math");
  /** Elements that make sense in the middle of a line. */
  private static final Set<String> INLINE = Set.of(
      "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q",
      "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr");

  private RawHtml() {}

  /** A block of raw HTML. */
  static String ofBlock(String literal) {
    return new RawHtmlBlock(literal).tame();
  }

  /** One raw tag in a line: markup, text of the author, or nothing. */
  static Kind kindOfInline(String literal) {
    Optional<String> name = nameAt(literal, 0);
    if (name.isEmpty()) {
      return Kind.NOTHING;
    }
    if (!isKnown(name.get())) {
      return Kind.TEXT;
    }
    return INLINE.contains(name.get()) ? Kind.MARKUP : Kind.NOTHING;
  }

  /** Returns true if a block is no HTML at all, but text that begins with an angle bracket. */
  static boolean beginsAsText(String literal) {
    String text = literal.stripLeading();
    if (text.startsWith("<!--")) {
      return !text.contains("-->");
    }
    if (text.startsWith("<?") || text.startsWith("<!")) {
      return text.indexOf('>') < 0;
    }
    Optional<String> name = nameAt(text, 0);
    boolean neverCloses = name.filter(Set.of("script", "style", "textarea")::contains)
        .filter(swallowing -> !text.toLowerCase(Locale.ROOT).contains("</" + swallowing))
        .isPresent();
    return neverCloses || name.filter(known -> !isKnown(known)).isPresent();
  }

  /** The name of the tag that begins at a place, in lower case. */
  static Optional<String> nameAt(String text, int start) {
    Matcher tag = TAG.matcher(text).region(start, text.length()).useTransparentBounds(true);
    return tag.lookingAt() ? Optional.of(tag.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  static boolean isKnown(String name) {
    return SWALLOWING.contains(name) || Tag.isKnownTag(name);
  }

  static boolean isSwallowing(String name) {
    return SWALLOWING.contains(name);
  }

  static boolean isHidden(String name) {
    return HIDDEN.contains(name);
  }

  /** The kinds of raw tags in a line. */
  enum Kind {
    MARKUP,
    TEXT,
    NOTHING
  }
}
