package org.offprint.publication;

import java.util.Optional;
import java.util.regex.Pattern;
import org.offprint.issue.Slug;

/**
 * The name of a section in addresses and ids.
 *
 * @param value a slug, {@code [a-z0-9-]}, never empty
 */
public record SectionKey(String value) implements Comparable<SectionKey> {
  /** One class of characters: a repeated group would need stack for each word of a heading. */
  private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9-]+");

  public SectionKey {
    if (!isKey(value)) {
      throw new IllegalArgumentException("section key \"" + value + "\" must match [a-z0-9-]");
    }
  }

  /** The key that a text is, if it is one. */
  public static Optional<SectionKey> find(String text) {
    return isKey(text) ? Optional.of(new SectionKey(text)) : Optional.empty();
  }

  private static boolean isKey(String text) {
    return CHARACTERS.matcher(text).matches()
        && !text.startsWith("-")
        && !text.endsWith("-")
        && !text.contains("--");
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
