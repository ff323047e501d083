package org.offprint.feed;

import java.util.List;
import java.util.Optional;
import org.offprint.publication.SectionKey;

/**
 * Where an entry comes from, for software.
 *
 * @param issue the slug of its issue
 * @param number what the author counts the issue as
 * @param sections the sections it has something of
 */
public record Origin(String issue, Optional<String> number, List<SectionKey> sections) {
  public Origin {
    sections = List.copyOf(sections);
  }
}
