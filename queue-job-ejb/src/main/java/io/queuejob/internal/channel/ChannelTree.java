package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The channels in force, immutable. A channel that is not named is without limit of its own below
 * its nearest named ancestor, whose limit holds (S-CH-20); root has capacity 1 unless named.
 */
public final class ChannelTree {
  private final Map<ChannelPath, ChannelSpec> specs = new TreeMap<>();

  /** The tree of these channels. */
  public ChannelTree(Collection<ChannelSpec> channels) {
    specs.put(ChannelPath.ROOT, new ChannelSpec(ChannelPath.ROOT, 1, false, null));
    channels.forEach(spec -> specs.put(spec.path(), spec));
  }

  /** All named channels, parents before children. */
  public Collection<ChannelSpec> specs() {
    return List.copyOf(specs.values());
  }

  /** The limited channels on a path, root first. */
  public List<ChannelSpec> limits(ChannelPath path) {
    List<ChannelSpec> limits = new ArrayList<>();
    for (ChannelPath at : path.fromRoot()) {
      ChannelSpec spec = specs.get(at);
      if (spec != null && spec.capacity() != null) {
        limits.add(spec);
      }
    }
    return limits;
  }

  /** Whether a channel on the path is halted, so that nothing may start there. */
  public boolean isHalted(ChannelPath path) {
    return path.fromRoot().stream().map(specs::get).anyMatch(s -> s != null && s.isHalted());
  }

  /** JNDI name of the executor for a path: that of the nearest channel that names one, or null. */
  public String executor(ChannelPath path) {
    String executor = null;
    for (ChannelPath at : path.fromRoot()) {
      ChannelSpec spec = specs.get(at);
      if (spec != null && spec.executor() != null) {
        executor = spec.executor();
      }
    }
    return executor;
  }
}
