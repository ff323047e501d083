package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.feed.FeedRules;
import org.offprint.publication.IgnoreRules;
import org.offprint.publication.PublicationLoader;
import org.offprint.publication.SectionVocabulary;
import org.offprint.site.Answer;
import org.offprint.site.CurrentSite;
import org.offprint.site.EarlyFeeds;
import org.offprint.site.Representation;
import org.offprint.site.Site;
import org.offprint.site.Surroundings;
import org.offprint.testing.RandomNewsletter;
import org.offprint.testing.TestClock;
import org.offprint.watch.Pace;

/** How a start comes to its first site. */
final class NewsroomTest {
  private static final String FEED = "/feed.atom";

  private final CurrentSite current = new CurrentSite();
  private final List<Duration> passes = new ArrayList<>();

  @TempDir
  private Path folder = Path.of("");

  private Newsroom newsroom() {
    return newsroom(PublicationSettings.DEFAULT);
  }

  private Newsroom newsroom(PublicationSettings settings) {
    Clock clock = TestClock.at(LiveNewsletter.NOW);
    Pace pace = new Pace(Duration.ofSeconds(2), Duration.ofMillis(10));
    return new Newsroom(
        folder,
        new PublicationLoader(folder),
        settings,
        new SiteSettings(
            new BaseUrls(Optional.empty(), GoldenCase.BASE),
            Site.DEFAULT_MOST_BYTES,
            Surroundings.NONE),
        clock,
        current,
        new Passes(clock, pace),
        passes::add);
  }

  private static Representation feed(Site site) {
    return ((Answer.Found) site.find(FEED)).representation();
  }

  @Test
  void newestIssuesOfManyAreServedBeforeTheOthersAreRead() {
    new RandomNewsletter(folder, 9).given(100);
    Newsroom newsroom = newsroom();

    newsroom.serveNewest();

    EarlyFeeds early = current.findEarly().orElseThrow();
    assertThat(early.findReady(FEED)).isPresent();
    assertThat(current.find()).isEmpty();
    assertThat(newsroom.publication()).isEmpty();
    assertThat(passes).isEmpty();

    newsroom.refresh(newsroom.listing());

    assertThat(feed(current.find().orElseThrow())).isSameAs(early.find(FEED).orElseThrow());
    assertThat(current.findEarly()).isEmpty();
    assertThat(passes).hasSize(1);
  }

  @Test
  void feedsThatCannotBeMadeAreNotServedEarly() {
    new RandomNewsletter(folder, 9).given(100);
    Newsroom newsroom = newsroom(new PublicationSettings(
        "Newsletter",
        "",
        Optional.empty(),
        Optional.of("tag:this is no URI,2026"),
        "en",
        ZoneOffset.UTC,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        SectionVocabulary.EMPTY,
        IgnoreRules.NONE,
        Optional.empty(),
        List.of(),
        FeedRules.DEFAULT));

    newsroom.serveNewest();

    assertThat(current.findEarly()).isEmpty();
  }

  @Test
  void fewIssuesAreReadAtOnce() {
    new RandomNewsletter(folder, 9).given(5);
    Newsroom newsroom = newsroom();

    newsroom.serveNewest();

    assertThat(current.findEarly()).isEmpty();
  }
}
