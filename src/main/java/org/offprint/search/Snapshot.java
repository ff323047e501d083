package org.offprint.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * The index as it is of one publication. Any number of threads search it; it is closed when the last of them lets go.
 *
 * @param number counts the snapshots
 * @param publication what it was made of
 * @param reader what it holds
 */
record Snapshot(long number, Publication publication, DirectoryReader reader) {
  private static final SortField NEWEST =
      new SortField(IssueDocuments.TIME, SortField.Type.LONG, true);
  private static final SortField HIGHEST =
      new SortField(IssueDocuments.SLUG, SortField.Type.STRING, true);
  private static final SortField IN_READING_ORDER =
      new SortField(IssueDocuments.PLACE, SortField.Type.INT);
  private static final Sort BY_DATE = new Sort(NEWEST, HIGHEST, IN_READING_ORDER);
  private static final Sort BY_RELEVANCE =
      new Sort(SortField.FIELD_SCORE, NEWEST, HIGHEST, IN_READING_ORDER);

  /**
   * What answers a request.
   *
   * @param now what readers see at this moment: a hit that is not there any more is none
   * @param timeout tells when it has taken too long
   * @return empty if it has
   */
  Optional<SearchOutcome.Found> search(
      SearchRequest request, Publication now, QueryTimeout timeout) {
    if (!request.query().isSearchable()) {
      return Optional.of(new SearchOutcome.Found(0, List.of()));
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(IssueDocuments.SIMILARITY);
    searcher.setQueryCache(null);
    searcher.setTimeout(timeout);
    Sort sort = request.order() == SearchOrder.NEWEST ? BY_DATE : BY_RELEVANCE;
    TopFieldCollectorManager collectors =
        new TopFieldCollectorManager(sort, request.from() + request.most(), Integer.MAX_VALUE);
    TopDocs found;
    try {
      found = searcher.search(query(request), collectors);
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
    if (searcher.timedOut()) {
      return Optional.empty();
    }
    List<Hit> hits = Stream.of(found.scoreDocs)
        .skip(request.from())
        .flatMap(document -> hit(document, now).stream())
        .toList();
    return Optional.of(new SearchOutcome.Found((int) found.totalHits.value, hits));
  }

  private Query query(SearchRequest request) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (SearchQuery.Clause clause : request.query().clauses()) {
      Occur wanted = clause.criterion().counts() ? Occur.MUST : Occur.FILTER;
      all.add(clause.criterion().query(publication), clause.isExcluded() ? Occur.MUST_NOT : wanted);
    }
    if (request.entriesAlone()) {
      all.add(entries(request.query()), Occur.FILTER);
    }
    return all.build();
  }

  private static Query entries(SearchQuery query) {
    BooleanQuery.Builder kinds =
        new BooleanQuery.Builder().add(kind(IssueDocuments.ENTRY), Occur.SHOULD);
    if (query.namesSection()) {
      kinds.add(kind(IssueDocuments.PAID), Occur.SHOULD);
    }
    return kinds.build();
  }

  private static Query kind(String kind) {
    return new TermQuery(new Term(IssueDocuments.KIND, kind));
  }

  private Optional<Hit> hit(ScoreDoc document, Publication now) {
    List<Object> sorted = new ArrayList<>(List.of(((FieldDoc) document).fields));
    int place = (Integer) sorted.remove(sorted.size() - 1);
    String slug = ((BytesRef) sorted.remove(sorted.size() - 1)).utf8ToString();
    Optional<PublishedIssue> current = now.findIssue(slug);
    return place == IssueDocuments.OF_ISSUE
        ? current.map(issue -> new Hit(issue, Optional.empty()))
        : current.flatMap(issue -> item(slug, place, issue));
  }

  /** The item that stood at a place; it may stand at another one now. */
  private Optional<Hit> item(String slug, int place, PublishedIssue current) {
    return publication
        .findIssue(slug)
        .flatMap(indexed ->
            placed(indexed).filter(placed -> placed.item().position() == place).findFirst())
        .flatMap(known -> placed(current)
            .filter(placed -> placed.item().key().equals(known.item().key()))
            .findFirst())
        .map(placed -> new Hit(current, Optional.of(placed)));
  }

  private static Stream<Hit.Placed> placed(PublishedIssue issue) {
    return issue.sections().stream()
        .flatMap(own -> own.items().stream().map(item -> new Hit.Placed(own.section(), item)));
  }
}
