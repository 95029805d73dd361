package io.queuejob.internal.storage.entity;

import io.queuejob.admin.JobRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One job as people look at it. */
public final class JobQueries {

  private final EntityManagerFactory entities;

  /** Queries over the engine's persistence unit. */
  public JobQueries(EntityManagerFactory entities) {
    this.entities = entities;
  }

  /** One job with all that is kept of it; empty if there is none. */
  public Optional<JobParticulars> job(UUID uuid) {
    return read("job " + uuid, em -> row(em, uuid).map(job -> particulars(em, job)));
  }

  private static Optional<JobRow> row(EntityManager em, UUID uuid) {
    List<?> rows =
        em.createNativeQuery(JobSql.BY_UUID, JobStateEntity.class)
            .setParameter(1, uuid.toString())
            .getResultList();
    return rows.stream().map(JobStateEntity.class::cast).map(JobStateEntity::toRow).findFirst();
  }

  private static JobParticulars particulars(EntityManager em, JobRow job) {
    JobParticularsEntity more =
        (JobParticularsEntity)
            em.createNativeQuery(JobSql.PARTICULARS, JobParticularsEntity.class)
                .setParameter(1, job.id())
                .getSingleResult();
    List<JobParticulars.Attempt> attempts =
        em
            .createQuery(JobSql.ATTEMPTS, JobAttemptEntity.class)
            .setParameter("job", job.id())
            .getResultList()
            .stream()
            .map(JobAttemptEntity::toRecord)
            .toList();
    return more.toRecord(job, attempts);
  }

  private <T> T read(String what, Function<EntityManager, T> reading) {
    EntityManager em = entities.createEntityManager();
    try {
      return reading.apply(em);
    } catch (PersistenceException e) {
      throw Messages.notRead(what, e);
    } finally {
      em.close();
    }
  }
}
