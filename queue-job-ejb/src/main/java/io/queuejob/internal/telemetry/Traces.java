package io.queuejob.internal.telemetry;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.watch.RunWatch;
import io.queuejob.spi.ContextPropagator;
import java.util.List;
import java.util.UUID;

/** Spans of calls and runs, as the library sees them that makes them. */
interface Traces extends RunWatch {
  /** No spans. */
  Traces NONE =
      new Traces() {
        @Override
        public Run begins(ClaimedJob job, String function, String node) {
          return outcome -> {};
        }

        @Override
        public Runnable call(UUID job, String function, String channel) {
          return () -> {};
        }

        @Override
        public List<ContextPropagator> propagators() {
          return List.of();
        }
      };

  /**
   * A call is being stored: begins its span on this thread.
   *
   * @return ends it
   */
  Runnable call(UUID job, String function, String channel);

  /** What carries the trace from the call to the run. */
  List<ContextPropagator> propagators();
}
