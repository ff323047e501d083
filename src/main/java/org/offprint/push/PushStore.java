package org.offprint.push;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The memory of the hub: the port to a database. Each method is one transaction; any number of threads, on any number of machines.
 * A method throws {@link StoreException} if the database fails, and has then changed nothing.
 */
public interface PushStore {

  // Topics.

  /** Finds the version of a topic that was published last. */
  Optional<Topic> topic(String url);

  /** Returns the hash of the newest content ({@link Content#hash}) by the address of the topic, for topics whose address begins so. */
  Map<String, String> hashes(String prefix);

  /** Returns the topics that have a subscription in force. */
  Set<String> subscribedTopics(Instant now);

  /** Keeps topics, by their addresses, as their first versions, and sends nothing; those that are known stay as they are. */
  void remember(Map<String, Content> topics, Instant now);

  /**
   * Publishes a version, the first one of an unknown topic. Every subscriber and hub that the topic has is to get it. Does nothing if
   * the content is that of one of the last 50 versions: another machine may still have the old feed.
   *
   * <p>A receiver that waits to be tried again ({@link Progress#failures} above 0) starts anew with the version: its first failure is
   * forgotten, and {@link Progress#next} moves forward to now or to a minute after its last attempt, whichever is later. Its next
   * attempt stays if the last status was 429 or 503, since the receiver may have said when it is ready.
   *
   * @param also addresses of hubs or webhooks that are to get it, too; each is remembered as a receiver of the topic
   * @param kind the kind of those
   * @return false if nothing was to do
   */
  boolean publish(String url, Content content, Set<String> also, Receiver.Kind kind, Instant now);

  // Requests.

  /** Keeps a request, in the place of an earlier one for the same topic and callback. Returns it with id and sequence. */
  Request keep(Request request);

  /** Finds a request. */
  Optional<Request> request(long id);

  /** Keeps the number of failed verifications and the moment of the next one; does nothing if a newer request has taken its place. */
  void postpone(Request request);

  /** Deletes a request; does nothing if a newer one has taken its place. */
  void drop(Request request);

  /**
   * Makes or prolongs the subscription of a verified request, or ends it, and deletes the request. A new subscriber has the newest
   * version of the topic, or gets it with the next check if the topic is unknown; one who prolongs keeps what it waits for, and its secret is
   * replaced.
   *
   * @param expires the end of the lease
   * @return false if a newer request has taken its place; then nothing changes
   */
  boolean confirm(Request request, Instant now, Instant expires);

  /** Counts what the limits are about: requests, and subscriptions whose lease is not over. */
  Load load(String topic, String callback, Instant now);

  /**
   * The numbers that the limits are about.
   *
   * @param pending requests that wait to be verified
   * @param ofTopic subscriptions of the topic
   * @param ofHost subscriptions of the callback's host ({@link Receiver#host})
   * @param ofTopicAndHost subscriptions of both
   * @param isSubscribed whether the very callback is subscribed to the topic
   */
  record Load(int pending, int ofTopic, int ofHost, int ofTopicAndHost, boolean isSubscribed) {}

  // Receivers.

  /** Finds a receiver. */
  Optional<Receiver> receiver(long id);

  /**
   * Keeps the progress of a receiver. The wanted version may have risen meanwhile, and stays; that version has not failed yet.
   *
   * @param receiver as it was before the attempt
   */
  void record(Receiver receiver, Progress progress);

  /** Deletes a receiver. */
  void delete(long id);

  /**
   * Makes all subscribers of a topic {@link Receiver.Kind#DENIED}, due now and without failures, and forgets the topic with its hubs
   * and requests.
   */
  void deny(String topic, Instant now);

  /** Returns receivers to which something may be sent now, whose lease is not over; those that wait longest first. */
  List<Long> dueReceivers(Instant now, int most);

  /** Returns requests that may be verified now. */
  List<Long> dueRequests(Instant now, int most);

  /** Deletes subscriptions whose lease is over. */
  void expire(Instant now);

  /** Forgets those of the topics that have no receiver but hubs; these go with them. */
  void forget(Set<String> topics);

  /** Returns numbers for the operator. */
  PushStatus.Stored status(Instant now);

  // Wake-ups.

  /** Has a job done at a moment, unless it is to be done earlier already. May be lost: {@link Job#SWEEP} brings it back. */
  void wake(Job job, List<Long> ids, Instant when);
}
