package org.offprint.format;

import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;

/**
 * Writes feed documents. The same document gives the same bytes on every machine. Thread-safe: every call makes its own
 * model.
 */
public final class FeedRenderer {
  private FeedRenderer() {}

  /**
   * Renders a document in UTF-8, and reads it back with a parser before it returns.
   *
   * @throws IllegalStateException if the result cannot be read back, which is a bug
   */
  public static byte[] render(FeedDocument document, FeedFormat format) {
    byte[] bytes = switch (format) {
      case ATOM -> FeedXml.write(AtomRenderer.render(document));
      case RSS -> FeedXml.write(RssRenderer.render(document));
      case JSON -> JsonFeedRenderer.render(document);
    };
    ReadBack.check(bytes, format);
    return bytes;
  }
}
