package org.offprint.page;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of the hub, for the publisher's status page. Names no callback and no secret.
 *
 * @param trouble what somebody should look at now
 * @param subscriptions the number of subscriptions in force, by the address of the feed
 * @param work a line about what waits to be done
 * @param answers what came back since the start
 * @param pings the last answers of other hubs
 */
public record HubState(
    Optional<String> trouble,
    SortedMap<String, Integer> subscriptions,
    String work,
    List<Answers> answers,
    List<Ping> pings) {

  /** Keeps the subscriptions as they are. */
  public HubState {
    subscriptions = new TreeMap<>(subscriptions);
    answers = List.copyOf(answers);
    pings = List.copyOf(pings);
  }

  /** A number of answers of one kind. */
  public record Answers(String receivers, String outcome, long count) {}

  /** The last answer of another hub about a feed, in words. */
  public record Ping(String hub, String feed, String answer) {}
}
