package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.config.Settings;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.Ears;
import io.queuejob.internal.port.Notifications;
import io.queuejob.internal.port.protocol.Members;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Pulse.Kind;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/** The pulse's thread: joins, beats, rings, recovers others, joins anew when it was recovered. */
public final class PulseLoop implements Runnable, Notifications {
  private static final System.Logger LOG = System.getLogger("io.queuejob.node");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PulseParts parts;
  private final Settings settings;
  private final PulseParts.Node node;
  private final Membership membership;
  final Rhythm rhythm;
  final Recovery recovery;
  final RunPublisher publisher;
  private final Bells bells = new Bells();
  private final ObservedClock clock;
  private Ears.Ear ear;
  private long lockKey;
  private boolean joined;
  private boolean announced;
  private boolean leaving;
  private boolean failing;
  private long refusedShown;
  private int unlockedBeats;
  private int unlockedPid;
  private Members.Sessions shown;
  private volatile int listenerPid;
  private volatile boolean publishSessions;

  /**
   * A pulse that does not beat yet.
   *
   * @param parts what it works with
   * @param settings name, pulse and grace
   * @param node the rest of the node
   * @param clock told of the database's clock
   * @param nanos the monotonic clock
   */
  public PulseLoop(
      PulseParts parts,
      Settings settings,
      PulseParts.Node node,
      ObservedClock clock,
      LongSupplier nanos) {
    this.parts = parts;
    this.settings = settings;
    this.node = node;
    this.clock = clock;
    this.membership = new Membership(settings.runner().grace());
    this.rhythm = new Rhythm(settings.runner().pulse(), nanos);
    this.recovery =
        new Recovery(parts.recovery(), settings.runner().grace(), settings.runner().eviction());
    this.publisher = new RunPublisher(parts, node);
  }

  /** The node's membership. */
  public Membership membership() {
    return membership;
  }

  @Override
  public void run() {
    open();
    while (rhythm.await(recovery, publisher)) {
      turn();
    }
    leave();
    ear.close();
  }

  /** What the loop does whenever something is due. */
  void turn() {
    try {
      step();
      failing = false;
    } catch (RuntimeException | Error e) {
      note(e);
      rhythm.retryLater();
    }
  }

  /** The others need not wait for the grace: what this node holds waits again at once. */
  private void leave() {
    if (!joined || leaving) {
      return;
    }
    try {
      publisher.writeAll(rhythm.now());
      recovery.leave(membership.node());
      bells.changed();
      bells.send(parts.bells());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ5107 node {0} could not give back what it holds, others do after the grace: {1}",
          membership.label(),
          e.getMessage());
    }
  }

  /** Ends the loop and frees the node's lock. */
  public void stop() {
    rhythm.stop();
  }

  void open() {
    lockKey = RANDOM.nextLong();
    joined = false;
    leaving = false;
    ear = parts.ears().open(lockKey, this);
  }

  private void step() {
    if (leaving) {
      rejoinWhenIdle();
    } else if (!joined) {
      join();
    } else {
      work();
    }
  }

  private void join() {
    if (listenerPid == 0) {
      rhythm.retryLater();
      return;
    }
    Settings.Identity who = settings.identity();
    String version = String.valueOf(PulseLoop.class.getPackage().getImplementationVersion());
    Members.Newcomer newcomer =
        new Members.Newcomer(who.nodeName(), who.application(), version, who.version());
    int identity = parts.nodes().join(newcomer, lockKey, settings.runner().maxRunning());
    membership.joined(identity, who.nodeName());
    joined = true;
    announced = false;
    publishSessions = true;
    beat();
  }

  private void work() {
    showSessions();
    if (rhythm.isBeatDue(recovery)) {
      beat();
    }
    bells.send(parts.bells());
    publisher.publishDue(membership.node(), rhythm.now());
  }

  private void showSessions() {
    PulseParts.Account account = node.account();
    Members.Sessions sessions =
        new Members.Sessions(
            listenerPid,
            account.runnerSession(),
            account.workerSessions().stream().sorted().toList());
    if (publishSessions || !sessions.equals(shown)) {
      publishSessions = false;
      parts.nodes().publishSessions(membership.node(), sessions);
      shown = sessions;
    }
  }

  private void beat() {
    long sent = rhythm.beating();
    long slotsVersion = node.slotsVersion();
    long refused = node.account().refused();
    Pulse pulse =
        parts
            .pulses()
            .beat(
                membership.node(),
                node.functions(),
                node.configurationSeen(),
                refused - refusedShown);
    if (pulse.member() != Pulse.Member.GONE) {
      refusedShown = refused;
    }
    clock.observed(pulse.now(), rhythm.now() - sent);
    switch (pulse.member()) {
      case GONE -> lost();
      case UNLOCKED -> unlocked();
      case CONFIRMED -> confirmed(pulse, sent, slotsVersion);
    }
  }

  /** A listener that does not notice that its session is lost is replaced, under the same lock. */
  private void unlocked() {
    unlockedBeats++;
    if (unlockedBeats >= 3 && listenerPid == unlockedPid) {
      LOG.log(
          Level.WARNING,
          "QJ5108 node {0}: its lock is free while its listener waits for messages: the connection"
              + " is cut without a word; listening anew",
          membership.label());
      ear.abandon();
      ear = parts.ears().open(lockKey, this);
      unlockedBeats = 0;
    } else if (unlockedBeats == 1) {
      unlockedPid = listenerPid;
    }
  }

  private void confirmed(Pulse pulse, long sent, long slotsVersion) {
    membership.confirmed(sent);
    unlockedBeats = 0;
    bells.alone(pulse.nodes().alive() == 0);
    if (!announced) {
      announced = true;
      node.joined(membership.label());
    }
    long before = node.configurationSeen();
    try {
      node.pulsed(pulse, slotsVersion);
    } finally { // whatever fails above, the dead are recovered
      boolean recovered = bells.recovered(recovery.observe(pulse.nodes(), sent));
      if (recovered || node.configurationSeen() != before) {
        rhythm.beatNow(); // whoever made the change waits for the answer
      }
    }
  }

  private void lost() {
    LOG.log(
        Level.WARNING,
        "QJ5103 node {0} was recovered by others while it was cut off; its runs are abandoned, and"
            + " it joins as a new node",
        membership.label());
    membership.lost();
    node.lost();
    ear.close();
    listenerPid = 0;
    leaving = true;
  }

  private void rejoinWhenIdle() {
    if (node.running().isEmpty()) {
      open();
    }
    rhythm.retryLater();
  }

  private void note(Throwable e) {
    if (!failing) {
      LOG.log(
          Level.WARNING,
          "QJ5104 the pulse of node {0} failed, trying again: {1}",
          membership.label(),
          e.getMessage());
      LOG.log(Level.DEBUG, "pulse", e);
    }
    failing = true;
  }

  /** Rings for work at other nodes. */
  public void ringOthers(Kind kind) {
    if (bells.work(kind)) {
      rhythm.poke();
    }
  }

  /** Tells other nodes that slots, wishes or requests changed. */
  public void tellOthers() {
    if (bells.changed()) {
      rhythm.poke();
    }
  }

  @Override
  public void work(int functionId, ChannelPath channel) {
    node.rung(new Kind(functionId, channel));
  }

  @Override
  public void changed() {
    rhythm.beatNow();
  }

  @Override
  public void listening(int backendPid) {
    listenerPid = backendPid;
    publishSessions = true;
    rhythm.beatNow();
  }

  @Override
  public void deaf() {
    LOG.log(Level.DEBUG, "the listener is deaf");
  }
}
