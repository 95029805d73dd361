package io.queuejob.internal.storage.entity;

import io.queuejob.admin.JobRow;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the view, with three columns of the job beside it; only read, by a native query. */
@Entity(name = "QueueJobState")
@Table(schema = "queue_job", name = "job_state")
@Access(AccessType.FIELD)
public final class JobStateEntity {

  @Id private Long id;
  private UUID uuid;
  private String application;
  private String function;
  private String channel;
  private String state;
  private int priority;
  private OffsetDateTime eta;
  private String node;
  private OffsetDateTime since;
  private int retry;
  private String description;
  private String error;

  @Column(name = "max_retries")
  private int maxRetries;

  private OffsetDateTime created;
  private OffsetDateTime finished;

  /** For the persistence provider. */
  private JobStateEntity() {}

  JobRow toRow() {
    return new JobRow(
        id,
        uuid,
        application,
        function,
        channel,
        state,
        priority,
        instant(eta),
        node,
        instant(since),
        retry,
        maxRetries,
        description,
        error,
        instant(created),
        instant(finished));
  }

  static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
