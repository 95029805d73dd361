package io.queuejob.internal.capture.graph;

import io.queuejob.api.Delayable;
import io.queuejob.api.JobGraph;
import io.queuejob.api.JobRef;
import io.queuejob.api.call.BeanCall;
import io.queuejob.internal.capture.option.Options;
import io.queuejob.internal.graph.Part;
import io.queuejob.internal.graph.Vertex;
import io.queuejob.internal.job.JobRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call of a graph, with what is known of its job. */
final class RecordedDelayable<T> extends Options<Delayable<T>> implements Delayable<T>, GraphPart {

  private final Recording<T> recording;
  private final GraphDelay engine;
  private final Forgetting.Mark mark;
  private final boolean inline;
  private final Part<RecordedDelayable<?>> part = Part.of(new Vertex<>(this));
  private final Set<RecordedDelayable<?>> storedParents = new HashSet<>();
  private Recorded call;
  private String suffix = "";
  private boolean split;
  private JobRef job;

  RecordedDelayable(Recording<T> recording, GraphDelay engine) {
    this.recording = recording;
    this.engine = engine;
    this.inline = engine.isInline();
    this.mark = new Forgetting.Mark(recording.bean());
    engine.forgetting().watch(this, mark);
  }

  @Override
  protected Delayable<T> self() {
    return this;
  }

  @Override
  public Delayable<T> call(BeanCall<T> named) {
    refuseDelayed("another call is named");
    become(recording.record(named));
    return this;
  }

  private void become(Recorded recorded) {
    call = recorded;
    mark.describe(recorded.text());
  }

  private void refuseDelayed(String wish) {
    if (job != null) {
      throw Messages.alreadyDelayed(this, wish);
    } else if (split) {
      throw Messages.alreadySplit(this);
    }
  }

  @Override
  public Part<RecordedDelayable<?>> part() {
    return part;
  }

  @Override
  public boolean isEmptySplit() {
    return false;
  }

  @Override
  public Delayable<T> onDone(JobGraph... children) {
    GraphPart.connect(part, Arrays.asList(children));
    return this;
  }

  @Override
  public Result delay() {
    return delayed(part);
  }

  Result delayed(Part<RecordedDelayable<?>> all) {
    return engine.delay(all);
  }

  @Override
  public JobGraph split(int size) {
    return split(size, false);
  }

  @Override
  public JobGraph split(int size, boolean chain) {
    return cut(Optional.empty(), size, chain);
  }

  @Override
  public JobGraph split(int argument, int size, boolean chain) {
    return cut(Optional.of(argument), size, chain);
  }

  private JobGraph cut(Optional<Integer> argument, int size, boolean chain) {
    if (call == null) {
      throw Messages.noCall(this, "split");
    }
    refuseDelayed("it is split");
    List<Object[]> pieces = new Splitting(this, call).cut(argument, size);
    List<JobGraph> parts = new ArrayList<>();
    for (Object[] arguments : pieces) {
      RecordedDelayable<T> piece = new RecordedDelayable<>(recording, engine);
      piece.like(this);
      piece.become(recording.with(call, arguments));
      piece.suffix = " (split " + (parts.size() + 1) + "/" + pieces.size() + ")";
      piece.becomePart(piece.suffix);
      parts.add(piece);
    }
    split = true;
    mark.settle();
    if (parts.isEmpty()) {
      return new Composite(Part.group(List.of()), true);
    }
    return chain ? JobGraph.chain(parts) : JobGraph.group(parts);
  }

  @Override
  public Optional<JobRef> ref() {
    return Optional.ofNullable(job);
  }

  GraphDelay engine() {
    return engine;
  }

  /** Whether an edge from there is stored already. */
  boolean isStoredBelow(RecordedDelayable<?> parent) {
    return storedParents.contains(parent);
  }

  void storedBelow(RecordedDelayable<?> parent) {
    storedParents.add(parent);
  }

  /** What is to be stored of it. */
  JobRequest request() {
    return recording.request(call(), this, suffix);
  }

  /** The call that is to be delayed. */
  Recorded call() {
    if (call == null) {
      throw Messages.noCall(this, "it is delayed");
    } else if (split) {
      throw Messages.alreadySplit(this);
    }
    return call;
  }

  /** Whether it was made where calls run at once; then its whole graph does (S-GR-17). */
  boolean isInline() {
    return inline;
  }

  /** It has a job now; null if it was looked at and is to have none. */
  void stored(JobRef ref) {
    job = ref;
    mark.settle();
  }

  /** The transaction was rolled back that stored it, so it was never delayed. */
  void rolledBack() {
    job = null;
    orderRolledBack();
  }

  /** The transaction was rolled back that let it wait for others; its job may be older. */
  void orderRolledBack() {
    storedParents.clear();
  }

  @Override
  public String toString() {
    return call == null ? recording.bean() : call.text();
  }
}
