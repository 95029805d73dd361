package io.queuejob.simulation.rows;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.Want;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Taking jobs and putting them back. */
public final class ClaimStatements {
  private final Rows rows;

  /** A claim that is not committed: rows picked and locked, the node's row shared. */
  public record InFlight(int node, long token, List<JobRow> picked, List<Long> over) {}

  public ClaimStatements(Rows rows) {
    this.rows = rows;
  }

  /** Executes CLAIM up to its commit. */
  public InFlight claim(int node, long token, List<Want> wants, List<Long> over) {
    InFlight tx = new InFlight(node, token, new ArrayList<>(), List.copyOf(over));
    NodeRow me = rows.nodes.get(node);
    boolean isFenced = rows.twin != Twin.CLAIM_WITHOUT_FENCE;
    if (me.alive || !isFenced) {
      me.sharers += isFenced ? 1 : 0;
      for (Want want : wants) {
        waiting(want)
            .filter(job -> job.lock == null)
            .limit(want.jobs())
            .forEach(
                job -> {
                  job.lock = tx;
                  tx.picked().add(job);
                });
      }
    }
    return tx;
  }

  /** Commits it. */
  public List<ClaimedJob> commit(InFlight tx) {
    List<ClaimedJob> taken = new ArrayList<>();
    tx.picked().sort(Comparator.comparing(job -> job.order));
    for (JobRow job : tx.picked()) {
      job.lock = null;
      job.state = JobRow.State.ENQUEUED;
      job.waits = false;
      job.token = tx.token();
      taken.add(job.claimed());
    }
    if (!taken.isEmpty()) {
      List<Long> ids = taken.stream().map(ClaimedJob::id).toList();
      rows.claims.put(tx.token(), new Rows.ClaimRow(tx.token(), tx.node(), ids));
    }
    NodeRow me = rows.nodes.get(tx.node());
    me.sharers = Math.max(0, me.sharers - 1);
    tx.over().forEach(rows.claims::remove);
    return taken;
  }

  public List<Claims.Head> peek(List<Want> wants) {
    return wants.stream()
        .flatMap(want -> waiting(want).limit(want.jobs()))
        .sorted(Comparator.comparing((JobRow job) -> job.order))
        .map(job -> new Claims.Head(job.function, job.channel, job.order))
        .toList();
  }

  private Stream<JobRow> waiting(Want want) {
    return rows.jobs.values().stream()
        .filter(
            job ->
                job.waits
                    && job.state == JobRow.State.PENDING
                    && job.function == want.functionId()
                    && job.channel.equals(want.channel()))
        .sorted(Comparator.comparing(job -> job.order));
  }

  /** Whether PUT_BACK would wait for another transaction. */
  public boolean isBlocked(List<ClaimedJob> jobs) {
    return jobs.stream().anyMatch(job -> rows.jobs.get(job.id()).lock != null);
  }

  public int putBack(List<ClaimedJob> jobs) {
    int held = 0;
    for (ClaimedJob job : jobs) {
      JobRow row = rows.jobs.get(job.id());
      if (row.isHeld(job.token())) {
        row.putBack();
        held++;
      }
    }
    return held;
  }

  /** Whether RETURN_CLAIM would wait for another transaction. */
  public boolean isBlocked(long token) {
    Rows.ClaimRow claim = rows.claims.get(token);
    return claim != null
        && claim.jobs().stream()
            .map(rows.jobs::get)
            .anyMatch(job -> job.isHeld(token) && job.lock != null);
  }

  /** Returns how many jobs it put back. */
  public int returnClaim(long token) {
    int back = 0;
    Rows.ClaimRow claim = rows.claims.remove(token);
    if (claim != null) {
      for (long id : claim.jobs()) {
        JobRow job = rows.jobs.get(id);
        if (job.isHeld(token)) {
          job.putBack();
          back++;
        }
      }
    }
    return back;
  }
}
