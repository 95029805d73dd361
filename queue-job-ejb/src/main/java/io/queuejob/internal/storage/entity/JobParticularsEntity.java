package io.queuejob.internal.storage.entity;

import io.queuejob.admin.JobRow;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;

/** What the page of one job shows beyond a list; only read, by a native query. */
@Entity(name = "QueueJobParticulars")
@Table(schema = "queue_job", name = "job")
@Access(AccessType.FIELD)
@SuppressWarnings("UnusedVariable") // the persistence provider reads the fields
public final class JobParticularsEntity {

  @Id private Long id;
  private String arguments;
  private String context;
  private String caller;
  private String related;
  private String attributes;
  private String result;

  @Column(name = "result_secret")
  private String resultSecret;

  private OffsetDateTime started;

  @Column(name = "error_class")
  private String errorClass;

  @Column(name = "stack_trace")
  private String stackTrace;

  @Column(name = "cancel_requested")
  private boolean cancelRequested;

  /** For the persistence provider. */
  private JobParticularsEntity() {}

  JobParticulars toRecord(JobRow job, List<JobParticulars.Attempt> attempts) {
    return new JobParticulars(
        job,
        new JobParticulars.Call(arguments, context, caller, related, attributes),
        result,
        resultSecret,
        JobStateEntity.instant(started),
        new JobParticulars.Failure(errorClass, stackTrace),
        cancelRequested,
        attempts);
  }
}
