package io.queuejob.internal.runner;

import io.queuejob.internal.job.ClaimedJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The claims of this node: tokens, and how many jobs of each are not settled. */
final class ClaimBook {
  private final Map<Long, Integer> open = new HashMap<>();
  private final List<Long> over = new ArrayList<>();
  private final List<Long> doubtful = new ArrayList<>();
  private final Set<Long> asked = new HashSet<>();
  private long next;

  /** A token never used before: the node's identity, which never comes again, and a count. */
  synchronized long newToken(int node) {
    long token = ((long) node << 32) | ++next;
    asked.add(token);
    return token;
  }

  /** The claim was answered with these jobs. */
  synchronized void taken(long token, List<ClaimedJob> jobs) {
    asked.remove(token);
    for (ClaimedJob job : jobs) {
      open.merge(job.token(), 1, Integer::sum);
    }
  }

  synchronized void settled(ClaimedJob job) {
    Integer left = open.computeIfPresent(job.token(), (token, n) -> n == 1 ? null : n - 1);
    if (left == null) {
      over.add(job.token());
    }
  }

  /** Whether jobs of the claim may be held here. */
  synchronized boolean isOpen(long token) {
    return open.containsKey(token) || asked.contains(token) || doubtful.contains(token);
  }

  /** Tokens of claims with nothing left; each is handed out once. */
  synchronized List<Long> drainOver() {
    List<Long> drained = List.copyOf(over);
    over.clear();
    return drained;
  }

  /** The reply to a claim was lost: whether it took anything is not known. */
  synchronized void doubtful(long token, List<Long> notRemoved) {
    asked.remove(token);
    doubtful.add(token);
    over.addAll(notRemoved);
  }

  /** Tokens of claims whose replies were lost. */
  synchronized List<Long> doubtful() {
    return List.copyOf(doubtful);
  }

  /** The doubtful claim was put back as a whole. */
  synchronized void returned(long token) {
    doubtful.remove(token);
  }

  synchronized void clear() {
    doubtful.clear();
    asked.clear();
    open.clear();
    over.clear();
  }
}
