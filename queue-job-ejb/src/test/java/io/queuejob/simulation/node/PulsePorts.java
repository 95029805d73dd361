package io.queuejob.simulation.node;

import io.queuejob.internal.port.protocol.Beats;
import io.queuejob.internal.port.protocol.Members;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Recoveries;
import io.queuejob.internal.port.protocol.Rings;
import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.rows.RecoveryStatements;
import java.util.Collection;
import java.util.List;

/** What the pulse asks, over the model. */
final class PulsePorts implements Members, Beats, Runs, Recoveries {
  private final Scene scene;
  private final Line line;
  private final VirtualNode process;
  private int joins;

  PulsePorts(Scene scene, Line line, VirtualNode process) {
    this.scene = scene;
    this.line = line;
    this.process = process;
  }

  @Override
  public int join(Newcomer who, long lockKey, int maxRunning) {
    int id = line.call("join", () -> scene.pulses.join(lockKey));
    if (++joins > 1) {
      scene.reached(Sometimes.NODE_REJOINED);
    }
    return id;
  }

  @Override
  public void publishSessions(int node, Sessions sessions) {
    line.call("publish sessions", () -> null);
  }

  @Override
  public Pulse beat(int node, List<Integer> functions, long configurationSeen, long refused) {
    return line.call("beat", () -> scene.pulses.beat(node, functions));
  }

  @Override
  public void publish(int node, List<Run> runs) {
    line.call("publish", () -> done(() -> scene.pulses.publish(node, runs)));
  }

  @Override
  public void progress(List<Progress> all) {
    throw new IllegalStateException("expected none, found " + all);
  }

  @Override
  public void log(List<LogLine> lines) {
    throw new IllegalStateException("expected none, found " + lines);
  }

  @Override
  public void forget(List<Run> runs) {
    line.call("forget", () -> done(() -> scene.pulses.forget(runs)));
  }

  @Override
  public void forgetClaims(List<Long> tokens) {
    line.call("forget claims", () -> done(() -> scene.rows.claims.keySet().removeAll(tokens)));
  }

  private static Void done(Runnable what) {
    what.run();
    return null;
  }

  @Override
  public boolean fence(int node, String reason) {
    boolean first =
        line.call(
            "fence " + node,
            () -> scene.recoveries.isBlocked(node),
            () -> scene.recoveries.fence(node, reason));
    if (!first) {
      scene.reached(Sometimes.RESCUE_RACED);
    }
    if (first && reason.equals("frozen")) {
      scene.reached(Sometimes.FROZEN_NODE_EVICTED);
    }
    return first;
  }

  @Override
  public int endSessions(int node) {
    return line.call(
        "end sessions of " + node,
        () -> {
          scene.nodes.stream()
              .filter(other -> other.identity() == node)
              .forEach(VirtualNode::endSessions);
          return 1;
        });
  }

  @Override
  public int recoverBatch(int node) {
    return line.call("recover " + node, () -> recover(node));
  }

  private int recover(int node) {
    RecoveryStatements.InFlight tx = scene.recoveries.pick(node);
    if (tx == null) {
      scene.reached(Sometimes.RESCUE_RACED);
      return 0;
    }
    if (scene.random.nextInt(4) == 0) {
      scene.clock.pass(scene.upTo(30));
      if (process.isDead()) {
        scene.recoveries.rollback(tx);
        process.pause(0);
      }
    }
    int jobs = tx.picked().size();
    if (scene.recoveries.commit(tx) > 0) {
      scene.reached(Sometimes.SLOT_RECLAIMED);
    }
    for (int i = 0; i < jobs; i++) {
      scene.reached(Sometimes.JOB_PUT_BACK);
    }
    return jobs;
  }

  Rings rings() {
    return new Bells();
  }

  private final class Bells implements Rings {
    @Override
    public void work(Collection<Pulse.Kind> kinds) {
      List<Pulse.Kind> heard = List.copyOf(kinds);
      line.call(
          "ring",
          () ->
              done(
                  () ->
                      scene.tell(
                          who -> heard.forEach(k -> who.work(k.functionId(), k.channel())))));
    }

    @Override
    public void changed() {
      line.call("tell", () -> done(() -> scene.tell(who -> who.changed())));
    }
  }
}
