package io.queuejob.example.orderdesk.desk;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.example.orderdesk.order.Order;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows orders and how far they got. */
@Stateless
public class OrderBook {
  // Providers differ in the type that a column with a time zone comes back in: microseconds do not.
  private static final String COLUMNS =
      """
      SELECT o.id, o.customer, CAST(EXTRACT(EPOCH FROM o.placed_at) * 1000000 AS bigint),
             o.stock_job,
             (SELECT count(*) FROM order_desk.order_line l WHERE l.order_id = o.id),
             (SELECT sum(l.quantity) FROM order_desk.order_line l WHERE l.order_id = o.id),
             EXISTS (SELECT FROM order_desk.ledger e
                     WHERE e.order_id = o.id AND e.effect = 'invoice'),
             EXISTS (SELECT FROM order_desk.ledger e
                     WHERE e.order_id = o.id AND e.effect = 'mail'),
             EXISTS (SELECT FROM order_desk.ledger e
                     WHERE e.order_id = o.id AND e.effect = 'stock')
      FROM order_desk.orders o
      """;

  /** Parameter: number of orders. */
  private static final String RECENT = COLUMNS + "ORDER BY o.id DESC LIMIT ?1";

  /** Parameter: number of orders. */
  private static final String UNFINISHED =
      COLUMNS
          + """
          WHERE (SELECT count(DISTINCT e.effect) FROM order_desk.ledger e
                 WHERE e.order_id = o.id) < 3
          ORDER BY o.id DESC LIMIT ?1""";

  /** Parameter: order. */
  private static final String ONE = COLUMNS + "WHERE o.id = ?1";

  @Inject private EntityManager em;
  @Inject private JobQueue jobs;

  /** The latest orders, the youngest first. */
  public List<OrderSummary> recent(int limit) {
    return list(RECENT, limit);
  }

  /** The latest orders for which something is left to do, or failed; the youngest first. */
  public List<OrderSummary> unfinished(int limit) {
    return list(UNFINISHED, limit);
  }

  private List<OrderSummary> list(String sql, int limit) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, limit).getResultList();
    return rows.stream().map(row -> summary((Object[]) row)).toList();
  }

  /** One order; empty if there is none of that number. */
  public Optional<OrderDetail> find(long id) {
    List<?> rows = em.createNativeQuery(ONE).setParameter(1, id).getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    OrderSummary summary = summary((Object[]) rows.get(0));
    List<OrderDetail.Line> lines =
        em.find(Order.class, id).getLines().stream()
            .map(line -> new OrderDetail.Line(line.getSku(), line.getQuantity()))
            .toList();
    return Optional.of(
        new OrderDetail(
            id, summary.customer(), summary.placed(), lines, summary.effects(), summary.problem()));
  }

  private OrderSummary summary(Object[] row) {
    Effects effects = new Effects((Boolean) row[6], (Boolean) row[7], (Boolean) row[8]);
    return new OrderSummary(
        ((Number) row[0]).longValue(),
        (String) row[1],
        Instant.EPOCH.plus(((Number) row[2]).longValue(), ChronoUnit.MICROS),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        effects,
        effects.stock() ? null : problem((String) row[3]));
  }

  /** Asks the queue only about what has not happened; null while the job may still succeed. */
  private String problem(String stockJob) {
    if (stockJob == null) {
      return null;
    }
    return jobs.find(new JobRef(UUID.fromString(stockJob)))
        .filter(job -> job.state() == JobState.FAILED)
        .map(JobInfo::error)
        .orElse(null);
  }
}
