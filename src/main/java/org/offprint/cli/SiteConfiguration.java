package org.offprint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.issue.Generator;
import org.offprint.issue.SourceText;

/**
 * The settings that the configuration of another generator gives, as far as single lines tell.
 *
 * @param folder the root of the site
 * @param generator its name; empty if it is none that is known
 * @param values our keys with the values that the site has
 */
record SiteConfiguration(
    Path folder, Optional<Generator> generator, SortedMap<String, String> values) {
  /** A folder of issues lies a few levels below the site at most. */
  private static final int MOST_LEVELS = 4;

  private static final int MOST_BYTES = 200_000;

  private static final List<String> FILES = List.of(
      "_config.yml",
      "_config.yaml",
      "hugo.toml",
      "hugo.yaml",
      "config.toml",
      "config.yaml",
      "config/_default/hugo.toml",
      "config/_default/config.toml",
      "docusaurus.config.js",
      "docusaurus.config.ts",
      "_data/site.json",
      "_data/metadata.json",
      "_data/site.js",
      "_data/metadata.js",
      "src/_data/site.json",
      "src/_data/metadata.json",
      "src/_data/site.js",
      "src/_data/metadata.js",
      "publishconf.py",
      "pelicanconf.py",
      "mkdocs.yml",
      "astro.config.mjs",
      "src/consts.ts",
      "src/config.ts");

  /** Our keys, and the names that others give them. */
  private static final Map<String, String> NAMES = Map.of(
      "title", "title|SITENAME|site_name|SITE_TITLE",
      "description", "description|tagline|SITESUBTITLE|site_description|SITE_DESCRIPTION",
      "base-url", "url|baseURL|baseurl|base_url|SITEURL|site_url|site",
      "language",
          "lang|language|locale|languageCode|default_language|defaultContentLanguage|defaultLocale|DEFAULT_LANG",
      "time-zone", "timezone|timeZone|TIMEZONE");

  /** Returns the configuration of the site that a folder belongs to: its own, or that of a folder above it. */
  static SiteConfiguration of(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    return Stream.iterate(place, path -> path != null, Path::getParent)
        .limit(MOST_LEVELS)
        .map(SiteConfiguration::in)
        .filter(found -> found.generator().isPresent() || !found.values().isEmpty())
        .findFirst()
        .orElse(new SiteConfiguration(place, Optional.empty(), new TreeMap<>()));
  }

  private static SiteConfiguration in(Path site) {
    SortedMap<String, String> values = new TreeMap<>();
    FILES.stream()
        .map(site::resolve)
        .forEach(file -> text(file)
            .ifPresent(text -> NAMES.forEach((key, names) ->
                value(text, names).ifPresent(value -> values.putIfAbsent(key, value)))));
    return new SiteConfiguration(site, Generator.ofSite(site), values);
  }

  /** Returns true if the site has a file, which tells its generator. */
  boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /** Returns the folder from which the site serves pictures by paths from the root, as seen from another folder. */
  Optional<String> media(Path issues) {
    return Stream.of("static", "public", "src", ".")
        .map(folder::resolve)
        .filter(place -> !folder.equals(issues.toAbsolutePath().normalize()))
        .filter(place -> Files.isDirectory(place.resolve("img"))
            || Files.isDirectory(place.resolve("images"))
            || place.endsWith("static")
            || place.endsWith("public"))
        .filter(Files::isDirectory)
        .map(place ->
            issues.toAbsolutePath().normalize().relativize(place.normalize()).toString())
        .findFirst();
  }

  /** Returns the text of a file; empty if it cannot be read as one. */
  static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) < MOST_BYTES
          ? SourceText.decode(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      // A site that cannot be read gives no proposals.
      return Optional.empty();
    }
  }

  /** The first line that gives one of these names a value of its own. */
  private static Optional<String> value(String text, String names) {
    Matcher line = Pattern.compile(
            "(?m)(?:^|[{,])[ \\t]*(?:export const |\")?(?:" + names
                + ")\"?[ \\t]*[:=][ \\t]*(?:([\"'])(.+?)\\1.*|([^\"'#{\\[\\s>|&*!][^#{\\[\\n]*?),?;?[ \\t]*(?:#.*)?)$")
        .matcher(text);
    return line.find()
        ? Optional.ofNullable(line.group(2)).or(() -> Optional.ofNullable(line.group(3)))
        : Optional.empty();
  }
}
