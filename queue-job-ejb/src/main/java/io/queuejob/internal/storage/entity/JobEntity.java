package io.queuejob.internal.storage.entity;

import io.queuejob.internal.job.JobRequest;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A new job's row. Only inserted: what a job's life changes is written by guarded statements. The
 * columns that are missing here have defaults.
 */
@Entity(name = "QueueJobNew")
@Table(schema = "queue_job", name = "job")
@Access(AccessType.FIELD)
@SuppressWarnings("UnusedVariable") // the persistence provider reads the fields
public class JobEntity {

  @Id
  @SequenceGenerator(
      name = "queue_job.job_id",
      sequenceName = "queue_job.job_id",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "queue_job.job_id")
  private Long id;

  private UUID uuid;

  @Column(name = "function_id")
  private int functionId;

  private String channel;
  private int priority;
  private OffsetDateTime created;
  private boolean waits;
  private OffsetDateTime due;
  private OffsetDateTime eta;

  @Column(name = "max_retries")
  private int maxRetries;

  @Column(name = "timeout_seconds")
  private int timeoutSeconds;

  private String origin;
  private String caller;
  private String description;
  private String arguments;
  private String context;

  /** Told when the row is sent; never stored. */
  private transient Runnable whenSent;

  /** For the persistence provider. */
  protected JobEntity() {}

  JobEntity(JobRequest request, int functionId, Runnable whenSent) {
    this.whenSent = whenSent;
    JobRequest.Schedule schedule = request.schedule();
    this.uuid = request.uuid();
    this.functionId = functionId;
    this.channel = request.channel().text();
    this.priority = schedule.priority();
    this.created = utc(schedule.created());
    this.eta = utc(schedule.eta());
    this.due = eta;
    this.waits = due == null;
    this.maxRetries = schedule.maxRetries();
    this.timeoutSeconds = schedule.timeoutSeconds();
    this.origin = "engine";
    this.caller = request.caller();
    this.description = request.description();
    this.arguments = request.payload().arguments();
    this.context = request.payload().context();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  @PostPersist
  void sent() {
    whenSent.run();
  }

  /** The row's number; null before it is persisted. */
  public Long getId() {
    return id;
  }

  /** Public identity. */
  public UUID getUuid() {
    return uuid;
  }
}
