package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.offprint.testing.TestClock;

/** A hub on a store in memory, which does its jobs when a test says so. It may call loopback. */
final class Hub implements AutoCloseable {
  static final String BASE = "https://news.example/";
  static final String TOPIC = BASE + "feed.atom";
  static final String OTHER_TOPIC = BASE + "sections/tools.atom";
  static final List<Network> LOOPBACK =
      List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128"));
  private static final PushRules.Timeouts USUAL =
      new PushRules.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

  final TestClock clock = TestClock.at(START.toString());
  final MemoryPushStore store = new MemoryPushStore();
  final Newspaper paper = new Newspaper();
  final Queue<Duration> timers = new ArrayDeque<>();
  final Queue<Runnable> timed = new ArrayDeque<>();
  final Push push;
  private final Caller caller;
  private int clients;

  Hub(int... ports) {
    this(rules -> rules, ports);
  }

  /** Makes a hub that calls these ports, with other rules than the usual. */
  Hub(UnaryOperator<PushRules> change, int... ports) {
    PushRules rules = change.apply(rules(ports));
    paper.feed(TOPIC, "<feed>one</feed>");
    paper.feed(OTHER_TOPIC, "<feed>tools</feed>");
    caller = new Caller(
        new AddressCheck(rules.callbacks().allowed()),
        InetAddress::getAllByName,
        rules.timeouts().connect(),
        "Offprint (+%s)".formatted(BASE));
    push = hub(rules, caller);
  }

  /** Makes a hub that calls nobody. */
  Hub(UnaryOperator<PushRules> change, Outgoing outgoing) {
    PushRules rules = change.apply(rules(80));
    paper.feed(TOPIC, "<feed>one</feed>");
    paper.feed(OTHER_TOPIC, "<feed>tools</feed>");
    caller = new Caller(
        new AddressCheck(List.of()), InetAddress::getAllByName, Duration.ofSeconds(1), "none");
    push = hub(rules, outgoing);
  }

  private Push hub(PushRules rules, Outgoing outgoing) {
    return new Push(
        new Push.Newsletter(store, rules, paper),
        new Outside(
            clock, outgoing, new Random(1), new Hosts(clock), new Outcomes(), rules.timeouts()),
        (task, after) -> {
          timers.add(after);
          timed.add(task);
        },
        () -> {});
  }

  private static PushRules rules(int... ports) {
    Set<Integer> allowed = new TreeSet<>();
    for (int port : ports) {
      allowed.add(port);
    }
    PushRules usual = PushRules.of(URI.create(BASE));
    return new PushRules(
        usual.base(),
        new CallbackRules(false, allowed, LOOPBACK),
        List.of(),
        List.of(),
        Optional.empty(),
        usual.limits(),
        USUAL);
  }

  /** Returns rules with hubs and webhooks. */
  static PushRules with(PushRules rules, List<String> hubs, List<PushRules.Webhook> webhooks) {
    return new PushRules(
        rules.base(),
        rules.callbacks(),
        hubs,
        webhooks,
        rules.key(),
        rules.limits(),
        rules.timeouts());
  }

  /** Returns rules with limits. */
  static PushRules with(PushRules rules, PushRules.Limits limits) {
    return new PushRules(
        rules.base(),
        rules.callbacks(),
        rules.externalHubs(),
        rules.webhooks(),
        rules.key(),
        limits,
        rules.timeouts());
  }

  /** Returns rules for slow subscribers. */
  static PushRules impatient(PushRules rules) {
    Duration most = Duration.ofMillis(700);
    return new PushRules(
        rules.base(),
        rules.callbacks(),
        rules.externalHubs(),
        rules.webhooks(),
        rules.key(),
        rules.limits(),
        new PushRules.Timeouts(most, most, most));
  }

  /** Sends a form as it is, each time from another client. */
  HubReply raw(String form) {
    return push.request(
        form.getBytes(UTF_8),
        Optional.of("application/x-www-form-urlencoded"),
        "client " + clients++);
  }

  /** Encodes parameters: names and values in turn. */
  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
    }
    return form.toString();
  }

  HubReply request(String mode, String callback, String... more) {
    String rest = more.length == 0 ? "" : "&" + form(more);
    return raw(form("hub.mode", mode, "hub.topic", TOPIC, "hub.callback", callback) + rest);
  }

  /** Subscribes and has the request verified. */
  void subscribe(String callback, String... more) {
    HubReply reply = request("subscribe", callback, more);
    if (reply.status() != 202) {
      throw new IllegalStateException(reply.toString());
    }
    work();
  }

  /** Changes the topic's content and has it published. */
  void publish(String text) {
    paper.feed(TOPIC, text);
    check();
    work();
  }

  /** Looks for changes. */
  void check() {
    clock.advance(Duration.ofSeconds(6));
    push.run(Job.CHECK, 0);
  }

  /** Does all jobs that are to be done by now. */
  void work() {
    Optional<MemoryPushStore.Wakeup> job = store.takeJob(clock.instant());
    while (job.isPresent()) {
      MemoryPushStore.Wakeup wakeup = job.get();
      push.run(wakeup.job(), wakeup.id())
          .ifPresent(next -> store.wake(wakeup.job(), List.of(wakeup.id()), next));
      job = store.takeJob(clock.instant());
    }
  }

  /** Lets time pass, and does the jobs that fall due. */
  void work(Duration time) {
    clock.advance(time);
    work();
  }

  /** Returns the only receiver. */
  Receiver receiver() {
    if (store.receivers().size() != 1) {
      throw new IllegalStateException("receivers: " + store.receivers());
    }
    return store.receivers().get(0);
  }

  boolean hasNoSubscription() {
    return store.subscribedTopics(clock.instant()).isEmpty();
  }

  /** Returns the count of an outcome. */
  long outcome(Receiver.Kind kind, String name) {
    return push.status().outcomes().stream()
        .filter(outcome -> outcome.kind() == kind && outcome.name().equals(name))
        .mapToLong(PushStatus.Outcome::count)
        .sum();
  }

  @Override
  public void close() {
    push.close();
    caller.close();
  }
}
