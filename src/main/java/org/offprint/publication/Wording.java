package org.offprint.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program's own words for readers, in one language. Each language has a file of messages, read once; a message has
 * places for values, {@code {0}} and {@code {1}}. Immutable.
 */
public final class Wording {
  /** The languages that have a file of messages. */
  static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final Map<String, Wording> WORDINGS =
      LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Wording::read));

  /** The words for newsletters in a language without a file. */
  public static final Wording ENGLISH = Objects.requireNonNull(WORDINGS.get("en"));

  private final String language;
  private final Map<String, List<Piece>> messages;

  /**
   * A piece of a message.
   *
   * @param text the words
   * @param place the number of the value behind them, counted from 0; empty at the end of the message
   */
  public record Piece(String text, OptionalInt place) {}

  private Wording(String language, Map<String, List<Piece>> messages) {
    this.language = language;
    this.messages = messages;
  }

  /** Returns the words for a newsletter in a language, a BCP 47 tag. */
  static Wording of(String tag) {
    return Optional.ofNullable(WORDINGS.get(Locale.forLanguageTag(tag).getLanguage()))
        .orElse(ENGLISH);
  }

  private static Wording read(String language) {
    Properties file = new Properties();
    String name = "/org/offprint/words/" + language + ".properties";
    try (InputStream bytes = Wording.class.getResourceAsStream(name)) {
      file.load(new InputStreamReader(
          Objects.requireNonNull(bytes, name + " is on the class path"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Wording(
        language,
        file.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(
                Function.identity(), key -> parsed(file.getProperty(key)))));
  }

  private static List<Piece> parsed(String message) {
    List<Piece> pieces = new ArrayList<>();
    Matcher place = PLACE.matcher(message);
    int from = 0;
    while (place.find()) {
      pieces.add(new Piece(
          message.substring(from, place.start()),
          OptionalInt.of(Integer.parseInt(place.group(1)))));
      from = place.end();
    }
    pieces.add(new Piece(message.substring(from), OptionalInt.empty()));
    return List.copyOf(pieces);
  }

  /** Returns the language of the words, if it differs from that of the words around them. */
  public Optional<String> languageWithin(String around) {
    return Optional.of(language)
        .filter(own -> !own.equals(Locale.forLanguageTag(around).getLanguage()));
  }

  /** Returns a message with values in its places. */
  public String say(String key, Object... values) {
    StringBuilder said = new StringBuilder();
    for (Piece piece : pieces(key)) {
      said.append(piece.text());
      piece.place().ifPresent(place -> said.append(values[place]));
    }
    return said.toString();
  }

  /** Returns the message for a number, which is the first of its values. */
  public String count(String key, long count, Object... others) {
    return say(
        form(key, count), Stream.concat(Stream.of(count), Stream.of(others)).toArray());
  }

  /** Returns the key of the form of a message for a number. */
  public String form(String key, long count) {
    return key + (count == 1 ? ".one" : ".other");
  }

  /**
   * Returns a message in pieces, whose places may take markup.
   *
   * @throws IllegalArgumentException if there is no such message
   */
  public List<Piece> pieces(String key) {
    return Optional.ofNullable(messages.get(key))
        .orElseThrow(() -> new IllegalArgumentException(key + " is not in " + language));
  }
}
