package org.offprint.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of texts that several specifications require. */
final class Syntax {
  private static final Pattern MEDIA_TYPE = Pattern.compile(
      "[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(?:\\s*;\\s*[\\w-]+=(?:[\\w.+-]+|\"[^\"]*\"))*");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"]+");

  /** An element of HTML, or an entity of it; {@code <b>} alone may be what the author writes about. */
  private static final Pattern HTML =
      Pattern.compile("(?is)<([a-z]\\w*)(?:\\s[^>]*)?>.*</\\1>|<br\\s*/?>|<(?:a|img)\\s[^>]*=[^>]*>"
          + "|&(?:amp|lt|gt|quot|apos|nbsp|hellip|#\\d+|#x[0-9a-f]+);");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern NAME = Pattern.compile("[^\\s:/?#]+");
  private static final Pattern OFFSET_OR_FRACTION =
      Pattern.compile(".*(?:\\.\\d+.*|[+-]\\d\\d:\\d\\d)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\[#*_`\\[\\]&<>.!-]");

  private Syntax() {}

  /** Returns true if it is an IRI or a reference to one. */
  static boolean isIriReference(String text) {
    return uri(text).isPresent();
  }

  /** Returns true if it is an IRI with a scheme, and with a host where the scheme needs one. */
  static boolean isIri(String text) {
    return uri(text)
        .filter(URI::isAbsolute)
        .filter(uri -> !isWeb(text) || uri.getHost() != null)
        .isPresent();
  }

  /** Returns true if it begins like an address of the web. */
  static boolean isWeb(String text) {
    return text.regionMatches(true, 0, "https:", 0, 6)
        || text.regionMatches(true, 0, "http:", 0, 5);
  }

  static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      // Whoever asks reports it with its place.
      return Optional.empty();
    }
  }

  /** Returns true if it is a language tag (BCP 47). */
  static boolean isLanguage(String text) {
    try {
      return !new Locale.Builder().setLanguageTag(text).build().toLanguageTag().equals("und");
    } catch (IllformedLocaleException e) {
      // Whoever asks reports it with its place.
      return false;
    }
  }

  static boolean isMediaType(String text) {
    return MEDIA_TYPE.matcher(text).matches();
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Returns true if a text that is not HTML was written as if it were. */
  static boolean holdsHtml(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0)
        && HTML.matcher(text).find();
  }

  /** Returns true if a text that is not Markdown has an escape of it. */
  static boolean holdsMarkdownEscape(String text) {
    return text.indexOf('\\') >= 0 && ESCAPE.matcher(text).find();
  }

  /** Returns true if an address does not depend on where it stands. */
  static boolean hasScheme(String address) {
    return SCHEME.matcher(address).lookingAt();
  }

  /** Returns true if it is a name of RFC 3987: a path segment without colon. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Returns true if a date of RFC 3339 is not simply UTC. */
  static boolean hasOffsetOrFraction(String date) {
    return OFFSET_OR_FRACTION.matcher(date).matches();
  }
}
