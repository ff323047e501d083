package org.offprint.publication;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;

/**
 * The publisher's details, and the address of the site.
 *
 * @param title the newsletter's name
 * @param description one sentence about it; may be empty
 * @param baseUri the base URL of the site, absolute, ending in {@code /}
 * @param tag the beginning of every id, {@code tag:authority,year} (RFC 4151)
 * @param language a BCP 47 tag
 * @param zone the time zone of dates without an offset
 * @param authors its authors; may be empty
 * @param icon a small square picture, absolute
 * @param logo a larger picture, twice as wide as high, absolute
 * @param copyright the line of rights
 * @param accent the colour of links; empty leaves the choice to the pages
 */
public record Masthead(
    String title,
    String description,
    URI baseUri,
    String tag,
    String language,
    ZoneId zone,
    List<Author> authors,
    Optional<URI> icon,
    Optional<URI> logo,
    Optional<String> copyright,
    Optional<Accent> accent) {
  /** One that leaves the choice of colours to the pages. */
  public Masthead(
      String title,
      String description,
      URI baseUri,
      String tag,
      String language,
      ZoneId zone,
      List<Author> authors,
      Optional<URI> icon,
      Optional<URI> logo,
      Optional<String> copyright) {
    this(
        title,
        description,
        baseUri,
        tag,
        language,
        zone,
        authors,
        icon,
        logo,
        copyright,
        Optional.empty());
  }

  public Masthead {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    if (!baseUri.isAbsolute() || !baseUri.toString().endsWith("/")) {
      throw new IllegalArgumentException("baseUri " + baseUri + " must be absolute and end in /");
    }
    authors = List.copyOf(authors);
  }

  /** Returns the addresses below the base URL. */
  public Addresses addresses() {
    return new Addresses(baseUri);
  }
}
