package org.offprint.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.Issue;
import org.offprint.publication.SectionKey;

/**
 * One entry of a feed.
 *
 * @param id permanent, the same in every format and in every feed that has the entry
 * @param title plain text, never blank
 * @param permalink the page that it links to
 * @param related the external page that an item is about, unless {@code permalink} is that
 * @param published first publication, to the second; never moves
 * @param updated last significant change, to the second
 * @param summary plain text; may be empty
 * @param content the HTML, of all that it has or of its summary
 * @param authors empty if they are those of the feed
 * @param categories its sections and tags
 * @param language empty if it is that of the feed
 * @param picture the one to show with it
 * @param source its issue and sections, for software
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
    Optional<Picture> picture,
    Source source) {
  private static final int BYTES_OF_CATEGORY = 50;

  public Entry {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** Returns a copy with other content. */
  Entry withContent(Html other) {
    return new Entry(
        id,
        title,
        permalink,
        related,
        published,
        updated,
        summary,
        other,
        authors,
        categories,
        language,
        picture,
        source);
  }

  /** Returns the approximate size of what all entries of an issue repeat: tags, authors and a link with its title. */
  static long sizeOfHead(Issue issue) {
    long bytes = issue.title().length();
    for (String tag : issue.tags()) {
      bytes += BYTES_OF_CATEGORY + tag.length();
    }
    for (Author author : issue.authors()) {
      bytes += author.name().length()
          + author.uri().map(uri -> uri.toString().length()).orElse(0);
    }
    return bytes;
  }

  /**
   * A subject of an entry.
   *
   * @param term for software
   * @param label for people
   * @param scheme the vocabulary of the term; empty for the author's own tags
   */
  public record Category(String term, String label, Optional<URI> scheme) {}

  /**
   * The issue and sections of an entry, for software.
   *
   * @param issue the slug of the issue
   * @param number the issue's number, as the author counts
   * @param sections the sections whose content the entry has
   */
  public record Source(String issue, Optional<String> number, List<SectionKey> sections) {
    public Source {
      sections = List.copyOf(sections);
    }
  }
}
