package org.offprint.issue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of front matter that mean something, in lower case, in the words of any generator. */
final class KnownKeys {
  /** The keys by which other generators say when an issue was written, in lower case. */
  static final List<String> OTHER_DATES = List.of(
      "publishedat",
      "published_at",
      "published",
      "published_on",
      "createdon",
      "created",
      "createdat",
      "created_at",
      "datepublished",
      "publisheddate",
      "published_date",
      "publication_date",
      "datecreated",
      "date_created",
      "created_on",
      "post_date",
      "datetime");

  static final String[] CHANGES = {
    "updated",
    "lastmod",
    "modified",
    "updatedat",
    "updated_at",
    "last_modified_at",
    "last_modified",
    "moddatetime",
    "updateddate",
    "datemodified",
    "date_modified",
    "last_updated",
    "lastupdated",
    "lastmodified"
  };
  static final String[] SUMMARIES = {"description", "summary", "excerpt", "subtitle"};
  static final String[] PICTURES = {
    "image",
    "cover",
    "cover_image",
    "thumbnail",
    "feature_image",
    "featured_image",
    "heroimage",
    "hero_image",
    "coverimage",
    "featuredimage",
    "featureimage",
    "images",
    "banner",
    "og_image",
    "ogimage"
  };

  /** The keys of the address in a block that describes a picture. */
  static final String[] ADDRESSES = {"src", "url", "path", "image", "feature"};

  /** The keys of the addresses of an issue at other generators. */
  static final List<String> FORMER_PATHS = List.of("aliases", "redirect_from", "permalink", "url");

  static final String[] AUTHORS = {"authors", "author"};

  /** The keys that a publisher may call otherwise. */
  static final Set<String> RENAMED = Set.of(
      "title",
      "date",
      "updated",
      "slug",
      "number",
      "id",
      "description",
      "authors",
      "tags",
      "image",
      "language",
      "draft");

  private static final Set<String> KEYS = Stream.of(
          Stream.of(
              "title",
              "date",
              "slug",
              "number",
              "issue",
              "author",
              "authors",
              "tags",
              "categories",
              "language",
              "id",
              "draft"),
          OTHER_DATES.stream(),
          FORMER_PATHS.stream(),
          Stream.of(CHANGES),
          Stream.of(SUMMARIES),
          Stream.of(PICTURES))
      .flatMap(Function.identity())
      .collect(Collectors.toUnmodifiableSet());

  /** Shorter words are near too many others. */
  private static final int LEAST_OF_NEAR = 4;

  private KnownKeys() {}

  /** Returns the key that is meant by one that means nothing, if they nearly agree. */
  static Optional<String> near(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean isKnown = Stream.of(KEYS, HeldBack.DRAFT, HeldBack.PUBLICATION, HeldBack.ENDS)
        .anyMatch(known -> known.contains(lower));
    return isKnown
        ? Optional.empty()
        : KEYS.stream().filter(known -> isNear(lower, known)).sorted().findFirst();
  }

  /** Returns true for two that differ by letters in another order, or by one letter too many, and not by another letter. */
  static boolean isSlip(String key, String known) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.length() != known.length()
        || lower.chars().sum() == known.chars().sum();
  }

  /** Returns true if one letter differs, or two have changed places; a plural is another word. */
  private static boolean isNear(String lower, String known) {
    if (lower.equals(known + "s") || known.equals(lower + "s")) {
      return false;
    }
    return known.length() >= LEAST_OF_NEAR && DidYouMean.edits(lower, known) <= 1;
  }
}
