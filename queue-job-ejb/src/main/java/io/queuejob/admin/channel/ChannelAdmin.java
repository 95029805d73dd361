package io.queuejob.admin.channel;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.reach.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reading and changing channels; the implementation is injected: {@code @Inject ChannelAdmin
 * channels}. What is changed is in force at all nodes within a second, and in the audit.
 *
 * <p>Options are texts by the keys of a channel string: {@code capacity} ({@code *} for no limit),
 * {@code paused}, {@code sequential}, {@code throttle} (seconds), {@code rate} (jobs/seconds),
 * {@code capacity_default}, {@code sequential_default}, {@code max_waiting}, {@code
 * retention_days}.
 */
public interface ChannelAdmin {

  /**
   * All channels, parents before children, with those that have jobs and no limits of their own.
   */
  List<ChannelStatus> channels();

  /** One channel; empty if nothing is known of it. */
  Optional<ChannelStatus> channel(String path);

  /**
   * Changes options of a channel.
   *
   * @param path full path
   * @param options new texts by key; null or blank takes an option away, keys left out stay
   * @param version of the {@link ChannelStatus} that the change was made upon; null for whatever
   *     there is now
   * @param actor who asks for it
   * @throws io.queuejob.api.error.ConfigurationException if an option cannot be used, with
   *     expected, found and cure; nothing is written then
   * @throws IllegalArgumentException QJ7081 if there is no option of that key
   */
  CommandResult change(String path, Map<String, String> options, String version, String actor);

  /** Pauses a channel and all below it, or lets them go on. */
  CommandResult pause(String path, boolean paused, String actor);

  /** Takes back what people changed: what the nodes are told is in force again. */
  CommandResult reset(String path, String actor);

  /**
   * Adds a channel.
   *
   * @param path with or without leading {@code root}
   * @param options texts by key; without {@code capacity} it is 1
   * @throws io.queuejob.api.error.ConfigurationException if an option cannot be used
   * @throws IllegalArgumentException QJ7081 or QJ7083 if key or path cannot be used
   */
  CommandResult add(String path, Map<String, String> options, String actor);

  /** Removes a channel that no node is told of, when no job waits, runs or failed in it. */
  CommandResult remove(String path, String actor);

  /**
   * The same for somebody who may act in some channels only; a change of another one raises {@link
   * io.queuejob.admin.reach.OutOfReachException}.
   */
  ChannelAdmin within(Reach reach);

  /**
   * The same for somebody who may see some channels only, each with all below it; those above are
   * left out. {@link #within} of what it returns limits commands further.
   */
  default ChannelAdmin seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
