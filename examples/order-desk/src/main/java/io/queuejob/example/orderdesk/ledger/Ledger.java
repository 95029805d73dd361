package io.queuejob.example.orderdesk.ledger;

import io.queuejob.api.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Writes the ledger from within jobs. */
@ApplicationScoped
public class Ledger {
  // Text, since it keeps microseconds and offset on its way through Java and back.
  private static final String NOW = "SELECT CAST(clock_timestamp() AS text)";

  // Empty text stands for none: a null without a type is sent as bytes by some providers.
  /** Parameters: job, run, effect, order, node, begin. */
  private static final String INSERT =
      """
      INSERT INTO order_desk.ledger (job_id, run, effect, order_id, node, began, ended)
      VALUES (?1, NULLIF(?2, ''), ?3, CAST(NULLIF(?4, '') AS bigint), ?5, CAST(?6 AS timestamptz),
              clock_timestamp())""";

  @Inject private EntityManager em;
  @Inject private JobContext job;

  /** The database's clock, to be read where a job's work begins. */
  public String begin() {
    return (String) em.createNativeQuery(NOW).getSingleResult();
  }

  /** Records what a job did for an order; the effect ends now. */
  public void recordEffect(Effect effect, long orderId, String began) {
    insert("", effect, String.valueOf(orderId), began);
  }

  /** Records one job of a load run; the effect ends now. */
  public void recordLoad(String run, String began) {
    insert(run, Effect.LOAD, "", began);
  }

  private void insert(String run, Effect effect, String orderId, String began) {
    em.createNativeQuery(INSERT)
        .setParameter(1, job.id())
        .setParameter(2, run)
        .setParameter(3, effect.word())
        .setParameter(4, orderId)
        .setParameter(5, job.node())
        .setParameter(6, began)
        .executeUpdate();
  }
}
