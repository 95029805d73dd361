package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.job.WaitReason.Code;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.inspect.Surroundings;
import io.queuejob.internal.storage.inspect.SurroundingsStore;
import java.util.ArrayList;
import java.util.List;

/** Decides from facts why a job is where it is; what holds it up comes first. */
final class WaitReasons {
  private final JobFacts job;
  private final Surroundings around;
  private final List<WaitReason> reasons = new ArrayList<>();

  private WaitReasons(JobFacts job, Surroundings around) {
    this.job = job;
    this.around = around;
  }

  /** The reasons; none for a job that is done or cancelled. */
  static List<WaitReason> of(JobFacts job, Surroundings around) {
    WaitReasons found = new WaitReasons(job, around);
    switch (job.state()) {
      case "wait_dependencies" -> found.parents();
      case "pending" -> found.pending();
      case "enqueued" -> found.held();
      case "failed" -> found.add(Code.FAILED);
      default -> {}
    }
    return List.copyOf(found.reasons);
  }

  private void add(Code code, Object... values) {
    reasons.add(WaitReason.of(code, values));
  }

  private void parents() {
    Surroundings.Parents parents = around.parents();
    if (parents.open() == 0) {
      add(Code.RELEASE_DUE);
      return;
    }
    add(Code.WAITS_FOR_JOBS, (long) parents.open(), (long) parents.all());
    for (Surroundings.Other parent : parents.some()) {
      boolean stopped = parent.state().equals("failed") || parent.state().equals("cancelled");
      add(
          stopped ? Code.STOPPED_PARENT : Code.OPEN_PARENT,
          parent.uuid(),
          parent.name(),
          parent.state());
    }
  }

  private void pending() {
    time();
    reasons.addAll(NodeReasons.of(job, around.nodes()));
    around.channels().forEach(channel -> reasons.addAll(ChannelReasons.of(channel)));
    behind();
    lock();
    if (reasons.stream().noneMatch(WaitReason::isBlocking)) {
      turn();
    }
    JobFacts.Identity identity = job.identity();
    if (identity != null && !identity.blocks() && identity.twin() != null) {
      add(Code.KEY_ELSEWHERE, identity.twin());
    }
  }

  private void time() {
    JobFacts.Timing timing = job.timing();
    if (timing.due() == null) {
      return;
    }
    if (!timing.due().isAfter(job.now())) {
      add(Code.PROMOTION_DUE, timing.due());
    } else if (timing.error() != null) {
      add(Code.RETRY_AT, timing.due(), (long) timing.attempts(), timing.error());
    } else {
      add(Code.ETA, timing.due());
    }
  }

  /** In a sequential channel nothing overtakes, so the first one there holds up all others. */
  private void behind() {
    around
        .firsts()
        .forEach(
            (path, first) -> {
              if (first.id() != job.id()) {
                add(Code.BEHIND, path, first.uuid(), first.name(), first.state());
              }
            });
  }

  /** Every claim and every write locks rows for moments: those are no reason. */
  private void lock() {
    Surroundings.Lock lock = around.lock();
    if (lock == null) {
      return;
    }
    if (lock.pid() == 0) {
      add(Code.LOCKED_UNKNOWN);
    } else if (lock.since() == null) {
      add(Code.LOCKED, (long) lock.pid(), job.now(), text(lock.user()), text(lock.program()));
    } else if (lock.since().isBefore(job.now().minusSeconds(1))) {
      add(Code.LOCKED, (long) lock.pid(), lock.since(), text(lock.user()), text(lock.program()));
    }
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? "?" : value;
  }

  private void turn() {
    if (job.timing().due() != null) {
      return;
    }
    if (around.ahead() >= SurroundingsStore.MOST_AHEAD) {
      add(Code.MANY_FIRST, (long) around.ahead());
    } else if (around.ahead() > 0) {
      add(Code.OTHERS_FIRST, (long) around.ahead());
    } else {
      add(Code.NOTHING);
    }
  }

  private void held() {
    JobFacts.Hold hold = job.hold();
    if (hold == null) {
      return;
    }
    if (!hold.alive()) {
      add(Code.NODE_GONE, hold.node());
    } else if (hold.started() == null) {
      add(Code.CLAIMED, hold.node(), hold.claimed());
    } else {
      add(Code.RUNS, hold.node(), hold.started());
    }
    if (hold.stop() != null) {
      add(Code.STOP_ASKED, text(hold.stop().by()), hold.stop().at());
    }
  }
}
