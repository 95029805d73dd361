package io.queuejob.simulation.node;

import io.queuejob.internal.port.Notifications;
import io.queuejob.simulation.chance.Clock;
import io.queuejob.simulation.chance.Fault;
import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.rows.ClaimStatements;
import io.queuejob.simulation.rows.OutcomeStatements;
import io.queuejob.simulation.rows.PulseStatements;
import io.queuejob.simulation.rows.RecoveryStatements;
import io.queuejob.simulation.rows.Rows;
import io.queuejob.simulation.rows.SlotStatements;
import io.queuejob.simulation.rows.Twin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What all nodes of a history share: time, chance, rows and messages. */
public final class Scene {
  public final Clock clock = new Clock();
  public final SplittableRandom random;
  public final Rows rows;
  public final List<VirtualNode> nodes = new ArrayList<>();
  public final Map<Sometimes, Integer> reached = new EnumMap<>(Sometimes.class);
  public Watch watch;
  final ClaimStatements claims;
  final SlotStatements slots;
  final RecoveryStatements recoveries;
  final PulseStatements pulses;
  final OutcomeStatements outcomes;
  final List<Fault> onCalls;
  private int lossPercent;

  /** The scene of one history; the faults are those that hit calls. */
  public Scene(long seed, Twin twin, List<Fault> onCalls) {
    this.random = new SplittableRandom(seed);
    this.onCalls = new ArrayList<>(onCalls);
    this.rows = new Rows(twin, clock::now);
    this.claims = new ClaimStatements(rows);
    this.slots = new SlotStatements(rows);
    this.recoveries = new RecoveryStatements(rows, slots);
    this.pulses = new PulseStatements(rows);
    this.outcomes = new OutcomeStatements(rows);
    this.lossPercent = new int[] {0, 0, 30, 100}[random.nextInt(4)];
  }

  public void reached(Sometimes path) {
    reached.merge(path, 1, Integer::sum);
  }

  /** A duration of up to so many milliseconds. */
  public long upTo(int millis) {
    return random.nextLong(1_000L, millis * 1_000_000L);
  }

  /** A notification: to every listener, unless it is lost; now and then twice, or late. */
  public void tell(Consumer<Notifications> what) {
    for (VirtualNode node : List.copyOf(nodes)) {
      int copies = random.nextInt(100) < lossPercent ? 0 : random.nextInt(20) == 0 ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        node.hear(random.nextInt(20) == 0 ? upTo(2_000) : upTo(10), what);
      }
    }
  }

  /** Calls go right from now on, and messages arrive. */
  public void calmDown() {
    onCalls.clear();
    lossPercent = 0;
  }

  /** The fault that hits a call; null if none does. */
  Fault faultOf(int node, long call) {
    for (Fault fault : onCalls) {
      if (fault.node() == node && fault.at() == call) {
        return fault;
      }
    }
    return null;
  }
}
