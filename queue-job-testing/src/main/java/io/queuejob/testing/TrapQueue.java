package io.queuejob.testing;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.Delayable;
import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.call.BeanCall;
import io.queuejob.api.call.CancelResult;
import io.queuejob.api.call.IdentityKey;
import io.queuejob.spi.CallRecorder;
import io.queuejob.testing.support.GivenEta;
import io.queuejob.testing.support.GivenEta.Eta;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The queue that leads into the trap. */
final class TrapQueue implements JobQueue {

  private final CallRecorder recorder;
  private final GivenEta given;
  private final TrappedJobs jobs;

  TrapQueue(CallRecorder recorder, GivenEta given, TrappedJobs jobs) {
    this.recorder = recorder;
    this.given = given;
    this.jobs = jobs;
  }

  /** A trap has one database: jobs of all data sources are in it. */
  @Override
  public JobQueue on(String dataSource) {
    Objects.requireNonNull(dataSource, "dataSource");
    return this;
  }

  @Override
  public <T> DelayOptions<T> withDelay(Class<T> bean) {
    return new Options<>(recorder.withDelay(bean), given);
  }

  @Override
  public <T> Delayable<T> delayable(Class<T> bean) {
    return jobs.made(recorder.delayable(bean));
  }

  /** Nothing runs by itself in a trap, so what has not ended is not waited for. */
  @Override
  public Optional<JobInfo> await(JobRef ref, Duration most) {
    return find(ref)
        .filter(job -> job.state() != JobState.PENDING)
        .filter(job -> job.state() != JobState.WAIT_DEPENDENCIES);
  }

  @Override
  public Optional<JobInfo> find(JobRef ref) {
    return jobs.find(Objects.requireNonNull(ref, "ref")).map(job -> job.info(seen(job)));
  }

  @Override
  public CancelResult cancel(JobRef ref, boolean dependents) {
    return jobs.cancel(Objects.requireNonNull(ref, "ref"), dependents)
        ? CancelResult.CANCELLED
        : CancelResult.TOO_LATE;
  }

  private JobState seen(TrappedJob job) {
    boolean waits = job.state() == JobState.PENDING && !jobs.isReleased(job);
    return waits ? JobState.WAIT_DEPENDENCIES : job.state();
  }

  /** The engine's own options; only the eta is remembered beside them, as it was given. */
  private static final class Options<T> implements DelayOptions<T> {

    private final DelayOptions<T> engines;
    private final GivenEta given;
    private Eta eta = Eta.NONE;

    Options(DelayOptions<T> engines, GivenEta given) {
      this.engines = engines;
      this.given = given;
    }

    @Override
    public DelayOptions<T> priority(int priority) {
      engines.priority(priority);
      return this;
    }

    @Override
    public DelayOptions<T> eta(Duration delay) {
      engines.eta(delay);
      eta = new Eta(delay, null);
      return this;
    }

    @Override
    public DelayOptions<T> eta(Instant instant) {
      engines.eta(instant);
      eta = new Eta(null, instant);
      return this;
    }

    @Override
    public DelayOptions<T> maxRetries(int attempts) {
      engines.maxRetries(attempts);
      return this;
    }

    @Override
    public DelayOptions<T> description(String text) {
      engines.description(text);
      return this;
    }

    @Override
    public DelayOptions<T> channel(String path) {
      engines.channel(path);
      return this;
    }

    @Override
    public DelayOptions<T> identityKey(String key) {
      engines.identityKey(key);
      return this;
    }

    @Override
    public DelayOptions<T> identityKey(IdentityKey key) {
      engines.identityKey(key);
      return this;
    }

    @Override
    public DelayOptions<T> identityScope(IdentityScope scope) {
      engines.identityScope(scope);
      return this;
    }

    @Override
    public DelayOptions<T> set(Map<String, ?> options) {
      engines.set(options);
      if (options.containsKey("eta")) {
        eta = Eta.of(options.get("eta"));
      }
      return this;
    }

    @Override
    public JobRef call(BeanCall<T> call) {
      return given.during(eta, () -> engines.call(call));
    }
  }
}
