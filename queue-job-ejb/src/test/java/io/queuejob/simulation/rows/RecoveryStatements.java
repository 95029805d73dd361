package io.queuejob.simulation.rows;

import java.util.ArrayList;
import java.util.List;

/** The fence, and putting back what a node held that is gone. */
public final class RecoveryStatements {
  private final Rows rows;
  private final SlotStatements slots;

  /** A batch that is not committed: the gone node's row and the picked jobs are locked. */
  public record InFlight(NodeRow gone, List<JobRow> picked) {}

  public RecoveryStatements(Rows rows, SlotStatements slots) {
    this.rows = rows;
    this.slots = slots;
  }

  /** Whether FENCE would wait for claims in flight. */
  public boolean isBlocked(int node) {
    return rows.nodes.get(node).sharers > 0;
  }

  public boolean fence(int node, String reason) {
    NodeRow row = rows.nodes.get(node);
    if (!row.alive) {
      return false;
    }
    row.alive = false;
    row.goneSince = rows.now.getAsLong();
    row.goneReason = reason;
    return true;
  }

  /** Executes a batch up to its commit; null if another observer is at it. */
  public InFlight pick(int node) {
    NodeRow gone = rows.nodes.get(node);
    if (gone.alive || gone.recovering) {
      return null;
    }
    gone.recovering = true;
    InFlight tx = new InFlight(gone, new ArrayList<>());
    for (JobRow job : heldBy(node)) {
      if (job.lock == null) {
        job.lock = tx;
        tx.picked().add(job);
      }
    }
    return tx;
  }

  /** Commits it; returns how many slots were freed. */
  public int commit(InFlight tx) {
    boolean died = !"stopped".equals(tx.gone().goneReason);
    tx.picked().forEach(job -> putBack(job, died));
    int freed = 0;
    for (int channel : List.copyOf(tx.gone().slots.keySet())) {
      ChannelLine line = rows.channels.get(channel);
      long used = heldBy(tx.gone().id).stream().filter(j -> Rows.isWithin(j, line)).count();
      freed += slots.freeBeyond(tx.gone(), channel, (int) used);
    }
    rows.claims
        .values()
        .removeIf(
            c ->
                c.node() == tx.gone().id
                    && c.jobs().stream()
                        .noneMatch(id -> Long.valueOf(c.token()).equals(rows.jobs.get(id).token)));
    tx.gone().slots.values().removeIf(slot -> slot.held == 0);
    if (rows.claims.values().stream().noneMatch(c -> c.node() == tx.gone().id)) {
      rows.runs.values().removeIf(run -> run.node == tx.gone().id);
    }
    tx.gone().recovering = false;
    return freed;
  }

  /** Its session ended before the commit. */
  public void rollback(InFlight tx) {
    tx.gone().recovering = false;
    tx.picked().forEach(job -> job.lock = null);
  }

  private void putBack(JobRow job, boolean died) {
    Rows.RunRow run = rows.runs.get(job.id);
    boolean shown = run != null && job.isHeld(run.token) && run.started;
    job.lock = null;
    if (died && (job.deaths == 0 || shown)) {
      job.deaths++;
    }
    if (job.deaths >= 3) {
      job.state = JobRow.State.FAILED;
      job.token = null;
    } else {
      job.putBack();
    }
  }

  private List<JobRow> heldBy(int node) {
    List<JobRow> held = new ArrayList<>();
    for (Rows.ClaimRow claim : rows.claims.values()) {
      if (claim.node() == node) {
        claim.jobs().stream()
            .map(rows.jobs::get)
            .filter(job -> job.isHeld(claim.token()))
            .forEach(held::add);
      }
    }
    return held;
  }
}
