package io.queuejob.internal.storage.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A kept attempt; only read. */
@Entity(name = "QueueJobAttempt")
@Table(schema = "queue_job", name = "job_attempt")
@Access(AccessType.FIELD)
public final class JobAttemptEntity {

  @Id private Long id;

  @Column(name = "job_id")
  private long jobId;

  private int attempt;
  private String node;
  private OffsetDateTime started;
  private OffsetDateTime ended;
  private String outcome;

  @Column(name = "error_class")
  private String errorClass;

  private String message;

  @Column(name = "stack_trace")
  private String stackTrace;

  /** For the persistence provider. */
  private JobAttemptEntity() {}

  /** The row's number. */
  public Long getId() {
    return id;
  }

  /** The job's number. */
  public long getJobId() {
    return jobId;
  }

  JobParticulars.Attempt toRecord() {
    return new JobParticulars.Attempt(
        attempt,
        node,
        JobStateEntity.instant(started),
        JobStateEntity.instant(ended),
        outcome,
        errorClass,
        message,
        stackTrace);
  }
}
