package org.offprint.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Html;

/**
 * One thing in a feed.
 *
 * @param id permanent, the same in every format and in every feed that has the entry
 * @param title plain text, never blank
 * @param permalink the page it leads to
 * @param related the external page that an item is about, unless {@code permalink} is that
 * @param published first publication, to the second; never moves
 * @param updated last significant change, to the second
 * @param summary plain text; may be empty
 * @param content the full HTML
 * @param authors who wrote it, where the feed's authors did not
 * @param categories its sections and tags
 * @param language where it differs from the feed's
 * @param image a picture for it
 * @param origin where it comes from
 */
public record Entry(
    URI id,
    String title,
    URI permalink,
    Optional<URI> related,
    Instant published,
    Instant updated,
    String summary,
    Html content,
    List<Author> authors,
    List<Category> categories,
    Optional<String> language,
    Optional<URI> image,
    Origin origin) {
  public Entry {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }
}
