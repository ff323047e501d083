package org.offprint.cli;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The language of a text by its script, and in Latin script by its most frequent words. */
final class LanguageGuess {
  private static final Map<UnicodeScript, String> BY_SCRIPT = Map.of(
      UnicodeScript.HIRAGANA, "ja",
      UnicodeScript.HANGUL, "ko",
      UnicodeScript.HAN, "zh",
      UnicodeScript.CYRILLIC, "ru",
      UnicodeScript.GREEK, "el",
      UnicodeScript.ARABIC, "ar",
      UnicodeScript.HEBREW, "he");

  private static final Map<String, Set<String>> WORDS = Map.of(
      "en", Set.of("the", "and", "of", "to", "is", "this", "with", "that"),
      "de", Set.of("der", "die", "und", "das", "ist", "nicht", "mit", "ein"),
      "fr", Set.of("le", "les", "des", "est", "dans", "une", "pour", "et"),
      "es", Set.of("el", "los", "las", "una", "por", "con", "para", "que"),
      "it", Set.of("il", "gli", "della", "che", "sono", "di", "per", "è"),
      "pt", Set.of("os", "uma", "não", "com", "para", "em", "do", "da"),
      "nl", Set.of("het", "een", "van", "niet", "voor", "zijn", "en", "op"));

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
  /** Kana stands between Chinese characters, but not the other way round. */
  private static final int KANA_OF_JAPANESE = 20;

  private static final int FEWEST_WORDS = 20;

  private LanguageGuess() {}

  /** Returns the tag of the language; empty if the text does not tell. */
  static Optional<String> of(String text) {
    Map<UnicodeScript, Long> scripts = text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long letters = scripts.values().stream().mapToLong(Long::longValue).sum();
    if (scripts.getOrDefault(UnicodeScript.HIRAGANA, 0L) * KANA_OF_JAPANESE > letters) {
      return Optional.of("ja");
    }
    // Names of products are written in Latin letters everywhere.
    return BY_SCRIPT.entrySet().stream()
        .filter(entry -> scripts.getOrDefault(entry.getKey(), 0L) * 5 > letters)
        .max(Comparator.comparing(entry -> scripts.getOrDefault(entry.getKey(), 0L)))
        .map(Map.Entry::getValue)
        .or(() -> ofWords(BETWEEN_WORDS
            .splitAsStream(text)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList()));
  }

  private static Optional<String> ofWords(List<String> words) {
    Map<String, Long> counts = WORDS.entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            entry -> words.stream().filter(entry.getValue()::contains).count()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .filter(most -> most.getValue() >= FEWEST_WORDS)
        .map(Map.Entry::getKey);
  }
}
