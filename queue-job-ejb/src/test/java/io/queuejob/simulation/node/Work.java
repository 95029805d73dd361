package io.queuejob.simulation.node;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.runner.local.RunningJob;
import io.queuejob.internal.runner.local.Worker;
import io.queuejob.simulation.chance.Fault;
import io.queuejob.simulation.chance.Sometimes;

/**
 * A worker's thread, taken apart: it begins a job, works, completes, commits, and takes the next.
 */
final class Work {
  private static final long OUTCOME_RETRY = 500_000_000L;
  private static final long LOCK_LOOK = 2_000_000L;

  private final Scene scene;
  private final VirtualNode node;
  private final Worker worker;
  private RunningJob run;
  private boolean completing;

  Work(Scene scene, VirtualNode node, Worker worker) {
    this.scene = scene;
    this.node = node;
    this.worker = worker;
  }

  void begin() {
    node.works(this);
    run = worker.current();
    scene.watch.started(node, run.job());
    node.later(scene.upTo(1), this::work);
  }

  private void work() {
    if (run.job().isSuspect()) {
      scene.pulses.show(job().id(), job().token(), (int) (job().token() >>> 32));
      run.shown();
    }
    node.later(duration(job()), this::finish);
  }

  /** Most are short; each job takes as long at every attempt. */
  private static long duration(ClaimedJob job) {
    long millis = job.id() % 17 == 0 ? 2_500 : job.id() % 5 == 0 ? 150 : 3 + job.id() % 30;
    return millis * 1_000_000L;
  }

  private void finish() {
    if (run.isAbandoned()) {
      lost();
    } else if (job().id() % 7 == 0 && job().counters().retry() == 0) {
      retry();
    } else {
      complete();
    }
  }

  private void complete() {
    if (run.isAbandoned()) {
      lost();
      return;
    }
    if (scene.outcomes.isBlocked(job(), this)) {
      node.later(LOCK_LOOK, this::complete);
      return;
    }
    Fault fault = node.nextFault("complete " + job().id());
    if (fault != null && fault.kind() == Fault.Kind.KILL_BEFORE) {
      node.kill();
    } else if (fault != null && fault.kind() == Fault.Kind.FAIL) {
      retry();
    } else if (scene.outcomes.complete(job(), this)) {
      completing = true;
      boolean stalls = fault != null && fault.kind() == Fault.Kind.STALL;
      node.later(stalls ? fault.nanos() : scene.upTo(2), this::commit);
    } else {
      lost();
    }
  }

  private void commit() {
    if (!completing) {
      retry();
      return;
    }
    completing = false;
    scene.outcomes.commit(job());
    Fault fault = node.nextFault("commit " + job().id());
    scene.watch.changed();
    if (fault != null && fault.kind() == Fault.Kind.KILL_AFTER) {
      node.kill();
    } else if (fault != null && fault.kind() == Fault.Kind.LOSE_REPLY) {
      retry();
    } else {
      end(true);
    }
  }

  /** Its session ended: what it wrote is gone. */
  void rollBack() {
    if (completing) {
      completing = false;
      scene.rows.jobs.get(job().id()).lock = null;
    }
  }

  private void retry() {
    if (run.isAbandoned()) {
      end(false);
    } else if (scene.outcomes.isBlocked(job(), this)) {
      node.later(LOCK_LOOK, this::retry);
    } else {
      Fault fault = node.nextFault("retry " + job().id());
      if (fault != null && fault.kind() == Fault.Kind.FAIL) {
        node.later(OUTCOME_RETRY, this::retry);
      } else if (scene.outcomes.retry(job(), scene.upTo(500))) {
        scene.watch.changed();
        end(true);
      } else {
        lost();
      }
    }
  }

  private void lost() {
    scene.reached(Sometimes.LATE_COMMIT_REFUSED);
    scene.watch.note(node, "may not complete " + job().id());
    end(true);
  }

  private ClaimedJob job() {
    return run.job();
  }

  private void end(boolean settled) {
    scene.watch.ended(node, job());
    worker.ended(settled);
    if (worker.current() == null) {
      node.rests(this);
    } else {
      begin();
    }
  }
}
