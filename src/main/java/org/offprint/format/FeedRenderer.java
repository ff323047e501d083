package org.offprint.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.offprint.feed.Entry;
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

  /**
   * The same bytes, in less time: entries are copied from an earlier version of the document as far as it has them.
   * What is not copied has been read back.
   */
  public static byte[] render(FeedDocument document, FeedFormat format, EarlierDocument earlier) {
    List<Entry> others = IntStream.range(0, document.entries().size())
        .filter(at -> earlier.places().get(at).isEmpty())
        .mapToObj(document.entries()::get)
        .toList();
    boolean isWorthIt = !others.isEmpty() && others.size() < document.entries().size();
    return Optional.of(format)
        .filter(kind -> isWorthIt)
        .flatMap(FeedRenderer::element)
        .flatMap(
            element -> Splice.of(render(document.withEntries(others), format), earlier, element))
        .orElseGet(() -> render(document, format));
  }

  /** The name of an entry, in the formats that are XML; the other one is soon written. */
  private static Optional<String> element(FeedFormat format) {
    return switch (format) {
      case ATOM -> Optional.of("entry");
      case RSS -> Optional.of("item");
      case JSON -> Optional.empty();
    };
  }
}
