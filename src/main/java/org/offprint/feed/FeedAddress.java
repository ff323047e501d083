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
      "/(?:feed|sections/(?<section>[a-z0-9]+(?:-[a-z0-9]+)*))(?<items>/items)?\\.(?<format>[a-z]+)");

  /** The address that a path names, whether or not the publication has such a section. */
  public static Optional<FeedAddress> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    FeedScope scope = Optional.ofNullable(parts.group("section"))
        .map(key -> FeedScope.of(new SectionKey(key)))
        .orElse(FeedScope.WHOLE);
    Lens lens = parts.group("items") == null ? Lens.ISSUES : Lens.ITEMS;
    return Optional.ofNullable(parts.group("format"))
        .flatMap(FeedFormat::ofSuffix)
        .map(format -> new FeedAddress(scope, lens, format));
  }

  /** The path, which {@link #parse} understands. */
  public String path() {
    return path(scope, lens) + "." + format.suffix();
  }

  static String path(FeedScope scope, Lens lens) {
    return scope.path() + (lens == Lens.ITEMS ? "/items" : "");
  }
}
