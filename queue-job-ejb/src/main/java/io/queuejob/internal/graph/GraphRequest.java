package io.queuejob.internal.graph;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Jobs that are to be stored together, and who waits for whom.
 *
 * @param entries parents before their children
 * @param edges those that are not stored yet, by places in the entries
 */
public record GraphRequest(List<Entry> entries, List<Plan.Edge> edges) {
  public GraphRequest {
    entries = List.copyOf(entries);
    edges = List.copyOf(edges);
  }

  /** Channels of the new jobs that wait for no other of this request, one for each. */
  public List<ChannelPath> startingChannels() {
    Set<Integer> children = edges.stream().map(Plan.Edge::child).collect(Collectors.toSet());
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).job() != null && !children.contains(i))
        .mapToObj(i -> entries.get(i).job().channel())
        .toList();
  }

  /**
   * One of them: a job that was stored before, or one to store.
   *
   * @param known uuid of the job that was stored before; null for one to store
   * @param job what is to be stored; null for one that was stored before
   * @param functionId number of its function; 0 for one that was stored before
   */
  public record Entry(UUID known, JobRequest job, int functionId) {
    public Entry {
      if ((known == null) == (job == null)) {
        throw new IllegalArgumentException("expected either a known job or a new one");
      }
    }

    /** A job that was stored before. */
    public static Entry known(UUID uuid) {
      return new Entry(Objects.requireNonNull(uuid, "uuid"), null, 0);
    }

    /** A job to store. */
    public static Entry of(JobRequest job, int functionId) {
      return new Entry(null, Objects.requireNonNull(job, "job"), functionId);
    }
  }
}
