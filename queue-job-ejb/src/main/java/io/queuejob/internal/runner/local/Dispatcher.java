package io.queuejob.internal.runner.local;

import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Hands claimed jobs to workers: in order, each with a slot of every limited channel on its path,
 * none while the membership is in doubt. A worker that ends a job takes the next one itself.
 */
public final class Dispatcher {
  private static final System.Logger LOG = System.getLogger("io.queuejob.runner");

  private final Surroundings around;
  private final Surroundings.Standing membership;
  private final int maxRunning;
  private final Slots slots = new Slots();
  private final ClaimedQueue queue = new ClaimedQueue();
  private final StartedJobs started = new StartedJobs();
  private final RunTimes runTimes = new RunTimes();
  private ChannelTree tree = new ChannelTree(List.of());
  private int wakeBelow;

  /**
   * A dispatcher without jobs.
   *
   * @param around what it works with
   * @param membership whether jobs may start, and be held
   * @param maxRunning most jobs at once on this node
   */
  public Dispatcher(Surroundings around, Surroundings.Standing membership, int maxRunning) {
    this.around = around;
    this.membership = membership;
    this.maxRunning = maxRunning;
  }

  /** Works upon tree, slots and queue under the dispatcher's lock. */
  public synchronized <T> T inspect(Function<Inside, T> view) {
    return view.apply(new Inside(tree, slots, queue.counts(), List.copyOf(started.running())));
  }

  /**
   * The inside at one moment.
   *
   * @param tree channels in force
   * @param slots what is held and used; may be changed
   * @param queued how many are claimed and not started, by kind
   * @param running what runs
   */
  public record Inside(
      ChannelTree tree, Slots slots, Map<Kind, Integer> queued, List<RunningJob> running) {}

  /** Known run times. */
  public RunTimes runTimes() {
    return runTimes;
  }

  public int maxRunning() {
    return maxRunning;
  }

  /** Takes new channels into force. */
  public synchronized void reconfigure(ChannelTree channels) {
    tree = channels;
    for (RunningJob run : started.running()) {
      Slots.free(run.slots());
      run.use(slots.along(tree.branch(run.job().channel())));
      Slots.use(run.slots());
    }
  }

  /**
   * Adds claimed jobs and starts workers for those that may start. A claim that is answered after
   * its identity was lost is for those who recover it.
   */
  public void offer(List<ClaimedJob> jobs, int wakeWhenFewer) {
    List<ClaimedJob> strange = new ArrayList<>();
    synchronized (this) {
      long now = around.nanos().getAsLong();
      for (ClaimedJob job : jobs) {
        if (membership.holds(job.token())) {
          queue.add(job, now);
        } else {
          strange.add(job);
        }
      }
      wakeBelow = wakeWhenFewer;
    }
    strange.forEach(around.events()::unsettled);
    startWorkers();
  }

  /** Tells once when so few or fewer wait for their start; an empty queue is always told. */
  public synchronized void tellWhenFewer(int jobs) {
    wakeBelow = jobs;
  }

