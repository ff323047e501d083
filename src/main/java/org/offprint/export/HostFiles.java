package org.offprint.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offprint.publication.Addresses;
import org.offprint.site.Site;

/** The files that tell a static host how to serve an export. */
public enum HostFiles {
  /** No host in particular. */
  NONE,
  /** Netlify, and others that read the same files, such as Cloudflare Pages. */
  NETLIFY,
  /** GitHub Pages, which would make pages of its own out of the Markdown of issues. */
  GITHUB;

  private static final String HEADERS = "_headers";
  private static final String REDIRECTS = "_redirects";
  private static final String NO_JEKYLL = ".nojekyll";

  private static final String NOTE =
      "# Written by \"offprint export\": changes are lost with the next one.\n";
  private static final String PAGE = "html";
  /** Left to the host, which revalidates pages after each deployment. */
  private static final Set<String> OF_THE_HOST = Set.of("Content-Type", "Cache-Control");

  /** Returns the names of the files. */
  List<String> names() {
    return switch (this) {
      case NONE -> List.of();
      case NETLIFY -> List.of(HEADERS, REDIRECTS);
      case GITHUB -> List.of(NO_JEKYLL);
    };
  }

  /**
   * Returns the text of a file.
   *
   * @param headers the headers of all files, by {@link #kind}
   */
  static String text(String name, Site site, SortedMap<String, Map<String, String>> headers) {
    return switch (name) {
      case HEADERS -> headers(site.publication().masthead().baseUri(), headers);
      case REDIRECTS -> redirects(site);
      default -> "";
    };
  }

  /** Returns what files with the same headers have in common: the suffix, or the name where all XML is not a feed. */
  static String kind(String file) {
    String suffix = file.substring(file.lastIndexOf('.') + 1);
    return suffix.equals("xml") ? file : suffix;
  }

  /** Headers add up: those of every file must not be repeated for some. */
  private static String headers(URI base, SortedMap<String, Map<String, String>> all) {
    Map<String, String> common = new LinkedHashMap<>(all.getOrDefault(PAGE, Map.of()));
    common.keySet().removeAll(OF_THE_HOST);
    String home = encoded(base.getPath());
    StringBuilder text = new StringBuilder(NOTE).append(rule(home + "*", common));
    all.forEach((kind, headers) -> {
      if (!kind.equals(PAGE)) {
        Map<String, String> own = new LinkedHashMap<>(headers);
        own.keySet().removeAll(common.keySet());
        text.append(rule(home + (kind.contains(".") ? "" : "*.") + kind, own));
      }
    });
    return text.toString();
  }

  private static String rule(String path, Map<String, String> headers) {
    StringBuilder text = new StringBuilder(path).append('\n');
    headers.forEach((name, value) ->
        text.append("  ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  /** A redirect counts with and without a slash at the end. */
  private static String redirects(Site site) {
    String home = site.publication().masthead().baseUri().getPath();
    SortedMap<String, String> redirects = new TreeMap<>();
    site.redirects()
        .forEach(
            (path, target) -> redirects.put(Addresses.plain(home + path.substring(1)), target));
    // The page for other addresses must stay; no browser sends control characters.
    redirects.remove(home + Export.MISSING);
    redirects.keySet().removeIf(path -> path.chars().anyMatch(Character::isISOControl));
    StringBuilder text = new StringBuilder(NOTE);
    // A colon behind a slash would name a part of the path.
    redirects.forEach((path, target) -> text.append(encoded(path))
        .append(' ')
        .append(target.replace("/:", "/%3A"))
        .append(" 301\n"));
    return text.toString();
  }

  /** Percent-encodes everything in a decoded path that is special in an address or a pattern. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte value : path.getBytes(UTF_8)) {
      char character = (char) (value & 0xFF);
      boolean isPlain = character < 0x80
          && (Character.isLetterOrDigit(character) || "/_-.~+,@".indexOf(character) >= 0);
      encoded.append(isPlain ? String.valueOf(character) : "%%%02X".formatted((int) character));
    }
    return encoded.toString();
  }

  /** Returns the value on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
