package io.queuejob.simulation.node;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Borrowing;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.rows.ClaimStatements;
import io.queuejob.simulation.rows.Twin;
import java.util.List;
import java.util.Map;

/** What the runner asks, over the model. */
final class RunnerPorts implements Claims {
  private final Scene scene;
  private final Line line;

  RunnerPorts(Scene scene, Line line) {
    this.scene = scene;
    this.line = line;
  }

  @Override
  public List<ClaimedJob> claim(int node, long token, List<Want> wants, List<Long> over) {
    return line.call(
        "claim " + Long.toHexString(token),
        () -> {
          ClaimStatements.InFlight tx = scene.claims.claim(node, token, wants, over);
          if (scene.random.nextInt(10) == 0) {
            scene.clock.pass(scene.upTo(50));
          }
          return scene.claims.commit(tx);
        });
  }

  @Override
  public List<Head> peek(List<Want> wants) {
    return line.call("peek", () -> scene.claims.peek(wants));
  }

  @Override
  public int putBack(List<ClaimedJob> jobs) {
    return line.call(
        "put back " + jobs.size(),
        () -> scene.claims.isBlocked(jobs),
        () -> scene.claims.putBack(jobs));
  }

  @Override
  public void returnClaim(long token) {
    int back =
        line.call(
            "return claim " + Long.toHexString(token),
            () -> scene.claims.isBlocked(token),
            () -> scene.claims.returnClaim(token));
    if (back > 0) {
      scene.reached(Sometimes.LOST_CLAIM_RETURNED);
    }
  }

  Borrowing borrowing() {
    return new Slots();
  }

  private final class Slots implements Borrowing {
    @Override
    public Map<Integer, Integer> borrow(int node, Map<Integer, Integer> wishes, int most) {
      return line.call("borrow " + wishes, () -> scene.slots.borrow(node, wishes, most));
    }

    @Override
    public List<Integer> giveBack(int node, Map<Integer, Integer> slots) {
      try {
        return send(node, slots);
      } catch (StatementFailed e) {
        if (scene.rows.twin == Twin.GIVE_BACK_BEYOND_HELD) {
          return send(node, slots);
        }
        throw e;
      }
    }

    private List<Integer> send(int node, Map<Integer, Integer> slots) {
      return line.call("give back " + slots, () -> scene.slots.giveBack(node, slots));
    }

    @Override
    public void want(int node, int channel, boolean wants) {
      line.call(
          "want " + channel,
          () -> {
            scene.slots.want(node, channel, wants);
            return null;
          });
    }
  }
}
