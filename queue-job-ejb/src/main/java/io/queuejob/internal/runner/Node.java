package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ClaimPlan;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.Doorbell;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.port.protocol.Borrowing;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.local.RunningJob;
import io.queuejob.internal.runner.local.StartedJobs;
import io.queuejob.internal.runner.local.Surroundings;
import io.queuejob.internal.runner.pulse.ObservedClock;
import io.queuejob.internal.runner.pulse.PulseLoop;
import io.queuejob.internal.runner.pulse.PulseParts;
import io.queuejob.internal.runner.release.Releases;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** One node: its pulse, its runner and its dispatcher, started and stopped together. */
public final class Node implements PulseParts.Node, Surroundings.Events, Doorbell, Runner.Effects {
  private final Settings settings;
  private final Parts parts;
  private final LongSupplier nanos;
  final Dispatcher dispatcher;
  private final Backlog backlog = new Backlog();
  private final ClaimBook book = new ClaimBook();
  final PulseLoop pulse;
  private final SlotRound slots;
  private final Cancels cancels;
  final Runner runner;
  private final CountDownLatch ended = new CountDownLatch(2);
  private volatile boolean stopping;
  private boolean draining;

  /**
   * What a node works with.
   *
   * @param pulse stores of the pulse's session
   * @param claims store of the runner's session
   * @param paced store of the runner's session
   * @param slots store of the runner's session
   * @param releases dependents of what ended here
   * @param configuration channels and functions
   * @param execution runs jobs
   * @param threads where all runs
   * @param runnerSession backend of the runner's session
   * @param clock told of the database's clock
   * @param onJoined told the node's name whenever it became a member
   */
  public record Parts(
      PulseParts pulse,
      Claims claims,
      PacedClaims paced,
      Borrowing slots,
      Releases releases,
      NodeConfiguration configuration,
      JobExecution execution,
      Threads threads,
      IntSupplier runnerSession,
      ObservedClock clock,
      Consumer<String> onJoined) {}

  /** A node that is not started. */
  public Node(Settings settings, Parts parts, LongSupplier nanos) {
    this.settings = settings;
    this.parts = parts;
    this.nanos = nanos;
    this.pulse = new PulseLoop(parts.pulse(), settings, this, parts.clock(), nanos);
    this.dispatcher =
        new Dispatcher(
            new Surroundings(parts.execution(), parts.threads(), nanos, this),
            Surroundings.Standing.of(
                now -> !stopping && pulse.membership().isConfirmed(now),
                token -> pulse.membership().holds(token)),
            settings.runner().maxRunning());
    this.cancels = new Cancels(dispatcher, book, parts, this);
    this.slots = new SlotRound(dispatcher, backlog, parts.slots(), parts.claims());
    PacedRound paced =
        new PacedRound(
            dispatcher,
            backlog,
            book,
            new PacedRound.Stores(parts.claims(), parts.paced()),
            () -> parts.configuration().view().runnable().keySet());
    this.runner =
        new Runner(
            new Runner.Parts(
                dispatcher, backlog, book, parts.claims(), slots, paced, parts.releases(), this),
            pulse.membership(),
            nanos);
  }

  /** Starts pulse and runner. */
  public void start() {
    configure(parts.configuration().view());
    parts.threads().start("queue-job pulse", () -> runAndCount(pulse));
    parts.threads().start("queue-job runner", () -> runAndCount(runner));
  }

  private void runAndCount(Runnable loop) {
    try {
      loop.run();
    } finally {
      ended.countDown();
    }
  }

  /** Name of the node as people see it. */
  public String label() {
    return pulse.membership().label();
  }

