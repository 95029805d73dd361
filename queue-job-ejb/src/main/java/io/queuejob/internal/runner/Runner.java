package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.pulse.Membership;
import io.queuejob.internal.runner.release.Releases;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** The runner's thread: claims what may start here, and returns what cannot. */
final class Runner implements Runnable {
  /** How long a claimed job may wait for its start before it goes back. */
  static final Duration LOOK_AHEAD = Duration.ofMillis(300);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration STALE_CHECK = Duration.ofMillis(100);

  private final Parts parts;
  private final Membership membership;
  private final LongSupplier nanos;
  private final Mail mail;
  private final ClaimRound round;
  private final List<ClaimedJob> returning = new ArrayList<>();
  private boolean failing;

  /**
   * What the runner works with.
   *
   * @param dispatcher runs claimed jobs
   * @param backlog kinds of work that may wait
   * @param book this node's claims
   * @param claims taking and putting back
   * @param slots borrowing and giving back
   * @param paced claiming in turn
   * @param releases dependents of what ended here
   * @param node wider effects
   */
  record Parts(
      Dispatcher dispatcher,
      Backlog backlog,
      ClaimBook book,
      Claims claims,
      SlotRound slots,
      PacedRound paced,
      Releases releases,
      Effects node) {}

  /** What the runner causes outside itself. */
  interface Effects {
    /** Others should look at slots and wishes. */
    void tellOthers();

    /** Jobs wait that did not before, here or elsewhere. */
    void ring(int functionId, ChannelPath channel);

    /** Work of this kind waits again. */
    void ringOthers(Kind kind);
  }

  Runner(Parts parts, Membership membership, LongSupplier nanos) {
    this.parts = parts;
    this.membership = membership;
    this.nanos = nanos;
    this.mail = new Mail(nanos);
    this.round = new ClaimRound(parts.dispatcher(), parts.backlog(), parts.book(), parts.claims());
  }

  /** Something changed: look again. */
  void wake() {
    mail.wake();
  }

  /** Slots may have changed at other nodes: look again, at borrowings that failed too. */
  void slotsChanged() {
    mail.slotsChanged();
  }

  void stop() {
    mail.stop();
  }

  @Override
  public void run() {
    while (mail.await(nextWait())) {
      turn();
    }
  }

  Mail mail() {
    return mail;
  }

  /** What the loop does whenever it was woken or its wait is over. */
  void turn() {
    try {
      step();
      failing = false;
    } catch (RuntimeException | Error e) {
      if (!failing) {
        Log.LOG.log(
            Level.WARNING,
            "QJ5003 claiming at node {0} failed, trying again: {1}",
            membership.label(),
            e.getMessage());
        Log.LOG.log(Level.DEBUG, "claiming", e);
      }
      failing = true;
    }
  }

  /** How long the loop waits if nobody wakes it. */
  Duration nextWait() {
    if (failing || !returning().isEmpty()) {
      return STALE_CHECK;
    }
    boolean busy = parts.dispatcher().inspect(inside -> !inside.queued().isEmpty());
    if (busy) {
      return STALE_CHECK;
    }
    boolean contended =
        parts.dispatcher().inspect(i -> i.slots().all().stream().anyMatch(s -> s.isContended()));
    boolean waiting = !parts.backlog().isEmpty();
    return waiting || contended ? SlotRound.PATIENCE : LONGEST_WAIT;
  }

  private void step() {
    long now = nanos.getAsLong();
    if (!membership.isConfirmed(now)) {
      return;
    }
    if (mail.takeSlotsChanged()) {
      parts.slots().forgetFailures();
      parts.paced().lookAgain();
    }
    parts.slots().settle();
    release();
    returnDoubtful();
    putBack(parts.dispatcher().takeOlder(LOOK_AHEAD));
    returnAll();
    List<Kind> kinds = parts.backlog().kinds();
    int node = membership.node();
    boolean tell = false;
    if (!kinds.isEmpty()) {
      List<Kind> ready = parts.paced().ready(kinds, now);
      tell = parts.slots().borrow(node, ready, now);
      parts.paced().claim(node, kinds, now);
      claimAll(node);
      parts.paced().claimLeft(node, parts.backlog().kinds(), now);
    }
    parts.dispatcher().startWorkers();
    kinds = parts.paced().ready(parts.backlog().kinds(), now);
    Set<ChannelPath> hungry = parts.slots().hungry(kinds, now);
    putBack(parts.slots().takeStranded(hungry, returning(), now));
    returnAll();
    if (parts.slots().giveBack(node, hungry, returning(), now) || tell) {
      parts.node().tellOthers();
    }
  }

  /** What waited for jobs that ended is claimed in the same turn. */
  private void release() {
    parts.releases().release().forEach(k -> parts.node().ring(k.functionId(), k.channel()));
  }

  private void claimAll(int node) {
    List<Kind> kinds = parts.paced().free(parts.backlog().kinds());
    while (!kinds.isEmpty()
        && membership.isConfirmed(nanos.getAsLong())
        && round.claim(node, kinds, nanos.getAsLong())) {
      kinds = parts.paced().free(parts.backlog().kinds());
    }
  }

  private void returnDoubtful() {
    for (long token : parts.book().doubtful()) {
      parts.claims().returnClaim(token);
      parts.book().returned(token);
      Log.LOG.log(
          Level.INFO, "QJ5004 put claim {0} back, whose reply was lost", Long.toHexString(token));
    }
  }

  /**
   * Jobs that this node holds and does not run are to wait again: kept here until the database has
   * answered, for they are in no queue meanwhile. Any thread.
   */
  void putBack(List<ClaimedJob> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    synchronized (returning) {
      returning.addAll(jobs);
    }
    wake();
  }

  private List<ClaimedJob> returning() {
    synchronized (returning) {
      return List.copyOf(returning);
    }
  }

  /** The node lost all that it held. */
  void forgetReturning() {
    synchronized (returning) {
      returning.clear();
    }
  }

  /** Puts back what is kept for it; after an error it is all kept. */
  void returnAll() {
    List<ClaimedJob> jobs = returning();
    if (jobs.isEmpty()) {
      return;
    }
    parts.claims().putBack(jobs);
    synchronized (returning) {
      returning.removeAll(jobs);
    }
    Set<Kind> kinds = new HashSet<>();
    for (ClaimedJob job : jobs) {
      parts.book().settled(job);
      kinds.add(new Kind(job.functionId(), job.channel()));
    }
    for (Kind kind : kinds) {
      parts.backlog().ring(kind, nanos.getAsLong());
      parts.node().ringOthers(kind);
    }
  }
}
