package io.queuejob.example.orderdesk.ledger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Reads the ledger. */
@Stateless
public class LedgerReport {
  // Each interval becomes a step up and a step down; the highest running sum is the deepest
  // overlap.
  // Steps down sort first, so that work which begins where other work ends does not count as
  // beside.
  private static final String FIGURES =
      """
      event AS (SELECT began AS at, 1 AS step FROM span
                UNION ALL SELECT ended, -1 FROM span),
      depth AS (SELECT sum(step) OVER (ORDER BY at, step ROWS UNBOUNDED PRECEDING) AS deep
                FROM event)
      SELECT (SELECT count(*) FROM span),
             (SELECT count(DISTINCT job_id) FROM span),
             (SELECT coalesce(max(deep), 0) FROM depth)""";

  private static final String ALL =
      "WITH span AS (SELECT job_id, began, ended FROM order_desk.ledger), " + FIGURES;

  /** Parameter: run. */
  private static final String OF_RUN =
      "WITH span AS (SELECT job_id, began, ended FROM order_desk.ledger WHERE run = ?1), "
          + FIGURES;

  @Inject private EntityManager em;

  /** Figures over all effects. */
  public LedgerSummary all() {
    return summary(em.createNativeQuery(ALL));
  }

  /** Figures over one load run; all 0 if nothing of it ran yet. */
  public LedgerSummary ofRun(String run) {
    return summary(em.createNativeQuery(OF_RUN).setParameter(1, run));
  }

  private static LedgerSummary summary(Query query) {
    Object[] row = (Object[]) query.getSingleResult();
    return new LedgerSummary(number(row[0]), number(row[1]), number(row[2]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
