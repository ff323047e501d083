package org.offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the package table of ARCHITECTURE.md against the code. */
final class PackageDependencyTest {
  private static final Path SOURCES = Path.of("src/main/java/org/offprint");
  private static final Pattern OWN_IMPORT =
      Pattern.compile("(?m)^import (?:static )?org\\.offprint\\.(\\w+)\\.");
  private static final Pattern QUALIFIED_NAME =
      Pattern.compile("\\borg\\.offprint\\.(\\w+)\\.[A-Z]");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])++'");
  private static final Pattern TABLE_ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\| ([^|]*) \\|[^|]*\\|$");
  private static final Pattern TOP_LEVEL_TYPE = Pattern.compile(
      "(?m)^(public )?(?:abstract |final |sealed )*(?:class|record|interface|enum) \\w+");

  /** The beginnings of third-party names, and the only packages that may use them. */
  private static final Map<String, Set<String>> THIRD_PARTY = Map.ofEntries(
      Map.entry("org.commonmark.", Set.of("issue")),
      Map.entry("org.yaml.snakeyaml.", Set.of("issue")),
      Map.entry("org.jsoup.", Set.of("issue")),
      Map.entry("org.tomlj.", Set.of("issue")),
      Map.entry("com.rometools.", Set.of("format")),
      Map.entry("org.jdom2.", Set.of("format")),
      Map.entry("com.google.gson.", Set.of("cli", "format", "app")),
      Map.entry("com.aayushatharva.brotli4j.", Set.of("site")),
      Map.entry("com.github.benmanes.caffeine.", Set.of("site", "http", "push")),
      Map.entry("gg.jte.", Set.of("page")),
      Map.entry("org.apache.lucene.", Set.of("search")),
      Map.entry("io.javalin.", Set.of("http")),
      Map.entry("org.eclipse.jetty.", Set.of("http", "push")),
      Map.entry("java.sql.", Set.of("store")),
      Map.entry("com.zaxxer.hikari.", Set.of("store")),
      Map.entry("com.github.kagkarlsson.", Set.of("store")),
      Map.entry("io.micrometer.", Set.of("metrics")),
      Map.entry("com.dynatrace.hash4j.", Set.of("audience")),
      Map.entry("ch.qos.logback.", Set.of("app")),
      Map.entry("org.apache.commons.cli.", Set.of("cli")));

  @Test
  void packagesImportOnlyWhatTheArchitectureAllows() throws IOException {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (MatchResult row : TABLE_ROW
        .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
        .results()
        .toList()) {
      Set<String> names = new TreeSet<>();
      Pattern.compile("\\w+")
          .matcher(row.group(2))
          .results()
          .map(MatchResult::group)
          .forEach(names::add);
      allowed.put(row.group(1), names);
    }
    assertThat(allowed.keySet()).isEqualTo(packages());
    Set<String> everyPackage = packages();
    for (String name : everyPackage) {
      Set<String> imported = new TreeSet<>();
      for (Path file : filesOf(name)) {
        String code = Files.readString(file);
        Stream.of(OWN_IMPORT, QUALIFIED_NAME)
            .flatMap(pattern -> pattern.matcher(withoutComments(code)).results())
            .map(match -> match.group(1))
            .filter(other -> !other.equals(name))
            .forEach(imported::add);
      }
      Set<String> limits = allowed.getOrDefault(name, Set.of());
      assertThat(limits.contains("all") ? everyPackage : limits)
          .as("packages that %s may import", name)
          .containsAll(imported);
    }
  }

  @Test
  void packagesHaveNoCycle() throws IOException {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (String name : packages()) {
      Set<String> imported = new TreeSet<>();
      for (Path file : filesOf(name)) {
        OWN_IMPORT
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .filter(other -> !other.equals(name))
            .forEach(imported::add);
      }
      imports.put(name, imported);
    }
    assertThat(cycles(imports))
        .as("packages that import each other in a circle")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", "http", "app"})
  void filesOfAPackageHaveNoCycle(String name) throws IOException {
    Map<String, String> codes = new TreeMap<>();
    for (Path file : filesOf(name)) {
      String type = file.getFileName().toString().replace(".java", "");
      codes.put(type, LITERAL.matcher(withoutComments(Files.readString(file))).replaceAll(""));
    }
    Map<String, Set<String>> uses = new TreeMap<>();
    codes.forEach((type, code) -> {
      Set<String> words = new TreeSet<>(List.of(code.split("\\W+")));
      words.retainAll(codes.keySet());
      words.remove(type);
      uses.put(type, words);
    });

    assertThat(uses).hasSizeGreaterThan(5);
    assertThat(cycles(uses))
        .as("files of %s that use each other in a circle", name)
        .isEmpty();
  }

  /** Leaves out everything that no cycle goes through, from both ends. */
  private static Map<String, Set<String>> cycles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> rest = new TreeMap<>(uses);
    boolean isLess = true;
    while (isLess) {
      Set<String> used = new TreeSet<>();
      rest.values().forEach(used::addAll);
      isLess = rest.entrySet()
          .removeIf(entry -> entry.getValue().isEmpty() || !used.contains(entry.getKey()));
      rest.values().forEach(names -> names.retainAll(rest.keySet()));
    }
    return rest;
  }

  @Test
  void librariesStayInTheirPackages() throws IOException {
    List<String> strays = new ArrayList<>();
    for (String name : packages()) {
      for (Path file : filesOf(name)) {
        String code = Files.readString(file);
        THIRD_PARTY.forEach((library, homes) -> {
          if (!homes.contains(name)
              && Pattern.compile("(?<![\"\\w])" + Pattern.quote(library))
                  .matcher(code)
                  .find()) {
            strays.add(file + " uses " + library);
          }
        });
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItDoesAndIsNullMarked() throws IOException {
    for (String name : packages()) {
      assertThat(Files.readString(SOURCES.resolve(name).resolve("package-info.java")))
          .as(name)
          .startsWith("/**")
          .contains("@NullMarked")
          .contains("{@link");
    }
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    for (String name : packages()) {
      for (Path file : filesOf(name)) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      }
    }
  }

  @Test
  void halfOfTheTypesArePackagePrivate() throws IOException {
    int types = 0;
    int publicTypes = 0;
    for (String name : packages()) {
      for (Path file : filesOf(name)) {
        for (MatchResult type :
            TOP_LEVEL_TYPE.matcher(Files.readString(file)).results().toList()) {
          types++;
          publicTypes += type.group(1) == null ? 0 : 1;
        }
      }
    }
    assertThat(types).isGreaterThan(50);
    assertThat(publicTypes).isLessThanOrEqualTo(types / 2);
  }

  @Test
  void timeIsAskedOfAClock() throws IOException {
    for (String name : packages()) {
      for (Path file : filesOf(name)) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain(
                "Instant.now(", "LocalDate.now(", "System.currentTimeMillis", "Thread.sleep");
      }
    }
  }

  private static String withoutComments(String code) {
    return code.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      Set<String> names = new TreeSet<>();
      folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .forEach(names::add);
      return names;
    }
  }

  private static List<Path> filesOf(String name) {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
