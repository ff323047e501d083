package org.offprint.feed;

import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/** Which sections a feed selects. */
public sealed interface FeedScope {
  /** The whole publication. */
  FeedScope WHOLE = new Whole();

  /** One section. */
  static FeedScope of(SectionKey section) {
    return new OneSection(section);
  }

  /** The address without lens and format, such as {@code /sections/tools}. */
  String path();

  /** Whether items of a section belong to the scope. */
  boolean selects(Section section);

  /** Everything; sponsored items only come along in their issue. */
  record Whole() implements FeedScope {
    @Override
    public String path() {
      return "/feed";
    }

    @Override
    public boolean selects(Section section) {
      return !section.isSponsored();
    }
  }

  /** One section, asked for by name. */
  record OneSection(SectionKey key) implements FeedScope {
    @Override
    public String path() {
      return "/sections/" + key;
    }

    @Override
    public boolean selects(Section section) {
      return section.key().equals(key);
    }
  }
}
