package org.offprint.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What every page has around its content.
 *
 * @param title of the window
 * @param language of all that the issues do not say themselves
 * @param home where the publication begins
 * @param status the page for the publisher, where there is a server
 * @param card what the page says of itself to other software
 * @param discovery feeds that software may find, at most four, the main one first
 * @param search how to search, if one can
 */
record Frame(
    String title,
    String publication,
    String language,
    Optional<String> canonical,
    Optional<String> markdown,
    Optional<String> icon,
    String favicon,
    String oldFavicon,
    String home,
    Optional<String> logo,
    String stylesheet,
    String script,
    String archive,
    String directory,
    Optional<String> status,
    String opml,
    Optional<String> copyright,
    Card card,
    List<PageLinks.Link> discovery,
    Optional<SearchForm> search) {
  /** The languages whose usual script is written from right to left; the stylesheet has the same. */
  static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

  /**
   * How to search.
   *
   * @param action where the form leads
   * @param description where the description for browsers stands
   * @param isShown whether the header has the form
   */
  record SearchForm(String action, String description, boolean isShown) {}

  /** How to search by the header. */
  Optional<SearchForm> shownSearch() {
    return search.filter(SearchForm::isShown);
  }

  /** That of the words that are not the publisher's, where it differs from his. */
  Optional<String> ownLanguage() {
    return ownLanguage(language);
  }

  /** The publisher's, where the words around his are in another one. */
  Optional<String> publishersLanguage() {
    return ownLanguage().map(own -> language);
  }

  /** In which direction the publisher's language is written, where that is not from left to right. */
  Optional<String> direction() {
    return Optional.of("rtl")
        .filter(way -> RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()));
  }

  /** What the window and its tab are called: never without the publication's name. */
  String windowTitle() {
    boolean isNamed = title.toLowerCase(Locale.ROOT).contains(publication.toLowerCase(Locale.ROOT));
    return isNamed ? title : title + ": " + publication;
  }

  static Optional<String> ownLanguage(String language) {
    return Optional.of("en")
        .filter(own -> !Locale.forLanguageTag(language).getLanguage().equals(own));
  }

  /** The same around a page that has a form of its own, with one more feed to discover. */
  Frame ofSearch(Optional<PageLinks.Link> feed) {
    return new Frame(
        title,
        publication,
        language,
        canonical,
        markdown,
        icon,
        favicon,
        oldFavicon,
        home,
        logo,
        stylesheet,
        script,
        archive,
        directory,
        status,
        opml,
        copyright,
        card,
        Stream.concat(discovery.stream(), feed.stream()).toList(),
        search.map(form -> new SearchForm(form.action(), form.description(), false)));
  }

  /**
   * What a page says of itself to other software.
   *
   * @param type of the Open Graph protocol: {@code website} or {@code article}
   * @param description one or two sentences; may be empty
   * @param image absolute
   * @param published when an article appeared, as RFC 3339 has it
   * @param previous what comes before it where pages are numbered, or issues
   * @param next what comes after it
   * @param data JSON-LD that may stand in a script element
   */
  record Card(
      String type,
      String description,
      Optional<String> image,
      Optional<String> published,
      Optional<String> previous,
      Optional<String> next,
      Optional<String> data) {
    static final Card PLAIN = website("");

    static Card website(String description) {
      return new Card(
          "website",
          description,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    Card between(Optional<String> earlier, Optional<String> later) {
      return new Card(type, description, image, published, earlier, later, data);
    }

    Card saying(String json) {
      return new Card(type, description, image, published, previous, next, Optional.of(json));
    }
  }
}
