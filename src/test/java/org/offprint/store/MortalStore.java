package org.offprint.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.offprint.push.Content;
import org.offprint.push.Job;
import org.offprint.push.Progress;
import org.offprint.push.PushStatus;
import org.offprint.push.PushStore;
import org.offprint.push.Receiver;
import org.offprint.push.Request;
import org.offprint.push.Topic;

/** A store that halts its process at a crash point, as kill -9 would: nothing is closed, nothing is written. */
record MortalStore(PushStore store, CrashPoint point) implements PushStore {
  private static final int KILLED = 137;
  private static final Duration PART_OF_A_PUBLICATION = Duration.ofMillis(5);

  private void at(CrashPoint here) {
    if (here == point) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  @Override
  public Request keep(Request request) {
    at(CrashPoint.BEFORE_REQUEST);
    return store.keep(request);
  }

  @Override
  public Optional<Request> request(long id) {
    at(CrashPoint.BEFORE_VERIFICATION);
    return store.request(id);
  }

  @Override
  public boolean confirm(Request request, Instant now, Instant expires) {
    at(CrashPoint.BEFORE_CONFIRMATION);
    if (point == CrashPoint.CROSSED_CONFIRMATION) {
      store.keep(new Request(
          0,
          request.mode(),
          request.topic(),
          request.callback(),
          Optional.empty(),
          request.lease(),
          0,
          0,
          now));
      if (store.confirm(request, now, expires)) {
        throw new AssertionError("confirmed a request that a newer one has replaced");
      }
    }
    at(CrashPoint.CROSSED_CONFIRMATION);
    return store.confirm(request, now, expires);
  }

  @Override
  public boolean publish(
      String url, Content content, Set<String> also, Receiver.Kind kind, Instant now) {
    at(CrashPoint.BEFORE_PUBLICATION);
    if (point == CrashPoint.DURING_PUBLICATION) {
      Thread killer = new Thread(() -> {
        LockSupport.parkNanos(PART_OF_A_PUBLICATION.toNanos());
        at(CrashPoint.DURING_PUBLICATION);
      });
      killer.start();
    }
    return store.publish(url, content, also, kind, now);
  }

  @Override
  public void wake(Job job, List<Long> ids, Instant when) {
    if (job == Job.DELIVER && !ids.isEmpty()) {
      at(CrashPoint.BEFORE_WAKE);
    }
    store.wake(job, ids, when);
  }

  @Override
  public void record(Receiver receiver, Progress progress) {
    if (progress.failures() == 0) {
      at(CrashPoint.BEFORE_RECORD);
    }
    store.record(receiver, progress);
    if (progress.failures() > 0) {
      at(CrashPoint.AFTER_FAILURE);
    }
  }

  // All others are the store's.

  @Override
  public Optional<Topic> topic(String url) {
    return store.topic(url);
  }

  @Override
  public Map<String, String> hashes(String prefix) {
    return store.hashes(prefix);
  }

  @Override
  public Set<String> subscribedTopics(Instant now) {
    return store.subscribedTopics(now);
  }

  @Override
  public void remember(Map<String, Content> topics, Instant now) {
    store.remember(topics, now);
  }

  @Override
  public void postpone(Request request) {
    store.postpone(request);
  }

  @Override
  public void drop(Request request) {
    store.drop(request);
  }

  @Override
  public Load load(String topic, String callback, Instant now) {
    return store.load(topic, callback, now);
  }

  @Override
  public Optional<Receiver> receiver(long id) {
    return store.receiver(id);
  }

  @Override
  public void delete(long id) {
    store.delete(id);
  }

  @Override
  public void deny(String topic, Instant now) {
    store.deny(topic, now);
  }

  @Override
  public List<Long> dueReceivers(Instant now, int most) {
    return store.dueReceivers(now, most);
  }

  @Override
  public List<Long> dueRequests(Instant now, int most) {
    return store.dueRequests(now, most);
  }

  @Override
  public void expire(Instant now) {
    store.expire(now);
  }

  @Override
  public void forget(Set<String> topics) {
    store.forget(topics);
  }

  @Override
  public PushStatus.Stored status(Instant now) {
    return store.status(now);
  }
}
