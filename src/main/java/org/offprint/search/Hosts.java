package org.offprint.search;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the hosts of links, in the form that is compared. */
final class Hosts {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#:\\s]+).*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*+");
  private static final int LONGEST = 253;

  private Hosts() {}

  /** Returns the host of an absolute URL and its parent domains: three for {@code gist.github.com}. */
  static List<String> ofAddress(String address) {
    Matcher parts = AUTHORITY.matcher(address.toLowerCase(Locale.ROOT));
    List<String> hosts = new ArrayList<>();
    if (parts.matches()) {
      String host = parts.group(1);
      if (host.length() > LONGEST) {
        return List.of();
      }
      hosts.add(host);
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        hosts.add(host.substring(dot + 1));
      }
    }
    return hosts;
  }

  /** Finds the host in a host or URL that somebody typed; empty if there is none. */
  static Optional<String> find(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Matcher parts = AUTHORITY.matcher(lower.contains("//") ? lower : "//" + lower);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String host = ascii(parts.group(1)).replaceFirst("^www\\.(?=.)", "").replaceFirst("\\.$", "");
    return Optional.of(host)
        .filter(name -> name.length() <= LONGEST && NAME.matcher(name).matches());
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // Not a host name: the caller checks that.
      return host;
    }
  }
}
