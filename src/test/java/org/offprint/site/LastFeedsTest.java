package org.offprint.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offprint.site.FamilySite.found;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offprint.publication.FileRules;
import org.offprint.publication.Folder;
import org.offprint.publication.FormerSite;
import org.offprint.publication.MediaRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.PublicationRules;
import org.offprint.publication.SectionVocabulary;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestPublications;
import org.offprint.testing.TestSites;

/** The feeds of the last run are those of its site. */
final class LastFeedsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final URI BASE = URI.create("https://news.example.org/letters/");

  private static final List<String> FEEDS =
      List.of("/feed.atom", "/feed.rss", "/feed.json", "/feed.xml");

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void givenANewsletter() {
    new RandomNewsletter(folder, 3).given(30);
  }

  private Site site(FormerSite.Redirect... redirects) {
    PublicationRules rules = new PublicationRules(
        TestPublications.masthead("Newsletter", BASE.toString()),
        SectionVocabulary.EMPTY,
        FileRules.NONE,
        new FormerSite(Optional.empty(), List.of(redirects)),
        MediaRules.NONE,
        PublicationRules.Readers.EVERYONE);
    return TestSites.of(new PublicationLoader(folder).load(Folder.scan(folder), rules, NOW));
  }

  private static LastFeeds kept(Site site) {
    return LastFeeds.decode(LastFeeds.of(site).encode(), BASE).orElseThrow();
  }

  @Test
  void areThoseOfTheSite() {
    Site site = site();
    LastFeeds kept = kept(site);

    assertThat(FEEDS).allSatisfy(path -> {
      Representation feed = kept.find(path).orElseThrow();
      Representation whole = found(site, path);
      assertThat(feed.body()).isEqualTo(whole.body());
      assertThat(feed.tag()).isEqualTo(whole.tag());
      assertThat(feed.lastModified()).isEqualTo(whole.lastModified());
      assertThat(feed.links()).isEqualTo(whole.links());
      assertThat(feed.contentType()).isEqualTo(whole.contentType());
      assertThat(feed.kind()).isEqualTo(Representation.Kind.FEED);
      assertThat(kept.find("/letters" + path)).containsSame(feed);
      assertThat(site.offersFeed("/letters" + path)).isTrue();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/feeds", "/feed/items.atom", "/letters/", "/Feed.atom", ""})
  void nothingElseIsThere(String path) {
    assertThat(kept(site()).find(path)).isEmpty();
  }

  @Test
  void addressThatThePublisherHasMovedIsLeftOut() {
    LastFeeds kept = kept(site(FamilySite.redirect("/feed.xml", "https://other.example.org/")));

    assertThat(kept.find("/feed.xml")).isEmpty();
    assertThat(kept.find("/letters/feed.xml")).isEmpty();
    assertThat(kept.find("/feed.atom")).isPresent();
  }

  @Test
  void addressThatThePublisherHasMovedWithThePathOfTheBaseUrlIsLeftOut() {
    Site site = site(FamilySite.redirect("/letters/feed.atom", "https://other.example.org/"));

    assertThat(kept(site).find("/letters/feed.atom")).isEmpty();
    assertThat(kept(site).find("/feed.atom")).isPresent();
  }

  @Test
  void feedOfTheOldGeneratorIsNoCopy() {
    LastFeeds kept = kept(site());

    assertThat(kept.find("/feed.xml").orElseThrow())
        .isSameAs(kept.find("/feed.atom").orElseThrow());
  }

  @Test
  void linksOfAnotherBaseUrlAreNotServed() {
    byte[] bytes = LastFeeds.of(site()).encode();

    assertThat(LastFeeds.decode(bytes, URI.create("https://news.example.org/"))).isEmpty();
  }

  @Test
  void equalFeedsGiveEqualBytes() {
    assertThat(LastFeeds.of(site()).encode()).isEqualTo(LastFeeds.of(site()).encode());
  }

  @Test
  void bytesThatAreCutOffAreNone() {
    byte[] whole = LastFeeds.of(site()).encode();

    for (int length = 0; length < whole.length; length += 1 + length / 50) {
      assertThat(LastFeeds.decode(Arrays.copyOf(whole, length), BASE))
          .as("cut off after %d", length)
          .isEmpty();
    }
  }

  @Test
  void damagedBytesAreNone() {
    byte[] whole = LastFeeds.of(site()).encode();

    for (int i = 0; i < whole.length; i += 1 + i / 200) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) 0x81;
      assertThat(LastFeeds.decode(damaged, BASE)).as("byte %d is another", i).isEmpty();
    }
  }
}
