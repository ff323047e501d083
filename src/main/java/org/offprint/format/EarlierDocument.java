package org.offprint.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * An earlier version of a feed document, in the same format.
 *
 * @param bytes as {@link FeedRenderer} wrote them
 * @param places where each entry of the new version stands in it, counted from 0; empty for those that it has not, or
 *     would not be written so any more: all of them under another masthead
 */
public record EarlierDocument(ByteBuffer bytes, List<Optional<Integer>> places) {
  public EarlierDocument {
    places = List.copyOf(places);
  }
}
