package org.offprint.issue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters of a file: UTF-8 decoded strictly, byte order mark dropped, lines ended by {@code
 * \n}, without the characters that XML 1.0 forbids, since one of them would break a whole feed.
 */
public final class SourceText {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

  private SourceText() {}

  /** The text of a file; empty if its bytes are not UTF-8. */
  public static Optional<String> decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      String lines =
          unmarked.indexOf('\r') < 0 ? unmarked : LINE_END.matcher(unmarked).replaceAll("\n");
      return Optional.of(withoutForbidden(lines));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A text without the characters that XML 1.0 forbids. */
  static String withoutForbidden(String text) {
    int length = 0;
    while (length < text.length() && isAllowed(text.codePointAt(length))) {
      length += Character.charCount(text.codePointAt(length));
    }
    if (length == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(SourceText::isAllowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The production {@code Char} of XML 1.0, section 2.2. */
  private static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
  }
}
