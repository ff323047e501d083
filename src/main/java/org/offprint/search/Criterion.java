package org.offprint.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.offprint.publication.Publication;
import org.offprint.publication.Section;
import org.offprint.publication.SectionKey;

/**
 * One part of a query. Immutable.
 *
 * @param said its description for readers
 * @param query finds it in the index; nothing if it is a section, which depends on the publication
 * @param section the key or title of the section that it asks for
 * @param isExcluded true if hits must not have it
 */
record Criterion(String said, Query query, Optional<String> section, boolean isExcluded) {
  Criterion(String said, Query query) {
    this(said, query, Optional.empty(), false);
  }

  /** Returns the criterion that excludes the hits of this one. */
  Criterion excluded() {
    return new Criterion("not " + said, query, section, true);
  }

  /** Returns the query for the index of a publication. */
  Query query(Publication publication) {
    return findSection(publication)
        .<Query>map(
            found -> new TermQuery(new Term(IssueDocuments.SECTION, found.key().value())))
        .orElse(query);
  }

  /** Finds the section that it asks for; a key comes before any title. */
  Optional<Section> findSection(Publication publication) {
    return section.flatMap(name -> SectionKey.find(name.toLowerCase(Locale.ROOT))
        .flatMap(publication::findSection)
        .or(() -> ofTitle(Words.folded(name), publication)));
  }

  private static Optional<Section> ofTitle(List<String> words, Publication publication) {
    return publication.sections().stream()
        .filter(section -> Words.folded(section.title()).equals(words))
        .findFirst();
  }
}
