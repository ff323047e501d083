package org.offprint.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A store in memory, for tests. It can be told to fail, and keeps the jobs that are to be done. */
final class MemoryPushStore implements PushStore {
  /** A job for one row. */
  record Wakeup(Job job, long id) {}

  private static final int MOST_SEEN = 50;

  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, Deque<String>> seen = new HashMap<>();
  private final Map<Long, Request> requests = new TreeMap<>();
  private final Map<Long, Receiver> receivers = new TreeMap<>();
  private final Map<Wakeup, Instant> wakeups = new HashMap<>();
  private long ids;
  private boolean fails;

  /** Fails from now on, or no longer. */
  synchronized void setFailing(boolean isFailing) {
    fails = isFailing;
  }

  /** Takes a job that is to be done by now, the earliest first. */
  synchronized Optional<Wakeup> takeJob(Instant now) {
    Optional<Wakeup> next = wakeups.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .min(Map.Entry.<Wakeup, Instant>comparingByValue()
            .thenComparing(entry -> entry.getKey().id()))
        .map(Map.Entry::getKey);
    next.ifPresent(wakeups::remove);
    return next;
  }

  /** Forgets all jobs, as a crash may. */
  synchronized void loseJobs() {
    wakeups.clear();
  }

  synchronized List<Receiver> receivers() {
    return List.copyOf(receivers.values());
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests.values());
  }

  @Override
  public synchronized Optional<Topic> topic(String url) {
    check();
    return Optional.ofNullable(topics.get(url));
  }

  @Override
  public synchronized Map<String, String> hashes(String prefix) {
    check();
    return topics.values().stream()
        .filter(topic -> topic.url().startsWith(prefix))
        .collect(Collectors.toMap(Topic::url, topic -> topic.content().hash()));
  }

  @Override
  public synchronized Set<String> subscribedTopics(Instant now) {
    check();
    return receivers.values().stream()
        .filter(receiver -> isInForce(receiver, now))
        .map(Receiver::topic)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isInForce(Receiver receiver, Instant now) {
    return receiver.kind() == Receiver.Kind.SUBSCRIBER && receiver.expires().isAfter(now);
  }

  @Override
  public synchronized void remember(Map<String, Content> unknown, Instant now) {
    check();
    unknown.forEach((url, content) -> {
      if (!topics.containsKey(url)) {
        write(url, content);
      }
    });
  }

  private long write(String url, Content content) {
    Topic old = topics.get(url);
    long version = old == null ? 1 : old.version() + 1;
    topics.put(url, new Topic(url, version, content));
    Deque<String> hashes = seen.computeIfAbsent(url, unseen -> new ArrayDeque<>());
    hashes.addLast(content.hash());
    if (hashes.size() > MOST_SEEN) {
      hashes.removeFirst();
    }
    return version;
  }

  @Override
  public synchronized boolean publish(
      String url, Content content, Set<String> also, Receiver.Kind kind, Instant now) {
    check();
    if (seen.getOrDefault(url, new ArrayDeque<>()).contains(content.hash())) {
      return false;
    }
    long version = write(url, content);
    for (String address : also) {
      if (find(url, address, kind).isEmpty()) {
        put(new Receiver(
            ++ids, kind, url, address, Optional.empty(), Instant.MAX, version, Progress.at(0)));
      }
    }
    for (Receiver receiver : List.copyOf(receivers.values())) {
      boolean isFor = isInForce(receiver, now)
          || receiver.kind() == Receiver.Kind.HUB
          || (receiver.kind() == kind && also.contains(receiver.address()));
      if (receiver.topic().equals(url) && isFor) {
        put(with(receiver, version, sooner(receiver.progress(), now)));
      }
    }
    return true;
  }

  private static Progress sooner(Progress old, Instant now) {
    if (old.failures() == 0) {
      return old;
    }
    Instant soonest = old.lastAttempt().map(last -> last.plusSeconds(60)).orElse(now);
    soonest = soonest.isBefore(now) ? now : soonest;
    boolean mayMove = old.lastStatus() != 429 && old.lastStatus() != 503;
    return new Progress(
        old.version(),
        old.failures(),
        mayMove && soonest.isBefore(old.next()) ? soonest : old.next(),
        Optional.empty(),
        old.lastStatus(),
        old.lastAttempt());
  }

  private Optional<Receiver> find(String topic, String address, Receiver.Kind kind) {
    boolean isSubscriber = kind == Receiver.Kind.SUBSCRIBER;
    return receivers.values().stream()
        .filter(receiver -> receiver.topic().equals(topic) && receiver.address().equals(address))
        .filter(receiver ->
            receiver.kind() == kind || (isSubscriber && receiver.kind() == Receiver.Kind.DENIED))
        .findFirst();
  }

  private void put(Receiver receiver) {
    receivers.put(receiver.id(), receiver);
  }

  private static Receiver with(Receiver old, long wanted, Progress progress) {
    return new Receiver(
        old.id(),
        old.kind(),
        old.topic(),
        old.address(),
        old.secret(),
        old.expires(),
        wanted,
        progress);
  }

  @Override
  public synchronized Request keep(Request request) {
    check();
    long old = requests.values().stream()
        .filter(other -> isSamePair(other, request))
        .map(Request::id)
        .findFirst()
        .orElse(0L);
    long id = old == 0 ? ++ids : old;
    Request kept = new Request(
        id,
        request.mode(),
        request.topic(),
        request.callback(),
        request.secret(),
        request.lease(),
        ++ids,
        request.attempts(),
        request.notBefore());
    requests.put(id, kept);
    return kept;
  }

  private static boolean isSamePair(Request one, Request other) {
    return one.topic().equals(other.topic()) && one.callback().equals(other.callback());
  }

  @Override
  public synchronized Optional<Request> request(long id) {
    check();
    return Optional.ofNullable(requests.get(id));
  }

  private boolean isNewest(Request request) {
    check();
    Request kept = requests.get(request.id());
    return kept != null && kept.sequence() == request.sequence();
  }

  @Override
  public synchronized void postpone(Request request) {
    if (isNewest(request)) {
      requests.put(request.id(), request);
    }
  }

  @Override
  public synchronized void drop(Request request) {
    if (isNewest(request)) {
      requests.remove(request.id());
    }
  }

  @Override
  public synchronized boolean confirm(Request request, Instant now, Instant expires) {
    if (!isNewest(request)) {
      return false;
    }
    requests.remove(request.id());
    Optional<Receiver> old = find(request.topic(), request.callback(), Receiver.Kind.SUBSCRIBER);
    if (request.mode() == Request.Mode.UNSUBSCRIBE) {
      old.ifPresent(receiver -> receivers.remove(receiver.id()));
      return true;
    }
    long version = topics
        .computeIfAbsent(request.topic(), url -> new Topic(url, 0, new Content("", new byte[0])))
        .version();
    Optional<Receiver> active = old.filter(receiver -> isInForce(receiver, now));
    put(new Receiver(
        old.map(Receiver::id).orElseGet(() -> ++ids),
        Receiver.Kind.SUBSCRIBER,
        request.topic(),
        request.callback(),
        request.secret(),
        expires,
        active.map(Receiver::wanted).orElse(version),
        active.map(Receiver::progress).orElse(Progress.at(version))));
    return true;
  }

  @Override
  public synchronized Load load(String topic, String callback, Instant now) {
    check();
    String host = Receiver.host(callback);
    List<Receiver> active =
        receivers.values().stream().filter(receiver -> isInForce(receiver, now)).toList();
    List<Receiver> ofTopic =
        active.stream().filter(receiver -> receiver.topic().equals(topic)).toList();
    return new Load(
        requests.size(),
        ofTopic.size(),
        (int) active.stream()
            .filter(receiver -> Receiver.host(receiver.address()).equals(host))
            .count(),
        (int) ofTopic.stream()
            .filter(receiver -> Receiver.host(receiver.address()).equals(host))
            .count(),
        ofTopic.stream().anyMatch(receiver -> receiver.address().equals(callback)));
  }

  @Override
  public synchronized Optional<Receiver> receiver(long id) {
    check();
    return Optional.ofNullable(receivers.get(id));
  }

  @Override
  public synchronized void record(Receiver receiver, Progress progress) {
    check();
    Receiver old = receivers.get(receiver.id());
    if (old != null) {
      boolean isNewer = old.wanted() > receiver.wanted();
      put(with(
          old,
          old.wanted(),
          new Progress(
              progress.version(),
              progress.failures(),
              progress.next(),
              isNewer ? Optional.empty() : progress.firstFailure(),
              progress.lastStatus(),
              progress.lastAttempt())));
    }
  }

  @Override
  public synchronized void delete(long id) {
    check();
    receivers.remove(id);
  }

  @Override
  public synchronized void deny(String topic, Instant now) {
    check();
    for (Receiver old : List.copyOf(receivers.values())) {
      if (!old.topic().equals(topic)) {
        continue;
      }
      receivers.remove(old.id());
      if (isInForce(old, now)) {
        put(new Receiver(
            old.id(),
            Receiver.Kind.DENIED,
            topic,
            old.address(),
            Optional.empty(),
            Instant.MAX,
            1,
            Progress.at(0)));
      }
    }
    requests.values().removeIf(request -> request.topic().equals(topic));
    topics.remove(topic);
    seen.remove(topic);
  }

  @Override
  public synchronized List<Long> dueReceivers(Instant now, int most) {
    check();
    return receivers.values().stream()
        .filter(receiver -> receiver.isDue() && receiver.expires().isAfter(now))
        .filter(receiver -> !receiver.progress().next().isAfter(now))
        .sorted(Comparator.comparing(receiver -> receiver.progress().next()))
        .limit(most)
        .map(Receiver::id)
        .toList();
  }

  @Override
  public synchronized List<Long> dueRequests(Instant now, int most) {
    check();
    return requests.values().stream()
        .filter(request -> !request.notBefore().isAfter(now))
        .sorted(Comparator.comparing(Request::notBefore))
        .limit(most)
        .map(Request::id)
        .toList();
  }

  @Override
  public synchronized void expire(Instant now) {
    check();
    receivers.values().removeIf(receiver -> !receiver.expires().isAfter(now));
  }

  @Override
  public synchronized void forget(Set<String> urls) {
    check();
    Set<String> free = new TreeSet<>(urls);
    receivers.values().stream()
        .filter(receiver -> receiver.kind() != Receiver.Kind.HUB)
        .forEach(receiver -> free.remove(receiver.topic()));
    receivers.values().removeIf(receiver -> free.contains(receiver.topic()));
    topics.keySet().removeAll(free);
    seen.keySet().removeAll(free);
  }

  @Override
  public synchronized PushStatus.Stored status(Instant now) {
    check();
    Map<String, Integer> subscriptions = new TreeMap<>();
    receivers.values().stream()
        .filter(receiver -> isInForce(receiver, now))
        .forEach(receiver -> subscriptions.merge(receiver.topic(), 1, Integer::sum));
    List<Receiver> due = receivers.values().stream()
        .filter(receiver -> receiver.isDue() && receiver.expires().isAfter(now))
        .toList();
    List<PushStatus.Ping> pings = new ArrayList<>();
    receivers.values().stream()
        .filter(receiver -> receiver.kind() == Receiver.Kind.HUB)
        .forEach(hub -> pings.add(
            new PushStatus.Ping(hub.address(), hub.topic(), hub.progress().lastStatus())));
    return new PushStatus.Stored(
        subscriptions, requests.size(), Duration.ZERO, due.size(), Duration.ZERO, pings);
  }

  @Override
  public synchronized void wake(Job job, List<Long> ids, Instant when) {
    check();
    ids.forEach(id -> wakeups.merge(
        new Wakeup(job, id), when, (old, asked) -> asked.isBefore(old) ? asked : old));
  }

  private void check() {
    if (fails) {
      throw new StoreException("out of order", new IllegalStateException("told so by the test"));
    }
  }
}
