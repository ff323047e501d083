package org.offprint.site;

import java.util.Map;
import java.util.Optional;

/**
 * What was rendered, within one bound. What every reader asks for stands apart from what strangers can
 * make up in any number, so that the second never drives out the first. Thread-safe.
 */
final class Shelves {
  private static final int SHARE_OF_RARE = 4;

  private final Shelf common;
  private final Shelf rare;

  Shelves(long mostBytes) {
    this.common = new Shelf(mostBytes - mostBytes / SHARE_OF_RARE);
    this.rare = new Shelf(mostBytes / SHARE_OF_RARE);
  }

  Optional<Representation> find(String path) {
    return common.find(path).or(() -> rare.find(path));
  }

  void keepCommon(String path, Representation representation) {
    common.keep(path, representation);
  }

  void keepRare(String path, Representation representation) {
    rare.keep(path, representation);
  }

  Remembered remembered() {
    return common.remembered().and(rare.remembered());
  }

  /** What every reader asks for. */
  Map<String, Representation> common() {
    return common.copy();
  }
}
