package org.offprint.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.Masthead;
import org.offprint.publication.MediaRules;
import org.offprint.publication.Publication;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.search.SearchIndex;

/** Publications of a folder that a test has filled, as they stand on the first day of 2026. */
public final class TestPublications {
  /** Searches that need not wait until the newsletter has had its rest. */
  public static final SearchIndex.Limits SEARCHED_AT_ONCE =
      new SearchIndex.Limits(Duration.ofSeconds(10), 8, Duration.ZERO, Duration.ZERO);

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private TestPublications() {}

  /** A masthead with a title and a base URL, and nothing else that matters. */
  public static Masthead masthead(String title, String base) {
    return masthead(title, base, "en", "", Optional.empty());
  }

  /** The same with what it says of itself in a language. */
  public static Masthead masthead(
      String title, String base, String language, String description, Optional<String> copyright) {
    return new Masthead(
        title,
        description,
        URI.create(base),
        "tag:news.example.org,2005",
        language,
        ZoneOffset.UTC,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        copyright,
        Optional.empty(),
        Masthead.Additions.NONE);
  }

  /** A publication without a vocabulary at {@code https://news.example.org/}. */
  public static Publication read(Path folder) {
    return read(folder, masthead("Newsletter", "https://news.example.org/"));
  }

  /** A publication without a vocabulary. */
  public static Publication read(Path folder, Masthead masthead) {
    return read(folder, masthead, SectionVocabulary.EMPTY);
  }

  /** A publication whose vocabulary names some sections. */
  public static Publication read(Path folder, Masthead masthead, SectionVocabulary vocabulary) {
    PublicationRules rules = new PublicationRules(
        masthead,
        vocabulary,
        FileRules.NONE,
        FormerSite.NONE,
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return new PublicationLoader(folder).load(Folder.scan(folder), rules, NOW);
  }
}
