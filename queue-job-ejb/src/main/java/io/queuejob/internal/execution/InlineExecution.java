package io.queuejob.internal.execution;

import io.queuejob.api.JobRef;
import io.queuejob.api.inline.InlineJobs;
import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.capture.inline.InlineRunner;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.Transactions;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls that run at once. {@code JobContext} is active in them: it has the reference that the
 * caller gets, number 0, attempt 1 and node {@code inline}; nobody can ask them to stop.
 */
public final class InlineExecution implements InlineRunner {
  private static final RunControl CONTROL = new Unasked();

  private final boolean always;
  private final Transactions transactions;
  private final Duration timeout;
  private final Crossing context;
  private final CurrentJob.Place place;

  /**
   * Inline runs.
   *
   * @param always whether they are on for all threads
   * @param transactions of this place
   * @param timeout of the transaction of a call that finds none
   * @param context what a job would be given of its caller
   * @param dataSource JNDI name of the data source that a job would be stored in
   */
  public InlineExecution(
      boolean always,
      Transactions transactions,
      Duration timeout,
      Crossing context,
      String dataSource) {
    this.always = always;
    this.transactions = transactions;
    this.timeout = timeout;
    this.context = context;
    this.place = new CurrentJob.Place("inline", dataSource);
  }

  @Override
  public boolean isOn() {
    return always || InlineJobs.isOpen();
  }

  @Override
  public Object run(JobRef ref, DelayedFunction function, Object[] arguments) {
    Runnable endCarried = context.show();
    Runnable endJob = CurrentJob.within(job(ref), CONTROL, place, this::afterCommit);
    try {
      return transactions.isActive()
          ? call(function, arguments)
          : transactions.inNew(timeout, () -> call(function, arguments));
    } catch (Exception raised) {
      return InlineExecution.<RuntimeException>raise(raised);
    } finally {
      endJob.run();
      endCarried.run();
    }
  }

  private void afterCommit(Runnable action) {
    transactions.afterCommit(() -> AfterCommit.guarded(action));
  }

  private static Object call(DelayedFunction function, Object[] arguments) {
    try {
      return function
          .instances()
          .use(bean -> Invoker.call(function.method(), bean, arguments.clone()));
    } catch (Throwable raised) {
      return InlineExecution.<RuntimeException>raise(raised);
    } finally {
      CurrentInvocation.clear();
    }
  }

  /** Raises what the method raised, for the caller called a method that may raise it. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Object raise(Throwable raised) throws E {
    throw (E) raised;
  }

  private static ClaimedJob job(JobRef ref) {
    return new ClaimedJob(
        0,
        ref.uuid(),
        0,
        0,
        ChannelPath.ROOT,
        new ClaimedJob.Order(10, Instant.EPOCH, 0),
        Instant.EPOCH,
        new ClaimedJob.Counters(0, 1, 0, 0),
        0,
        false,
        new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
  }

  /** Nobody knows of it but its caller. */
  private static final class Unasked implements RunControl {
    @Override
    public boolean cancelRequested() {
      return false;
    }

    @Override
    public boolean timedOut() {
      return false;
    }

    @Override
    public void report(Progress progress) {}

    @Override
    public void report(String line) {}

    @Override
    public boolean isAbandoned() {
      return false;
    }

    @Override
    public void shown() {}

    @Override
    public boolean awaitAbandoned(Duration most) {
      return true;
    }
  }
}
