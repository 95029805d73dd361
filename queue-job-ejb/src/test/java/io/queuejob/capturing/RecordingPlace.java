package io.queuejob.capturing;

import io.queuejob.api.JobGraph;
import io.queuejob.internal.capture.CapturePorts;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.capture.related.RelatedActions;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.execution.InlineExecution;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.port.Transactions;
import io.queuejob.spi.ContextPropagator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Transactions, store and bell that write down what happens, in order. */
final class RecordingPlace implements Transactions, JobStore, GraphStore {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final List<String> steps = new ArrayList<>();
  final List<JobRequest> stored = new ArrayList<>();
  final List<GraphRequest> graphs = new ArrayList<>();
  private final List<Consumer<Boolean>> afterEnd = new ArrayList<>();
  CallAttributes attributes = CallAttributes.NONE;
  private boolean active;
  private boolean marked;
  private boolean outside;

  /** What the application itself carries over. */
  private record Desk() implements ContextPropagator {
    @Override
    public String name() {
      return "desk";
    }

    @Override
    public String capture() {
      return "desk 3";
    }

    @Override
    public Cleaner restore(String text) {
      throw new AssertionError("it is set already");
    }
  }

  CapturePorts ports() {
    return new CapturePorts(
        this,
        this,
        this,
        this::numberOf,
        this::ring,
        () -> NOW,
        () -> "ann",
        CapturePorts.Context.NONE,
        new InlineExecution(
            false,
            this,
            Duration.ofMinutes(1),
            new Crossing(List.of(new Desk()), () -> "ann"),
            "jdbc/test"),
        RelatedActions.NONE,
        attributes);
  }

  private int numberOf(String function) {
    steps.add("number");
    return 7;
  }

  private void ring(int functionId, ChannelPath channel) {
    steps.add("ring " + functionId + " " + channel);
  }

  JobRequest only() {
    if (stored.size() != 1) {
      throw new AssertionError("expected one job, found " + stored);
    }
    return stored.get(0);
  }

  /** As a server does that gives a connection outside of the transaction. */
  void giveConnectionsOutside() {
    outside = true;
  }

  @Override
  public StoredJob store(JobRequest request, int functionId) {
    if (outside) {
      throw new IllegalStateException("outside");
    }
    steps.add("store");
    stored.add(request);
    return new StoredJob(stored.size(), request.uuid(), true);
  }

  @Override
  public void begin(Duration timeout) {
    active = true;
    steps.add("begin");
  }

  @Override
  public void commit() {
    active = false;
    steps.add("commit");
    end(true);
  }

  @Override
  public void rollback() {
    active = false;
    steps.add("rollback");
    end(false);
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public boolean isMarkedForRollback() {
    return marked;
  }

  @Override
  public void markForRollback() {
    marked = true;
  }

  @Override
  public void afterEnd(Consumer<Boolean> action) {
    afterEnd.add(action);
  }

  private void end(boolean committed) {
    List<Consumer<Boolean>> actions = List.copyOf(afterEnd);
    afterEnd.clear();
    actions.forEach(action -> action.accept(committed));
  }

  /** As a store that is empty: each is new, and waits if it has a parent. */
  @Override
  public StoredGraph store(GraphRequest request) {
    steps.add("store graph");
    graphs.add(request);
    List<StoredGraph.Member> members = new ArrayList<>();
    for (int i = 0; i < request.entries().size(); i++) {
      int place = i;
      GraphRequest.Entry entry = request.entries().get(i);
      boolean waits = request.edges().stream().anyMatch(edge -> edge.child() == place);
      if (entry.job() != null) {
        stored.add(entry.job());
      }
      members.add(
          entry.job() == null
              ? new StoredGraph.Member(JobGraph.Fate.KNOWN, entry.known(), !waits)
              : new StoredGraph.Member(JobGraph.Fate.CREATED, entry.job().uuid(), !waits));
    }
    return new StoredGraph(members);
  }

  @Override
  public <T> T inNew(Duration timeout, Work<T> work) throws Exception {
    begin(timeout);
    try {
      T result = work.run();
      commit();
      return result;
    } catch (Exception e) {
      rollback();
      throw e;
    }
  }
}
