package org.offprint.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares feeds and issues with what was published last, and publishes what differs. Only feeds that somebody gets are rendered. A
 * topic that is seen for the first time is remembered and sends nothing.
 */
final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** The beginning of the topics of issues; by itself the mark that issues were seen before. */
  static final String ISSUES = "issue:";

  /** More new issues at once are an import, not news. */
  static final int MOST_NEW_ISSUES = 10;

  /** A subscribed feed that is gone may come back for so long, for example when a file is mended. */
  static final Duration GONE = Duration.ofMinutes(10);

  private static final int MOST_BYTES = 2 << 20;
  private static final int MOST_WOKEN = 20_000;
  private static final Content MARK = new Content("", new byte[0]);

  private final PushStore store;
  private final PushRules rules;
  private final Topics topics;
  private final Clock clock;
  /** The moments since which this process has missed subscribed feeds. */
  private final Map<String, Instant> missing = new HashMap<>();
  /** The feeds of which the log has told that they are too large. */
  private final Set<String> tooLarge = new HashSet<>();

  Publisher(PushStore store, PushRules rules, Topics topics, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.topics = topics;
    this.clock = clock;
  }

  /** Publishes all that differs, and wakes those who are to get it. */
  synchronized void check() {
    Instant now = clock.instant();
    boolean isPublished = checkFeeds(now);
    isPublished |= checkIssues(now);
    if (isPublished) {
      store.wake(Job.DELIVER, store.dueReceivers(now, MOST_WOKEN), now);
    }
  }

  private Set<String> listed() {
    return rules.externalHubs().isEmpty() ? Set.of() : new TreeSet<>(topics.listed());
  }

  private boolean checkFeeds(Instant now) {
    Set<String> subscribed = store.subscribedTopics(now);
    Set<String> listed = listed();
    Map<String, String> hashes = store.hashes(rules.base().toString());
    Set<String> all = new TreeSet<>(subscribed);
    all.addAll(listed);
    missing.keySet().retainAll(subscribed);
    boolean isPublished = false;
    for (String url : all) {
      try {
        Set<String> hubs = listed.contains(url) ? Set.copyOf(rules.externalHubs()) : Set.of();
        Optional<Content> content = topics.content(url);
        isPublished |= content.isPresent()
            ? checkFeed(url, content.get(), Optional.ofNullable(hashes.get(url)), hubs)
            : subscribed.contains(url) && checkMissing(url, now);
      } catch (StoreException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("{} cannot be rendered, and is not pushed", url, e);
      }
    }
    return isPublished;
  }

  private boolean checkMissing(String url, Instant now) {
    if (missing.computeIfAbsent(url, unseen -> now).plus(GONE).isAfter(now)) {
      return false;
    }
    LOG.info("{} is gone: its subscribers are told so", url);
    store.deny(url, now);
    return true;
  }

  private boolean checkFeed(String url, Content content, Optional<String> known, Set<String> hubs) {
    missing.remove(url);
    if (content.body().length > MOST_BYTES) {
      if (tooLarge.add(url)) {
        LOG.warn(
            "{} has more than {} bytes, which readers do not take: it is not pushed",
            url,
            MOST_BYTES);
      }
      return false;
    } else if (known.isEmpty()) {
      store.remember(Map.of(url, content), clock.instant());
      return false;
    }
    return !content.hash().equals(known.get())
        && store.publish(url, content, hubs, Receiver.Kind.HUB, clock.instant());
  }

  private boolean checkIssues(Instant now) {
    Map<String, Content> issues = topics.issues();
    Map<String, String> hashes = store.hashes(ISSUES);
    boolean isFirst = !hashes.containsKey(ISSUES);
    long news = issues.keySet().stream()
        .filter(issue -> !hashes.containsKey(ISSUES + issue))
        .count();
    boolean isImport = isFirst || news > MOST_NEW_ISSUES;
    if (isImport && !isFirst) {
      LOG.warn("{} new issues at once are taken for an import: webhooks get no message", news);
    }
    boolean isPublished = false;
    Map<String, Content> remembered = new HashMap<>(isFirst ? Map.of(ISSUES, MARK) : Map.of());
    for (Map.Entry<String, Content> issue : issues.entrySet()) {
      String topic = ISSUES + issue.getKey();
      String known = hashes.get(topic);
      if (known == null && isImport) {
        remembered.put(topic, issue.getValue());
      } else if (!issue.getValue().hash().equals(known)) {
        Set<String> webhooks = webhooks(known != null);
        isPublished |= store.publish(topic, issue.getValue(), webhooks, Receiver.Kind.WEBHOOK, now);
      }
    }
    if (!remembered.isEmpty()) {
      store.remember(remembered, now);
    }
    return isPublished;
  }

  private Set<String> webhooks(boolean isEdit) {
    return rules.webhooks().stream()
        .filter(webhook -> !isEdit || webhook.edits())
        .map(PushRules.Webhook::url)
        .collect(Collectors.toSet());
  }

  /** Deletes what is over: subscriptions, and feeds that nobody gets any more. */
  void expire() {
    Instant now = clock.instant();
    store.expire(now);
    Set<String> unneeded = new HashSet<>(store.hashes(rules.base().toString()).keySet());
    unneeded.removeAll(store.subscribedTopics(now));
    unneeded.removeAll(listed());
    store.forget(unneeded);
  }
}
