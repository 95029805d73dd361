package io.queuejob.admin.job;

import java.util.List;

/**
 * One reason why a job is where it is, as found at one moment.
 *
 * @param code what kind of reason
 * @param values what the words of the code name, in the order that the code documents: texts,
 *     {@link Long} for numbers, {@link java.time.Instant} for times, {@link java.util.UUID} for
 *     jobs
 */
public record WaitReason(Code code, List<Object> values) {
  public WaitReason {
    values = List.copyOf(values);
  }

  /** A reason with its values in order. */
  public static WaitReason of(Code code, Object... values) {
    return new WaitReason(code, List.of(values));
  }

  /** Whether the job cannot start while this holds. */
  public boolean isBlocking() {
    return code.blocking;
  }

  /** Kinds of reasons; the values of each in brackets. */
  public enum Code {
    /** Waits for other jobs (how many open, how many in all). */
    WAITS_FOR_JOBS(true),
    /** One of those that it waits for (job, name, state word). */
    OPEN_PARENT(false),
    /** One of those failed or was cancelled and holds it until somebody acts (job, name, word). */
    STOPPED_PARENT(true),
    /** All that it waited for is done; it is released within seconds (). */
    RELEASE_DUE(false),
    /** Its time has not come (due). */
    ETA(true),
    /** Another attempt is due later (due, attempts made, message of the last). */
    RETRY_AT(true),
    /** Its time has come and a node's next pulse lets it wait to be taken (due). */
    PROMOTION_DUE(false),
    /** No node of any application is alive (). */
    NO_NODE(true),
    /** No node of its application is alive (application). */
    NO_NODE_OF_APPLICATION(true),
    /** Nodes of its application are alive, none has its method (function, nodes). */
    NO_NODE_WITH_METHOD(true),
    /** All nodes that could run it are drained (nodes). */
    NODES_DRAINED(true),
    /** The nodes that could run it have not been heard of (nodes, last heartbeat). */
    NODES_SILENT(true),
    /** A channel is paused (path, who, since). */
    PAUSED(true),
    /** A channel is paused, by whom is not known (path). */
    PAUSED_UNKNOWN(true),
    /** A channel has capacity 0 (path). */
    NO_CAPACITY(true),
    /** All slots of a channel are in use (path, used, capacity, who holds them). */
    CAPACITY(true),
    /** A sequential channel stands behind a job that is not over (path, job, name, state word). */
    BEHIND(true),
    /** A channel has had its start for now (path, next start). */
    THROTTLED(true),
    /** A channel has had its starts for now (path, jobs, period in ms, next start). */
    RATE(true),
    /** An open transaction holds the row (process id, since, who, application name). */
    LOCKED(true),
    /** An open transaction holds the row, of which session is not seen (). */
    LOCKED_UNKNOWN(true),
    /** Others of its method and channel come first (how many). */
    OTHERS_FIRST(false),
    /** At least so many others come first (how many). */
    MANY_FIRST(false),
    /** It waits without its identity key, which another job has (job). */
    KEY_ELSEWHERE(false),
    /** A job, or a limit, of a channel that its reader may not see holds it up (). */
    OUT_OF_SIGHT(true),
    /** Nothing holds it up: the next free node takes it (). */
    NOTHING(false),
    /** A node has claimed it and not begun (node, since). */
    CLAIMED(false),
    /** It runs (node, since). */
    RUNS(false),
    /** A person asked its node to stop it (who, since). */
    STOP_ASKED(false),
    /** The node that holds it is gone; others put it back within seconds (node). */
    NODE_GONE(false),
    /** It failed and stays until a person acts (). */
    FAILED(false);

    private final boolean blocking;

    Code(boolean blocking) {
      this.blocking = blocking;
    }
  }
}
