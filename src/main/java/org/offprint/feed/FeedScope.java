package org.offprint.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.offprint.publication.SectionKey;

/** Which sections a feed selects. */
public sealed interface FeedScope {
  /** The whole publication. */
  FeedScope WHOLE = new Whole();

  /** How many sections may be named together, so that strangers cannot ask for feeds without end. */
  int MOST_SECTIONS = 5;

  /** One section. */
  static FeedScope of(SectionKey section) {
    return new Sections(List.of(section));
  }

  /** Several sections together; their order and repetitions do not matter. */
  static FeedScope of(Collection<SectionKey> sections) {
    return new Sections(List.copyOf(sections));
  }

  /** Everything but some sections; their order and repetitions do not matter. */
  static FeedScope except(Collection<SectionKey> sections) {
    return new Except(List.copyOf(sections));
  }

  /** The address without lens and format, such as {@code /sections/tools}. */
  String path();

  /** The path of its HTML page. */
  String page();

  /** What the ids of its entries carry, such as {@code news+tools} or {@code except/sponsor}. */
  String name();

  /** The lens of the address that names none. */
  Lens ownLens();

  /** What stands behind the paths of its feeds, such as {@code ?q=restic}; mostly nothing. */
  String parameters();

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
      return "/feed";
    }

    @Override
    public String page() {
      return "/";
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public Lens ownLens() {
      return Lens.ISSUES;
    }

    @Override
    public String parameters() {
      return "";
    }
  }

  /**
   * Sections asked for by name.
   *
   * @param keys in order, each once
   */
  record Sections(List<SectionKey> keys) implements FeedScope {
    public Sections {
      keys = normalised(keys);
    }

    @Override
    public String path() {
      return "/sections/" + joined(keys);
    }

    @Override
    public String page() {
      return path();
    }

    @Override
    public String name() {
      return joined(keys);
    }

    @Override
    public Lens ownLens() {
      return Lens.ISSUES;
    }

    @Override
    public String parameters() {
      return "";
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
      return "/except/" + joined(keys);
    }

    @Override
    public String page() {
      return path();
    }

    @Override
    public String name() {
      return "except/" + joined(keys);
    }

    @Override
    public Lens ownLens() {
      return Lens.ISSUES;
    }

    @Override
    public String parameters() {
      return "";
    }
  }

  /**
   * What the publisher's settings name.
   *
   * @param key its name in addresses
   * @param ownLens the lens of the address that names none
   */
  record View(SectionKey key, Lens ownLens) implements FeedScope {
    @Override
    public String path() {
      return "/views/" + key;
    }

    @Override
    public String page() {
      return path();
    }

    @Override
    public String name() {
      return "views/" + key;
    }

    @Override
    public String parameters() {
      return "";
    }
  }

  /**
   * What a search finds. Nobody lists such scopes: there is one for each query.
   *
   * @param query in its one spelling, not empty
   */
  record Search(String query) implements FeedScope {
    /** Where searches stand. */
    public static final String PATH = "/search";

    @Override
    public String path() {
      return PATH;
    }

    @Override
    public String page() {
      return PATH + parameters();
    }

    @Override
    public String name() {
      return "search";
    }

    @Override
    public Lens ownLens() {
      return Lens.ITEMS;
    }

    /** As forms of browsers write it, but for the colon, which people may read. */
    @Override
    public String parameters() {
      return "?q="
          + URLEncoder.encode(query, StandardCharsets.UTF_8)
              .replace("%3A", ":")
              .replace("%7E", "~");
    }
  }
}
