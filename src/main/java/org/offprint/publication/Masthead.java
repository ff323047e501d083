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
 * @param tag the beginning of every id, {@code tag:authority,year} (RFC 4151), and perhaps {@code :path}
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
  public Masthead {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    if (!baseUri.isAbsolute() || !baseUri.toString().endsWith("/")) {
      throw new IllegalArgumentException("baseUri " + baseUri + " must be absolute and end in /");
    }
    authors = List.copyOf(authors);
  }

  /** Returns the program's own words for its readers. */
  public Wording wording() {
    return Wording.of(language);
  }

  /**
   * Returns the language of the program's own words in an entry of a feed, where the entry must say it. Entries of an
   * English newsletter never do, so that their bytes stay as they were.
   *
   * @param entry the language of the entry; empty if it is the newsletter's
   */
  public Optional<String> languageOfWordsIn(Optional<String> entry) {
    return wording()
        .languageWithin(entry.orElse(language))
        .filter(own -> Wording.ENGLISH.languageWithin(language).isPresent());
  }

  /** Returns the addresses below the base URL. */
  public Addresses addresses() {
    return new Addresses(baseUri);
  }

  /**
   * The one colour that pages have beside ink and paper, in hexadecimal: {@code #rrggbb}.
   *
   * @param onLight on light paper
   * @param onDark on dark paper
   */
  public record Accent(String onLight, String onDark) {
    private static final String COLOUR = "#[0-9a-f]{6}";

    public Accent {
      if (!onLight.matches(COLOUR) || !onDark.matches(COLOUR)) {
        throw new IllegalArgumentException(
            "colours " + onLight + " and " + onDark + " must match " + COLOUR);
      }
    }
  }
}
