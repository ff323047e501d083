package org.offprint.feed;

import java.net.URI;
import java.util.stream.Stream;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.issue.Utf8Text;

/**
 * About how many bytes of a feed document an entry takes, in UTF-8 and as XML writes them, in the largest format: RSS has the content
 * as Markdown, too. All formats hold the same entries, so one size goes for all.
 *
 * @param entry the entry
 * @param rest what it takes without the Markdown
 * @param html what its HTML takes of that
 */
record EntrySize(Entry entry, long rest, long html) {
  /** What stands around its texts. */
  private static final int FRAME = 400;

  private static final int FRAME_OF_CATEGORY = 100;

  static EntrySize of(Entry entry) {
    long html = Utf8Text.lengthInXml(entry.content().markup());
    long words = Stream.of(
            Stream.of(entry.title(), entry.summary()),
            Stream.of(entry.id(), entry.permalink()).map(URI::toString),
            entry.related().map(URI::toString).stream(),
            entry.categories().stream().flatMap(named -> Stream.of(named.term(), named.label())),
            entry.authors().stream().map(Author::name))
        .flatMap(texts -> texts)
        .mapToLong(Utf8Text::lengthInXml)
        .sum();
    long frames = FRAME + (long) FRAME_OF_CATEGORY * entry.categories().size();
    return new EntrySize(entry, frames + words + html, html);
  }

  /** The most it can be; the Markdown need not be made to tell. */
  long most() {
    return rest + Html.MOST_MARKDOWN * html;
  }

  long exact() {
    return rest + entry.content().markdown().map(Utf8Text::lengthInXml).orElse(0L);
  }
}
