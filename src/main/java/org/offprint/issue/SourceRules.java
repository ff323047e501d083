package org.offprint.issue;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The publisher's rules for files of issues as authors write them.
 *
 * @param dates the rules for dates
 * @param areChosen true if the publisher names the files that are issues, so that they need no front matter
 * @param keys the keys of front matter that stand for ours: by our key the publisher's
 * @param slugs the form of the names of issues in their addresses
 * @param templates the rules for the template languages of other generators
 */
public record SourceRules(
    DateRules dates,
    boolean areChosen,
    SortedMap<String, String> keys,
    Optional<SlugPattern> slugs,
    TemplateRules templates) {
  public SourceRules {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /** Returns the keys that a publisher may call otherwise. */
  public static Set<String> renamedKeys() {
    return new TreeSet<>(KnownKeys.RENAMED);
  }

  /** Rules without any choice of the publisher. */
  public static SourceRules of(ZoneId zone) {
    return new SourceRules(
        DateRules.of(zone), false, new TreeMap<>(), Optional.empty(), TemplateRules.DEFAULT);
  }

  /** Returns a copy for a newsletter of this time zone and language. */
  public SourceRules in(ZoneId zone, String language) {
    return new SourceRules(
        new DateRules(zone, dates.time(), dates.order(), language, dates.sources()),
        areChosen,
        keys,
        slugs,
        templates);
  }
}
