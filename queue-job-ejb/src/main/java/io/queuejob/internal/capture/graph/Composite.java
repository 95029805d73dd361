package io.queuejob.internal.capture.graph;

import io.queuejob.api.JobGraph;
import io.queuejob.internal.graph.Part;
import java.util.Arrays;
import java.util.List;

/** A chain or a group: nothing is left of it but what it begins and ends with. */
final class Composite implements GraphPart {
  private Part<RecordedDelayable<?>> part;
  private boolean emptySplit;

  Composite(Part<RecordedDelayable<?>> part, boolean emptySplit) {
    this.part = part;
    this.emptySplit = emptySplit;
  }

  @Override
  public Part<RecordedDelayable<?>> part() {
    return part;
  }

  @Override
  public boolean isEmptySplit() {
    return emptySplit;
  }

  /** What is to follow nothing takes its place. */
  @Override
  public JobGraph onDone(JobGraph... children) {
    if (emptySplit) {
      part = Part.group(GraphPart.parts(Arrays.asList(children)));
      emptySplit = part.isEmpty();
    } else {
      GraphPart.connect(part, Arrays.asList(children));
    }
    return this;
  }

  @Override
  public Result delay() {
    if (emptySplit) {
      return new Result(List.of());
    }
    if (part.isEmpty()) {
      throw Messages.emptyGroup();
    }
    return part.heads().get(0).value().delayed(part);
  }
}
