package org.offprint.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.offprint.publication.Addresses;
import org.offprint.publication.Facet;
import org.offprint.publication.SectionKey;

/** The issues and sections that a feed selects. */
public sealed interface FeedScope {
  /** The greatest number of sections in one scope, which limits the number of feeds that URLs can ask for. */
  int MOST_SECTIONS = 5;

  /** Returns the scope of the whole publication. */
  static FeedScope whole() {
    return new Whole();
  }

  /** Returns the scope of one section. */
  static FeedScope of(SectionKey section) {
    return new Sections(List.of(section));
  }

  /** Returns the scope of several sections; their order and repetitions do not matter. */
  static FeedScope of(Collection<SectionKey> sections) {
    return new Sections(List.copyOf(sections));
  }

  /** Returns the scope of all other sections; order and repetitions do not matter. */
  static FeedScope except(Collection<SectionKey> sections) {
    return new Except(List.copyOf(sections));
  }

  /** Returns the scope of the whole issues with a tag, of an author, or in a language. */
  static FeedScope of(Facet facet, SectionKey key) {
    return new Faceted(facet, key);
  }

  /** Returns the path without lens and format, such as {@code /sections/tools}. */
  String path();

  /** Returns the path of its HTML page. */
  default String page() {
    return path();
  }

  /** Returns its name in the ids of entries, such as {@code news+tools} or {@code except/sponsor}. */
  String name();

  /** Returns true if it has each of its issues as a whole, so that the entry is the same as in the feed of everything. */
  default boolean hasWholeIssues() {
    return false;
  }

  /**
   * Returns true if its feeds name a hub. Combinations and searches do not: clients may ask for any number of them.
   */
  default boolean isTopic() {
    return true;
  }

  /** Returns the lens of the path that names none. */
  default Lens ownLens() {
    return Lens.ISSUES;
  }

  /** Returns the query of its URLs, such as {@code ?q=restic}; mostly empty. */
  default String parameters() {
    return "";
  }

  private static List<SectionKey> normalised(List<SectionKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("keys must name a section");
    }
    return keys.stream().distinct().sorted().toList();
  }

  private static String joined(List<SectionKey> keys) {
    return keys.stream().map(SectionKey::value).collect(Collectors.joining("+"));
  }

  /** Everything. */
  record Whole() implements FeedScope {
    @Override
    public String path() {
      return Addresses.FEED;
    }

    @Override
    public String page() {
      return Addresses.HOME;
    }

    @Override
    public boolean hasWholeIssues() {
      return true;
    }

    @Override
    public String name() {
      return "";
    }
  }

  /**
   * Some sections.
   *
   * @param keys in order, each once
   */
  record Sections(List<SectionKey> keys) implements FeedScope {
    public Sections {
      keys = normalised(keys);
    }

    @Override
    public String path() {
      return Addresses.SECTIONS + joined(keys);
    }

    @Override
    public boolean isTopic() {
      return keys.size() == 1;
    }

    @Override
    public String name() {
      return joined(keys);
    }
  }

  /**
   * Everything but some sections.
   *
   * @param keys in order, each once
   */
  record Except(List<SectionKey> keys) implements FeedScope {
    public Except {
      keys = normalised(keys);
    }

    @Override
    public String path() {
      return Addresses.EXCEPT + joined(keys);
    }

    @Override
    public boolean isTopic() {
      return false;
    }

    @Override
    public String name() {
      return "except/" + joined(keys);
    }
  }

  /**
   * A feed of the publisher's settings.
   *
   * @param key its name in URLs
   * @param ownLens the lens of the path that names none
   */
  record View(SectionKey key, Lens ownLens) implements FeedScope {
    @Override
    public String path() {
      return Addresses.VIEWS + key;
    }

    @Override
    public String name() {
      return "views/" + key;
    }
  }

  /**
   * The issues with a tag, of an author, or in a language, each as a whole.
   *
   * @param facet the property
   * @param key of the tag, author or language
   */
  record Faceted(Facet facet, SectionKey key) implements FeedScope {
    @Override
    public String path() {
      return facet.path() + key;
    }

    @Override
    public String name() {
      return path().substring(1);
    }

    @Override
    public boolean hasWholeIssues() {
      return true;
    }
  }

  /**
   * The hits of a search. Such scopes are not in the directory: there is one for each query.
   *
   * @param query in its one spelling, not empty
   */
  record Search(String query) implements FeedScope {
    @Override
    public String path() {
      return Addresses.SEARCH;
    }

    @Override
    public boolean isTopic() {
      return false;
    }

    @Override
    public String page() {
      return Addresses.SEARCH + parameters();
    }

    @Override
    public String name() {
      return "search";
    }

    @Override
    public Lens ownLens() {
      return Lens.ITEMS;
    }

    /** Encodes the query as browsers encode forms, except for the colon, which is easier to read. */
    @Override
    public String parameters() {
      return "?q="
          + URLEncoder.encode(query, StandardCharsets.UTF_8)
              .replace("%3A", ":")
              .replace("%7E", "~");
    }
  }
}
