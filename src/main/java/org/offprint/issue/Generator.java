package org.offprint.issue;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program that the issues were written for, which tells the template languages in them. */
public enum Generator {
  /** Any language, where a text certainly has it; the ending of a file tells MDX. The default. */
  AUTO(""),
  /** None: braces are text. */
  PLAIN("mkdocs\\.ya?ml|pelicanconf\\.py|book\\.toml|conf\\.py"),
  /** Liquid. */
  JEKYLL("_config\\.ya?ml|_config\\.toml"),
  /** The shortcodes of Hugo. */
  HUGO("hugo\\.(?:toml|ya?ml|json)"),
  /** The shortcodes of Zola. */
  ZOLA("zola\\.toml"),
  /** Nunjucks and Liquid. */
  ELEVENTY("(?:\\.eleventy|eleventy\\.config)\\.[cm]?[jt]s"),
  /** MDX, whatever the ending of the file. */
  DOCUSAURUS("docusaurus\\.config\\.[cm]?[jt]s");

  /** Signs of a template language between braces, or instead of HTML. */
  enum Syntax {
    /** {@code {% tag %}}, and comments. */
    TAGS,
    /** <code>{{ value }}</code>. */
    OUTPUTS,
    /** <code>{{ name(key="value") }}</code>. */
    CALLS,
    /** <code>{{&lt; name &gt;}}</code>. */
    SHORTCODES,
    /** Components, and programs in braces. */
    MDX
  }

  /** The configuration that Hugo and Zola call alike; its key for the address differs. */
  private static final String SHARED = "config.toml";

  private static final Pattern OF_ZOLA = Pattern.compile("(?m)^\\s*base_url\\s*=");
  private static final int MOST_BYTES = 100_000;

  private final Pattern configuration;

  Generator(String configuration) {
    this.configuration = Pattern.compile(configuration);
  }

  /** Returns the generator of a site by the configuration in its folder; empty if there is none that is known. */
  public static Optional<Generator> ofSite(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Generator::isShort)) {
      Set<Generator> found = EnumSet.noneOf(Generator.class);
      for (Path file : files) {
        of(file).ifPresent(found::add);
      }
      return found.stream().reduce((one, other) -> other);
    } catch (IOException | DirectoryIteratorException e) {
      // The scan of the folder reports it.
      return Optional.empty();
    }
  }

  private static boolean isShort(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) < MOST_BYTES;
  }

  private static Optional<Generator> of(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals(SHARED)) {
      return SourceText.decode(Files.readAllBytes(file))
          .map(text -> OF_ZOLA.matcher(text).find() ? ZOLA : HUGO);
    }
    return Stream.of(values())
        .filter(generator -> generator.configuration.matcher(name).matches())
        .findFirst();
  }

  /** Returns the generator of a name in lower case. */
  public static Optional<Generator> find(String name) {
    return Stream.of(values())
        .filter(generator -> generator.toString().equals(name))
        .findFirst();
  }

  boolean has(Syntax wanted) {
    return switch (this) {
      case AUTO -> wanted != Syntax.MDX;
      case PLAIN -> false;
      case JEKYLL, ELEVENTY -> wanted == Syntax.TAGS || wanted == Syntax.OUTPUTS;
      case HUGO -> wanted == Syntax.SHORTCODES;
      case ZOLA -> wanted == Syntax.TAGS || wanted == Syntax.CALLS;
      case DOCUSAURUS -> wanted == Syntax.MDX;
    };
  }

  /** Returns true if braces without a known value are of a template language, not of the author. */
  boolean isCertain() {
    return this == JEKYLL || this == ELEVENTY || this == ZOLA;
  }

  boolean isMdx(String file) {
    return has(Syntax.MDX) || (this != PLAIN && file.toLowerCase(Locale.ROOT).endsWith(".mdx"));
  }

  /** Returns the name in the settings. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
