package org.offprint.publication;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.Issue;

/** A property of whole issues by which readers choose. */
public enum Facet {
  /** A subject, in the author's words. */
  TAG(Addresses.TAGS),
  /** A writer. */
  AUTHOR(Addresses.AUTHORS),
  /** The language of most of its text. */
  LANGUAGE(Addresses.LANGUAGES);

  private final String path;

  Facet(String path) {
    this.path = path;
  }

  /** Returns the beginning of the paths of its feeds, such as {@code /tags/}. */
  public String path() {
    return path;
  }

  /** Returns the key that a tag, the name of an author or a language tag has. */
  public static SectionKey key(String name) {
    return SectionKey.ofHeading(name);
  }

  /** Returns the values that an issue names itself, each once. */
  static List<Value> of(Issue issue) {
    return Stream.of(values())
        .flatMap(facet -> facet.names(issue).map(facet::value))
        .distinct()
        .toList();
  }

  private Stream<String> names(Issue issue) {
    return switch (this) {
      case TAG -> issue.tags().stream();
      case AUTHOR -> issue.authors().stream().map(Author::name);
      case LANGUAGE -> issue.language().stream();
    };
  }

  Value value(String name) {
    return new Value(this, key(name), name);
  }

  /**
   * A tag, an author or a language. Two are equal if their keys are.
   *
   * @param facet the property
   * @param key its name in addresses
   * @param name the author's word for it
   */
  public record Value(Facet facet, SectionKey key, String name) {
    /** Returns its name for readers; that of a language is in the language itself. */
    public String title() {
      if (facet != LANGUAGE) {
        return name;
      }
      Locale language = Locale.forLanguageTag(name);
      String own = language.getDisplayName(language);
      int first = own.offsetByCodePoints(0, 1);
      return own.substring(0, first).toUpperCase(language) + own.substring(first);
    }

    boolean is(Facet other, SectionKey otherKey) {
      return facet == other && key.equals(otherKey);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Value value && is(value.facet, value.key);
    }

    @Override
    public int hashCode() {
      return key.hashCode();
    }
  }
}
