package io.queuejob.testing;

import io.queuejob.api.JobRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is in the trap, in the order of the calls. */
final class TrappedJobs {

  private final List<TrappedJob> jobs = new ArrayList<>();

  synchronized void add(TrappedJob job) {
    jobs.add(job);
  }

  synchronized List<TrappedJob> all() {
    return List.copyOf(jobs);
  }

  /** All of them; none is left. */
  synchronized List<TrappedJob> takeAll() {
    List<TrappedJob> taken = List.copyOf(jobs);
    jobs.clear();
    return taken;
  }

  synchronized Optional<TrappedJob> find(JobRef ref) {
    return jobs.stream().filter(job -> job.ref().equals(ref)).findFirst();
  }

  /** Whether it was there. */
  synchronized boolean remove(JobRef ref) {
    return jobs.removeIf(job -> job.ref().equals(ref));
  }

  /** By priority, then in the order of the calls. */
  static List<TrappedJob> inOrder(List<TrappedJob> jobs) {
    return jobs.stream().sorted(Comparator.comparingInt(TrappedJob::priority)).toList();
  }
}
