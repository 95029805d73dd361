package io.queuejob.internal.capture;

import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.capture.inline.InlineRunner;
import io.queuejob.internal.capture.related.RelatedActions;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.port.Doorbell;
import io.queuejob.internal.port.FunctionNumbers;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.port.Transactions;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What capture needs from the place it runs in.
 *
 * @param transactions of the calling thread
 * @param store where jobs are written
 * @param graphs where many jobs are written at once
 * @param functions numbers of functions
 * @param doorbell rung after the commit
 * @param clock dates the jobs
 * @param caller gives the caller's name; null where nobody is known
 * @param context gives what crosses to the job
 * @param inline runs calls at once where that is wanted
 * @param related says what a call is about
 * @param attributes gives the application's own columns
 */
public record CapturePorts(
    Transactions transactions,
    JobStore store,
    GraphStore graphs,
    FunctionNumbers functions,
    Doorbell doorbell,
    DatabaseClock clock,
    Supplier<String> caller,
    Context context,
    InlineRunner inline,
    RelatedActions related,
    CallAttributes attributes) {

  /** What crosses from the caller to a job. */
  @FunctionalInterface
  public interface Context {
    /** Nothing. */
    Context NONE = (job, function, channel) -> null;

    /**
     * What the calling thread has, as JSON; null for nothing.
     *
     * @param job the job that is being stored
     * @param function its registered name
     * @param channel where it is to run
     */
    String of(UUID job, String function, String channel);
  }
}
