package org.offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offprint.issue.Generator;
import org.offprint.issue.Slug;

/** The addresses that another generator gave to the issues, as patterns of ours: by the configuration of the site, else by its custom. */
final class OldAddresses {
  private static final Pattern JEKYLL =
      Pattern.compile("(?m)^[ \\t]*permalink[ \\t]*:[ \\t]*[\"']?([^\\s\"'#]+)");
  private static final Pattern HUGO = Pattern.compile(
      "(?m)^[ \\t]*[\"']?([\\w-]+)[\"']?[ \\t]*[:=][ \\t]*[\"']?(/?[^\\s\"'#]*:[a-z][^\\s\"'#]*)");
  private static final Pattern PELICAN =
      Pattern.compile("(?m)^ARTICLE_URL[ \\t]*=[ \\t]*[\"']([^\"']+)");
  private static final Pattern BASE =
      Pattern.compile("(?m)^[ \\t]*base[uU]rl[ \\t]*:[ \\t]*[\"']?(/[^\\s\"'#,]*[^\\s\"'#,/])");
  private static final Pattern OURS =
      Pattern.compile("(?:[^:\"\\\\{}]|\\{(?:slug|year|month|day)\\})*");
  private static final Map<String, String> STYLES = Map.of(
      "date", "/:categories/{year}/{month}/{day}/{slug}.html",
      "pretty", "/:categories/{year}/{month}/{day}/{slug}/",
      "none", "/:categories/{slug}.html");
  private static final Pattern CATEGORIES =
      Pattern.compile("(?m)^categor(ies|y):[ \\t]*(.*(?:\\n[ \\t]*-[ \\t].*)*)");
  private static final int MOST_READ = 100;
  private static final int MOST_CATEGORIES = 5;

  private static final Pattern ELEVENTY =
      Pattern.compile("permalink[\"']?\\s*:\\s*[\"'`](/[^\"'`]+)");
  private static final Pattern INPUT =
      Pattern.compile("\\binput[\"']?\\s*:\\s*[\"'](?:\\./)?([\\w/-]+)");

  private OldAddresses() {}

  /**
   * Returns the lines of the setting for the issues of a site; empty if nothing tells them.
   *
   * @param issues their folder
   */
  static Optional<String> of(SiteConfiguration site, Path issues) {
    String place =
        site.folder().relativize(issues.toAbsolutePath().normalize()).toString().replace('\\', '/');
    List<String> bases = found(
            site, BASE, "_config.yml", "docusaurus.config.js", "docusaurus.config.ts")
        .map(base -> base.group(1))
        .limit(1)
        .toList();
    return Optional.of(patterns(site, place)
            .flatMap(
                path -> Stream.concat(Stream.of(path), bases.stream().map(base -> base + path)))
            .map(path -> "\n  \"" + path + "\": /issues/{slug}")
            .collect(Collectors.joining()))
        .filter(lines -> !lines.isEmpty());
  }

  private static Stream<String> patterns(SiteConfiguration site, String place) {
    Stream<String> patterns = switch (site.generator().map(Generator::toString).orElse("")) {
      case "jekyll" -> jekyll(site, place);
      case "hugo" -> hugo(site, below(place, "content"));
      case "zola" -> Stream.of(below(place, "content") + "/{slug}/");
      case "eleventy" -> eleventy(site, place);
      case "docusaurus" -> docusaurus(place.substring(place.lastIndexOf('/') + 1));
      default -> others(site, place);
    };
    return patterns
        .map(pattern -> (pattern.startsWith("/") ? "" : "/") + pattern)
        .filter(pattern -> OURS.matcher(pattern).matches() && !pattern.contains("/_"))
        .filter(pattern -> pattern.contains("{slug}") || pattern.contains("{year}"))
        .distinct();
  }

  private static Stream<String> jekyll(SiteConfiguration site, String place) {
    List<String> given = found(site, JEKYLL, "_config.yml", "_config.yaml")
        .map(link -> link.group(1))
        .map(link -> STYLES.getOrDefault(link, link))
        .toList();
    return (given.isEmpty() ? Stream.of(STYLES.getOrDefault("date", "")) : given.stream())
        .flatMap(link -> link.contains("/:categor")
            ? categories(site, place).map(path -> link.replaceAll("/:categor(?:ies|y)(?=/)", path))
            : Stream.of(link))
        .map(OldAddresses::ours);
  }

