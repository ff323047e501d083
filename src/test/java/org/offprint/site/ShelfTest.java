package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShelfTest {
  private final Shelf shelf = new Shelf(100);

  private static Representation ofBytes(int length) {
    return new Representation(
        Representation.Kind.FEED, "text/plain", new byte[length], Optional.empty());
  }

  @Test
  void whatIsKeptIsFoundAsTheVeryObject() {
    Representation kept = ofBytes(10);
    shelf.keep("/a", kept);
    assertThat(shelf.find("/a")).containsSame(kept);
  }

  @Test
  void whatWasNeverKeptIsNotFound() {
    shelf.keep("/a", ofBytes(10));
    assertThat(shelf.find("/b")).isEmpty();
  }

  @Test
  void keepsUpToTheBoundAndNotAByteMore() {
    shelf.keep("/a", ofBytes(60));
    shelf.keep("/b", ofBytes(40));
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/b");
    shelf.keep("/c", ofBytes(1));
    assertThat(shelf.copy()).containsOnlyKeys("/b", "/c");
  }

  @Test
  void whatWasAskedForLongestAgoGoesFirst() {
    shelf.keep("/a", ofBytes(40));
    shelf.keep("/b", ofBytes(40));
    assertThat(shelf.find("/a")).isPresent();
    shelf.keep("/c", ofBytes(40));
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/c");
  }

  @Test
  void whatIsKeptAgainCountsOnce() {
    shelf.keep("/a", ofBytes(50));
    for (int i = 0; i < 5; i++) {
      shelf.keep("/b", ofBytes(50));
    }
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/b");
  }

  @Test
  void whatIsKeptAgainLargerMakesOthersGo() {
    shelf.keep("/a", ofBytes(50));
    shelf.keep("/b", ofBytes(50));
    shelf.keep("/b", ofBytes(51));
    assertThat(shelf.copy()).containsOnlyKeys("/b");
  }

  @Test
  void whatIsLargerThanTheBoundIsNotKept() {
    shelf.keep("/a", ofBytes(101));
    assertThat(shelf.find("/a")).isEmpty();
  }

  @Test
  void copyDoesNotFollowLaterChanges() {
    shelf.keep("/a", ofBytes(10));
    var copy = shelf.copy();
    shelf.keep("/b", ofBytes(10));
    assertThat(copy).containsOnlyKeys("/a");
  }
}
