package org.offprint.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Scores a document by itself: how often it has the words, in whole numbers. What other documents there are, or were,
 * changes nothing, so that an index that followed every change gives the order of one that was made anew.
 */
final class WordCount extends Similarity {
  private static final int SOME = 2;
  private static final int MANY = 4;

  @Override
  public long computeNorm(FieldInvertState state) {
    return 1;
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
    return new SimScorer() {
      @Override
      public float score(float count, long norm) {
        if (count >= MANY) {
          return boost * 3;
        }
        return count >= SOME ? boost * 2 : boost;
      }
    };
  }
}
