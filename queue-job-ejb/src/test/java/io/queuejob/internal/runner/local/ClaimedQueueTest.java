package io.queuejob.internal.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Claimed jobs leave in order, however they came. */
class ClaimedQueueTest {
  private static final ChannelPath MAIL = ChannelPath.of("mail");

  private final ClaimedQueue queue = new ClaimedQueue();

  private static ClaimedJob job(long id, int priority, ChannelPath channel) {
    return new ClaimedJob(
        id,
        new UUID(0, id),
        7,
        1,
        channel,
        new ClaimedJob.Order(priority, Instant.EPOCH.plusSeconds(id), id),
        Instant.EPOCH,
        new ClaimedJob.Counters(0, 5, 0, 0),
        0,
        false,
        new JobRequest.Payload("{}", null));
  }

  private List<Long> pollAll() {
    List<Long> ids = new ArrayList<>();
    for (ClaimedJob job = queue.poll(p -> true); job != null; job = queue.poll(p -> true)) {
      ids.add(job.id());
    }
    return ids;
  }

  @Test
  void an_urgent_job_overtakes_what_was_claimed_ahead() {
    queue.add(job(1, 10, ChannelPath.ROOT), 0);
    queue.add(job(2, 10, ChannelPath.ROOT), 0);
    queue.add(job(3, 5, ChannelPath.ROOT), 0);
    queue.add(job(4, 10, ChannelPath.ROOT), 0);
    assertThat(pollAll()).containsExactly(3L, 1L, 2L, 4L);
  }

  @Test
  void the_first_over_all_channels_comes_first_unless_its_channel_is_full() {
    queue.add(job(1, 10, MAIL), 0);
    queue.add(job(2, 10, ChannelPath.ROOT), 0);
    assertThat(queue.poll(job -> !job.channel().equals(MAIL)).id()).isEqualTo(2);
    assertThat(queue.poll(job -> !job.channel().equals(MAIL))).isNull();
    assertThat(pollAll()).containsExactly(1L);
  }

  @Test
  void jobs_that_come_in_any_order_leave_in_order_and_are_counted() {
    List<Long> ids = new ArrayList<>();
    for (long id = 1; id <= 300; id++) {
      ids.add(id);
    }
    Collections.shuffle(ids, new Random(42));
    ids.forEach(id -> queue.add(job(id, 10, id % 2 == 0 ? MAIL : ChannelPath.ROOT), id));
    assertThat(queue.counts())
        .isEqualTo(Map.of(new Kind(1, MAIL), 150, new Kind(1, ChannelPath.ROOT), 150));
    assertThat(queue.take(entry -> entry.sinceNanos() > 290)).hasSize(10);
    assertThat(queue.size()).isEqualTo(290);
    assertThat(pollAll()).isSorted().hasSize(290);
    assertThat(queue.counts()).isEmpty();
  }
}
