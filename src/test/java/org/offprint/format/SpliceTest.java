package org.offprint.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.offprint.feed.DocumentPlace;
import org.offprint.feed.Entry;
import org.offprint.feed.FeedDocument;
import org.offprint.feed.FeedFormat;
import org.offprint.feed.FeedScope;
import org.offprint.feed.Lens;
import org.offprint.feed.Origin;
import org.offprint.issue.Author;
import org.offprint.issue.Html;
import org.offprint.publication.Masthead;

/** A feed of which an entry has changed is the same, whether or not the others are copied. */
final class SpliceTest {
  private static final Instant DAY = Instant.parse("2026-01-05T10:00:00Z");
  private static final Author WRITER = Author.of("Böse <entry> & </item>");
  private static final Entry ONE = entry(1, "One ☃ <item>", List.of(), Optional.empty());
  private static final Entry TWO = entry(2, "Two", List.of(WRITER), Optional.of("fr"));
  private static final Entry THREE = entry(3, "Three </entry>", List.of(), Optional.empty());
  private static final Entry OTHER_TWO = entry(2, "Zwei", List.of(), Optional.of("de"));
  private static final Entry OLD = entry(4, "Old", List.of(), Optional.empty());

  private static Entry entry(
      int number, String title, List<Author> authors, Optional<String> language) {
    return new Entry(
        URI.create("tag:example.org,2005:" + number),
        title,
        URI.create("https://example.org/issues/" + number),
        Optional.empty(),
        DAY,
        DAY,
        "Summary of <entry>" + title + "</entry>",
        Html.paragraph("<item> 𝄞 </item> " + title),
        authors,
        List.of(),
        language,
        Optional.empty(),
        new Origin(String.valueOf(number), Optional.empty(), List.of()));
  }

  private static FeedDocument document(List<Entry> entries) {
    return new FeedDocument(
        FeedScope.WHOLE,
        Lens.ISSUES,
        new Masthead(
            "Newsletter",
            "About <entry>s",
            URI.create("https://example.org/"),
            "tag:example.org,2005",
            "en",
            ZoneOffset.UTC,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        URI.create("tag:example.org,2005:feed"),
        "Newsletter",
        "About <entry>s",
        URI.create("https://example.org/"),
        DAY.plusSeconds(entries.size()),
        DAY,
        entries,
        DocumentPlace.COMPLETE,
        Optional.empty());
  }

  private static EarlierDocument earlier(List<Entry> had, List<Entry> now, byte[] bytes) {
    List<Optional<Integer>> places = now.stream()
        .map(entry -> Optional.of(had.indexOf(entry)).filter(at -> at >= 0))
        .toList();
    return new EarlierDocument(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), places);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String after(List<Entry> had, List<Entry> now, FeedFormat format) {
    byte[] before = FeedRenderer.render(document(had), format);
    return text(FeedRenderer.render(document(now), format, earlier(had, now, before)));
  }

  private static String whole(List<Entry> now, FeedFormat format) {
    return text(FeedRenderer.render(document(now), format));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void bytesAreThoseOfTheWhole(FeedFormat format) {
    List<Entry> had = List.of(ONE, TWO, THREE);
    Stream<List<Entry>> changes = Stream.of(
        List.of(ONE, OTHER_TWO, THREE),
        List.of(OLD, ONE, TWO, THREE),
        List.of(ONE, TWO, THREE, OLD),
        List.of(OTHER_TWO, OLD, THREE),
        List.of(THREE, OTHER_TWO, ONE),
        List.of(OLD, TWO),
        List.of(ONE, THREE),
        List.of(OLD),
        List.of(),
        had);
    assertThat(changes)
        .allSatisfy(now -> assertThat(after(had, now, format)).isEqualTo(whole(now, format)));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void whatWasEmptyIsWritten(FeedFormat format) {
    assertThat(after(List.of(), List.of(ONE, TWO), format))
        .isEqualTo(whole(List.of(ONE, TWO), format));
  }

  @ParameterizedTest
  @EnumSource(value = FeedFormat.class, mode = Mode.EXCLUDE, names = "JSON")
  void onlyWhatHasChangedIsWritten(FeedFormat format) {
    List<Entry> had = List.of(ONE, TWO, THREE);
    List<Entry> now = List.of(ONE, OTHER_TWO, THREE);
    String marked = whole(had, format).replace("Three", "Drei!").replace("About", "Marked");

    String written = text(FeedRenderer.render(
        document(now), format, earlier(had, now, marked.getBytes(StandardCharsets.UTF_8))));

    assertThat(written).isEqualTo(whole(now, format).replace("Three", "Drei!"));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void underAnotherRootAllIsWritten(FeedFormat format) {
    List<Entry> had = List.of(ONE, TWO, THREE);
    List<Entry> now = List.of(ONE, OTHER_TWO, THREE);
    String other = whole(had, format)
        .replace("Three", "Drei!")
        .replaceFirst("<(feed|rss) ", "<$1 xmlns:other=\"urn:x\" ");

    String written = text(FeedRenderer.render(
        document(now), format, earlier(had, now, other.getBytes(StandardCharsets.UTF_8))));

    assertThat(written).isEqualTo(whole(now, format));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void whatHasFewerEntriesThanItShouldIsNotUsed(FeedFormat format) {
    List<Entry> now = List.of(ONE, OTHER_TWO, THREE);
    byte[] fewer = FeedRenderer.render(document(List.of(ONE)), format);
    List<Entry> had = List.of(ONE, TWO, THREE);

    assertThat(text(FeedRenderer.render(document(now), format, earlier(had, now, fewer))))
        .isEqualTo(whole(now, format));
  }
}
