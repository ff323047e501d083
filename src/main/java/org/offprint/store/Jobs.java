package org.offprint.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.offprint.push.Job;
import org.offprint.push.StoreException;
import org.offprint.push.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of the hub, which the machines with one database share. A job is a wake-up and may be lost; one that a machine held when it
 * died is done by another after at most 26 seconds.
 */
final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final String TABLE = "push_job";
  private static final int THREADS = 32;
  private static final int MOST_AT_ONCE = 1000;
  private static final Duration POLL = Duration.ofSeconds(1);
  // A job is lost after 4 of these, which is noticed every 2 of these.
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration SHUTDOWN = Duration.ofSeconds(2);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;
  private static final Map<Job, Duration> RECURRING = Map.of(
      Job.SWEEP,
      Duration.ofSeconds(10),
      Job.CHECK,
      Duration.ofSeconds(30),
      Job.EXPIRE,
      Duration.ofMinutes(10));

  private final Database database;
  private final Clock clock;
  private volatile Optional<Scheduler> running = Optional.empty();

  Jobs(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Starts to have jobs done. The result ends that. */
  AutoCloseable start(Worker worker) {
    List<Task<?>> once = List.of(Job.VERIFY, Job.DELIVER).stream()
        .<Task<?>>map(job -> once(job, worker, clock))
        .toList();
    List<RecurringTask<Void>> recurring = RECURRING.entrySet().stream()
        .map(job -> recurring(job.getKey(), worker, job.getValue()))
        .toList();
    String name = UUID.randomUUID().toString();
    SchedulerBuilder builder = Scheduler.create(database.source(), once)
        .startTasks(recurring)
        .tableName(TABLE)
        .jdbcCustomization(database.dialect().scheduling())
        .schedulerName(() -> name)
        .clock(clock::instant)
        .threads(THREADS)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(SHUTDOWN)
        .enableImmediateExecution()
        .failureLogging(LogLevel.OFF, false)
        .addSchedulerListener(new Watch(database));
    if (database.dialect() == Dialect.POSTGRESQL) {
      builder.pollUsingLockAndFetch(0.5, 1.0);
    }
    Scheduler scheduler = builder.build();
    scheduler.start();
    running = Optional.of(scheduler);
    return () -> {
      running = Optional.empty();
      scheduler.stop();
    };
  }

  private static Task<Void> once(Job job, Worker worker, Clock clock) {
    return Tasks.custom(name(job), Void.class)
        .onFailure((complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(retry(job, complete))))
        .execute((instance, context) -> {
          Optional<Instant> next = worker.run(job, Long.parseLong(instance.getId()));
          return (complete, operations) -> next.ifPresentOrElse(
              when -> operations.reschedule(complete, when), operations::remove);
        });
  }

  private static RecurringTask<Void> recurring(Job job, Worker worker, Duration pause) {
    FixedDelay schedule = FixedDelay.of(pause);
    return Tasks.recurring(name(job), schedule)
        .onFailure((complete, operations) -> {
          retry(job, complete);
          operations.reschedule(complete, schedule.getNextExecutionTime(complete));
        })
        .execute((instance, context) -> worker.run(job, 0));
  }

  /** Returns the pause before a job that failed is done again. Failures of the database are reported by it. */
  private static Duration retry(Job job, ExecutionComplete failed) {
    failed
        .getCause()
        .filter(cause -> !(cause instanceof StoreException))
        .ifPresent(
            cause -> LOG.warn("{} failed and is tried again: {}", name(job), cause.toString()));
    int doublings = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLINGS);
    return FIRST_RETRY.multipliedBy(1L << doublings);
  }

  /** Has jobs done, unless they are to be done earlier already, or are being done. Does nothing before the start. */
  void wake(Job job, List<Long> ids, Instant when) {
    running.ifPresent(scheduler -> {
      // In one order, lest two machines wait for each other.
      List<Long> sorted = ids.stream().distinct().sorted().toList();
      for (int i = 0; i < sorted.size(); i += MOST_AT_ONCE) {
        add(job, sorted.subList(i, Math.min(i + MOST_AT_ONCE, sorted.size())), when);
      }
      scheduler.triggerCheckForDueExecutions();
    });
  }

  private void add(Job job, List<Long> ids, Instant when) {
    database.transaction(session -> {
      try (PreparedStatement statement = session
          .connection()
          .prepareStatement("insert into " + TABLE
              + " (task_name, task_instance, execution_time, picked, version)"
              + " values (?, ?, ?, false, 1) on conflict (task_name, task_instance) do update set"
              + " execution_time = excluded.execution_time, version = " + TABLE + ".version + 1"
              + " where not " + TABLE + ".picked and " + TABLE
              + ".execution_time > excluded.execution_time")) {
        for (long id : ids) {
          statement.setString(1, name(job));
          statement.setString(
              2, RECURRING.containsKey(job) ? RecurringTask.INSTANCE : Long.toString(id));
          database.dialect().scheduling().setInstant(statement, 3, when);
          statement.addBatch();
        }
        return statement.executeBatch();
      }
    });
  }

  private static String name(Job job) {
    return job.name().toLowerCase(Locale.ROOT);
  }

  /** Learns of failures that only the scheduler sees: it has no work then, which would report them. */
  private static final class Watch extends AbstractSchedulerListener {
    private final Database database;

    Watch(Database database) {
      this.database = database;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
      if (type == SchedulerEventType.UNEXPECTED_ERROR) {
        database.probe();
      }
    }
  }
}
