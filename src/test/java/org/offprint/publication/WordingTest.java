package org.offprint.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of messages, against each other and against the code that uses them. */
final class WordingTest {
  private static final Path FILES = Path.of("src/main/resources/org/offprint/words");
  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z.]*)\"");
  private static final Pattern SAID =
      Pattern.compile("\\b(?:say|Remark\\.of)\\((?=([^()]*))|\\bkey = (\"[^\"]*\")");
  private static final Pattern COUNTED = Pattern.compile("\\b(?:count|form)\\((\"[^\"]*\")");

  static List<String> languages() {
    return Wording.LANGUAGES;
  }

  private static Map<String, String> messages(String language) throws IOException {
    Properties file = new Properties();
    try (Reader text = Files.newBufferedReader(FILES.resolve(language + ".properties"))) {
      file.load(text);
    }
    return file.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, file::getProperty, (a, b) -> a, TreeMap::new));
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : List.of("src/main/java", "src/main/jte")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }

  @Test
  void eachFileIsUsed() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              languages().stream().map(language -> language + ".properties").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void eachLanguageHasEveryMessageWithThePlacesOfTheEnglishOne(String language) throws IOException {
    Map<String, String> english = messages("en");
    Map<String, String> own = messages(language);

    assertThat(own.keySet()).isEqualTo(english.keySet());
    own.forEach((key, message) -> {
      assertThat(message).as(key).isNotBlank();
      assertThat(found(PLACE, message, 0))
          .as(key)
          .isEqualTo(found(PLACE, english.getOrDefault(key, ""), 0));
    });
  }

  @Test
  void everyMessageIsUsedAndNoneIsMissing() throws IOException {
    String code = code();
    Set<String> literals = found(LITERAL, code, 1);
    Set<String> keys = messages("en").keySet();

    assertThat(keys)
        .as("messages")
        .allMatch(key ->
            literals.contains(key) || literals.contains(key.replaceFirst("\\.(one|other)$", "")));
    assertThat(COUNTED
            .matcher(code)
            .results()
            .map(match -> match.group(1).replace("\"", ""))
            .flatMap(key -> Stream.of(key + ".one", key + ".other")))
        .isNotEmpty()
        .isSubsetOf(keys);
    assertThat(SAID.matcher(code)
            .results()
            .map(match -> match.group(match.group(1) == null ? 2 : 1))
            .flatMap(arguments -> LITERAL.matcher(arguments).results())
            .map(match -> match.group(1)))
        .isNotEmpty()
        .isSubsetOf(keys);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Suche",
    "de-CH, Suche",
    "fr-CA, Recherche",
    "es-419, Búsqueda",
    "en-GB, Search",
    "pl, Search",
    "gsw, Search",
    "und, Search"
  })
  void newsletterHasTheWordsOfItsLanguageOrEnglishOnes(String language, String word) {
    assertThat(Wording.of(language).say("search.title")).isEqualTo(word);
  }

  @Test
  void wordsSayTheirLanguageAmongOthers() {
    assertThat(Wording.of("pl").languageWithin("pl")).contains("en");
    assertThat(Wording.of("de-CH").languageWithin("de-CH")).isEmpty();
    assertThat(Wording.of("de-CH").languageWithin("en-GB")).contains("de");
  }

  @Test
  void valuesComeIntoTheirPlacesInAnyOrder() {
    assertThat(Wording.ENGLISH.say("page.number", 2, 7)).isEqualTo("Page 2 of 7");
    assertThat(Wording.of("fr").say("copy.of", "Adresse du flux", "L’{1}"))
        .isEqualTo("Adresse du flux\u00a0: L’{1}");
  }

  @Test
  void numbersHaveTheirForm() {
    assertThat(Wording.ENGLISH.count("issues.since", 1, 2025)).isEqualTo("1 issue since 2025");
    assertThat(Wording.ENGLISH.count("issues.since", 12, 2021)).isEqualTo("12 issues since 2021");
  }

  @Test
  void unknownMessageIsAFault() {
    assertThatThrownBy(() -> Wording.ENGLISH.say("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }
}
