package org.offprint.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offprint.publication.Folder;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.settings.PublicationSettings;
import org.offprint.settings.SettingsFile;

/**
 * A newsletter of somebody else, which is no part of the project, with settings of ours. It is read as it lies in its repository.
 */
record SampleNewsletter(String name, Path folder) {
  private static final Path SETTINGS = Path.of("src", "test", "resources", "newsletters");
  private static final URI BASE = URI.create("https://news.example.org/");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final Pattern NO_ISSUE =
      Pattern.compile("(?:.*/)?(?:README|LICENSE|CONTRIBUTING)[^/]*|(?:.*/)?_[^/]*\\.mdx");
  private static final Pattern NAME = Pattern.compile(".*\\.(?:md|markdown|mdx)");
  private static final Pattern FRONT_MATTER = Pattern.compile(
      "\\A\\uFEFF?(?:(---|\\+\\+\\+)[ \\t]*\\n(.*?\\n)?\\1[ \\t]*(?:\\n|\\z)|((?:[A-Z][A-Za-z_]+:[^\\n]*\\n)+))",
      Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("(?mi)^title\\s*[:=]\\s*(?:!\\s+)?['\"]?(.+?)['\"]?\\s*$");
  private static final Pattern HEADING =
      Pattern.compile("\\A\\s*(?=#|[^\\n]+\\n=)(?:#[ \\t]+)?([^\\n]+)(?:\\n=+)?");

  /** All the samples for which there are settings. */
  static Stream<SampleNewsletter> all(Path corpus) {
    return GoldenCase.list(SETTINGS).stream()
        .filter(Files::isRegularFile)
        .map(file -> file.getFileName().toString().replace(".yaml", ""))
        .map(name -> new SampleNewsletter(name, corpus.resolve("newsletters").resolve(name)));
  }

  /**
   * An issue as its file has it.
   *
   * @param body the text below the front matter
   */
  record Source(String file, String title, String body) {
    static Source of(String file, String text) {
      Matcher front = FRONT_MATTER.matcher(text);
      boolean hasFront = front.find();
      String body = hasFront ? text.substring(front.end()) : text;
      String head = hasFront ? front.group() : "";
      Matcher given = TITLE.matcher(head);
      Matcher heading = HEADING.matcher(body);
      String title = given.find() ? given.group(1) : heading.find() ? heading.group(1) : file;
      return new Source(file, title, body);
    }
  }

  /** The issues, in the order of their paths. */
  List<Source> sources() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Source> sources = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString();
        if (NAME.matcher(path).matches() && !isNoIssue(path)) {
          sources.add(Source.of(path, Files.readString(file, UTF_8).replace("\r\n", "\n")));
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README of a folder with a date is the issue. */
  private static boolean isNoIssue(String path) {
    return NO_ISSUE.matcher(path).matches() && !path.matches("\\d{4}-.*/README\\.md");
  }

  /**
   * The links that make items in some of the issues, section by section, as a reader of the source sees them. Each issue begins with
   * {@code = FILE}, each section with {@code # KEY}; one link stands for an item.
   */
  Map<String, List<String>> truth() {
    Path file = SETTINGS.resolve("truth").resolve(name + ".txt");
    try {
      Map<String, List<String>> truth = new LinkedHashMap<>();
      List<String> lines = List.of();
      for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : lines) {
        if (line.startsWith("= ")) {
          lines = new ArrayList<>();
          truth.put(line.substring(2), lines);
        } else {
          lines.add(line);
        }
      }
      return truth;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PublicationSettings settings() {
    try {
      SettingsFile file = SettingsFile.read(Files.readAllBytes(SETTINGS.resolve(name + ".yaml")));
      return file.settings().orElseThrow(() -> new AssertionError(file.problems()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads it as it lies in its repository. */
  Publication load() {
    PublicationSettings settings = settings();
    return new PublicationLoader(folder)
        .load(Folder.scan(folder, settings.files()), settings.rules(BASE), NOW);
  }

  @Override
  public String toString() {
    return name;
  }
}
