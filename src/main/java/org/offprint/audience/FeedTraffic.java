package org.offprint.audience;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.offprint.feed.FeedCosts;
import org.offprint.http.AccessEvent;
import org.offprint.http.AccessEvent.Route;

/**
 * Adds up the bytes of feeds over the last seven days (UTC), and those of each program that fetches whole feeds without
 * validators. Knows no client and no address, and writes nothing to disk. A new program beyond the first 300 takes the
 * place of the smallest, which then counts as {@link #OTHER}. Thread-safe; the lock is short.
 */
public final class FeedTraffic {
  /** The name of the programs that are counted together. */
  static final String OTHER = "all others";

  /** The name of programs that send none. */
  static final String NAMELESS = "no User-Agent";

  private static final int SHOWN = 5;
  private static final int MOST_PROGRAMS = 300;
  private static final int LONGEST_NAME = 120;

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Clock clock;
  private final Week bytes = new Week();
  private final Week answers = new Week();
  private final Week notModified = new Week();
  private final Week others = new Week();
  private final Map<String, Week> programs = new HashMap<>();

  /** Starts at zero. */
  public FeedTraffic(Clock clock) {
    this.clock = clock;
  }

  /** Counts an answer. */
  public void answered(AccessEvent answer) {
    if (answer.route() != Route.FEED || !answer.method().equals("GET")) {
      return;
    }
    boolean isWaste = answer.status() == OK
        && !answer.isConditional().getAsBoolean()
        && !answer.isByPage().getAsBoolean();
    String program = isWaste ? name(answer.userAgent().orElse("")) : "";
    synchronized (this) {
      long day = today();
      bytes.add(answer.sent(), day);
      answers.add(1, day);
      notModified.add(answer.status() == NOT_MODIFIED ? 1 : 0, day);
      if (isWaste) {
        week(program, day).add(answer.sent(), day);
      }
    }
  }

  /** Returns the traffic of today and the six days before. */
  public synchronized FeedCosts lastWeek() {
    long day = today();
    Stream<FeedCosts.Program> all = Stream.concat(
        Stream.of(new FeedCosts.Program(OTHER, others.sum(day))),
        programs.entrySet().stream()
            .map(known -> new FeedCosts.Program(known.getKey(), known.getValue().sum(day))));
    List<FeedCosts.Program> costliest = all.filter(program -> program.bytes() > 0)
        .sorted(Comparator.comparingLong(FeedCosts.Program::bytes)
            .reversed()
            .thenComparing(FeedCosts.Program::name))
        .limit(SHOWN)
        .toList();
    return new FeedCosts(bytes.sum(day), answers.sum(day), notModified.sum(day), costliest);
  }

  private Week week(String program, long day) {
    if (!programs.containsKey(program) && programs.size() >= MOST_PROGRAMS) {
      programs.entrySet().stream()
          .min(Comparator.comparingLong(known -> known.getValue().sum(day)))
          .ifPresent(smallest -> {
            others.add(smallest.getValue(), day);
            programs.remove(smallest.getKey());
          });
    }
    return programs.computeIfAbsent(program, unknown -> new Week());
  }

  private long today() {
    return TimeUnit.SECONDS.toDays(clock.instant().getEpochSecond());
  }

  /** A service has one name, whatever number of subscribers it declares. */
  private static String name(String userAgent) {
    String printable = userAgent
        .codePoints()
        .limit(LONGEST_NAME)
        .filter(c -> !isInvisible(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
    return Subscribers.declaredBy(userAgent)
        .map(Subscribers::service)
        .orElse(printable.isEmpty() ? NAMELESS : printable);
  }

  /** Also of signs that turn the direction of text. */
  private static boolean isInvisible(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** A sum over the last seven days, day by day. */
  private static final class Week {
    private static final int DAYS = 7;

    private final long[] days = new long[DAYS];
    private long last;

    void add(long amount, long day) {
      turnTo(day);
      days[(int) (day % DAYS)] += amount;
    }

    void add(Week other, long day) {
      turnTo(day);
      other.turnTo(day);
      Arrays.setAll(days, i -> days[i] + other.days[i]);
    }

    long sum(long day) {
      turnTo(day);
      return LongStream.of(days).sum();
    }

    private void turnTo(long day) {
      for (long passed = Math.max(last + 1, day - DAYS + 1); passed <= day; passed++) {
        days[(int) (passed % DAYS)] = 0;
      }
      last = Math.max(last, day);
    }
  }
}
