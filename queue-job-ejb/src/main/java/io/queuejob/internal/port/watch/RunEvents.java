package io.queuejob.internal.port.watch;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import java.time.Duration;

/** Who is told of what came of runs, once it is committed. Never raises. */
public interface RunEvents {
  /** Nobody. */
  RunEvents NONE =
      new RunEvents() {
        @Override
        public boolean tells(Outcome outcome) {
          return false;
        }

        @Override
        public void ended(ClaimedJob job, String function, Outcome outcome, Duration run) {}
      };

  /** Whether anybody is told of runs that end so; asked after each run. */
  boolean tells(Outcome outcome);

  /**
   * A run has ended, and what came of it is committed.
   *
   * @param job what ran
   * @param function its registered name
   * @param outcome how it ended
   * @param run how long it ran
   */
  void ended(ClaimedJob job, String function, Outcome outcome, Duration run);
}
