package org.offprint.site;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A part of a site: what it serves, and at which paths. Immutable. */
interface Resource {
  /** Lists the paths that the site offers of its own accord, each once. Paths that clients can make up are not among them. */
  Stream<String> paths();

  /**
   * Finds the renderer of a path, without rendering.
   *
   * @param path decoded, below the base URL, beginning with {@code /}
   * @return empty if nothing of this part stands there
   */
  Optional<Supplier<Representation>> find(String path);
}
