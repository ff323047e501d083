package org.offprint.page;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offprint.feed.FeedAssembler;
import org.offprint.issue.Html;
import org.offprint.publication.Facet;
import org.offprint.publication.HeadingUse;
import org.offprint.publication.Publication;
import org.offprint.publication.Wording;

/**
 * Everything that the pages of one publication share. Facts that need a look at every issue are computed on demand, so
 * that no save waits for them. Thread-safe.
 *
 * @param stylesheets ours in the publisher's colours, and then the publisher's own
 * @param footer the publisher's words at the foot of all pages
 * @param years the number of issues of each year, newest year first
 * @param listed the tags, authors and languages that have a feed in listings
 */
record PageContext(
    Publication publication,
    FeedAssembler feeds,
    PageLinks links,
    List<Asset> stylesheets,
    Lazy<Html> footer,
    Lazy<SectionFacts> sections,
    Lazy<SortedMap<Integer, Long>> years,
    Lazy<EarlierIssues> earlier,
    Lazy<Set<Facet.Value>> listed,
    Lazy<List<HeadingUse>> unknownHeadings) {
  static PageContext of(Publication publication, FeedAssembler feeds) {
    return new PageContext(
        publication,
        feeds,
        new PageLinks(publication, publication.masthead().wording()),
        Asset.stylesheets(publication.masthead()),
        new Lazy<>(publication::footer),
        new Lazy<>(() -> new SectionFacts(publication)),
        new Lazy<>(() -> ArchivePage.counts(publication)),
        new Lazy<>(() -> new EarlierIssues(publication)),
        new Lazy<>(() -> Stream.of(Facet.values())
            .flatMap(facet -> publication.facets().listed(facet).stream())
            .collect(Collectors.toUnmodifiableSet())),
        new Lazy<>(() -> StatusPage.unknown(publication)));
  }

  /** Returns the program's own words on the pages. */
  Wording wording() {
    return links.wording();
  }

  /** Returns the same for a page whose own words are English in each newsletter. */
  PageContext inEnglish() {
    return new PageContext(
        publication,
        feeds,
        new PageLinks(publication, Wording.ENGLISH),
        stylesheets,
        footer,
        sections,
        years,
        earlier,
        listed,
        unknownHeadings);
  }

  /** A value that is computed on first use, and then kept. Thread-safe. */
  static final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      T ready = made;
      if (ready == null) {
        ready = maker.get();
        made = ready;
      }
      return ready;
    }
  }
}
