package org.offprint.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what services declare of their subscribers. */
final class SubscribersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google) | feedly | `` | 16",
        "Feedbin feed-id:1373711 - 142 subscribers | feedbin | 1373711 | 142",
        "Mozilla/5.0 (compatible; inoreader.com; 1 subscribers) | inoreader.com | `` | 1",
        "NewsBlur Feed Fetcher - 20 subscribers - https://www.newsblur.com/site/1/weekly | newsblur | `` | 20",
        "Mozilla/5.0 (compatible; theoldreader.com; 7 subscribers; feed-id=abc123) | theoldreader.com | abc123 | 7",
        "Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 8 subscribers) | bazqux.com | `` | 8",
        "FeedHQ/1.0 (https://feedhq.org; 1,234 subscribers) | feedhq | `` | 1234",
        "Example Reader/2 (3 readers) | example reader | `` | 3",
        "NewsBlur Feed Finder - 5 subscribers - https://www.newsblur.com/site/1/weekly | newsblur | `` | 5",
        "Example Bot 1.0 - 6 subscribers | example bot | `` | 6",
        "Example Bot 1.0 - 7 subscribers | example bot | `` | 7",
        "12 subscribers | unknown | `` | 12",
        "Huge/1 (999999999 subscribers) | huge | `` | 10000000",
      })
  void readsServiceFetchAndCount(String userAgent, String service, String fetch, long count) {
    assertThat(Subscribers.declaredBy(userAgent)).contains(new Subscribers(service, fetch, count));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NetNewsWire (RSS Reader; https://netnewswire.com/)",
        "newsboat/2.32 (Linux x86_64)",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Reader/1.2 subscribers",
        "minus -3subscribers",
        "99999999999999999999 subscribers",
      })
  void othersDeclareNothing(String userAgent) {
    assertThat(Subscribers.declaredBy(userAgent)).isEmpty();
  }

  @Test
  void longNameIsCut() {
    assertThat(Subscribers.declaredBy("a".repeat(300) + "/1 (3 subscribers)"))
        .contains(new Subscribers("a".repeat(64), "", 3));
  }

  @Test
  void nameWithoutEndIsNotSearched() {
    assertThat(Subscribers.declaredBy("a".repeat(1000) + " 3 subscribers")).isEmpty();
  }
}
