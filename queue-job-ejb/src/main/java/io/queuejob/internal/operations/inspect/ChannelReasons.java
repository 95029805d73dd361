package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.job.WaitReason.Code;
import io.queuejob.internal.storage.inspect.ChannelFacts;
import java.util.ArrayList;
import java.util.List;

/** What one channel on a job's path has against its start. */
final class ChannelReasons {
  private ChannelReasons() {}

  static List<WaitReason> of(ChannelFacts channel) {
    List<WaitReason> reasons = new ArrayList<>();
    String path = channel.path();
    if (channel.paused() != null) {
      reasons.add(paused(path, channel.paused()));
    }
    Integer capacity = channel.slots().capacity();
    if (capacity != null && capacity == 0) {
      reasons.add(WaitReason.of(Code.NO_CAPACITY, path));
    } else if (capacity != null && channel.slots().used() >= capacity) {
      reasons.add(full(channel, capacity));
    }
    if (channel.nextThrottled() != null) {
      reasons.add(WaitReason.of(Code.THROTTLED, path, channel.nextThrottled()));
    }
    if (channel.rate() != null) {
      ChannelFacts.Rate rate = channel.rate();
      reasons.add(WaitReason.of(Code.RATE, path, rate.jobs(), rate.millis(), rate.next()));
    }
    return reasons;
  }

  private static WaitReason paused(String path, ChannelFacts.Pause pause) {
    return pause.by() == null || pause.since() == null
        ? WaitReason.of(Code.PAUSED_UNKNOWN, path)
        : WaitReason.of(Code.PAUSED, path, pause.by(), pause.since());
  }

  private static WaitReason full(ChannelFacts channel, int capacity) {
    String holders = String.join(", ", channel.slots().holders());
    return WaitReason.of(
        Code.CAPACITY,
        channel.path(),
        (long) channel.slots().used(),
        (long) capacity,
        holders.isEmpty() ? "?" : holders);
  }
}
