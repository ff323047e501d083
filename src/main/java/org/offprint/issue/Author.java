package org.offprint.issue;

import java.net.URI;
import java.util.Optional;

/**
 * An author of an issue, or of the newsletter.
 *
 * @param name the name as readers see it, never blank
 * @param email the address, where the author gave one
 * @param uri the author's page, where the author gave one
 */
public record Author(String name, Optional<String> email, Optional<URI> uri) {
  public Author {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /** An author of whom only the name is known. */
  public static Author of(String name) {
    return new Author(name, Optional.empty(), Optional.empty());
  }
}
