package io.queuejob.chaos.load;

import io.queuejob.admin.CommandResult;
import io.queuejob.chaos.journal.Capacities;
import io.queuejob.chaos.journal.Capture;
import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What people do to jobs and channels. */
public final class People {
  private static final String ACTOR = "chaos";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int RECENT = 60;
  private static final List<String> FAILURES = List.of("not without a person", "QJ3003 ");
  private static final List<String> PAUSED = List.of("root.two", "root.wide", "root.one");

  private final EngineHarness engine;
  private final Rows rows;
  private final Journal journal;
  private final SplittableRandom random;
  private final JobCommands commands;

  /** People at work on one database. */
  public People(
      EngineHarness engine, DatabaseLogin login, Journal journal, SplittableRandom random) {
    this.engine = engine;
    this.rows = new Rows(login);
    this.journal = journal;
    this.random = random;
    this.commands = new JobCommands(new CommandStore(new JoinedDatabase(engine.dataSource())));
  }

  /** One act. */
  public void act() throws Exception {
    switch (random.nextInt(8)) {
      case 0 -> pause();
      case 1 -> capacity("root", random.nextInt(3, 11));
      case 2 -> capacity("root.two", random.nextInt(1, 5));
      case 3, 4 -> cancel();
      case 5 -> requeueFailed();
      default -> priority();
    }
  }

  private void pause() throws Exception {
    String path = PAUSED.get(random.nextInt(PAUSED.size()));
    int before = journal.capacities().most(path, Instant.now(), Instant.now());
    journal.act("pause", path);
    change(path, 0, "paused = true");
    new CountDownLatch(1).await(random.nextLong(500, 5_000), TimeUnit.MILLISECONDS);
    change(path, before, "paused = false");
  }

  private void capacity(String path, int capacity) throws Exception {
    journal.act("capacity", path + " " + capacity);
    change(path, capacity, "capacity = " + capacity);
  }

  /** All channels as they were at the begin. */
  public void restore() throws Exception {
    for (String path : journal.capacities().paths()) {
      int most = journal.capacities().most(path, Instant.EPOCH, Instant.EPOCH);
      String capacity = most == Capacities.UNLIMITED ? "NULL" : Integer.toString(most);
      change(path, most, "paused = false, capacity = " + capacity);
    }
  }

  private void change(String path, int inForce, String assignment) throws Exception {
    journal.capacities().changing(path, inForce);
    String sql =
        "WITH told AS (SELECT pg_notify('queue_job', 'changed')) UPDATE queue_job.channel SET "
            + assignment
            + ", changed = clock_timestamp(), changed_by = '"
            + ACTOR
            + "' FROM told WHERE path = ?";
    while (!tried(() -> rows.update(sql, path))) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
    journal.capacities().changed(path, inForce);
  }

  private interface Attempt {
    Object run() throws Exception;
  }

  private static boolean tried(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private void cancel() throws Exception {
    UUID job = someone();
    if (job != null) {
      journal.touch(job);
      journal.askCancel(job);
      CommandResult result =
          engine.transactions().inNew(TIMEOUT, () -> commands.cancel(job, ACTOR));
      if (result.verdict() != CommandResult.Verdict.REFUSED) {
        journal.act("cancel", job + " " + result.verdict());
      }
    }
  }

  private void priority() throws Exception {
    UUID job = someone();
    if (job != null) {
      journal.touch(job);
      int changed =
          rows.update("UPDATE queue_job.job SET priority = 1 WHERE uuid = ? AND waits", job);
      if (changed > 0) {
        journal.act("priority", job.toString());
      }
    }
  }

  private UUID someone() {
    List<Capture> all = journal.captures();
    if (all.isEmpty()) {
      return null;
    }
    int from = Math.max(0, all.size() - RECENT);
    return all.get(random.nextInt(from, all.size())).uuid();
  }

  /** Jobs fail because they want to, or because their nodes die with them; nothing else does it. */
  private void expectFailure(UUID job, String why) {
    if (why != null && FAILURES.stream().noneMatch(why::startsWith)) {
      journal
          .findings()
          .add(
              Kind.LOST, "job " + job + ": expected it to fail for " + FAILURES + ", found " + why);
    }
  }

  /** Requeues what failed; returns how many. */
  public int requeueFailed() throws Exception {
    String failed = rows.one("SELECT string_agg(uuid::text, ',') FROM queue_job.job WHERE failed");
    if (failed == null) {
      return 0;
    }
    for (String one : failed.split(",")) {
      UUID job = UUID.fromString(one);
      journal.touch(job);
      String why =
          rows.one("SELECT left(error_message, 90) FROM queue_job.job WHERE uuid = ?", job);
      journal.act("requeue", one + " " + why);
      expectFailure(job, why);
      engine.transactions().inNew(TIMEOUT, () -> commands.requeue(job, ACTOR));
    }
    return failed.split(",").length;
  }
}
