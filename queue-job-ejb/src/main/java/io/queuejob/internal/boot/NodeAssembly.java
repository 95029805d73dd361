package io.queuejob.internal.boot;

import io.queuejob.internal.chore.ChoreLoop;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.Ears;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.Notifications;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.DedicatedConnections.Terms;
import io.queuejob.internal.postgres.Listener;
import io.queuejob.internal.runner.Node;
import io.queuejob.internal.runner.NodeConfiguration;
import io.queuejob.internal.runner.pulse.ObservedClock;
import io.queuejob.internal.runner.pulse.PulseParts;
import io.queuejob.internal.runner.pulse.SumPublisher;
import io.queuejob.internal.runner.release.Releases;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Succession;
import io.queuejob.internal.storage.chore.RepairStore;
import io.queuejob.internal.storage.chore.RetentionStore;
import io.queuejob.internal.storage.claim.ClaimStore;
import io.queuejob.internal.storage.claim.PacedStore;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.internal.storage.claim.ReleaseStore;
import io.queuejob.internal.storage.claim.SlotStore;
import io.queuejob.internal.storage.node.NodeStore;
import io.queuejob.internal.storage.node.NotifyStore;
import io.queuejob.internal.storage.node.PulseStore;
import io.queuejob.internal.storage.node.RunStore;
import io.queuejob.internal.storage.sums.SumStore;
import io.queuejob.internal.tally.Adder;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes a node from its parts, with the two sessions that it uses beside the listener's. */
final class NodeAssembly implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");
  private static final int CLAIM_TIMEOUT_MILLIS = 1_000;
  private static final int PULSE_TIMEOUT_MILLIS = 3_000;
  private static final int CHORE_TIMEOUT_MILLIS = 30_000;
  private static final int CHORE_LOCK_TIMEOUT_MILLIS = 5_000;

  /** Less than a beat: whatever is locked by others, the pulse goes on in time. */
  private static final int PULSE_LOCK_TIMEOUT_MILLIS = 750;

  private final DedicatedConnections connections;
  private final Threads threads;
  private final Session pulseSession;
  private final Session claimSession;
  private final Session choreSession;
  private volatile boolean listening;

  /**
   * Clocks and counters.
   *
   * @param database the database's clock
   * @param nanos the monotonic clock
   * @param tally what ended here
   */
  record Measures(ObservedClock database, LongSupplier nanos, Adder tally) {}

  NodeAssembly(DedicatedConnections connections, Threads threads) {
    this.connections = connections;
    this.threads = threads;
    this.pulseSession =
        session(new Terms("pulse", PULSE_TIMEOUT_MILLIS, PULSE_LOCK_TIMEOUT_MILLIS, false));
    this.claimSession = session(new Terms("runner", CLAIM_TIMEOUT_MILLIS, 0, true));
    this.choreSession =
        session(new Terms("chores", CHORE_TIMEOUT_MILLIS, CHORE_LOCK_TIMEOUT_MILLIS, false));
  }

  private Session session(Terms terms) {
    return new Session(
        new Succession(
            new Session.Source() {
              @Override
              public Connection open() throws SQLException {
                return connections.open(terms);
              }

              @Override
              public void giveBack(Connection connection, boolean broken) {
                connections.giveBack(connection, broken);
              }
            }));
  }

  Node node(
      Settings settings,
      NodeConfiguration configuration,
      JobExecution execution,
      Measures measures) {
    PulseParts pulse =
        new PulseParts(
            new NodeStore(pulseSession),
            new PulseStore(pulseSession),
            new NotifyStore(pulseSession),
            new RunStore(pulseSession),
            new RecoveryStore(pulseSession),
            this::listen,
            new SumPublisher(measures.tally(), new SumStore(pulseSession)));
    Node.Parts parts =
        new Node.Parts(
            pulse,
            new ClaimStore(claimSession),
            new PacedStore(claimSession),
            new SlotStore(claimSession),
            new Releases(new ReleaseStore(claimSession)::release),
            configuration,
            execution,
            threads,
            claimSession::backend,
            measures.database(),
            label -> announce(settings, label));
    return new Node(settings, parts, measures.nanos());
  }

  private Ears.Ear listen(long lockKey, Notifications notifications) {
    Listener listener = new Listener(connections, noted(notifications), lockKey);
    threads.start("queue-job listener", listener);
    return new Ears.Ear() {
      @Override
      public void close() {
        listening = false;
        listener.stop();
      }

      @Override
      public void abandon() {
        listening = false;
        listener.abandon();
      }
    };
  }

  /** Whether the node hears now. */
  boolean isListening() {
    return listening;
  }

  private Notifications noted(Notifications told) {
    return new Notifications() {
      @Override
      public void work(int functionId, ChannelPath channel) {
        told.work(functionId, channel);
      }

      @Override
      public void changed() {
        told.changed();
      }

      @Override
      public void listening(int backendPid) {
        listening = true;
        told.listening(backendPid);
      }

      @Override
      public void deaf() {
        listening = false;
        told.deaf();
      }
    };
  }

  /** Chores of all nodes, on a session that it borrows while it has work. */
  ChoreLoop chores(Settings.Around around, Supplier<String> node) {
    RetentionStore store = new RetentionStore(choreSession);
    RepairStore repair = new RepairStore(choreSession);
    SumStore sums = new SumStore(choreSession);
    return new ChoreLoop(
        () ->
            store.step(
                new RetentionStore.Terms(
                    around.retentionInterval(), around.retentionFailedDays(), node.get(), null)),
        () -> {
          sums.forget();
          return repair.repair(node.get());
        },
        choreSession::close,
        around.retentionInterval());
  }

  /** The pulse's session, for what the pulse's thread reads now and then. */
  Session pulseSession() {
    return pulseSession;
  }

  private static void announce(Settings settings, String label) {
    LOG.log(Level.INFO, "listening on notification channel {0}", Listener.CHANNEL);
    LOG.log(
        Level.INFO,
        "ready for data source {0} as node {1}",
        settings.database().dataSource(),
        label);
  }

  @Override
  public void close() {
    pulseSession.close();
    claimSession.close();
  }
}
