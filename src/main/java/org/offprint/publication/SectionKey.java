package org.offprint.publication;

import java.util.Optional;
import org.offprint.issue.Slug;

/**
 * The name of a section in addresses and ids.
 *
 * @param value a {@link Slug}: letters and digits in lower case, joined by hyphens
 */
public record SectionKey(String value) implements Comparable<SectionKey> {
  public SectionKey {
    if (!Slug.is(value)) {
      throw new IllegalArgumentException(
          "section key \"" + value + "\" must be letters and digits in lower case, joined by -");
    }
  }

  /** The key that a text is, if it is one. */
  public static Optional<SectionKey> find(String text) {
    return Slug.is(text) ? Optional.of(new SectionKey(text)) : Optional.empty();
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
