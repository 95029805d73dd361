package io.queuejob.example.orderdesk.intake;

import io.queuejob.api.JobQueue;
import io.queuejob.example.orderdesk.data.Chunks;
import io.queuejob.example.orderdesk.data.RejectedLine;
import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Takes files in and tells how far they got. */
@Stateless
public class Intakes {
  /** Least rows of a chunk if nobody says it. */
  public static final int ROWS_OF_CHUNK = 100;

  private static final int MOST_LISTED = 200;

  /** Parameter: intake. */
  private static final String ONE =
      """
      SELECT name, chunks, orders, rejected, CAST(received_at AS text), CAST(finished_at AS text),
        (SELECT count(*) FROM order_desk.intake_chunk c
         WHERE c.intake_id = i.id AND c.placed_at IS NOT NULL)
      FROM order_desk.intake i WHERE id = ?1""";

  /** Parameters: intake, most. */
  private static final String REJECTED =
      """
      SELECT line, reference, reason FROM order_desk.intake_line
      WHERE intake_id = ?1 AND reason IS NOT NULL ORDER BY line LIMIT ?2""";

  @Inject private IntakeRows rows;
  @Inject private JobQueue jobs;
  @Inject private EntityManager em;

  /**
   * Keeps a file and delays the job that cuts it, in one transaction.
   *
   * @param rowsOfChunk least rows of a chunk
   * @return number of the intake
   * @throws Rejection if the file does not begin with the header
   */
  public long receive(String name, String text, int rowsOfChunk) {
    Chunks.of(text, Integer.MAX_VALUE);
    long id = rows.receive(name, text, rowsOfChunk);
    jobs.withDelay(Intake.class)
        .channel(Intake.CHANNEL)
        .description("Cut " + name + " into chunks")
        .call(job -> job.cut(id));
    return id;
  }

  /** How far an intake got; empty if there is none of that number. */
  public Optional<IntakeReport> find(long id) {
    List<?> found = em.createNativeQuery(ONE).setParameter(1, id).getResultList();
    return found.stream().findFirst().map(row -> report(id, (Object[]) row));
  }

  private IntakeReport report(long id, Object[] row) {
    String state = row[1] == null ? "cutting" : row[5] == null ? "placing" : "finished";
    return new IntakeReport(
        id,
        (String) row[0],
        state,
        number(row[1]),
        number(row[6]),
        number(row[2]),
        number(row[3]),
        rejected(id),
        (String) row[4],
        (String) row[5]);
  }

  private List<RejectedLine> rejected(long id) {
    List<?> found =
        em.createNativeQuery(REJECTED)
            .setParameter(1, id)
            .setParameter(2, MOST_LISTED)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> new RejectedLine(number(row[0]), (String) row[1], (String) row[2]))
        .toList();
  }

  private static Integer number(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
