package io.queuejob.internal.capture.graph;

import io.queuejob.api.JobGraph;
import io.queuejob.internal.graph.GraphFault;
import io.queuejob.internal.graph.Part;
import java.util.ArrayList;
import java.util.List;

/** What the engine knows of a part, whatever its kind. */
sealed interface GraphPart extends JobGraph permits RecordedDelayable, Composite {

  /** What it begins and ends with. */
  Part<RecordedDelayable<?>> part();

  /** Whether it is what an empty argument was split into: nothing, and no mistake. */
  boolean isEmptySplit();

  /** The engine's view of parts; what splits to nothing is left out. */
  static List<Part<RecordedDelayable<?>>> parts(List<? extends JobGraph> graphs) {
    List<Part<RecordedDelayable<?>>> parts = new ArrayList<>();
    for (JobGraph graph : graphs) {
      if (!(graph instanceof GraphPart part)) {
        throw Messages.foreignPart(graph);
      }
      if (!part.isEmptySplit()) {
        parts.add(part.part());
      }
    }
    return parts;
  }

  /** Lets parts wait for a part. */
  static void connect(Part<RecordedDelayable<?>> parent, List<JobGraph> children) {
    try {
      parent.before(parts(children));
    } catch (GraphFault fault) {
      throw Messages.of(fault);
    }
  }
}
