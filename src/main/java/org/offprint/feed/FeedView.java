package org.offprint.feed;

import java.util.List;
import org.offprint.publication.SectionKey;

/**
 * A feed that the publisher's settings define.
 *
 * @param key its name in URLs and ids
 * @param title its name for readers
 * @param description one sentence; empty means the publication's
 * @param kept its sections; empty means all but those left out
 * @param leftOut the sections it leaves out; empty if it names those it has
 * @param lens its lens if the URL names none
 * @param window the limits of its subscription document
 */
public record FeedView(
    SectionKey key,
    String title,
    String description,
    List<SectionKey> kept,
    List<SectionKey> leftOut,
    Lens lens,
    FeedWindow window) {
  public FeedView {
    if (!kept.isEmpty() && !leftOut.isEmpty()) {
      throw new IllegalArgumentException(
          "view " + key + " must either keep sections or leave some out");
    }
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns the scope of its sections. */
  public FeedScope scope() {
    return new FeedScope.View(key, lens);
  }
}
