package org.offprint.format;

import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;

/**
 * Writes feed documents. The same document gives the same bytes on every machine. Thread-safe: every
 * call makes its own model.
 */
public final class FeedRenderer {
  private FeedRenderer() {}

  /**
   * The bytes of a document, in UTF-8. They have been read back by a parser before they are returned.
   *
   * @throws IllegalStateException if the result cannot be read back, which is a bug
   */
  public static byte[] render(FeedDocument document, FeedFormat format) {
    byte[] bytes = switch (format) {
      case ATOM -> XmlOutput.write(AtomRenderer.render(document));
      case RSS -> XmlOutput.write(RssRenderer.render(document));
      case JSON -> JsonFeedRenderer.render(document);
    };
    ReadBack.check(bytes, format);
    return bytes;
  }
}
