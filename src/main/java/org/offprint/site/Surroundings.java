package org.offprint.site;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.offprint.page.ReaderCount;

/**
 * What a site has to do with the server around it. Thread-safe, quick, and throws nothing.
 *
 * @param rendered is told how long each rendering took
 * @param readers how many read the feeds, for the status page
 */
public record Surroundings(
    BiConsumer<Representation.Kind, Duration> rendered, Supplier<List<ReaderCount>> readers) {
  /** Nobody is told, and nothing is known. */
  public static final Surroundings NONE = new Surroundings((kind, time) -> {}, List::of);
}
