package org.offprint.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.SectionKey;

/**
 * The address of a feed document: scope, lens, format, and for an archive document its number, as one path.
 *
 * @param scope the sections of the feed
 * @param lens issues or items
 * @param format of the document
 * @param archive the number of an archive document, counted from 1, the oldest; empty for the
 *     subscription document
 */
public record FeedAddress(
    FeedScope scope, Lens lens, FeedFormat format, Optional<Integer> archive) {
  private static final Pattern PATH = Pattern.compile("(?<scope>" + Addresses.FEED
      + "|/[a-z]+/[^/.]+)(?<lens>/items|/issues)?(?:" + Addresses.ARCHIVE_DOCUMENT
      + "(?<archive>[1-9][0-9]{0,5}))?\\.(?<format>[a-z]+)");

  /** Creates the address of a subscription document. */
  public FeedAddress(FeedScope scope, Lens lens, FeedFormat format) {
    this(scope, lens, format, Optional.empty());
  }

  /**
   * Parses a path, whether or not the publication has such sections. Upper case, another order of sections and the suffix
   * {@code xml} (Atom) are accepted, so that the result may have another {@link #path()}.
   *
   * @param views finds a view by its key
   */
  static Optional<FeedAddress> parse(String path, Function<SectionKey, Optional<FeedScope>> views) {
    Matcher parts = PATH.matcher(path.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> lens = Optional.ofNullable(parts.group("lens"));
    Optional<Integer> archive = Optional.ofNullable(parts.group("archive")).map(Integer::valueOf);
    return FeedFormat.ofSuffix(parts.group("format"))
        .flatMap(format -> scope(parts.group("scope"), views)
            .map(scope -> new FeedAddress(scope, lens(lens, scope), format, archive)));
  }

  private static Lens lens(Optional<String> suffix, FeedScope scope) {
    return suffix
        .map(named -> named.equals("/items") ? Lens.ITEMS : Lens.ISSUES)
        .orElse(scope.ownLens());
  }

  /** Parses a path without lens and format. */
  static Optional<FeedScope> scope(String path, Function<SectionKey, Optional<FeedScope>> views) {
    String own = path.toLowerCase(Locale.ROOT);
    if (own.startsWith(Addresses.SECTIONS)) {
      return keys(own.substring(Addresses.SECTIONS.length())).map(FeedScope::of);
    }
    if (own.startsWith(Addresses.EXCEPT)) {
      return keys(own.substring(Addresses.EXCEPT.length())).map(FeedScope::except);
    }
    if (own.startsWith(Addresses.VIEWS)) {
      return SectionKey.find(own.substring(Addresses.VIEWS.length())).flatMap(views);
    }
    return own.equals(Addresses.FEED) ? Optional.of(FeedScope.whole()) : faceted(own);
  }

  private static Optional<FeedScope> faceted(String path) {
    return Stream.of(Facet.values())
        .filter(facet -> path.startsWith(facet.path()))
        .flatMap(facet -> SectionKey.find(path.substring(facet.path().length())).stream()
            .map(key -> FeedScope.of(facet, key)))
        .findFirst();
  }

  /** Tells of a path that joins more sections than a feed can have. */
  public static boolean joinsTooMany(String path) {
    return Stream.of(Addresses.SECTIONS, Addresses.EXCEPT)
        .filter(path::startsWith)
        .anyMatch(start -> names(path.substring(start.length())).size() > FeedScope.MOST_SECTIONS);
  }

  private static List<String> names(String joined) {
    return Stream.of(joined.split("[+ ,]+"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<List<SectionKey>> keys(String joined) {
    List<String> names = names(joined);
    List<SectionKey> keys =
        names.stream().flatMap(name -> SectionKey.find(name).stream()).toList();
    boolean isScope =
        !keys.isEmpty() && keys.size() == names.size() && keys.size() <= FeedScope.MOST_SECTIONS;
    return isScope ? Optional.of(keys) : Optional.empty();
  }

  /** Returns the one path of the address. */
  public String path() {
    String document = archive.map(number -> Addresses.ARCHIVE_DOCUMENT + number).orElse("");
    return path(scope, lens) + document + "." + format.suffix() + scope.parameters();
  }

  static String path(FeedScope scope, Lens lens) {
    return lens == scope.ownLens() ? scope.path() : scope.path() + "/" + lens.suffix();
  }
}
