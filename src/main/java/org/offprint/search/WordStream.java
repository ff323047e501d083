package org.offprint.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the words of some texts to the index; no phrase reaches from one text into the next. For one thread. */
final class WordStream extends TokenStream {
  /** More words than a query can have. */
  private static final int GAP = 100;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Iterator<String> texts;
  private Iterator<Words.Word> words = List.<Words.Word>of().iterator();

  WordStream(List<String> texts) {
    this.texts = texts.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    int step = 1;
    while (!words.hasNext()) {
      if (!texts.hasNext()) {
        return false;
      }
      words = Words.of(texts.next()).iterator();
      step = GAP;
    }
    term.append(words.next().folded());
    increment.setPositionIncrement(step);
    return true;
  }
}
