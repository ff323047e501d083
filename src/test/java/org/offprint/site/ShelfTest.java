package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShelfTest {
  /** Room for two with 100 thousand bytes together, their packed forms and what they cost beside. */
  private final Shelf shelf =
      new Shelf(ofThousands(50).footprint() + ofThousands(50).footprint());

  private static Representation ofThousands(int thousands) {
    return new Representation(
        Representation.Kind.FEED, "text/plain", new byte[1000 * thousands], Optional.empty());
  }

  @Test
  void whatIsKeptIsFoundAsTheVeryObject() {
    Representation kept = ofThousands(10);
    shelf.keep("/a", kept);
    assertThat(shelf.find("/a")).containsSame(kept);
  }

  @Test
  void whatWasNeverKeptIsNotFound() {
    shelf.keep("/a", ofThousands(10));
    assertThat(shelf.find("/b")).isEmpty();
  }

  @Test
  void keepsUpToTheBoundAndNotAByteMore() {
    shelf.keep("/a", ofThousands(60));
    shelf.keep("/b", ofThousands(40));
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/b");
    shelf.keep("/c", ofThousands(1));
    assertThat(shelf.copy()).containsOnlyKeys("/b", "/c");
  }

  @Test
  void whatWasAskedForLongestAgoGoesFirst() {
    shelf.keep("/a", ofThousands(40));
    shelf.keep("/b", ofThousands(40));
    assertThat(shelf.find("/a")).isPresent();
    shelf.keep("/c", ofThousands(40));
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/c");
  }

  @Test
  void whatIsKeptAgainCountsOnce() {
    shelf.keep("/a", ofThousands(50));
    for (int i = 0; i < 5; i++) {
      shelf.keep("/b", ofThousands(50));
    }
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/b");
  }

  @Test
  void whatIsKeptAgainLargerMakesOthersGo() {
    shelf.keep("/a", ofThousands(50));
    shelf.keep("/b", ofThousands(50));
    shelf.keep("/b", ofThousands(51));
    assertThat(shelf.copy()).containsOnlyKeys("/b");
  }

  @Test
  void whatIsLargerThanTheBoundIsNotKept() {
    shelf.keep("/a", ofThousands(101));
    assertThat(shelf.find("/a")).isEmpty();
  }

  @Test
  void whatIsLargerThanTheBoundDrivesNothingOutButItself() {
    shelf.keep("/a", ofThousands(40));
    shelf.keep("/b", ofThousands(40));
    shelf.keep("/b", ofThousands(101));
    assertThat(shelf.copy()).containsOnlyKeys("/a");
    shelf.keep("/b", ofThousands(60));
    assertThat(shelf.copy()).containsOnlyKeys("/a", "/b");
  }

  @Test
  void copyBeginsWithWhatWasAskedForLongestAgo() {
    shelf.keep("/a", ofThousands(1));
    shelf.keep("/b", ofThousands(1));
    shelf.keep("/c", ofThousands(1));
    assertThat(shelf.find("/a")).isPresent();
    assertThat(shelf.copy().keySet()).containsExactly("/b", "/c", "/a");
  }

  @Test
  void whatOthersHoldAsWellDoesNotCountBesides() {
    Representation same = ofThousands(10);
    Representation own = ofThousands(20);
    shelf.keep("/a", same);
    shelf.keep("/b", own);
    Remembered besides =
        shelf.rememberedBesides(Map.of("/a", same, "/b", ofThousands(20), "/c", ofThousands(5)));
    assertThat(besides.entries()).isEqualTo(1);
    assertThat(besides.bytes()).isEqualTo(own.footprint());
  }

  @Test
  void copyDoesNotFollowLaterChanges() {
    shelf.keep("/a", ofThousands(10));
    var copy = shelf.copy();
    shelf.keep("/b", ofThousands(10));
    assertThat(copy).containsOnlyKeys("/a");
  }
}
