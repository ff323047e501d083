package org.offprint.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random requests, answers, publications and crashes. Nothing is delivered without a confirmation, versions only go up, a pair has one
 * subscription, and in the end every subscriber has the newest version.
 */
final class PushModelTest {
  private static final int CALLBACKS = 4;
  private static final int STEPS = 400;

  /** Thrown where a process is killed. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The subscribers, as the world knows them. */
  private static final class World implements Outgoing {
    private final Random random;
    private final Set<String> confirmed = new HashSet<>();
    private final Map<String, Integer> arrived = new TreeMap<>();
    private int published = 1;
    private boolean isCalm;

    World(Random random) {
      this.random = random;
    }

    @Override
    public Answer send(Message message, Duration deadline, int most) {
      int crash = isCalm ? 99 : random.nextInt(40);
      if (crash == 0) {
        throw new Crash();
      }
      Answer answer = answer(message);
      if (crash == 1) {
        throw new Crash();
      }
      return answer;
    }

    private Answer answer(Message message) {
      int dice = isCalm ? 0 : random.nextInt(10);
      String callback = message.url().replaceFirst("\\?.*", "");
      if (message.body().length == 0) {
        String challenge = message.url().replaceFirst(".*hub\\.challenge=([^&]*).*", "$1");
        if (dice >= 6) {
          return answer(dice == 6 ? 404 : dice == 7 ? 500 : 200, "no");
        }
        if (message.url().contains("hub.mode=subscribe")) {
          confirmed.add(callback);
        }
        return answer(200, challenge);
      }
      assertThat(confirmed).contains(callback);
      if (dice >= 6) {
        return dice == 6 ? Answer.none("timeout") : answer(dice == 7 ? 410 : 503, "");
      }
      int version = Integer.parseInt(new String(message.body(), UTF_8));
      assertThat(version).isGreaterThanOrEqualTo(arrived.getOrDefault(callback, 0));
      arrived.put(callback, version);
      return answer(200, "");
    }

    private static Answer answer(int status, String body) {
      return new Answer(status, body.getBytes(UTF_8), true, Optional.empty(), "");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void keepsItsPromises(long seed) {
    Random random = new Random(seed);
    World world = new World(random);
    try (Hub hub = new Hub(rules -> rules, world)) {
      hub.paper.feed(Hub.TOPIC, "1");
      for (int step = 0; step < STEPS; step++) {
        step(hub, world, random);
        checkPairs(hub);
      }
      world.isCalm = true;
      for (int callback = 0; callback < CALLBACKS; callback++) {
        hub.request("subscribe", url(callback));
      }
      work(hub, Duration.ofDays(2));
      world.published++;
      hub.publish("" + world.published);
      work(hub, Duration.ofDays(2));

      assertThat(hub.store.receivers()).hasSize(CALLBACKS).noneMatch(Receiver::isDue);
      assertThat(world.arrived).hasSize(CALLBACKS);
      assertThat(world.arrived.values()).containsOnly(world.published);
    }
  }

  private static String url(int callback) {
    return "http://127.0.0.1/" + callback;
  }

  private static void step(Hub hub, World world, Random random) {
    String callback = url(random.nextInt(CALLBACKS));
    switch (random.nextInt(9)) {
      case 0, 1 -> hub.request("subscribe", callback);
      case 2 -> hub.request("unsubscribe", callback);
      case 3 -> {
        hub.paper.feed(Hub.TOPIC, "" + ++world.published);
        hub.check();
      }
      case 4 -> hub.store.loseJobs();
      case 5 -> hub.push.run(Job.EXPIRE, 0);
      default -> work(hub, Duration.ofSeconds(random.nextInt(3600)));
    }
  }

  /** Sweeps and works in small steps; a job that crashes is lost. */
  private static void work(Hub hub, Duration time) {
    Duration step = time.dividedBy(20);
    for (int i = 0; i < 20; i++) {
      hub.clock.advance(step);
      hub.push.run(Job.SWEEP, 0);
      boolean isDone = false;
      while (!isDone) {
        try {
          hub.work();
          isDone = true;
        } catch (Crash e) {
          hub.store.loseJobs();
          hub.push.run(Job.SWEEP, 0);
        }
      }
    }
  }

  private static void checkPairs(Hub hub) {
    List<String> addresses =
        hub.store.receivers().stream().map(Receiver::address).toList();
    assertThat(addresses).doesNotHaveDuplicates();
  }
}
