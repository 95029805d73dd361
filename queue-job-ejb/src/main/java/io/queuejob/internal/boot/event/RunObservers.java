package io.queuejob.internal.boot.event;

import io.queuejob.api.JobRef;
import io.queuejob.api.run.JobDone;
import io.queuejob.api.run.JobRetried;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.watch.RunEvents;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;

/** Fires {@link JobDone} and {@link JobRetried} where somebody observes them. */
public final class RunObservers implements RunEvents {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");
  private static final JobRef ANY = new JobRef(new UUID(0, 0));

  private final BeanManager beans;
  private final boolean done;
  private final boolean retried;

  private RunObservers(BeanManager beans) {
    this.beans = beans;
    this.done = isObserved(beans, new JobDone(ANY, 0, "", "", 1, Duration.ZERO));
    this.retried = isObserved(beans, new JobRetried(ANY, 0, "", "", 1, "", "", Duration.ZERO));
  }

  /** Looks up who observes. */
  public static RunEvents of(BeanManager beans) {
    RunObservers observers = new RunObservers(beans);
    return observers.done || observers.retried ? observers : NONE;
  }

  private static boolean isObserved(BeanManager beans, Object event) {
    return !beans.resolveObserverMethods(event).isEmpty();
  }

  @Override
  public boolean tells(Outcome outcome) {
    return outcome instanceof Outcome.Retry ? retried : done && isDone(outcome);
  }

  private static boolean isDone(Outcome outcome) {
    return outcome instanceof Outcome.Done || outcome instanceof Outcome.NothingToDo;
  }

  @Override
  public void ended(ClaimedJob job, String function, Outcome outcome, Duration run) {
    try {
      beans.getEvent().fire(event(job, function, outcome, run));
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.ERROR,
          "QJ7650 job "
              + job.id()
              + ": an observer of what came of its run raised an exception; that changes nothing"
              + " of the outcome",
          e);
    }
  }

  private static Object event(ClaimedJob job, String function, Outcome outcome, Duration run) {
    JobRef ref = new JobRef(job.uuid());
    String channel = job.channel().text();
    if (outcome instanceof Outcome.Retry retry) {
      return new JobRetried(
          ref,
          job.id(),
          function,
          channel,
          job.attempt(),
          retry.error().className(),
          retry.error().message(),
          retry.delay());
    }
    return new JobDone(ref, job.id(), function, channel, job.attempt(), run);
  }
}
