package io.queuejob.internal.execution;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.context.Carried;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.storage.run.ParentStore;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** The job that runs on the current thread, as the application sees it. */
public final class CurrentJob implements JobContext {
  private static final ThreadLocal<Bound> BOUND = new ThreadLocal<>();

  /** Data source of a job whose run is over while what follows it is done. */
  private static final ThreadLocal<String> FOLLOWED = new ThreadLocal<>();

  private final LongFunction<List<ParentStore.Row>> parents;
  private final ArgumentCodec codec;

  /**
   * Where a job runs.
   *
   * @param node its name, for people
   * @param dataSource JNDI name of the data source that has the job
   */
  record Place(String node, String dataSource) {}

  private record Bound(
      ClaimedJob job, RunControl control, Place place, Consumer<Runnable> afterCommit) {}

  /** One that knows no parents. */
  public CurrentJob() {
    this(job -> List.of(), null);
  }

  /**
   * One that knows parents.
   *
   * @param parents reads those of a job, by its number
   * @param codec reads their results
   */
  public CurrentJob(LongFunction<List<ParentStore.Row>> parents, ArgumentCodec codec) {
    this.parents = parents;
    this.codec = codec;
  }

  private record DoneParent(ParentStore.Row row, ArgumentCodec codec) implements Parent {
    @Override
    public JobRef ref() {
      return new JobRef(row.uuid());
    }

    @Override
    public String function() {
      return row.function();
    }

    @Override
    public String description() {
      return row.description();
    }

    @Override
    public String result() {
      return row.result();
    }

    @Override
    public <T> Optional<T> value(Class<T> type) {
      return codec.decodeResult(row.result(), type, row.secret());
    }

    /** May be written to a log, so without what is secret. */
    @Override
    public String toString() {
      return row.function() + " " + row.uuid();
    }
  }

  static void bind(ClaimedJob job, RunControl control, Place place) {
    BOUND.set(new Bound(job, control, place, action -> AfterCommit.add(job, action)));
  }

  /**
   * Binds a job that runs at once inside of whatever runs; the result puts that back.
   *
   * @param afterCommit has something done after the commit of the transaction that it runs in
   */
  static Runnable within(
      ClaimedJob job, RunControl control, Place place, Consumer<Runnable> afterCommit) {
    Bound outer = BOUND.get();
    BOUND.set(new Bound(job, control, place, afterCommit));
    return () -> {
      if (outer == null) {
        unbind();
      } else {
        BOUND.set(outer);
      }
    };
  }

  static void unbind() {
    BOUND.set(null); // not removed: that costs a native call, and the next job sets it again
  }

  /**
   * Data source of the job that runs on this thread, or whose run is followed by something there;
   * null outside of jobs.
   */
  public static String dataSourceOfThread() {
    Bound bound = BOUND.get();
    return bound == null ? FOLLOWED.get() : bound.place().dataSource();
  }

  /** Lets calls of what follows a run belong to the job's data source; the result ends that. */
  static Runnable following(String dataSource) {
    FOLLOWED.set(dataSource);
    return () -> FOLLOWED.set(null);
  }

  private static Bound bound() {
    Bound bound = BOUND.get();
    if (bound == null) {
      throw new IllegalStateException(
          "QJ4001 expected a job to run on this thread, found none: JobContext has values only"
              + " while the engine runs a job; ask isActive() first");
    }
    return bound;
  }

  @Override
  public boolean isActive() {
    return BOUND.get() != null;
  }

  @Override
  public JobRef ref() {
    return new JobRef(bound().job().uuid());
  }

  @Override
  public long id() {
    return bound().job().id();
  }

  @Override
  public int attempt() {
    return bound().job().attempt();
  }

  @Override
  public String node() {
    return bound().place().node();
  }

  @Override
  public String dataSource() {
    return bound().place().dataSource();
  }

  @Override
  public boolean cancelRequested() {
    return bound().control().cancelRequested();
  }

  @Override
  public void progress(long done, long of, String text) {
    bound().control().report(new RunControl.Progress(done, of, text));
  }

  @Override
  public void log(String line) {
    bound().control().report(line);
  }

  @Override
  public void afterCommit(Runnable action) {
    bound().afterCommit().accept(Objects.requireNonNull(action, "action"));
  }

  @Override
  public List<Parent> parents() {
    ClaimedJob job = bound().job();
    if (!job.inGraph()) {
      return List.of();
    }
    return parents.apply(job.id()).stream().<Parent>map(row -> new DoneParent(row, codec)).toList();
  }

  @Override
  public Locale locale() {
    String tag = carried("locale");
    return tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
  }

  @Override
  public ZoneId zone() {
    String id = carried("zone");
    return id == null ? ZoneId.systemDefault() : ZoneId.of(id);
  }

  @Override
  public String caller() {
    return carried(Crossing.CALLER);
  }

  @Override
  public String carried(String propagator) {
    bound();
    return Carried.get(propagator);
  }
}
