package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.offprint.site.FamilySite.found;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.feed.FeedRules;
import org.offprint.publication.FolderListing;
import org.offprint.publication.FormerSite;
import org.offprint.publication.IgnoreRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.Redirect;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.IssueFiles;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;

/** The feeds that an earlier run has kept are those that the site has. */
final class KeptFeedsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000000001Z");

  private static final List<String> FEEDS =
      List.of("/feed.atom", "/feed.rss", "/feed.json", "/feed.xml");

  @TempDir
  private Path folder = Path.of("");

  private final List<ContentCoding> packed = new ArrayList<>();

  @BeforeEach
  void givenANewsletter() {
    new RandomNewsletter(folder, 3).given(30);
  }

  private Site site(Redirect... redirects) {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Newsletter", "https://news.example.org/letters/"),
        SectionVocabulary.EMPTY,
        IgnoreRules.NONE,
        new FormerSite(Optional.empty(), List.of(redirects)));
    return new Site(
        new PublicationLoader(folder).load(FolderListing.scan(folder), rules, NOW),
        FeedRules.DEFAULT,
        Site.DEFAULT_MOST_BYTES,
        Optional.empty());
  }

  private KeptFeeds kept(Site site) {
    Surroundings surroundings = new Surroundings(
        (kind, time) -> {},
        (coding, time) -> packed.add(coding),
        List::of,
        Optional::empty,
        Optional.empty());
    return KeptFeeds.decode(KeptFeeds.of(site, NOW).encode(), surroundings).orElseThrow();
  }

  @Test
  void areThoseOfTheSite() {
    Site site = site();
    KeptFeeds kept = kept(site);

    assertThat(FEEDS).allSatisfy(path -> {
      Representation feed = kept.find(path).orElseThrow();
      Representation whole = found(site, path);
      assertThat(feed.body()).isEqualTo(whole.body());
      assertThat(feed.tag()).isEqualTo(whole.tag());
      assertThat(feed.lastModified()).isEqualTo(whole.lastModified());
      assertThat(feed.links()).isEqualTo(whole.links());
      assertThat(feed.contentType()).isEqualTo(whole.contentType());
      assertThat(feed.kind()).isEqualTo(Representation.Kind.FEED);
    });
    assertThat(kept.nextExpected()).isPresent().isEqualTo(site.nextExpected());
  }

  @Test
  void standWhereTheSiteHasThem() {
    Site site = site();
    KeptFeeds kept = kept(site);

    assertThat(FEEDS).allSatisfy(path -> {
      assertThat(kept.has(path)).isTrue();
      assertThat(kept.has("/letters" + path)).isTrue();
      assertThat(kept.findReady(path)).isPresent();
      assertThat(kept.offersFeed(path)).isEqualTo(site.offersFeed(path));
      assertThat(kept.offersFeed("/letters" + path)).isEqualTo(site.offersFeed("/letters" + path));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feeds", "/feed/items.atom", "/letters/", "/Feed.atom", ""})
  void nothingElseIsThere(String path) {
    KeptFeeds kept = kept(site());

    assertThat(kept.find(path)).isEmpty();
    assertThat(kept.has(path)).isFalse();
    assertThat(kept.offersFeed(path)).isFalse();
  }

  @Test
  void addressThatThePublisherHasMovedIsLeftOut() {
    KeptFeeds kept = kept(site(FamilySite.redirect("/feed.xml", "https://other.example.org/")));

    assertThat(kept.has("/feed.xml")).isFalse();
    assertThat(kept.has("/letters/feed.xml")).isFalse();
    assertThat(kept.has("/feed.atom")).isTrue();
  }

  @Test
  void addressThatThePublisherHasMovedWithThePathOfTheBaseUrlIsLeftOut() {
    Site site = site(FamilySite.redirect("/letters/feed.atom", "https://other.example.org/"));

    assertThat(kept(site).has("/letters/feed.atom")).isFalse();
    assertThat(kept(site).has("/feed.atom")).isTrue();
  }

  @Test
  void feedOfTheOldGeneratorIsNoCopy() {
    KeptFeeds kept = kept(site());

    assertThat(kept.find("/feed.xml").orElseThrow())
        .isSameAs(kept.find("/feed.atom").orElseThrow())
        .isSameAs(kept.find("/letters/feed.atom").orElseThrow());
    assertThat(kept.length()).isLessThan(KeptFeeds.of(site(), NOW).encode().length);
  }

  @Test
  void areValidFromWhenTheyWereMadeUntilAnIssueIsDue() {
    assertThat(kept(site()).isValid(NOW)).isTrue();
    assertThat(kept(site()).isValid(NOW.minusNanos(1))).isFalse();
    assertThat(kept(site()).isValid(Instant.MAX)).isTrue();

    new IssueFiles(folder).givenIssue("later.md", "Later", "2026-02-01T00:00:00Z", "Text.");
    Instant due = Instant.parse("2026-02-01T00:00:00Z");
    assertThat(kept(site()).isValid(due.minusNanos(1))).isTrue();
    assertThat(kept(site()).isValid(due)).isFalse();
    assertThat(kept(site()).isValid(due.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void packingIsTold() {
    KeptFeeds kept = kept(site());
    Representation feed = kept.find("/feed.atom").orElseThrow();

    assertThat(kept.packed(feed, ContentCoding.GZIP))
        .isEqualTo(found(site(), "/feed.atom").body(ContentCoding.GZIP));
    kept.packed(feed, ContentCoding.GZIP);
    assertThat(packed).containsExactly(ContentCoding.GZIP);
  }

  @Test
  void pagesHaveToWait() {
    assertThat(kept(site()).findNotice("/feed.atom")).isEmpty();
  }

  @Test
  void otherBytesAreNone() {
    byte[] whole = KeptFeeds.of(site(), NOW).encode();

    for (int length = 0; length < whole.length; length += 1 + length / 50) {
      assertThat(KeptFeeds.decode(Arrays.copyOf(whole, length), Surroundings.NONE))
          .as("cut off after %d", length)
          .isEmpty();
    }
  }

  @Test
  void noBytesAreAFault() {
    byte[] whole = KeptFeeds.of(site(), NOW).encode();

    for (int i = 0; i < whole.length; i += 1 + i / 200) {
      byte[] harmed = whole.clone();
      harmed[i] ^= (byte) 0x81;
      assertThatNoException()
          .as("byte %d is another", i)
          .isThrownBy(() -> KeptFeeds.decode(harmed, Surroundings.NONE));
    }
  }
}
