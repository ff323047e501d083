package org.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offprint.publication.PublicationLoader;
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
    return newsroom(Surroundings.NONE);
  }

  private Newsroom newsroom(Surroundings surroundings) {
    Clock clock = TestClock.at(LiveNewsletter.NOW);
    Pace pace = new Pace(Duration.ofSeconds(2), Duration.ofMillis(10));
    return new Newsroom(
        folder,
        new PublicationLoader(folder),
        PublicationSettings.DEFAULT,
        new SiteSettings(
            new BaseUrls(Optional.empty(), GoldenCase.BASE), Site.DEFAULT_MOST_BYTES, surroundings),
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
    Newsroom newsroom = newsroom(new Surroundings(
        (kind, time) -> {
          throw new IllegalStateException("not this one");
        },
        (coding, time) -> {},
        time -> {},
        List::of,
        Optional::empty,
        Optional.empty()));

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
