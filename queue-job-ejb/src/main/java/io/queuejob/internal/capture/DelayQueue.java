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

/** The {@link JobQueue} that applications inject. Safe for use by many threads. */
public final class DelayQueue implements JobQueue {

  private final BeanCatalog beans;
  private final Capture capture;
  private final JobLookup lookup;
  private final StandIns standIns = new StandIns();

  /** A queue for the beans of a catalog. */
  public DelayQueue(BeanCatalog beans, Capture capture, JobLookup lookup) {
    this.beans = beans;
    this.capture = capture;
    this.lookup = lookup;
  }

  @Override
  public <T> DelayOptions<T> withDelay(Class<T> type) {
    return new RecordedOptions<>(recording(type), capture);
  }

  @Override
  public <T> Delayable<T> delayable(Class<T> type) {
    return capture.graphs().delayable(recording(type));
  }

  private <T> Recording<T> recording(Class<T> type) {
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
    return lookup.find().apply(ref);
  }

  @Override
  public CancelResult cancel(JobRef ref, boolean dependents) {
    Objects.requireNonNull(ref, "ref");
    return lookup.cancel().apply(ref, dependents);
  }

  @Override
  public Optional<JobInfo> await(JobRef ref, Duration most) {
    Objects.requireNonNull(ref, "ref");
    return lookup.await().apply(ref, Objects.requireNonNull(most, "most"));
  }
}
