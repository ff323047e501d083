package org.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Anything can be searched for: it has one spelling, and what it marks in a text loses nothing of it. */
final class SearchQueryFuzzTest {
  private static final String PASSAGE =
      "Restic 0.17 backs up to S3 — see github.com/restic/restic, “the error budget”, Élan & Straße, 検索, C++ <b>.";

  @FuzzTest
  void anyQueryIsUnderstood(byte[] typed) {
    SearchQuery query = SearchQuery.of(new String(typed, StandardCharsets.UTF_8));
    SearchQuery again = SearchQuery.of(query.text());

    assertThat(again.text()).isEqualTo(query.text());
    assertThat(again.understood()).isEqualTo(query.understood());
    assertThat(again.leftOut()).isEqualTo(query.leftOut());
    assertThat(query.text().codePointCount(0, query.text().length()))
        .isLessThanOrEqualTo(SearchQuery.MOST_CHARACTERS);
    for (String passage : new String[] {PASSAGE, query.text()}) {
      assertThat(
              query.marked(passage).stream().map(Snippet.Piece::text).collect(Collectors.joining()))
          .isEqualTo(passage);
    }
  }
}
