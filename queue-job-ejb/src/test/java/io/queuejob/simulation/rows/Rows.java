package io.queuejob.simulation.rows;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.config.ChannelStore.ChannelRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** All tables as they are committed, with the locks that transactions in flight hold. */
public final class Rows {
  public final Map<Long, JobRow> jobs = new TreeMap<>();
  public final Map<Long, ClaimRow> claims = new TreeMap<>();
  public final Map<Integer, NodeRow> nodes = new TreeMap<>();
  public final Map<Integer, ChannelLine> channels = new TreeMap<>();
  public final Map<Long, RunRow> runs = new TreeMap<>();

  /** Keys of advisory locks that sessions hold. */
  public final Set<Long> advisoryLocks = new HashSet<>();

  public final Twin twin;
  final LongSupplier now;
  long configuration = 1;

  /** One batch of claimed jobs. */
  public record ClaimRow(long token, int node, List<Long> jobs) {}

  /** A published run, by job; a newer claim's takes the place of an older one's. */
  public static final class RunRow {
    public final long token;
    public final int node;
    boolean started;
    boolean cancelRequested;

    RunRow(long token, int node) {
      this.token = token;
      this.node = node;
    }
  }

  public Rows(Twin twin, LongSupplier now) {
    this.twin = twin;
    this.now = now;
  }

  public void addChannel(String path, int capacity) {
    int id = channels.size() + 1;
    channels.put(id, new ChannelLine(id, new ChannelPath(path), capacity));
  }

  public List<ChannelRow> channelRows() {
    return channels.values().stream()
        .sorted((a, b) -> a.path.compareTo(b.path))
        .map(ChannelLine::row)
        .toList();
  }

  /** A person changes a channel. */
  public void change(int channel, int capacity, boolean paused) {
    channels.get(channel).change(capacity, paused, now.getAsLong());
    configuration++;
  }

  /** Whether a node's row is alive; false too if there is none. */
  public boolean isAlive(int node) {
    NodeRow row = nodes.get(node);
    return row != null && row.alive;
  }

  /** A person cancels a job: at once if nobody holds it, else by a request to its node. */
  public void cancel(long id) {
    JobRow job = jobs.get(id);
    if (job == null || job.lock != null) {
      return;
    }
    if (job.state == JobRow.State.PENDING) {
      job.state = JobRow.State.CANCELLED;
      job.waits = false;
      job.due = -1;
    } else if (job.state == JobRow.State.ENQUEUED) {
      ClaimRow claim = claims.get(job.token);
      RunRow run = runs.get(id);
      if (run == null || run.token != job.token) {
        run = new RunRow(job.token, claim.node());
        runs.put(id, run);
      }
      run.cancelRequested = true;
    }
  }

  /** Whether jobs of a subtree's channel count there. */
  public static boolean isWithin(JobRow job, ChannelLine channel) {
    return job.channel.isWithin(channel.path);
  }
}