  /**
   * Stops in order: claims nothing more, returns what did not start, waits for what runs,
   * interrupts the rest. What is still held then is put back by others.
   */
  public void stop() {
    stopping = true;
    runner.stop();
    try {
      runner.putBack(dispatcher.takeQueued(path -> true));
      runner.returnAll();
      List<RunningJob> left = dispatcher.awaitIdle(settings.runner().shutdownTimeout());
      left.forEach(RunningJob::abandon);
      if (!left.isEmpty()) {
        Log.LOG.log(
            Level.WARNING,
            "QJ5005 {0} jobs still ran when the node stopped; they run again elsewhere",
            String.valueOf(left.size()));
      }
    } catch (RuntimeException e) {
      Log.LOG.log(Level.WARNING, "QJ5006 the node did not stop in order: {0}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      endLoops();
    }
  }

  private void endLoops() {
    pulse.stop();
    try {
      if (!ended.await(5, TimeUnit.SECONDS)) {
        Log.LOG.log(Level.WARNING, "QJ5007 a loop of the node did not end within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void configure(NodeConfiguration.View read) {
    NodeConfiguration.View view = draining ? read.halted() : read;
    backlog.shut(draining);
    dispatcher.inspect(
        inside -> {
          inside.slots().reconfigure(view.rows());
          return null;
        });
    dispatcher.reconfigure(view.tree());
    runner.putBack(dispatcher.takeQueued(view.tree()::isHalted));
  }

  @Override
  public List<Integer> functions() {
    return List.copyOf(parts.configuration().view().runnable().keySet());
  }

  @Override
  public long configurationSeen() {
    return parts.configuration().view().version();
  }

  @Override
  public long slotsVersion() {
    return slots.version();
  }

  @Override
  public PulseParts.Account account() {
    return new PulseParts.Account(
        parts.execution().refused(),
        parts.runnerSession().getAsInt(),
        parts.execution().sessions());
  }

  @Override
  public void joined(String label) {
    parts.onJoined().accept(label);
  }

  @Override
  public void pulsed(Pulse seen, long slotsVersion) {
    if (seen.draining() != draining) {
      draining = seen.draining();
      configure(parts.configuration().view());
    }
    if (seen.configuration() != configurationSeen()) {
      configure(parts.configuration().reload(seen.configuration()));
    }
    parts.configuration().prepare(seen.work().stream().map(Pulse.Kind::channel).toList());
    seen.work().forEach(this::rung);
    dispatcher.inspect(
        inside -> {
          inside.slots().contended(seen.contended());
          if (slotsVersion % 2 == 0 && slots.version() == slotsVersion) {
            inside.slots().correct(seen.holdings().slots());
          }
          return null;
        });
    cancels.answer(seen.cancels());
    book.reconcile(seen.holdings().claims());
    boolean left = parts.releases().leftOver(seen.releases());
    if (left || draining || !backlog.isEmpty() || !seen.contended().isEmpty()) {
      runner.slotsChanged();
    }
    List<Long> over = book.drainOver();
    try {
      if (!over.isEmpty()) {
        parts.pulse().runs().forgetClaims(over);
      }
    } catch (RuntimeException e) {
      book.stillOver(over);
      throw e;
    }
  }

  @Override
  public void lost() {
    slots.lost();
    dispatcher.abandon();
    runner.forgetReturning();
    book.clear();
    backlog.clear();
  }

  @Override
  public void rung(Pulse.Kind kind) {
    if (parts.configuration().view().runnable().containsKey(kind.functionId())) {
      backlog.ring(new ClaimPlan.Kind(kind.functionId(), kind.channel()), nanos.getAsLong());
      runner.wake();
    }
  }

  @Override
  public void ring(int functionId, ChannelPath channel) {
    Pulse.Kind kind = new Pulse.Kind(functionId, channel);
    rung(kind);
    pulse.ringOthers(kind);
  }

  @Override
  public void ringOthers(ClaimPlan.Kind kind) {
    pulse.ringOthers(new Pulse.Kind(kind.functionId(), kind.channel()));
  }

  @Override
  public void tellOthers() {
    pulse.tellOthers();
  }

  @Override
  public List<RunningJob> running() {
    return dispatcher.running();
  }

  @Override
  public <T> T started(Function<StartedJobs, T> view) {
    return dispatcher.started(view);
  }

  @Override
  public void settled(ClaimedJob job) {
    book.settled(job);
    if (parts.releases().ended(job)) {
      runner.wake();
    }
  }

  @Override
  public void unsettled(ClaimedJob job) {
    runner.putBack(List.of(job));
  }

  @Override
  public void room() {
    runner.wake();
  }
}
