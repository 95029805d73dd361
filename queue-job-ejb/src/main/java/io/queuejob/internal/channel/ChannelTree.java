package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The channels in force, immutable. A channel that is not named is without limit of its own below
 * its nearest named ancestor, whose limit holds (S-CH-20); root has capacity 1 unless named.
 */
public final class ChannelTree {
  private static final int MOST_KNOWN = 10_000;

  private final Map<ChannelPath, ChannelSpec> specs = new TreeMap<>();
  private final Map<ChannelPath, Branch> known = new ConcurrentHashMap<>();

  /**
   * What holds on one path; worked out once, for it is asked for every job.
   *
   * @param limits the limited channels, root first
   * @param halted whether a channel on the path is halted, so that nothing may start there
   * @param executor JNDI name given by the nearest channel that names one, or null
   * @param paced the channels that are sequential, throttled or rated, root first
   * @param missing the channels to be made on first use, parents before children
   */
  public record Branch(
      List<ChannelSpec> limits,
      boolean halted,
      String executor,
      List<ChannelSpec> paced,
      List<ChannelSpec> missing) {}

  /** The tree of these channels. */
  public ChannelTree(Collection<ChannelSpec> channels) {
    specs.put(ChannelPath.ROOT, new ChannelSpec(ChannelPath.ROOT, 1, false, null, Pace.NONE));
    channels.forEach(spec -> specs.put(spec.path(), spec));
  }

  /** All named channels, parents before children. */
  public Collection<ChannelSpec> specs() {
    return List.copyOf(specs.values());
  }

  /** The limited channels on a path, root first. */
  public List<ChannelSpec> limits(ChannelPath path) {
    return branch(path).limits();
  }

  /** Whether a channel on the path is halted, so that nothing may start there. */
  public boolean isHalted(ChannelPath path) {
    return branch(path).halted();
  }

  /** JNDI name of the executor for a path: that of the nearest channel that names one, or null. */
  public String executor(ChannelPath path) {
    return branch(path).executor();
  }

  /** The channels on a path that are sequential, throttled or rated, root first. */
  public List<ChannelSpec> paced(ChannelPath path) {
    return branch(path).paced();
  }

  /** Whether the jobs of a channel run in order, one at a time. */
  public boolean isSequential(ChannelPath path) {
    return paced(path).stream().anyMatch(spec -> spec.pace().sequential());
  }

  /**
   * The channels on a path that are to be made on first use, parents before children: those not
   * named, below one that gives its sub-channels limits (S-CH-05). Until they are, nothing starts
   * there.
   */
  public List<ChannelSpec> missing(ChannelPath path) {
    return branch(path).missing();
  }

  /** Limits of what may wait on a path, root first. */
  public List<ChannelSpec> waitingLimits(ChannelPath path) {
    return path.fromRoot().stream()
        .map(specs::get)
        .filter(spec -> spec != null && spec.bounds().maxWaiting() != null)
        .toList();
  }

  /** What holds on a path; the same object each time, for a tree that is not too large. */
  public Branch branch(ChannelPath path) {
    Branch branch = known.get(path);
    if (branch == null) {
      branch = workOut(path);
      if (known.size() < MOST_KNOWN) {
        known.put(path, branch);
      }
    }
    return branch;
  }

  private Branch workOut(ChannelPath path) {
    List<ChannelSpec> limits = new ArrayList<>();
    List<ChannelSpec> paced = new ArrayList<>();
    List<ChannelSpec> missing = new ArrayList<>();
    Bounds shape = Bounds.NONE;
    boolean halted = false;
    String executor = null;
    for (ChannelPath at : path.fromRoot()) {
      ChannelSpec spec = specs.get(at);
      if (spec != null) {
        if (spec.capacity() != null) {
          limits.add(spec);
        }
        if (!spec.pace().equals(Pace.NONE)) {
          paced.add(spec);
        }
        halted |= spec.isHalted();
        executor = spec.executor() == null ? executor : spec.executor();
        shape = spec.bounds().shapesSubChannels() ? spec.bounds() : shape;
      } else if (shape.shapesSubChannels()) {
        missing.add(shape.subChannel(at));
      }
    }
    return new Branch(
        List.copyOf(limits),
        halted || !missing.isEmpty(),
        executor,
        List.copyOf(paced),
        List.copyOf(missing));
  }
}
