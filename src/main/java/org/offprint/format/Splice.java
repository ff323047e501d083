package org.offprint.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Puts an XML document together: entries that have not changed are copied from an earlier version. Where the root
 * elements are the same to the byte, what stands in them can be exchanged: the same prefixes mean the same, and the
 * whole would declare no others.
 */
final class Splice {
  /** One character for each byte, so that bytes can be searched for and copied as fast as text. */
  private final String document;

  /** Where the entries stand: in text and attributes there is no angle bracket that opens a tag. */
  private final List<Span> entries = new ArrayList<>();

  /** An entry, from its first byte to the one behind its last. */
  private record Span(int start, int end) {}

  private Splice(byte[] bytes, String element) {
    this.document = new String(bytes, StandardCharsets.ISO_8859_1);
    String opening = "<" + element;
    String closing = "</" + element + ">";
    int start = document.indexOf(opening);
    int last = document.indexOf(closing, start);
    while (start >= 0 && last >= 0) {
      int end = last + closing.length();
      entries.add(new Span(start, end));
      start = document.indexOf(opening, end);
      last = document.indexOf(closing, end);
    }
  }

  /**
   * The new version.
   *
   * @param some the new version with those entries alone that the earlier one does not have
   * @param element the name of an entry
   * @return empty if it must be written as a whole
   */
  static Optional<byte[]> of(byte[] some, EarlierDocument earlier, String element) {
    Splice now = new Splice(some, element);
    Splice before = new Splice(bytes(earlier.bytes()), element);
    List<Optional<Integer>> places = earlier.places();
    boolean fits = !now.entries.isEmpty()
        && now.entries.size() == places.stream().filter(Optional::isEmpty).count()
        && places.stream().flatMap(Optional::stream).allMatch(at -> at < before.entries.size())
        && now.root().equals(before.root());
    return fits ? Optional.of(now.with(before, places)) : Optional.empty();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private byte[] with(Splice before, List<Optional<Integer>> places) {
    StringBuilder whole = new StringBuilder(document.length() + before.document.length());
    whole.append(document, 0, entries.get(0).start());
    Iterator<Span> own = entries.iterator();
    for (Optional<Integer> place : places) {
      if (place.isPresent()) {
        Span known = before.entries.get(place.get());
        whole.append(before.document, known.start(), known.end());
      } else {
        Span fresh = own.next();
        whole.append(document, fresh.start(), fresh.end());
      }
    }
    whole.append(document, entries.get(entries.size() - 1).end(), document.length());
    return whole.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What stands before the content of the root element: the declaration, and its opening tag. */
  private String root() {
    return document.substring(0, document.indexOf('>', document.indexOf("?>") + 2) + 1);
  }
}
