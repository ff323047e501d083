package org.offprint.publication;

import org.offprint.issue.Slug;

/**
 * The name of a section in addresses and ids.
 *
 * @param value a slug, {@code [a-z0-9-]}, never empty
 */
public record SectionKey(String value) implements Comparable<SectionKey> {
  public SectionKey {
    if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("section key \"" + value + "\" must match [a-z0-9-]");
    }
  }

  /** The key that a heading has by itself. */
  public static SectionKey ofHeading(String heading) {
    return new SectionKey(Slug.of(heading));
  }

  @Override
  public int compareTo(SectionKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