  /** Starts workers while jobs may start. */
  public void startWorkers() {
    for (RunningJob next = next(null, false); next != null; next = next(null, false)) {
      RunningJob first = next;
      String executor = executorOf(first);
      try {
        around.threads().execute(executor, new Worker(this, around, first, executor));
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "QJ5001 executor {0} takes no more work, job {1} waits: {2}",
            executor == null ? "of the engine" : executor,
            String.valueOf(first.job().id()),
            e.getMessage());
        unstart(first);
        return;
      }
    }
  }

  private synchronized String executorOf(RunningJob run) {
    return tree.executor(run.job().channel());
  }

  /** A job has run: takes up the next one that an executor's worker may run. */
  RunningJob endedAndNext(RunningJob run, String executor) {
    runTimes.ran(run.job().functionId(), around.nanos().getAsLong() - run.startedNanos());
    return takeNext(executor, () -> leave(run));
  }

  /** Takes up the next job that an executor's worker may run. */
  RunningJob takeNext(String executor, Runnable first) {
    RunningJob next;
    boolean room;
    synchronized (this) {
      first.run();
      next = next(executor, true);
      room = next == null || takeRoom();
    }
    if (room) {
      around.events().room();
    }
    return next;
  }

  private boolean takeRoom() {
    boolean room = queue.size() <= wakeBelow;
    if (room) {
      wakeBelow = -1;
    }
    return room;
  }

  private void leave(RunningJob run) {
    started.end(run);
    if (started.running().isEmpty()) {
      notifyAll();
    }
  }

  /**
   * A job whose call returned waits for the commit that it shares: the next takes its place and its
   * slots. Null if the first that may start is not one that may join.
   */
  RunningJob nextBeside(RunningJob run, String executor, Predicate<ClaimedQueue.Entry> mayJoin) {
    RunningJob next;
    boolean room;
    synchronized (this) {
      started.giveWay(run);
      next = next(executor, true, mayJoin);
      if (next == null) {
        started.stay(run);
      }
      room = next != null && takeRoom();
    }
    if (room) {
      around.events().room();
    }
    return next;
  }

  /**
   * A shared transaction is over. If its jobs are to run apart, those wait again in their order
   * that nobody wants cancelled and that were not lost.
   *
   * @return the jobs that do not wait again
   */
  List<RunningJob> endShared(List<RunningJob> shared, boolean apart) {
    long now = around.nanos().getAsLong();
    List<RunningJob> over = new ArrayList<>();
    synchronized (this) {
      for (RunningJob run : shared) {
        if (apart && !run.cancelRequested() && membership.holds(run.job().token())) {
          queue.add(run.job(), now, true);
        } else {
          over.add(run);
        }
      }
      shared.subList(0, shared.size() - 1).forEach(started::forget);
      leave(shared.get(shared.size() - 1));
    }
    if (!apart) {
      int function = shared.get(0).job().functionId();
      runTimes.ran(function, (now - shared.get(0).startedNanos()) / shared.size());
    }
    return over;
  }

  private synchronized RunningJob next(String executor, boolean sameExecutor) {
    return next(executor, sameExecutor, entry -> true);
  }

  private RunningJob next(
      String executor, boolean sameExecutor, Predicate<ClaimedQueue.Entry> wanted) {
    long now = around.nanos().getAsLong();
    if (started.running().size() >= maxRunning || !membership.mayStart(now)) {
      return null;
    }
    ClaimedQueue.Entry entry =
        queue.poll(
            head -> {
              ChannelTree.Branch path = tree.branch(head.channel());
              return (!sameExecutor || Objects.equals(executor, path.executor()))
                  && !path.halted()
                  && Slots.canStart(slots.along(path), now)
                  && RunningJob.mayRunBeside(started.running(), head);
            },
            wanted);
    if (entry == null) {
      return null;
    }
    List<Slots.Slot> path = slots.along(tree.branch(entry.job().channel()));
    RunningJob run = new RunningJob(entry, around.nanos(), path);
    started.start(run);
    return run;
  }

  private synchronized void unstart(RunningJob run) {
    leave(run);
    queue.add(run.job(), around.nanos().getAsLong(), run.apart());
  }

  /** Takes jobs out of the queue that have waited longer than an age. */
  public synchronized List<ClaimedJob> takeOlder(Duration age) {
    long before = around.nanos().getAsLong() - age.toNanos();
    return queue.take(entry -> entry.sinceNanos() - before < 0);
  }

  /** Takes all jobs of these channels out of the queue. */
  public synchronized List<ClaimedJob> takeQueued(Predicate<ChannelPath> channels) {
    return queue.take(entry -> channels.test(entry.job().channel()));
  }

  /**
   * Somebody wants jobs cancelled: takes those not started out of the queue, asks those that run.
   *
   * @param tokens tokens by job
   */
  public synchronized List<ClaimedJob> cancel(Map<Long, Long> tokens) {
    started.requestCancel(tokens);
    return queue.take(e -> Objects.equals(tokens.get(e.job().id()), e.job().token()));
  }

  /** The node lost all that it held: forgets what waits, abandons what runs. */
  public synchronized void abandon() {
    queue.take(entry -> true);
    slots.clear();
    started.abandon();
  }

  /** Looks at what has started, under the dispatcher's lock. */
  public synchronized <T> T started(Function<StartedJobs, T> view) {
    return view.apply(started);
  }

  /** What runs now. */
  public synchronized List<RunningJob> running() {
    return List.copyOf(started.running());
  }

  /** Waits until nothing runs, at most so long; returns what still runs. */
  public synchronized List<RunningJob> awaitIdle(Duration most) throws InterruptedException {
    long deadline = around.nanos().getAsLong() + most.toNanos();
    while (!started.running().isEmpty()) {
      long left = (deadline - around.nanos().getAsLong()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return List.copyOf(started.running());
  }
}
