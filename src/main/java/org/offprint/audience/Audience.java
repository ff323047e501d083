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
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.offprint.feed.FeedReaders;
import org.offprint.http.Answered;
import org.offprint.http.Route;

/**
 * Estimates how many read each feed, which is at least so many: what services declare that fetch for
 * many subscribers, and how many others fetched it on a day.
 *
 * <p>Nobody can be told from what it keeps: an address with the name of the program goes into a sketch of a
 * kilobyte that only estimates how many there were, by a hash with a salt that lives for a day (UTC), until
 * the first fetch of the next. Of the latest fetches it keeps one such hash each, to know them again. Nothing is written anywhere, and a restart forgets all. Archives are not counted. Feeds that strangers can make up in any
 * number are counted together, as {@link #OTHER}, and so is what goes beyond 500 feeds. Thread-safe; the lock is short.
 */
public final class Audience {
  /** What stands for the path of the feeds that are not counted each by itself. */
  public static final String OTHER = "other";

  private static final int MOST_FEEDS = 500;
  /** A power of two. */
  private static final int LATEST = 4096;

  /** One household has one IPv6 network of that many bytes. */
  private static final int NETWORK = 8;

  /** Those documents are fetched once, by whoever wants all. */
  private static final String ARCHIVE = "/archive/";

  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Clock clock;
  private final LongSupplier salts;
  private final Predicate<String> isOffered;
  private final Map<String, FeedAudience> feeds = new TreeMap<>();
  /** Of the latest fetches of the day, so that who comes again and again need not wait for the lock. */
  private final AtomicLongArray latest = new AtomicLongArray(LATEST);

  private volatile Salt salt = new Salt(Long.MIN_VALUE, Hashing.komihash5_0());

  /**
   * The secret of a day.
   *
   * @param day counted from 1970
   */
  private record Salt(long day, Hasher64 hasher) {}

  /**
   * Nobody has been seen yet.
   *
   * @param salts secret random numbers, one a day
   * @param isOffered whether the feed at a path is one of those that the publication itself names; quick, and asked
   *     only about paths that are not counted yet
   */
  public Audience(Clock clock, LongSupplier salts, Predicate<String> isOffered) {
    this.clock = clock;
    this.salts = salts;
    this.isOffered = isOffered;
  }

  /** Takes notice of an answer. */
  public void answered(Answered answer) {
    boolean isFetch = answer.route() == Route.FEED
        && answer.method().equals("GET")
        && !answer.path().contains(ARCHIVE)
        && (answer.status() == OK || answer.status() == NOT_MODIFIED);
    if (isFetch && !answer.isByPage().getAsBoolean()) {
      String program = answer.userAgent().orElse("");
      InetAddress client = answer.client().get();
      Hasher64 hasher = saltOfToday().hasher();
      long fetch = hasher.hashLongLongToLong(
          ((long) client.hashCode() << Integer.SIZE) ^ program.hashCode(),
          answer.path().hashCode());
      int place = (int) fetch & (LATEST - 1);
      if (latest.get(place) != fetch) {
        Optional<Subscribers> declared = Subscribers.declaredBy(program);
        take(answer.path(), declared, reader(client, program));
        // A service may say another number in between: its word is taken each time.
        latest.set(place, declared.isPresent() ? 0 : fetch);
      }
    }
  }

  private Salt saltOfToday() {
    long day = Math.floorDiv(clock.millis(), MILLIS_OF_DAY);
    Salt known = salt;
    return known.day() == day ? known : saltedAnew(day);
  }

  private synchronized Salt saltedAnew(long day) {
    if (salt.day() != day) {
      LocalDate date = LocalDate.ofEpochDay(day);
      feeds.values().removeIf(feed -> feed.isForgotten(date));
      salt = new Salt(day, Hashing.komihash5_0(salts.getAsLong()));
    }
    return salt;
  }

  /** At least how many read each feed, by path; the feeds that nobody read are left out. */
  public synchronized List<FeedReaders> readers() {
    LocalDate day = today();
    return feeds.entrySet().stream()
        .map(feed -> feed.getValue().readers(feed.getKey(), day))
        .filter(readers -> readers.throughServices() + readers.direct() > 0)
        .toList();
  }

  private synchronized void take(String path, Optional<Subscribers> declared, byte[] reader) {
    Salt own = saltOfToday();
    LocalDate day = LocalDate.ofEpochDay(own.day());
    FeedAudience feed = feeds.computeIfAbsent(name(path), unknown -> new FeedAudience(day));
    declared.ifPresentOrElse(
        subscribers -> feed.declare(subscribers, day),
        () -> feed.count(own.hasher().hashBytesToLong(reader), day));
  }

  private String name(String path) {
    boolean isByItself =
        feeds.containsKey(path) || (feeds.size() < MOST_FEEDS && isOffered.test(path));
    return isByItself ? path : OTHER;
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
