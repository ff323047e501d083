package org.offprint.feed;

import java.net.URI;
import java.util.Optional;
import org.offprint.issue.FileType;
import org.offprint.issue.Html;
import org.offprint.issue.PictureSize;
import org.offprint.publication.Publication;
import org.offprint.publication.PublishedIssue;

/**
 * The picture of an entry.
 *
 * @param address absolute
 * @param mediaType empty if its name does not tell
 * @param size empty if it is not ours, or its format does not say it
 */
public record Picture(URI address, Optional<String> mediaType, Optional<PictureSize> size) {
  /** Returns the picture that the author names for an issue, else the first one of a text. */
  public static Optional<Picture> of(
      Publication publication, PublishedIssue published, Html content) {
    return published
        .issue()
        .image()
        .map(address -> of(publication, published, address))
        .or(() -> first(publication, published, content));
  }

  /** Returns the first picture of a text that shows something. */
  static Optional<Picture> first(Publication publication, PublishedIssue published, Html content) {
    return content
        .pictures()
        .map(address -> of(publication, published, address))
        .filter(picture -> picture.size().filter(PictureSize::isTiny).isEmpty())
        .findFirst();
  }

  private static Picture of(Publication publication, PublishedIssue published, URI address) {
    return new Picture(
        address,
        FileType.ofPicture(Optional.ofNullable(address.getPath()).orElse("")),
        publication.addresses().pathOf(address).flatMap(published::sizeOf));
  }
}
