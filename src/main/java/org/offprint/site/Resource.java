package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A part of a site: some of its content, by path. Immutable. */
interface Resource {
  /**
   * Lists the paths that the site offers, each once. Combinations and searches, which clients request in any number,
   * are not among them.
   */
  Stream<String> paths();

  /**
   * Finds the renderer of a path, without rendering.
   *
   * @param path decoded, below the base URL, beginning with {@code /}
   * @return empty if this part does not have the path
   */
  Optional<Supplier<Representation>> find(String path);
}
