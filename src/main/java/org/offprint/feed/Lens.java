package org.offprint.feed;

/** The kind of entries of a feed. */
public enum Lens {
  /** One entry per issue, with the selected sections of it. */
  ISSUES("issues"),
  /** One entry per item. */
  ITEMS("items");

  private final String suffix;

  Lens(String suffix) {
    this.suffix = suffix;
  }

  /** Returns its name in URLs. */
  public String suffix() {
    return suffix;
  }
}
