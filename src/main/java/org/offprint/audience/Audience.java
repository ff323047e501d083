package org.offprint.audience;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.offprint.feed.FeedReaders;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;
import org.offprint.publication.Addresses;

/**
 * Estimates the least number of readers of each feed: the subscribers that services declare, and the others that fetched
 * the feed on one day.
 *
 * <p>No reader can be identified from the stored data: client address and {@code User-Agent} go into a sketch of one
 * kilobyte that only estimates a count, by a hash with a salt that is replaced each day (UTC). Nothing is written to
 * disk. Archive documents are not counted. Combinations of sections, and feeds beyond the first 500, are counted together
 * as {@link #OTHER}. Thread-safe; the lock is short.
 */
public final class Audience {
  /** The name of the feeds that are counted together. */
  public static final String OTHER = "other";

  private static final int MOST_FEEDS = 500;
  /** The number of bytes of an IPv6 address that name the network of a household. */
  private static final int NETWORK = 8;

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Clock clock;
  private final LongSupplier salts;
  private final Predicate<String> isOffered;
  private final Map<String, FeedAudience> feeds = new TreeMap<>();
  private LocalDate day = LocalDate.MIN;
  /** Has the salt of the day. */
  private Hasher64 hasher = Hashing.komihash5_0();

  /**
   * Starts with no reader.
   *
   * @param salts secret random numbers, one a day
   * @param isOffered returns true for the path of a feed of the directory; called only for paths that are not counted yet
   */
  public Audience(Clock clock, LongSupplier salts, Predicate<String> isOffered) {
    this.clock = clock;
    this.salts = salts;
    this.isOffered = isOffered;
  }

  /** Counts the reader of an answer. */
  public void answered(AccessEvent answer) {
    boolean isFetch = answer.route() == Route.FEED
        && answer.method().equals("GET")
        && !answer.path().contains(Addresses.ARCHIVE_DOCUMENT)
        && (answer.status() == OK || answer.status() == NOT_MODIFIED);
    if (isFetch && !answer.isByPage().getAsBoolean()) {
      String program = answer.userAgent().orElse("");
      take(
          answer.path(), Subscribers.declaredBy(program), reader(answer.client().get(), program));
    }
  }

  /** Returns the readers of each feed, by path, without feeds that nobody reads. */
  public synchronized List<FeedReaders> readers() {
    LocalDate now = today();
    return feeds.entrySet().stream()
        .map(feed -> feed.getValue().readers(feed.getKey(), now))
        .filter(readers -> readers.throughServices() + readers.direct() > 0)
        .toList();
  }

  private synchronized void take(String path, Optional<Subscribers> declared, byte[] reader) {
    LocalDate now = today();
    if (!now.equals(day)) {
      feeds.values().removeIf(feed -> feed.isForgotten(now));
      hasher = Hashing.komihash5_0(salts.getAsLong());
      day = now;
    }
    FeedAudience feed = feeds.computeIfAbsent(name(path), unknown -> new FeedAudience(now));
    declared.ifPresentOrElse(
        subscribers -> feed.declare(subscribers, now),
        () -> feed.count(hasher.hashBytesToLong(reader), now));
  }

  private String name(String path) {
    boolean isCountedAlone =
        feeds.containsKey(path) || (feeds.size() < MOST_FEEDS && isOffered.test(path));
    return isCountedAlone ? path : OTHER;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static byte[] reader(InetAddress client, String program) {
    byte[] address = client.getAddress();
    byte[] network = Arrays.copyOf(address, address.length > NETWORK ? NETWORK : address.length);
    byte[] name = program.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(network, network.length + name.length);
    System.arraycopy(name, 0, both, network.length, name.length);
    return both;
  }
}
