package io.queuejob.internal.capture;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.Delayable;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.call.CancelResult;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.graph.Recording;
import io.queuejob.internal.capture.standin.StandIns;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The {@link JobQueue} that applications inject. Safe for use by many threads. */
public final class DelayQueue implements JobQueue {

  private final BeanCatalog beans;
  private final StandIns standIns;
  private final Supplier<Target> target;
  private final Function<String, Target> named;

  /**
   * Where calls go, and where jobs are looked up.
   *
   * @param capture stores calls in one database
   * @param lookup finds jobs in the same one
   */
  public record Target(Capture capture, JobLookup lookup) {}

  /** A queue for the beans of a catalog, upon one database. */
  public DelayQueue(BeanCatalog beans, Capture capture, JobLookup lookup) {
    this(beans, new StandIns(), only(new Target(capture, lookup)), DelayQueue::nowhere);
  }

  /**
   * A queue for the beans of a catalog, upon several databases.
   *
   * @param target where calls of the current thread go
   * @param named where calls go that name a data source
   */
  public DelayQueue(BeanCatalog beans, Supplier<Target> target, Function<String, Target> named) {
    this(beans, new StandIns(), target, named);
  }

  private DelayQueue(
      BeanCatalog beans,
      StandIns standIns,
      Supplier<Target> target,
      Function<String, Target> named) {
    this.beans = beans;
    this.standIns = standIns;
    this.target = target;
    this.named = named;
  }

  private static Supplier<Target> only(Target one) {
    return () -> one;
  }

  private static Target nowhere(String dataSource) {
    throw new UnsupportedOperationException("expected one database, found a call for another");
  }

  /** The name is looked up for each call: what serves it may be replaced in between. */
  @Override
  public JobQueue on(String dataSource) {
    Objects.requireNonNull(dataSource, "dataSource");
    return new DelayQueue(beans, standIns, () -> named.apply(dataSource), named);
  }

  @Override
  public <T> DelayOptions<T> withDelay(Class<T> type) {
    Capture capture = target.get().capture();
    return new RecordedOptions<>(recording(type, capture), capture);
  }

  @Override
  public <T> Delayable<T> delayable(Class<T> type) {
    Capture capture = target.get().capture();
    return capture.graphs().delayable(recording(type, capture));
  }

  private <T> Recording<T> recording(Class<T> type, Capture capture) {
    List<RegisteredBean> candidates = beans.ofType(Objects.requireNonNull(type, "bean"));
    return switch (candidates.size()) {
      case 0 -> throw Messages.unknownBean(type);
      case 1 -> new BeanRecording<>(type, candidates.get(0), standIns, capture);
      default -> throw Messages.ambiguousBean(type, candidates);
    };
  }

  @Override
  public Optional<JobInfo> find(JobRef ref) {
    Objects.requireNonNull(ref, "ref");
    return target.get().lookup().find().apply(ref);
  }

  @Override
  public CancelResult cancel(JobRef ref, boolean dependents) {
    Objects.requireNonNull(ref, "ref");
    return target.get().lookup().cancel().apply(ref, dependents);
  }

  @Override
  public Optional<JobInfo> await(JobRef ref, Duration most) {
    Objects.requireNonNull(ref, "ref");
    return target.get().lookup().await().apply(ref, Objects.requireNonNull(most, "most"));
  }
}