  /** The paths that the categories of issues make, with those of their folder; only few have a pattern each. */
  private static Stream<String> categories(SiteConfiguration site, String place) {
    String folder = place.endsWith("/_posts") ? "/" + place.replaceFirst("/_posts$", "") : "";
    try (Stream<Path> files = Files.list(site.folder().resolve(place))) {
      List<String> paths = files
          .sorted()
          .limit(MOST_READ)
          .flatMap(file -> SiteConfiguration.text(file).stream())
          .map(text -> folder + categories(text))
          .distinct()
          .toList();
      return paths.isEmpty() || paths.size() > MOST_CATEGORIES ? Stream.of(folder) : paths.stream();
    } catch (IOException e) {
      return Stream.of(folder);
    }
  }

  private static String categories(String text) {
    Matcher line = CATEGORIES.matcher(text);
    if (!line.find()) {
      return "";
    }
    boolean isOfWords = line.group(1).equals("ies") && !line.group(2).matches("(?s).*[\\[\n].*");
    return Stream.of(line.group(2).split(isOfWords ? "\\s+" : "[\\[\\],\n]"))
        .filter(name -> name.chars().anyMatch(Character::isLetterOrDigit))
        .map(name -> "/" + Slug.of(name))
        .collect(Collectors.joining());
  }

  private static Stream<String> eleventy(SiteConfiguration site, String place) {
    String data = place + "/" + place.substring(place.lastIndexOf('/') + 1);
    List<String> given = found(
            site, ELEVENTY, data + ".json", data + ".11tydata.json", data + ".11tydata.js")
        .map(link -> link.group(1)
            .replaceAll("\\{\\{-?\\s*page\\.fileSlug\\b[^}]*\\}\\}", "{slug}")
            .replaceFirst("/index\\.html$", "/"))
        .toList();
    String input = found(site, INPUT, ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs")
        .map(found -> found.group(1).replaceFirst("/$", ""))
        .findFirst()
        .orElse("src");
    return given.isEmpty() ? Stream.of(below(place, input) + "/{slug}/") : given.stream();
  }

  private static Stream<String> hugo(SiteConfiguration site, String section) {
    List<String> names = List.of(section.split("/"));
    List<String> given = found(
            site,
            HUGO,
            "hugo.toml",
            "hugo.yaml",
            "config.toml",
            "config.yaml",
            "config/_default/hugo.toml",
            "config/_default/config.toml",
            "config/_default/permalinks.toml")
        .filter(link -> names.contains(link.group(1)))
        .map(link -> ours(link.group(2)
            .replaceAll("/?:sections?(?:\\[[^\\]]*\\])?", Matcher.quoteReplacement(section))))
        .toList();
    return given.isEmpty() ? Stream.of(section + "/{slug}/") : given.stream();
  }

  /** Posts have their date in their addresses, unless they have a slug. */
  private static Stream<String> docusaurus(String name) {
    return Stream.of("/" + name + "/{year}/{month}/{day}/{slug}", "/" + name + "/{slug}");
  }

  private static Stream<String> others(SiteConfiguration site, String place) {
    if (site.has("pelicanconf.py")) {
      return Stream.of(found(site, PELICAN, "pelicanconf.py")
          .map(link -> link.group(1)
              .replace("{date:%Y}", "{year}")
              .replace("{date:%m}", "{month}")
              .replace("{date:%d}", "{day}"))
          .findFirst()
          .orElse("{slug}.html"));
    }
    if (site.has("mkdocs.yml")) {
      return Stream.of(
          below(place, "docs").replaceFirst("/posts$", "") + "/{year}/{month}/{day}/{slug}/");
    }
    return Stream.of("src/content", "src/pages")
        .filter(folder -> place.startsWith(folder + "/"))
        .map(folder -> below(place, folder) + "/{slug}/");
  }

  private static Stream<MatchResult> found(
      SiteConfiguration site, Pattern pattern, String... files) {
    return Stream.of(files)
        .flatMap(file -> SiteConfiguration.text(site.folder().resolve(file)).stream())
        .flatMap(text -> pattern.matcher(text).results());
  }

  /** A pattern of Jekyll or Hugo as one of ours; it keeps a colon if it has what ours lack. */
  private static String ours(String link) {
    return link.replaceAll(
            ":(?:title|slugorfilename|slugorcontentbasename|slug|filename|contentbasename|name)(?![a-z])",
            "{slug}")
        .replaceAll(":(?:i_)?(year|month|day)(?![a-z_])", "{$1}")
        .replaceFirst(":output_ext$", ".html");
  }

  /** The path of a folder below another one, with a slash before it. */
  private static String below(String place, String folder) {
    String path = Optional.of(place)
        .filter(given -> (given + "/").startsWith(folder + "/"))
        .map(given -> given.substring(folder.length()))
        .orElse("/" + place);
    return path.equals("/") ? "" : path;
  }
}
