package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.Threads;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

/**
 * What the dispatcher works with.
 *
 * @param execution runs jobs
 * @param threads where they run
 * @param nanos the monotonic clock
 * @param events told of what happened here
 */
public record Surroundings(
    JobExecution execution, Threads threads, LongSupplier nanos, Events events) {

  /** What the dispatcher tells the runner; must return at once. */
  public interface Events {
    /** A job has its outcome, or was lost. */
    void settled(ClaimedJob job);

    /** A job is still held but does not run: it must wait again. */
    void unsettled(ClaimedJob job);

    /** There is room for more jobs. */
    void room();
  }

  /** How the node stands with the others. */
  public interface Standing {
    /** Whether jobs may start at a monotonic time. */
    boolean mayStart(long nowNanos);

    /** Whether a claim's token is of the identity that the node has now. */
    boolean holds(long token);

    /** Made of its two answers. */
    static Standing of(LongPredicate mayStart, LongPredicate holds) {
      return new Standing() {
        @Override
        public boolean mayStart(long nowNanos) {
          return mayStart.test(nowNanos);
        }

        @Override
        public boolean holds(long token) {
          return holds.test(token);
        }
      };
    }
  }
}
