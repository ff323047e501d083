package org.offprint.store;

import static org.offprint.store.Session.optionalInstant;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offprint.push.Content;
import org.offprint.push.Job;
import org.offprint.push.Progress;
import org.offprint.push.PushStatus;
import org.offprint.push.PushStore;
import org.offprint.push.Receiver;
import org.offprint.push.Request;
import org.offprint.push.Topic;

/** Rows of either database. Addresses are kept byte for byte, and found by their hash. */
final class SqlPushStore implements PushStore {
  private static final int SEEN = 50;

  private final Database database;
  private final Jobs jobs;
  private final Clock clock;

  SqlPushStore(Database database, Jobs jobs, Clock clock) {
    this.database = database;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public Optional<Topic> topic(String url) {
    return database.transaction(session -> session.first(
        "select version, content_type, body from push_topic where url = ?",
        row -> new Topic(
            url,
            row.getLong("version"),
            new Content(row.getString("content_type"), row.getBytes("body"))),
        url));
  }

  @Override
  public Map<String, String> hashes(String prefix) {
    return database
        .transaction(session -> session.list(
            "select url, hash from push_topic where substr(url, 1, ?) = ?",
            row -> Map.entry(row.getString("url"), row.getString("hash")),
            prefix.length(),
            prefix))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Set<String> subscribedTopics(Instant now) {
    return Set.copyOf(database.transaction(session -> session.list(
        "select distinct topic from push_receiver where kind = 'SUBSCRIBER' and expires > ?",
        row -> row.getString("topic"),
        now)));
  }

  @Override
  public void remember(Map<String, Content> topics, Instant now) {
    database.transaction(session -> {
      // In one order, lest two machines wait for each other.
      for (Map.Entry<String, Content> topic : new TreeMap<>(topics).entrySet()) {
        if (add(session, topic.getKey()) > 0) {
          keep(session, new Topic(topic.getKey(), 1, topic.getValue()), now);
        }
      }
      return topics.size();
    });
  }

  /** Adds a topic without a version, which waits until no other process adds it. */
  private static int add(Session session, String url) throws SQLException {
    return session.update(
        "insert into push_topic (url, version, hash, content_type, body, published_at) values (?, 0, '', '', ?, 0)"
            + " on conflict (url) do nothing",
        url,
        new byte[0]);
  }

  private static void keep(Session session, Topic topic, Instant now) throws SQLException {
    String hash = topic.content().hash();
    session.update(
        "update push_topic set version = ?, hash = ?, content_type = ?, body = ?, published_at = ? where url = ?",
        topic.version(),
        hash,
        topic.content().contentType(),
        topic.content().body(),
        now,
        topic.url());
    session.update(
        "insert into push_seen (url, hash, version) values (?, ?, ?)",
        topic.url(),
        hash,
        topic.version());
    session.update(
        "delete from push_seen where url = ? and version <= ?",
        topic.url(),
        topic.version() - SEEN);
  }

  @Override
  public boolean publish(
      String url, Content content, Set<String> also, Receiver.Kind kind, Instant now) {
    return database.transaction(session -> {
      add(session, url);
      long version = session.number(
          "select version from push_topic where url = ?" + session.dialect().locking(), url);
      if (session.number(
              "select count(*) from push_seen where url = ? and hash = ?", url, content.hash())
          > 0) {
        return false;
      }
      keep(session, new Topic(url, version + 1, content), now);
      for (String address : also) {
        Rows.add(
            session,
            new Receiver(0, kind, url, address, Optional.empty(), Instant.MAX, 0, Progress.at(0)));
      }
      session.update(
          "update push_receiver set due_since = case when wanted > version then due_since else ? end, wanted = ?, first_failure = null"
              + " where topic = ? and kind <> 'DENIED' and expires > ?",
          now,
          version + 1,
          url,
          now);
      session.update(
          "update push_receiver set next = case when last_attempt + 60000 > ? then last_attempt + 60000 else ? end"
              + " where topic = ? and failures > 0 and kind <> 'DENIED' and last_status not in (429, 503) and next > ?"
              + " and next > last_attempt + 60000",
          now,
          now,
          url,
          now);
      return true;
    });
  }

  @Override
  public Request keep(Request request) {
    return database.transaction(session -> session
        .first(
            "insert into push_request (topic, callback, callback_hash, mode, secret, lease_seconds, sequence, attempts, not_before,"
                + " requested_at) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) on conflict (topic, callback_hash) do update set"
                + " mode = excluded.mode, secret = excluded.secret, lease_seconds = excluded.lease_seconds,"
                + " sequence = push_request.sequence + 1, attempts = excluded.attempts, not_before = excluded.not_before,"
                + " requested_at = excluded.requested_at returning *",
            Rows::request,
            request.topic(),
            request.callback(),
            Rows.hash(request.callback()),
            request.mode(),
            request.secret(),
            request.lease().toSeconds(),
            request.attempts(),
            request.notBefore(),
            clock.instant())
        .orElseThrow());
  }

  @Override
  public Optional<Request> request(long id) {
    return database.transaction(
        session -> session.first("select * from push_request where id = ?", Rows::request, id));
  }

  @Override
  public void postpone(Request request) {
    database.transaction(session -> session.update(
        "update push_request set attempts = ?, not_before = ? where id = ? and sequence = ?",
        request.attempts(),
        request.notBefore(),
        request.id(),
        request.sequence()));
  }

  @Override
  public void drop(Request request) {
    database.transaction(session -> remove(session, request));
  }

  private static boolean remove(Session session, Request request) throws SQLException {
    return session.update(
            "delete from push_request where id = ? and sequence = ?",
            request.id(),
            request.sequence())
        > 0;
  }

  @Override
  public boolean confirm(Request request, Instant now, Instant expires) {
    return database.transaction(session -> {
      if (!remove(session, request)) {
        return false;
      }
      boolean isEnd = request.mode() == Request.Mode.UNSUBSCRIBE;
      session.update(
          "delete from push_receiver where topic = ? and address_hash = ? and (kind = 'DENIED' or kind = 'SUBSCRIBER' and expires <= ?)",
          request.topic(),
          Rows.hash(request.callback()),
          isEnd ? Instant.MAX : now);
      if (!isEnd) {
        // The topic may have been forgotten since it was remembered for this request.
        add(session, request.topic());
        // Held, lest a version is published that this subscriber neither has nor gets.
        long version = session.number(
            "select version from push_topic where url = ?" + session.dialect().locking(),
            request.topic());
        Rows.add(session, subscriber(request, expires, version));
      }
      return true;
    });
  }

  private static Receiver subscriber(Request request, Instant expires, long version) {
    return new Receiver(
        0,
        Receiver.Kind.SUBSCRIBER,
        request.topic(),
        request.callback(),
        request.secret(),
        expires,
        version,
        Progress.at(version));
  }

  @Override
  public Load load(String topic, String callback, Instant now) {
    return database.transaction(session -> session
        .first(
            "select (select count(*) from push_request) as pending,"
                + " (select count(*) from push_receiver where topic = ? and kind = 'SUBSCRIBER' and expires > ?) as of_topic,"
                + " (select count(*) from push_receiver where host = ? and kind = 'SUBSCRIBER' and expires > ?) as of_host,"
                + " (select count(*) from push_receiver where topic = ? and host = ? and kind = 'SUBSCRIBER' and expires > ?) as of_both,"
                + " (select count(*) from push_receiver where topic = ? and address_hash = ? and kind = 'SUBSCRIBER' and expires > ?)"
                + " as is_subscribed",
            row -> new Load(
                row.getInt("pending"),
                row.getInt("of_topic"),
                row.getInt("of_host"),
                row.getInt("of_both"),
                row.getInt("is_subscribed") > 0),
            topic,
            now,
            Receiver.host(callback),
            now,
            topic,
            Receiver.host(callback),
            now,
            topic,
            Rows.hash(callback),
            now)
        .orElseThrow());
  }

  @Override
  public Optional<Receiver> receiver(long id) {
    return database.transaction(
        session -> session.first("select * from push_receiver where id = ?", Rows::receiver, id));
  }

  @Override
  public void record(Receiver receiver, Progress progress) {
    database.transaction(session -> session.update(
        "update push_receiver set version = ?, failures = ?, next = ?, last_status = ?, last_attempt = ?,"
            + " first_failure = case when wanted > ? then null else cast(? as bigint) end where id = ?",
        progress.version(),
        progress.failures(),
        progress.next(),
        progress.lastStatus(),
        progress.lastAttempt(),
        receiver.wanted(),
        progress.firstFailure().map(Instant::toEpochMilli),
        receiver.id()));
  }

  @Override
  public void delete(long id) {
    database.transaction(session -> session.update("delete from push_receiver where id = ?", id));
  }

  @Override
  public void deny(String topic, Instant now) {
    database.transaction(session -> {
      drop(session, topic);
      session.update("delete from push_request where topic = ?", topic);
      session.update("delete from push_receiver where topic = ? and kind <> 'SUBSCRIBER'", topic);
      return session.update(
          "update push_receiver set kind = 'DENIED', wanted = version + 1, due_since = ?, failures = 0, next = 0, first_failure = null"
              + " where topic = ?",
          now,
          topic);
    });
  }

  @Override
  public List<Long> dueReceivers(Instant now, int most) {
    return database.transaction(session -> session.list(
        "select id from push_receiver where wanted > version and next <= ? and expires > ? order by next, id limit ?",
        row -> row.getLong("id"),
        now,
        now,
        most));
  }

  @Override
  public List<Long> dueRequests(Instant now, int most) {
    return database.transaction(session -> session.list(
        "select id from push_request where not_before <= ? order by not_before limit ?",
        row -> row.getLong("id"),
        now,
        most));
  }

  private static void drop(Session session, String topic) throws SQLException {
    session.update("delete from push_topic where url = ?", topic);
    session.update("delete from push_seen where url = ?", topic);
  }

  @Override
  public void expire(Instant now) {
    database.transaction(
        session -> session.update("delete from push_receiver where expires <= ?", now));
  }

  @Override
  public void forget(Set<String> topics) {
    database.transaction(session -> {
      for (String topic : topics) {
        if (session.number(
                "select count(*) from push_receiver where topic = ? and kind <> 'HUB'", topic)
            == 0) {
          drop(session, topic);
          session.update("delete from push_receiver where topic = ?", topic);
        }
      }
      return topics.size();
    });
  }

  @Override
  public PushStatus.Stored status(Instant now) {
    return database.transaction(session -> new PushStatus.Stored(
        session
            .list(
                "select topic, count(*) as count from push_receiver where kind = 'SUBSCRIBER' and expires > ? group by topic",
                row -> Map.entry(row.getString("topic"), row.getInt("count")),
                now)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
        (int) session.number("select count(*) from push_request"),
        age(
            session.first(
                "select min(requested_at) as since from push_request",
                row -> optionalInstant(row, "since")),
            now),
        (int) session.number(
            "select count(*) from push_receiver where wanted > version and expires > ?", now),
        age(
            session.first(
                "select min(case when next > due_since then next else due_since end) as since from push_receiver"
                    + " where wanted > version and next <= ? and expires > ?",
                row -> optionalInstant(row, "since"),
                now,
                now),
            now),
        session.list(
            "select address, topic, last_status from push_receiver where kind = 'HUB' order by address, topic",
            row -> new PushStatus.Ping(
                row.getString("address"), row.getString("topic"), row.getInt("last_status")))));
  }

  private static Duration age(Optional<Optional<Instant>> since, Instant now) {
    return since
        .flatMap(moment -> moment)
        .map(moment -> Duration.between(moment, now))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }

  @Override
  public void wake(Job job, List<Long> ids, Instant when) {
    jobs.wake(job, ids, when);
  }
}
