package org.offprint.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offprint.publication.SectionKey;

/**
 * Where a feed document stands: scope, lens and format, as one path.
 *
 * @param scope which sections
 * @param lens issues or items
 * @param format how it is written
 */
public record FeedAddress(FeedScope scope, Lens lens, FeedFormat format) {
  private static final Pattern PATH = Pattern.compile(
      "/(?:feed|sections/(?<section>[a-z0-9-]+))(?<items>/items)?\\.(?<format>[a-z]+)");

  /** The address that a path names, whether or not the publication has such a section. */
  public static Optional<FeedAddress> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<FeedScope> scope = parts.group("section") == null
        ? Optional.of(FeedScope.WHOLE)
        : SectionKey.find(parts.group("section")).map(FeedScope::of);
    Lens lens = parts.group("items") == null ? Lens.ISSUES : Lens.ITEMS;
    return FeedFormat.ofSuffix(parts.group("format"))
        .flatMap(format -> scope.map(named -> new FeedAddress(named, lens, format)));
  }

  /** The path, which {@link #parse} understands. */
  public String path() {
    return path(scope, lens) + "." + format.suffix();
  }

  static String path(FeedScope scope, Lens lens) {
    return scope.path() + (lens == Lens.ITEMS ? "/items" : "");
  }
}
