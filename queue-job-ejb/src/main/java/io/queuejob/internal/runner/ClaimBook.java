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
  private final Set<Long> unknownBefore = new HashSet<>();
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
    Integer held = open.get(job.token());
    if (held == null) {
      return; // of an identity that was lost: its claims are for those who recover it
    }
    if (held == 1) {
      open.remove(job.token());
      over.add(job.token());
    } else {
      open.put(job.token(), held - 1);
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

  /** They could not be removed: to be handed out again. */
  synchronized void stillOver(List<Long> tokens) {
    over.addAll(tokens);
  }

  /**
   * Compares with what the database says that this node holds. A claim that is not known here over
   * two pulses came about after all, late: doubtful.
   *
   * @param inDatabase tokens of this node's claims
   */
  synchronized void reconcile(Set<Long> inDatabase) {
    Set<Long> unknown = new HashSet<>(inDatabase);
    unknown.removeIf(token -> isOpen(token) || over.contains(token));
    for (long token : unknown) {
      if (unknownBefore.contains(token)) {
        doubtful.add(token);
      }
    }
    unknownBefore.clear();
    unknownBefore.addAll(unknown);
  }

  /** Tokens of claims whose replies were lost. */
  synchronized List<Long> doubtful() {
    return List.copyOf(doubtful);
  }

  /** The doubtful claim was put back as a whole. */
  synchronized void returned(long token) {
    doubtful.remove((Long) token);
  }

  synchronized void clear() {
    doubtful.clear();
    asked.clear();
    open.clear();
    over.clear();
    unknownBefore.clear();
  }
}
