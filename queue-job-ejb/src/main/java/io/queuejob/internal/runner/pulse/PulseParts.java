package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.Ears;
import io.queuejob.internal.port.protocol.Beats;
import io.queuejob.internal.port.protocol.Members;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Recoveries;
import io.queuejob.internal.port.protocol.Rings;
import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.internal.runner.local.RunningJob;
import io.queuejob.internal.runner.local.StartedJobs;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the pulse works with, all on the pulse's session.
 *
 * @param nodes joining
 * @param pulses the heartbeat
 * @param bells rings to others
 * @param runs publication of runs
 * @param recovery putting jobs of dead nodes back
 * @param ears makes the listener
 * @param sums writes what ended here
 */
public record PulseParts(
    Members nodes,
    Beats pulses,
    Rings bells,
    Runs runs,
    Recoveries recovery,
    Ears ears,
    SumPublisher sums) {

  /**
   * What a node did and by which sessions.
   *
   * @param refused outcomes refused since the engine started, because the claim was lost
   * @param runnerSession backend of the session that claims; 0 if there is none
   * @param workerSessions backends of the sessions in which jobs ended
   */
  public record Account(long refused, int runnerSession, Set<Integer> workerSessions) {}

  /** What the pulse asks of, and tells, the rest of the node. */
  public interface Node {
    /** Numbers of the functions that this node can run. */
    List<Integer> functions();

    /** Version of channels and functions that it works by. */
    long configurationSeen();

    /** Counts the node's borrowings and givings back. */
    long slotsVersion();

    /** What the node did and by which sessions. */
    Account account();

    /** A new member was confirmed for the first time, under this name. */
    void joined(String label);

    /** A pulse was answered; {@code slotsVersion} is as it was before it was sent. */
    void pulsed(Pulse pulse, long slotsVersion);

    /** The node was recovered by others: all that it held is lost. */
    void lost();

    /** Work of one kind may be waiting. */
    void rung(Pulse.Kind kind);

    /** What runs now. */
    List<RunningJob> running();

    /** Looks at what has started, under its lock. */
    <T> T started(Function<StartedJobs, T> view);
  }
}
