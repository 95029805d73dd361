package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.testkit.Rows;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, with faults over, until nothing is left to do. */
public final class Drain {
  private static final String LEFT =
      "SELECT count(*) FROM queue_job.job WHERE state NOT IN ('done', 'cancelled')";
  private static final String WORKING =
      "SELECT count(*) FROM queue_job.job WHERE state = 'enqueued' OR due > clock_timestamp()";
  private static final int REST_SECONDS = 10;
  private static final int STILL_SECONDS = 30;

  private final Rows rows;
  private final Journal journal;
  private long least = Long.MAX_VALUE;
  private long progressAt = System.nanoTime();
  private long workAt = System.nanoTime();

  /** A drain of one database. */
  public Drain(Rows rows, Journal journal) {
    this.rows = rows;
    this.journal = journal;
  }

  /** One thing to do at each look. */
  @FunctionalInterface
  public interface Each {
    /** Requeues and restarts what needs it. */
    void look(long left) throws Exception;
  }

  /** Waits until all is final, or nothing moves any more. */
  public void await(Each each) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (long left = rows.number(LEFT); left > 0; left = rows.number(LEFT)) {
      each.look(left);
      long now = System.nanoTime();
      if (left < least) {
        least = left;
        progressAt = now;
      }
      if (rows.number(WORKING) > 0 || progressAt == now) {
        workAt = now;
      }
      if (now - workAt > REST_SECONDS * 1_000_000_000L) {
        journal
            .findings()
            .add(
                Kind.STUCK,
                "expected waiting jobs to start while all slots are free, found %d waiting for %d s"
                    .formatted(left, REST_SECONDS));
        return;
      }
      if (now - progressAt > STILL_SECONDS * 1_000_000_000L) {
        return;
      }
      never.await(250, TimeUnit.MILLISECONDS);
    }
  }
}
