package io.queuejob.internal.capture.graph;

import io.queuejob.api.JobGraph;
import io.queuejob.internal.graph.GraphFault;
import io.queuejob.internal.graph.Part;
import java.util.List;

/** The engine's chains and groups. */
public final class GraphComposer implements JobGraph.Composer {

  @Override
  public JobGraph chain(List<JobGraph> graphs) {
    if (graphs.isEmpty()) {
      throw Messages.emptyChain();
    }
    List<Part<RecordedDelayable<?>>> parts = GraphPart.parts(graphs);
    try {
      return parts.isEmpty() ? group(graphs) : new Composite(Part.chain(parts), false);
    } catch (GraphFault fault) {
      throw Messages.of(fault);
    }
  }

  @Override
  public JobGraph group(List<JobGraph> graphs) {
    List<Part<RecordedDelayable<?>>> parts = GraphPart.parts(graphs);
    return new Composite(Part.group(parts), parts.isEmpty() && !graphs.isEmpty());
  }
}
