package io.queuejob.internal.capture.graph;

import io.queuejob.internal.capture.inline.InlineRunner;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.port.Doorbell;
import io.queuejob.internal.port.FunctionNumbers;
import io.queuejob.internal.port.Transactions;
import java.util.function.Supplier;

/**
 * What graphs need from the place they are delayed in.
 *
 * @param joining runs work in the caller's transaction
 * @param transactions of the calling thread
 * @param store where jobs are written
 * @param functions numbers of functions
 * @param doorbell rung after the commit
 * @param inline runs calls at once where that is wanted
 */
public record GraphPorts(
    Joining joining,
    Transactions transactions,
    GraphStore store,
    FunctionNumbers functions,
    Doorbell doorbell,
    InlineRunner inline) {

  /** The caller's transaction, or one for the call if none is active. */
  @FunctionalInterface
  public interface Joining {
    /**
     * Runs work in it.
     *
     * @param what is to be stored, for messages
     * @throws io.queuejob.api.error.QueueJobException if there is none that can be committed
     */
    <T> T join(String what, Supplier<T> work);
  }
}
