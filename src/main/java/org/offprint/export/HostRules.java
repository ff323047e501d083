package org.offprint.export;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.offprint.publication.Redirect;
import org.offprint.site.Site;

/**
 * What a host has to know to serve files as the server would serve what is in them.
 *
 * @param base where the files are for readers; ends in {@code /}
 * @param redirects where old paths lead, each with and without a slash at its end; the paths are decoded and
 *     begin with that of the base, the targets are absolute
 * @param headers by the {@link #kind} of the file
 * @param headersOfMissing of the page for what is not there
 */
record HostRules(
    URI base,
    SortedMap<String, String> redirects,
    SortedMap<String, Map<String, String>> headers,
    Map<String, String> headersOfMissing) {
  HostRules {
    redirects = Collections.unmodifiableSortedMap(new TreeMap<>(redirects));
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    headersOfMissing = Collections.unmodifiableMap(new LinkedHashMap<>(headersOfMissing));
  }

  /** What files have their headers in common with: those of their suffix, but not all XML is a feed. */
  static String kind(String file) {
    String suffix = file.substring(file.lastIndexOf('.') + 1);
    return suffix.equals("xml") ? file : suffix;
  }

  /** Whether files of a kind are just the one of that name. */
  static boolean isName(String kind) {
    return kind.contains(".");
  }

  static HostRules of(
      Site site,
      SortedMap<String, Map<String, String>> headers,
      Map<String, String> headersOfMissing) {
    URI base = site.publication().masthead().baseUri();
    SortedMap<String, String> redirects = new TreeMap<>();
    site.redirects().forEach((path, target) -> {
      String plain = Redirect.plain(base.getPath() + path.substring(1));
      // No browser sends control characters, and no host has words for them in its files.
      // If the page for what is not there led elsewhere, so would every wrong address.
      boolean isForHosts = plain.chars().noneMatch(Character::isISOControl)
          && !plain.equals(base.getPath() + Export.MISSING);
      if (isForHosts) {
        redirects.put(plain, target);
        redirects.put(plain.equals("/") ? plain : plain + "/", target);
      }
    });
    return new HostRules(base, redirects, headers, headersOfMissing);
  }

  /** What stands before every path. A host behind a proxy does not know that itself. */
  String origin() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }

  /** The decoded path of the home page; ends in {@code /}. */
  String home() {
    return base.getPath();
  }

  /** The decoded path of the page for what is not there. */
  String missing() {
    return home() + Export.MISSING;
  }

  /** The home page without its last slash, where that is a path that leads nowhere else. */
  boolean hasBareHome() {
    return home().length() > 1 && !redirects.containsKey(Redirect.plain(home()));
  }
}
