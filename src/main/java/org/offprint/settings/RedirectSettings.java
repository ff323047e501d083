package org.offprint.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offprint.publication.Addresses;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IssuePattern;

/** Reads {@code redirects:}, the old paths and the new ones. */
final class RedirectSettings {
  private static final String EXAMPLE = "such as \"/{slug}/\": /issues/{slug}";

  private RedirectSettings() {}

  static List<FormerSite.Redirect> read(SettingValues settings) {
    List<FormerSite.Redirect> redirects = new ArrayList<>();
    settings.mapping("redirects").ifPresent(values -> {
      SettingValues read = new SettingValues(values, settings.table(), settings.problems());
      Map<String, String> plain = new HashMap<>();
      for (String from : values.keys()) {
        Optional<String> to = read.text(from);
        if (values.find(from).isEmpty()) {
          report(read, from, "", "needs a new path behind the colon");
        }
        to.flatMap(text -> redirect(read, from, text)).ifPresent(redirect -> {
          redirects.add(redirect);
          plain.putIfAbsent(
              redirect.from().toString(), Addresses.plain(redirect.to().toString()));
        });
      }
      Set<String> circles = circles(plain);
      values.keys().stream()
          .filter(from -> circles.contains(decoded(from).map(Addresses::plain).orElse(from)))
          .forEach(
              from -> report(read, from, plain.getOrDefault(from, ""), "leads back to itself"));
    });
    return redirects;
  }

  private static void report(SettingValues read, String from, String to, String mistake) {
    read.report(
        from,
        "the redirect \"%s: %s\" %s; write an old path and a new one, %s"
            .formatted(from, to, mistake, EXAMPLE));
  }

  private static Optional<FormerSite.Redirect> redirect(
      SettingValues read, String from, String to) {
    Optional<IssuePattern> source = decoded(from)
        .filter(path -> path.startsWith("/") && path.indexOf('#') < 0 && path.indexOf('?') < 0)
        .map(Addresses::plain)
        .flatMap(IssuePattern::find);
    Optional<IssuePattern> target = target(to);
    if (source.isEmpty()) {
      report(
          read,
          from,
          to,
          "needs an old path that begins with /, without ? and #; it may have {slug}, {number},"
              + " {year}, {month} and {day}");
    } else if (target.isEmpty()) {
      report(
          read,
          from,
          to,
          "leads neither to a path that begins with one / nor to an address of the web"
              + " (a blank is written %20)");
    } else if (source.get().isFixed() && !target.get().isFixed()) {
      report(read, from, to, "needs {slug}, {number} or a date in the old path, too");
    } else {
      return Optional.of(new FormerSite.Redirect(source.get(), target.get()));
    }
    return Optional.empty();
  }

  /** Requests come decoded. */
  private static Optional<String> decoded(String path) {
    try {
      boolean isEncoded = path.matches("[^%]*(?:%[0-9A-Fa-f]{2}[^%]*)+");
      return Optional.of(
          isEncoded ? new URI(path.replace("{", "%7B").replace("}", "%7D")).getPath() : path);
    } catch (URISyntaxException e) {
      // The caller reports it.
      return Optional.empty();
    }
  }

  private static Optional<IssuePattern> target(String to) {
    boolean isOurs = to.startsWith("/") && !to.startsWith("//");
    if (!isOurs && !to.matches("https?://[^/].*")) {
      return Optional.empty();
    }
    try {
      String encoded = new URI(to.replace("{", "%7B").replace("}", "%7D")).toASCIIString();
      return IssuePattern.find(encoded.replace("%7B", "{").replace("%7D", "}"));
    } catch (URISyntaxException e) {
      // The caller reports it.
      return Optional.empty();
    }
  }

  /** Returns the paths that lead back to themselves. Follows each path once, however many there are. */
  private static Set<String> circles(Map<String, String> targets) {
    Set<String> circles = new HashSet<>();
    Set<String> followed = new HashSet<>();
    for (String from : targets.keySet()) {
      List<String> passed = new ArrayList<>();
      String place = from;
      while (targets.containsKey(place) && followed.add(place)) {
        passed.add(place);
        place = Optional.ofNullable(targets.get(place)).orElseThrow();
      }
      if (passed.contains(place)) {
        circles.addAll(passed.subList(passed.indexOf(place), passed.size()));
      }
    }
    return circles;
  }
}
