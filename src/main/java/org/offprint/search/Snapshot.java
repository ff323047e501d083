package org.offprint.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one publication. Any number of threads search it; it is closed when the last of them has ended.
 *
 * @param number counts the snapshots
 * @param reader of the index
 */
record Snapshot(long number, DirectoryReader reader) implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

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
   * Searches.
   *
   * @param now the publication that readers see: hits that it no longer has are left out
   * @param timeout ends the search
   * @return empty if the timeout ended it
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
    Sort sort = request.order() == SearchRequest.Order.NEWEST ? BY_DATE : BY_RELEVANCE;
    TopFieldCollectorManager collectors =
        new TopFieldCollectorManager(sort, request.from() + request.most(), Integer.MAX_VALUE);
    try {
      TopDocs found = searcher.search(query(request, now), collectors);
      if (searcher.timedOut()) {
        return Optional.empty();
      }
      List<SearchOutcome.Hit> hits = new ArrayList<>();
      for (int i = request.from(); i < found.scoreDocs.length; i++) {
        Document document = searcher.storedFields().document(found.scoreDocs[i].doc);
        hit(document, now).ifPresent(hits::add);
      }
      return Optional.of(new SearchOutcome.Found((int) found.totalHits.value, hits));
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private static Query query(SearchRequest request, Publication now) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (SearchQuery.Criterion criterion : request.query().criteria()) {
      all.add(criterion.query(now), criterion.isExcluded() ? Occur.MUST_NOT : Occur.MUST);
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
      kinds.add(kind(IssueDocuments.SPONSORED), Occur.SHOULD);
    }
    return kinds.build();
  }

  private static Query kind(String kind) {
    return new TermQuery(new Term(IssueDocuments.KIND, kind));
  }

  private static Optional<SearchOutcome.Hit> hit(Document document, Publication now) {
    Optional<String> key = Optional.ofNullable(document.get(IssueDocuments.KEY));
    return now.findIssue(document.get(IssueDocuments.SLUG))
        .flatMap(issue -> key.isEmpty()
            ? Optional.of(new SearchOutcome.Hit(issue, Optional.empty()))
            : placed(issue)
                .filter(placed -> placed.item().key().equals(key.get()))
                .findFirst()
                .map(placed -> new SearchOutcome.Hit(issue, Optional.of(placed))));
  }

  private static Stream<SearchOutcome.PlacedItem> placed(PublishedIssue issue) {
    return Stream.concat(
        issue.issue().items().stream()
            .map(item -> new SearchOutcome.PlacedItem(Optional.empty(), item)),
        issue.sections().stream()
            .flatMap(own -> own.items().stream()
                .map(item -> new SearchOutcome.PlacedItem(Optional.of(own.section()), item))));
  }

  @Override
  public void close() {
    try {
      reader.decRef();
    } catch (IOException e) {
      LOG.error("a searched index cannot be closed", e);
    }
  }
}
