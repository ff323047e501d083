package org.offprint.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.offprint.push.CallbackRules;
import org.offprint.push.Content;
import org.offprint.push.Network;
import org.offprint.push.Push;
import org.offprint.push.PushRules;
import org.offprint.push.PushStatus;
import org.offprint.push.Topics;

/**
 * The main class of a process that has a hub, and a newsletter of one feed, which is a file. It takes commands as lines, and ends with
 * them: {@code changed}, {@code delivered}, which is answered by the number of its deliveries, or the form of a request to the hub, which
 * is answered by the status.
 */
final class HubProcess {
  static final String TOPIC = "https://news.example/feed.atom";
  static final String READY = "ready";
  private static final int PLENTY = 100_000;
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private HubProcess() {}

  /** The feed that is in a file. */
  private record Feed(Path file) implements Topics {
    @Override
    public Optional<Content> content(String url) {
      try {
        return url.equals(TOPIC)
            ? Optional.of(
                new Content("application/atom+xml; charset=utf-8", Files.readAllBytes(file)))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> listed() {
      return List.of();
    }

    @Override
    public Map<String, Content> issues() {
      return Map.of();
    }
  }

  /** Runs with the address of a database, the file of the feed, the port of the subscribers, and a crash point. */
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    PushRules rules = rules(Integer.parseInt(arguments[2]));
    Clock clock = Clock.systemUTC();
    Store store = Place.open(arguments[0]);
    MortalStore mortal = new MortalStore(store.push(), CrashPoint.valueOf(arguments[3]));
    Push push = Push.open(mortal, rules, new Feed(Path.of(arguments[1])), clock);
    AutoCloseable jobs = store.start(push);
    answers.println(READY);
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (line.equals("changed")) {
        push.changed();
      } else if (line.equals("delivered")) {
        answers.println(push.status().outcomes().stream()
            .filter(outcome -> outcome.name().equals("2xx"))
            .mapToLong(PushStatus.Outcome::count)
            .sum());
      } else {
        answers.println(push.request(
                line.getBytes(UTF_8), Optional.of("application/x-www-form-urlencoded"), "test")
            .status());
      }
    }
    jobs.close();
    push.close();
    store.close();
  }

  private static PushRules rules(int port) {
    PushRules usual = PushRules.of(URI.create("https://news.example/"));
    return new PushRules(
        usual.base(),
        new CallbackRules(false, Set.of(port), List.of(Network.parse("127.0.0.0/8"))),
        List.of(),
        List.of(),
        Optional.empty(),
        new PushRules.Limits(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY),
        new PushRules.Timeouts(DEADLINE, DEADLINE, DEADLINE));
  }
}
