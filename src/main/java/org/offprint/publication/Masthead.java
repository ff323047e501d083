package org.offprint.publication;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.offprint.issue.Author;
import org.offprint.issue.Html;

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
 * @param additions what the publisher adds to every page
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
    Optional<Accent> accent,
    Additions additions) {
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

  /** Returns a copy with the text of a stylesheet. */
  Masthead with(Optional<String> stylesheet) {
    return new Masthead(
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
        accent,
        new Additions(additions.links(), additions.footer(), stylesheet));
  }

  /**
   * The words and the looks that the publisher adds to every page.
   *
   * @param links for the head of pages; a target is an address or a path below the base URL
   * @param footer Markdown; may be empty
   * @param stylesheet the text of a stylesheet that follows ours
   */
  public record Additions(List<Html.TextLink> links, String footer, Optional<String> stylesheet) {
    /** Those of a publisher who adds nothing. */
    public static final Additions NONE = new Additions(List.of(), "", Optional.empty());

    public Additions {
      links = List.copyOf(links);
    }
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
