package org.offprint.feed;

/** What one entry of a feed is. */
public enum Lens {
  /** One entry per issue, with what the scope selects of it. */
  ISSUES("issues"),
  /** One entry per item. */
  ITEMS("items");

  private final String suffix;

  Lens(String suffix) {
    this.suffix = suffix;
  }

  /** Its name in addresses. */
  public String suffix() {
    return suffix;
  }
}
